-- What an administrator decides of a site: keys, wildcards, look, hours, limits, identity.
-- depends: 0002_site_origins 0007_audit_log

ALTER TABLE sites
    ADD COLUMN previous_key text UNIQUE,
    ADD COLUMN previous_key_until timestamptz,
    ADD COLUMN wildcards boolean NOT NULL DEFAULT false,
    ADD COLUMN look jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN hours jsonb,
    ADD COLUMN sockets_per_visitor integer CHECK (sockets_per_visitor > 0),
    ADD COLUMN answers_per_minute integer CHECK (answers_per_minute > 0),
    ADD COLUMN text_limit integer CHECK (text_limit BETWEEN 500 AND 4000),
    ADD COLUMN uploads boolean NOT NULL DEFAULT true,
    ADD COLUMN identity_required boolean NOT NULL DEFAULT false,
    -- Salts, not secrets: with SECRET_KEY a salt makes its secret, without it nothing does.
    ADD COLUMN identity_salts jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN seen_at timestamptz,
    ADD COLUMN seen_origin text;

-- A wildcard stands in place of whole labels at the left, and only where it was chosen.
ALTER TABLE sites DROP CONSTRAINT sites_origins_look_like_origins;
ALTER TABLE sites ADD CONSTRAINT sites_origins_look_like_origins CHECK (
    cardinality(origins) = 0
    OR array_position(origins, NULL) IS NULL
    AND array_to_string(origins, ',') || ',' ~ '^(https?://([*][.])?[^/,*[:space:]]+,)+$'
    AND (wildcards OR strpos(array_to_string(origins, ','), '*') = 0)
) NOT VALID;

ALTER TABLE visitors
    ADD COLUMN external_id text,
    ADD COLUMN email text,
    ADD COLUMN attributes jsonb NOT NULL DEFAULT '{}',
    ADD CONSTRAINT visitors_external UNIQUE (site_id, external_id);

-- Where the visitor wrote from, and how to reach them when nobody was there.
ALTER TABLE conversations
    ADD COLUMN page jsonb,
    ADD COLUMN contact jsonb;
