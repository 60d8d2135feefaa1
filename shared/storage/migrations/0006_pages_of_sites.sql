-- Which documents are pages of which place, so that pages that vanish there can go here.
-- depends: 0004_documents_from_files

CREATE TABLE web_pages (
    source_id   uuid NOT NULL REFERENCES web_sources ON DELETE CASCADE,
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    PRIMARY KEY (source_id, document_id)
);
CREATE INDEX web_pages_document ON web_pages (document_id);

-- Only pages have an address of their own. One that is counted to a neighbour of its place as
-- well stays as long as its own place has it.
INSERT INTO web_pages (source_id, document_id)
SELECT s.id, d.id FROM web_sources s JOIN documents d
    ON d.site_id = s.site_id AND d.agent = s.agent AND d.url = d.name
    AND lower(regexp_replace(split_part(d.url, '/', 3), '^www\.', ''))
      = lower(regexp_replace(split_part(s.url, '/', 3), '^www\.', ''));

-- Addresses of the pages that the last reading has removed.
ALTER TABLE web_sources ADD COLUMN removed jsonb NOT NULL DEFAULT '[]';
