-- Who changed what: of configuration and of people, never what visitors wrote.
-- depends: 0005_agent_policies 0006_pages_of_sites

CREATE TABLE audit_log (
    id         uuid PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT now(),
    -- No reference: the log outlives what it tells of.
    site_ids   uuid[] NOT NULL DEFAULT '{}',
    actor      text NOT NULL CHECK (actor IN ('operator', 'key', 'system')),
    actor_id   uuid,
    actor_name text NOT NULL,
    action     text NOT NULL,
    subject    text NOT NULL,
    name       text NOT NULL DEFAULT '',
    before     jsonb NOT NULL DEFAULT '{}',
    after      jsonb NOT NULL DEFAULT '{}',
    request_id text
);
CREATE INDEX audit_log_newest ON audit_log (at DESC, id DESC);
CREATE INDEX audit_log_sites ON audit_log USING gin (site_ids);
