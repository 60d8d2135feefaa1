-- Documents come as files and from the web, are parsed later, and leave the index when removed.
-- depends: 0003_inbox_indexes

ALTER TABLE documents
    ADD COLUMN url text,
    ADD COLUMN language text CHECK (language IN ('ru', 'en')),
    -- What went wrong with parts of it: [[code, detail], …].
    ADD COLUMN notes jsonb NOT NULL DEFAULT '[]',
    DROP CONSTRAINT documents_state_check,
    -- 'removing' is on its way out of the index. 'removed' is out; the row stays a while, for a
    -- batch of it may still be on its way into the index.
    ADD CONSTRAINT documents_state_check CHECK (
        state IN ('pending', 'indexing', 'ready', 'failed', 'removing', 'removed'));

-- A file as it came, until it is parsed.
CREATE TABLE document_originals (
    document_id uuid PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    content     bytea NOT NULL,
    charset     text
);
-- Office files and PDF are compressed already.
ALTER TABLE document_originals ALTER COLUMN content SET STORAGE EXTERNAL;

-- A place on the web that is read; its pages become documents.
CREATE TABLE web_sources (
    id         uuid PRIMARY KEY,
    site_id    uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    agent      text NOT NULL,
    url        text NOT NULL,
    page_limit integer NOT NULL CHECK (page_limit > 0),
    state      text NOT NULL DEFAULT 'pending'
               CHECK (state IN ('pending', 'reading', 'ready', 'failed')),
    -- How far the reading has come; empty: not begun.
    frontier   jsonb NOT NULL DEFAULT '{}',
    pages      integer NOT NULL DEFAULT 0,
    error      text,
    notes      jsonb NOT NULL DEFAULT '[]',
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (site_id, agent, url),
    FOREIGN KEY (site_id, agent) REFERENCES agents (site_id, slug) ON DELETE CASCADE
);
