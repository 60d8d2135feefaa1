-- Questions that are kept with what is expected of the agents, and what came of running them.
-- depends: 0007_audit_log

CREATE TABLE cases (
    id              uuid PRIMARY KEY,
    site_id         uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    -- Whose words the question is: with that conversation the case goes. NULL: the site's own words.
    conversation_id uuid REFERENCES conversations ON DELETE CASCADE,
    question        text NOT NULL,
    -- [{sender, text, agent}], oldest first.
    history         jsonb NOT NULL DEFAULT '[]',
    agent           text,
    action          text CHECK (action IN ('answer', 'clarify', 'hand_off', 'greet', 'decline')),
    -- No reference: that the document is gone is what the case is there to find.
    document_id     uuid,
    contains        text[] NOT NULL DEFAULT '{}',
    note            text NOT NULL DEFAULT '',
    created_by      uuid REFERENCES operators ON DELETE SET NULL,
    created_by_name text NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_by_name text NOT NULL,
    updated_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX cases_site ON cases (site_id, created_at, id);
CREATE INDEX cases_conversation ON cases (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE TABLE case_runs (
    id              uuid PRIMARY KEY,
    site_id         uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    total           integer NOT NULL,
    passed          integer NOT NULL DEFAULT 0,
    failed          integer NOT NULL DEFAULT 0,
    unanswered      integer NOT NULL DEFAULT 0,
    broken          integer NOT NULL DEFAULT 0,
    mended          integer NOT NULL DEFAULT 0,
    started_by      uuid REFERENCES operators ON DELETE SET NULL,
    started_by_name text NOT NULL,
    started_at      timestamptz NOT NULL DEFAULT now(),
    -- When its process was last heard of.
    beat_at         timestamptz NOT NULL DEFAULT now(),
    ended_at        timestamptz,
    state           text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'stopped'))
);
CREATE INDEX case_runs_newest ON case_runs (site_id, started_at DESC, id DESC);
CREATE UNIQUE INDEX case_runs_one ON case_runs (site_id) WHERE state = 'running';

-- The last result of each case; it may hold what a visitor wrote, as its case does.
CREATE TABLE case_results (
    case_id           uuid PRIMARY KEY REFERENCES cases ON DELETE CASCADE,
    run_id            uuid REFERENCES case_runs ON DELETE SET NULL,
    verdict           text NOT NULL CHECK (verdict IN ('passed', 'failed', 'unanswered')),
    before            text,
    -- [{what, expected, made}]
    faults            jsonb NOT NULL DEFAULT '[]',
    failure           text,
    outcome           text,
    agent             text,
    confidence        double precision,
    knowledge_version bigint,
    model             text,
    adapter           text,
    -- An AiResult as the worker wrote it.
    made              jsonb,
    at                timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX case_results_run ON case_results (run_id);
