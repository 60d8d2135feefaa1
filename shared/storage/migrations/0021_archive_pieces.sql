-- Archives of exports in pieces: whoever makes or fetches one holds a piece of it, not all of it.
-- depends: 0015_platform

CREATE TABLE archive_pieces (
    request_id uuid NOT NULL REFERENCES visitor_requests ON DELETE CASCADE,
    n          integer NOT NULL,
    content    bytea NOT NULL,
    PRIMARY KEY (request_id, n)
);
-- It is compressed already.
ALTER TABLE archive_pieces ALTER COLUMN content SET STORAGE EXTERNAL;

ALTER TABLE visitor_requests ADD COLUMN size bigint NOT NULL DEFAULT 0;
INSERT INTO archive_pieces
    SELECT id, 0, archive FROM visitor_requests WHERE archive IS NOT NULL;
UPDATE visitor_requests SET size = octet_length(archive) WHERE archive IS NOT NULL;
ALTER TABLE visitor_requests DROP COLUMN archive;
