-- What operators say against answers, and what they make of drafts. Both hold visitors' words, so they go with their conversation.
-- depends: 0007_audit_log

CREATE TABLE corrections (
    id              uuid PRIMARY KEY,
    site_id         uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
    -- The answer that was wrong, or the operator's own that was better. The newest word on it holds.
    message_id      uuid NOT NULL UNIQUE REFERENCES messages ON DELETE CASCADE,
    kind            text NOT NULL CHECK (kind IN ('answer', 'wrong_agent', 'hand_over')),
    state           text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'discarded')),
    asked           text[] NOT NULL,
    question        text NOT NULL DEFAULT '',
    -- [{sender, text, agent}], oldest first.
    history         jsonb NOT NULL DEFAULT '[]',
    agent           text,
    right_agent     text,
    answer          text NOT NULL DEFAULT '',
    right_answer    text NOT NULL DEFAULT '',
    -- [{id, agent, title, text, url}] as they were then: that were right, and that were chosen from.
    passages        jsonb NOT NULL DEFAULT '[]',
    shown           jsonb NOT NULL DEFAULT '[]',
    comment         text NOT NULL DEFAULT '',
    created_by      uuid REFERENCES operators ON DELETE SET NULL,
    created_by_name text NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_by_name text NOT NULL,
    updated_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX corrections_newest ON corrections (site_id, created_at DESC, id DESC);
CREATE INDEX corrections_conversation ON corrections (conversation_id);

CREATE TABLE draft_verdicts (
    trial_id        uuid PRIMARY KEY,
    site_id         uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
    operator_id     uuid REFERENCES operators ON DELETE SET NULL,
    decision        text NOT NULL CHECK (decision IN ('sent', 'edited', 'refused')),
    reason          text,
    comment         text NOT NULL DEFAULT '',
    asked           text[] NOT NULL,
    question        text NOT NULL DEFAULT '',
    history         jsonb NOT NULL DEFAULT '[]',
    agent           text,
    confidence      double precision,
    draft           text NOT NULL,
    sent            text NOT NULL DEFAULT '',
    shown           jsonb NOT NULL DEFAULT '[]',
    at              timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX draft_verdicts_newest ON draft_verdicts (site_id, at DESC, trial_id DESC);
CREATE INDEX draft_verdicts_conversation ON draft_verdicts (conversation_id);
