-- Invitations, links for a new password, two-factor sign-in, and what a sign-in is known by.
-- depends: 0007_audit_log

ALTER TABLE operators
    -- Sealed with a key that is made of SECRET_KEY; pending until a code of it was shown.
    ADD COLUMN totp_secret  bytea,
    ADD COLUMN totp_pending bytea,
    ADD COLUMN totp_at      timestamptz,
    -- The newest 30 seconds whose code was used: none is good twice.
    ADD COLUMN totp_step    bigint NOT NULL DEFAULT 0,
    ADD COLUMN password_at  timestamptz,
    ADD CHECK ((totp_at IS NULL) = (totp_secret IS NULL));

ALTER TABLE sites ADD COLUMN two_factor_required boolean NOT NULL DEFAULT false;

ALTER TABLE operator_sessions
    ADD COLUMN user_agent text NOT NULL DEFAULT '',
    ADD COLUMN address    text NOT NULL DEFAULT '',
    ADD COLUMN used_at    timestamptz NOT NULL DEFAULT now();
CREATE INDEX operator_sessions_operator ON operator_sessions (operator_id, used_at DESC);
CREATE INDEX operator_sites_site ON operator_sites (site_id, operator_id);

CREATE TABLE recovery_codes (
    operator_id uuid NOT NULL REFERENCES operators ON DELETE CASCADE,
    code_hash   bytea NOT NULL,
    used_at     timestamptz,
    PRIMARY KEY (operator_id, code_hash)
);

CREATE TABLE invitations (
    id          uuid PRIMARY KEY,
    email       text NOT NULL,
    role        text NOT NULL CHECK (role IN ('operator', 'supervisor', 'admin')),
    locale      text NOT NULL CHECK (locale IN ('ru', 'en')),
    token_hash  bytea NOT NULL UNIQUE,
    invited_by  uuid NOT NULL REFERENCES operators ON DELETE CASCADE,
    created_at  timestamptz NOT NULL DEFAULT now(),
    expires_at  timestamptz NOT NULL,
    accepted_at timestamptz,
    revoked_at  timestamptz
);
CREATE INDEX invitations_email ON invitations (lower(email));

CREATE TABLE invitation_sites (
    invitation_id uuid NOT NULL REFERENCES invitations ON DELETE CASCADE,
    site_id       uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    PRIMARY KEY (invitation_id, site_id)
);
CREATE INDEX invitation_sites_site ON invitation_sites (site_id);

CREATE TABLE password_links (
    token_hash  bytea PRIMARY KEY,
    operator_id uuid NOT NULL REFERENCES operators ON DELETE CASCADE,
    created_at  timestamptz NOT NULL DEFAULT now(),
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz
);
CREATE INDEX password_links_operator ON password_links (operator_id);

-- What the watcher looks for: conversations held by somebody who has gone.
CREATE INDEX conversations_held ON conversations (operator_id) WHERE status = 'operator';
