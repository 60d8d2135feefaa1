-- Who is available, teams, and who is responsible for a conversation.
-- depends: 0007_audit_log

ALTER TABLE operators ADD COLUMN availability text NOT NULL DEFAULT 'available'
    CHECK (availability IN ('available', 'away'));

CREATE TABLE teams (
    id         uuid PRIMARY KEY,
    site_id    uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    name       text NOT NULL,
    -- What waits for the team is offered to its members by itself.
    automatic  boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX teams_name ON teams (site_id, lower(name));

CREATE TABLE team_members (
    team_id     uuid NOT NULL REFERENCES teams ON DELETE CASCADE,
    operator_id uuid NOT NULL REFERENCES operators ON DELETE CASCADE,
    PRIMARY KEY (team_id, operator_id)
);
CREATE INDEX team_members_operator ON team_members (operator_id);

-- A site without a row: nothing is assigned by itself.
CREATE TABLE assignment_rules (
    site_id      uuid PRIMARY KEY REFERENCES sites ON DELETE CASCADE,
    automatic    boolean NOT NULL DEFAULT false,
    take_seconds integer NOT NULL DEFAULT 120 CHECK (take_seconds BETWEEN 15 AND 3600)
);

-- No foreign keys: these are mirrors of Redis, and one that points at a team deleted meanwhile
-- must not keep a whole batch of messages from being stored.
ALTER TABLE conversations
    ADD COLUMN assignee_id uuid,
    ADD COLUMN team_id uuid,
    ADD COLUMN assigned_at timestamptz,
    ADD COLUMN assigned_by_rule boolean NOT NULL DEFAULT false;
UPDATE conversations SET assignee_id = operator_id, assigned_at = updated_at
WHERE status = 'operator';
CREATE INDEX conversations_assignee ON conversations (assignee_id, updated_at DESC, id DESC)
    WHERE assignee_id IS NOT NULL;
CREATE INDEX conversations_to_assign ON conversations (waiting_since) WHERE status = 'waiting';
