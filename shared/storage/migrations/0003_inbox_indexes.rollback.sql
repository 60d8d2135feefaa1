DROP INDEX conversations_changed;
DROP INDEX conversations_inbox;
CREATE INDEX conversations_inbox ON conversations (site_id, status, updated_at DESC, id);
