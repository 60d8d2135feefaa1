-- The inbox is read by site, newest change first, with a status and without one.
-- depends: 0002_site_origins

DROP INDEX conversations_inbox;
CREATE INDEX conversations_inbox ON conversations (site_id, status, updated_at DESC, id DESC)
    WHERE last_seq > 0;
CREATE INDEX conversations_changed ON conversations (site_id, updated_at DESC, id DESC)
    WHERE last_seq > 0;
