-- Webhooks with their outbox, keys of the API, requests about a visitor's data, retention.
-- depends: 0007_audit_log

CREATE TABLE webhooks (
    id              uuid PRIMARY KEY,
    site_id         uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    url             text NOT NULL,
    events          text[] NOT NULL CHECK (cardinality(events) > 0),
    -- As it is, for it signs: whoever reads this table can sign in our name, and reads all else.
    secret          text NOT NULL,
    previous_secret text,
    previous_until  timestamptz,
    created_at      timestamptz NOT NULL DEFAULT now(),
    disabled_at     timestamptz,
    disabled_reason text CHECK (disabled_reason IN ('by_hand', 'failing', 'gone')),
    failing_since   timestamptz,
    failures        integer NOT NULL DEFAULT 0,
    -- Held by the one worker that delivers; not asked again before rest_until.
    leased_until    timestamptz,
    rest_until      timestamptz
);
CREATE INDEX webhooks_site ON webhooks (site_id);

-- The outbox: written in the transaction of what it tells. Goes with its conversation.
CREATE TABLE webhook_events (
    id              uuid PRIMARY KEY,
    site_id         uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    conversation_id uuid REFERENCES conversations ON DELETE CASCADE,
    type            text NOT NULL,
    -- The very bytes that are signed.
    body            text NOT NULL,
    at              timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX webhook_events_conversation ON webhook_events (conversation_id)
    WHERE conversation_id IS NOT NULL;
CREATE INDEX webhook_events_site ON webhook_events (site_id, at);

CREATE TABLE webhook_deliveries (
    webhook_id uuid NOT NULL REFERENCES webhooks ON DELETE CASCADE,
    event_id   uuid NOT NULL REFERENCES webhook_events ON DELETE CASCADE,
    position   bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    -- What is delivered one after the other: a conversation, or an event that is of none.
    line       uuid NOT NULL,
    state      text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'failed')),
    attempts   integer NOT NULL DEFAULT 0,
    next_at    timestamptz NOT NULL DEFAULT now(),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (webhook_id, event_id)
);
CREATE INDEX webhook_deliveries_event ON webhook_deliveries (event_id);
CREATE INDEX webhook_deliveries_newest ON webhook_deliveries (webhook_id, position DESC);
CREATE INDEX webhook_deliveries_pending ON webhook_deliveries (webhook_id, position)
    WHERE state = 'pending';
CREATE INDEX webhook_deliveries_lines ON webhook_deliveries (webhook_id, line, position)
    WHERE state = 'pending';

CREATE TABLE webhook_attempts (
    webhook_id uuid NOT NULL,
    event_id   uuid NOT NULL,
    at         timestamptz NOT NULL,
    status     integer,
    trouble    text,
    latency_ms integer NOT NULL,
    excerpt    text NOT NULL DEFAULT '',
    FOREIGN KEY (webhook_id, event_id)
        REFERENCES webhook_deliveries (webhook_id, event_id) ON DELETE CASCADE
);
CREATE INDEX webhook_attempts_delivery ON webhook_attempts (webhook_id, event_id, at DESC);
CREATE INDEX webhook_attempts_newest ON webhook_attempts (webhook_id, at DESC);

-- A key is 256 random bits: its hash cannot be searched for, so it needs no salt.
CREATE TABLE api_keys (
    id           uuid PRIMARY KEY,
    name         text NOT NULL,
    prefix       text NOT NULL,
    key_hash     bytea NOT NULL UNIQUE,
    scopes       text[] NOT NULL CHECK (cardinality(scopes) > 0),
    created_by   uuid REFERENCES operators ON DELETE SET NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

CREATE TABLE api_key_sites (
    key_id  uuid NOT NULL REFERENCES api_keys ON DELETE CASCADE,
    site_id uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    PRIMARY KEY (key_id, site_id)
);
CREATE INDEX api_key_sites_site ON api_key_sites (site_id);

-- What was asked for about a visitor's data. It outlives the visitor: ids alone are left.
CREATE TABLE visitor_requests (
    id            uuid PRIMARY KEY,
    site_id       uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    visitor_id    uuid NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('export', 'erasure')),
    state         text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'failed')),
    requested_by  text NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    finished_at   timestamptz,
    tries         integer NOT NULL DEFAULT 0,
    leased_until  timestamptz,
    -- Conversations whose rows are gone and whose traces elsewhere are still to be removed.
    conversations uuid[] NOT NULL DEFAULT '{}',
    counts        jsonb NOT NULL DEFAULT '{}',
    archive       bytea,
    expires_at    timestamptz
);
CREATE UNIQUE INDEX visitor_requests_pending ON visitor_requests (visitor_id, kind)
    WHERE state = 'pending';
CREATE INDEX visitor_requests_site ON visitor_requests (site_id, created_at DESC, id DESC);
CREATE INDEX visitor_requests_visitor ON visitor_requests (visitor_id, created_at DESC);

-- So that a message still on its way is dropped and not kept in the dead letters; and what is
-- kept outside PostgreSQL is removed, whatever dies between the two.
CREATE TABLE erased_conversations (
    id       uuid PRIMARY KEY,
    site_id  uuid NOT NULL,
    at       timestamptz NOT NULL DEFAULT now(),
    is_swept boolean NOT NULL DEFAULT false
);
CREATE INDEX erased_conversations_unswept ON erased_conversations (site_id, id) WHERE NOT is_swept;
CREATE INDEX erased_conversations_at ON erased_conversations (at);

-- NULL: kept for ever.
CREATE TABLE retention_policies (
    site_id           uuid PRIMARY KEY REFERENCES sites ON DELETE CASCADE,
    conversation_days integer CHECK (conversation_days BETWEEN 1 AND 3650),
    delivery_days     integer NOT NULL DEFAULT 30 CHECK (delivery_days BETWEEN 1 AND 365),
    audit_days        integer CHECK (audit_days BETWEEN 30 AND 3650)
);

-- What retention looks for. A conversation with an agent is seldom closed by anybody.
CREATE INDEX conversations_idle ON conversations (site_id, updated_at)
    WHERE status IN ('agent', 'closed');
CREATE INDEX visitors_site ON visitors (site_id, created_at DESC, id DESC);
