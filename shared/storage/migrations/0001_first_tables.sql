-- First tables. Times are timestamptz in UTC; ids are UUIDv7 minted by the writer.

CREATE TABLE sites (
    id          uuid PRIMARY KEY,
    site_key    text NOT NULL UNIQUE,
    name        text NOT NULL,
    locale      text NOT NULL DEFAULT 'ru' CHECK (locale IN ('ru', 'en')),
    origins     text[] NOT NULL DEFAULT '{}',
    greeting    jsonb NOT NULL DEFAULT '{}',
    messages_per_minute integer CHECK (messages_per_minute > 0),
    created_at  timestamptz NOT NULL DEFAULT now(),
    disabled_at timestamptz
);

CREATE TABLE agents (
    site_id  uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    slug     text NOT NULL CHECK (slug ~ '^[a-z][a-z0-9_-]{1,31}$'),
    name     jsonb NOT NULL,
    subject  jsonb NOT NULL,
    examples jsonb NOT NULL DEFAULT '{}',
    position integer NOT NULL DEFAULT 0,
    enabled  boolean NOT NULL DEFAULT true,
    PRIMARY KEY (site_id, slug)
);

CREATE TABLE operators (
    id            uuid PRIMARY KEY,
    email         text NOT NULL,
    name          text NOT NULL,
    role          text NOT NULL CHECK (role IN ('operator', 'supervisor', 'admin')),
    locale        text NOT NULL DEFAULT 'ru' CHECK (locale IN ('ru', 'en')),
    password_hash text NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    disabled_at   timestamptz
);
CREATE UNIQUE INDEX operators_email ON operators (lower(email));

CREATE TABLE operator_sites (
    operator_id uuid NOT NULL REFERENCES operators ON DELETE CASCADE,
    site_id     uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    PRIMARY KEY (operator_id, site_id)
);

-- A sign-in; its refresh tokens form one family and die together.
CREATE TABLE operator_sessions (
    id          uuid PRIMARY KEY,
    operator_id uuid NOT NULL REFERENCES operators ON DELETE CASCADE,
    created_at  timestamptz NOT NULL DEFAULT now(),
    expires_at  timestamptz NOT NULL,
    revoked_at  timestamptz
);

CREATE TABLE refresh_tokens (
    token_hash bytea PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES operator_sessions ON DELETE CASCADE,
    issued_at  timestamptz NOT NULL DEFAULT now(),
    used_at    timestamptz
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);

CREATE TABLE visitors (
    id         uuid PRIMARY KEY,
    site_id    uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    name       text NOT NULL,
    locale     text NOT NULL DEFAULT 'ru',
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE conversations (
    id            uuid PRIMARY KEY,
    site_id       uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    visitor_id    uuid NOT NULL REFERENCES visitors ON DELETE CASCADE,
    status        text NOT NULL DEFAULT 'agent'
                  CHECK (status IN ('agent', 'waiting', 'operator', 'closed')),
    epoch         bigint NOT NULL DEFAULT 0,
    change        bigint NOT NULL DEFAULT 0,
    operator_id   uuid REFERENCES operators,
    last_seq      bigint NOT NULL DEFAULT 0,
    visitor_seq   bigint NOT NULL DEFAULT 0,
    visitor_at    timestamptz,
    answered_seq  bigint NOT NULL DEFAULT 0,
    agent         text,
    last_sender   text,
    last_text     text NOT NULL DEFAULT '',
    last_at       timestamptz,
    waiting_since timestamptz,
    read_seq      bigint NOT NULL DEFAULT 0,
    score         smallint CHECK (score BETWEEN 1 AND 5),
    score_comment text,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX conversations_visitor ON conversations (visitor_id, created_at DESC);
CREATE INDEX conversations_inbox ON conversations (site_id, status, updated_at DESC, id);
CREATE INDEX conversations_operator ON conversations (operator_id, updated_at DESC)
    WHERE operator_id IS NOT NULL;
-- What the watcher looks for: a visitor's message that an agent owes an answer to.
CREATE INDEX conversations_unanswered ON conversations (visitor_at)
    WHERE status = 'agent' AND visitor_seq > answered_seq;

CREATE TABLE messages (
    id                uuid PRIMARY KEY,
    conversation_id   uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
    seq               bigint NOT NULL,
    sender            text NOT NULL CHECK (sender IN ('visitor', 'agent', 'operator', 'system')),
    agent             text,
    operator_id       uuid REFERENCES operators,
    operator_name     text,
    text              text NOT NULL,
    citations         jsonb NOT NULL DEFAULT '[]',
    choices           text[] NOT NULL DEFAULT '{}',
    outcome           text,
    handoff_reason    text,
    client_message_id text,
    in_reply_to       uuid,
    provenance        jsonb,
    at                timestamptz NOT NULL
);
CREATE INDEX messages_order ON messages (conversation_id, seq, id);
-- A message accepted twice (Redis forgot the first time) is stored once.
CREATE UNIQUE INDEX messages_client ON messages (conversation_id, sender, client_message_id)
    WHERE client_message_id IS NOT NULL;
-- One answer a turn, whatever was delivered twice.
CREATE UNIQUE INDEX messages_reply ON messages (conversation_id, in_reply_to)
    WHERE in_reply_to IS NOT NULL;

CREATE TABLE ratings (
    message_id uuid PRIMARY KEY REFERENCES messages ON DELETE CASCADE,
    rating     text NOT NULL CHECK (rating IN ('up', 'down')),
    comment    text,
    at         timestamptz NOT NULL
);

CREATE TABLE documents (
    id           uuid PRIMARY KEY,
    site_id      uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    agent        text NOT NULL,
    name         text NOT NULL,
    title        text NOT NULL DEFAULT '',
    text         text NOT NULL,
    content_hash text NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    state        text NOT NULL DEFAULT 'pending'
                 CHECK (state IN ('pending', 'indexing', 'ready', 'failed')),
    error        text,
    updated_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (site_id, agent, name),
    FOREIGN KEY (site_id, agent) REFERENCES agents (site_id, slug) ON DELETE CASCADE
);

CREATE TABLE passages (
    id          uuid PRIMARY KEY,
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    version     integer NOT NULL,
    ordinal     integer NOT NULL,
    title       text NOT NULL,
    text        text NOT NULL,
    phrasings   text[] NOT NULL DEFAULT '{}'
);
CREATE INDEX passages_document ON passages (document_id, version, ordinal);
