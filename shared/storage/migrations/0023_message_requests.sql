-- Which request wrote a message: by it all log lines about the message are found.
-- depends: 0022_identity_keys

-- Null of messages from before, and of those that only Redis still knew.
ALTER TABLE messages ADD COLUMN request_id text;
