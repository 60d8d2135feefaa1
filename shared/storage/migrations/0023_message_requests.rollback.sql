ALTER TABLE messages DROP COLUMN request_id;
