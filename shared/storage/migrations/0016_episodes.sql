-- What analytics counts: episodes, one visit with one matter each (docs/adr/0018).
-- depends: 0007_audit_log

CREATE TABLE episodes (
    conversation_id   uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
    ordinal           integer NOT NULL,
    site_id           uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    visitor_id        uuid NOT NULL REFERENCES visitors ON DELETE CASCADE,
    started_at        timestamptz NOT NULL,
    last_at           timestamptz NOT NULL,
    closed_at         timestamptz,
    -- Who spoke last, sentences of the system aside.
    last_sender       text NOT NULL,
    -- The agent that answered last, and all that answered.
    agent             text,
    agents            text[] NOT NULL DEFAULT '{}',
    -- The operator who wrote last.
    operator_id       uuid REFERENCES operators ON DELETE SET NULL,
    visitor_messages  integer NOT NULL,
    answers           integer NOT NULL,
    operator_messages integer NOT NULL,
    first_answer_ms   bigint,
    handed_off_at     timestamptz,
    handoff_reason    text,
    -- From the hand-off to the first message of a person.
    first_human_ms    bigint,
    ups               integer NOT NULL DEFAULT 0,
    downs             integer NOT NULL DEFAULT 0,
    score             smallint,
    -- The visitor's message that no agent could answer.
    unanswered_id     uuid,
    PRIMARY KEY (conversation_id, ordinal)
);
CREATE INDEX episodes_started ON episodes (site_id, started_at);
CREATE INDEX episodes_visitor ON episodes (visitor_id, started_at);

-- Whatever is written of a conversation makes its episodes due to be counted again.
ALTER TABLE conversations ADD COLUMN episodes_due boolean NOT NULL DEFAULT true;
CREATE INDEX conversations_episodes_due ON conversations (id) WHERE episodes_due;
