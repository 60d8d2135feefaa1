ALTER TABLE visitor_requests ADD COLUMN archive bytea;
UPDATE visitor_requests r SET archive = (
    SELECT string_agg(content, '' ORDER BY n) FROM archive_pieces WHERE request_id = r.id)
WHERE size > 0;
ALTER TABLE visitor_requests DROP COLUMN size;
DROP TABLE archive_pieces;
