-- Files that visitors and operators send with their messages.
-- depends: 0007_audit_log

CREATE TABLE attachments (
    id              uuid PRIMARY KEY,
    conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
    sender          text NOT NULL CHECK (sender IN ('visitor', 'operator')),
    operator_id     uuid REFERENCES operators ON DELETE SET NULL,
    -- NULL: uploaded and not sent; seen by who uploaded it alone, deleted after a day.
    message_id      uuid REFERENCES messages ON DELETE CASCADE,
    name            text NOT NULL,
    type            text NOT NULL,
    size            integer NOT NULL CHECK (size > 0),
    width           integer,
    height          integer,
    content         bytea NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now()
);
-- Pictures and office files are compressed already.
ALTER TABLE attachments ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX attachments_conversation ON attachments (conversation_id);
CREATE INDEX attachments_message ON attachments (message_id);
CREATE INDEX attachments_unsent ON attachments (created_at) WHERE message_id IS NULL;

ALTER TABLE messages ADD COLUMN attachments jsonb NOT NULL DEFAULT '[]';
