-- Private notes with mentions, canned replies, and why a conversation was closed.
-- depends: 0007_audit_log

-- Apart from the messages, for what reads those must never find a note among them.
CREATE TABLE notes (
    id                uuid PRIMARY KEY,
    conversation_id   uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
    after_seq         bigint NOT NULL,
    operator_id       uuid NOT NULL REFERENCES operators,
    operator_name     text NOT NULL,
    client_message_id text NOT NULL,
    text              text NOT NULL,
    at                timestamptz NOT NULL,
    edited_at         timestamptz,
    -- Its row stays without its words, so that a repeated command does not bring it back.
    deleted_at        timestamptz
);
CREATE UNIQUE INDEX notes_client ON notes (conversation_id, operator_id, client_message_id);
CREATE INDEX notes_order ON notes (conversation_id, at DESC, id DESC) WHERE deleted_at IS NULL;

CREATE TABLE note_mentions (
    note_id     uuid NOT NULL REFERENCES notes ON DELETE CASCADE,
    operator_id uuid NOT NULL REFERENCES operators ON DELETE CASCADE,
    at          timestamptz NOT NULL,
    seen_at     timestamptz,
    PRIMARY KEY (note_id, operator_id)
);
CREATE INDEX note_mentions_newest ON note_mentions (operator_id, at DESC, note_id DESC);

-- Of a site, or of one operator and then for every site of theirs.
CREATE TABLE replies (
    id          uuid PRIMARY KEY,
    site_id     uuid REFERENCES sites ON DELETE CASCADE,
    operator_id uuid REFERENCES operators ON DELETE CASCADE,
    shortcut    text NOT NULL,
    title       text NOT NULL,
    texts       jsonb NOT NULL,
    updated_at  timestamptz NOT NULL DEFAULT now(),
    CHECK (num_nonnulls(site_id, operator_id) = 1)
);
CREATE UNIQUE INDEX replies_site ON replies (site_id, lower(shortcut)) WHERE site_id IS NOT NULL;
CREATE UNIQUE INDEX replies_own ON replies (operator_id, lower(shortcut))
    WHERE operator_id IS NOT NULL;

ALTER TABLE messages
    ADD COLUMN close_reason text
        CHECK (close_reason IN ('solved', 'no_answer', 'spam', 'duplicate', 'other')),
    ADD COLUMN close_comment text;
ALTER TABLE conversations
    ADD COLUMN close_reason text
        CHECK (close_reason IN ('solved', 'no_answer', 'spam', 'duplicate', 'other')),
    ADD COLUMN close_comment text;
