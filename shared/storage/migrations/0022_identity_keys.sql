-- Public keys by which a site's server vouches for visitors, beside the secret.
-- depends: 0013_sites

-- Public halves alone: a copy of them signs nothing.
ALTER TABLE sites ADD COLUMN identity_keys jsonb NOT NULL DEFAULT '[]';
