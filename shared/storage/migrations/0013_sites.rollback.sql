ALTER TABLE conversations DROP COLUMN page, DROP COLUMN contact;
ALTER TABLE visitors DROP COLUMN external_id, DROP COLUMN email, DROP COLUMN attributes;
ALTER TABLE sites DROP CONSTRAINT sites_origins_look_like_origins;
ALTER TABLE sites
    DROP COLUMN previous_key, DROP COLUMN previous_key_until, DROP COLUMN wildcards,
    DROP COLUMN look, DROP COLUMN hours, DROP COLUMN sockets_per_visitor,
    DROP COLUMN answers_per_minute, DROP COLUMN text_limit, DROP COLUMN uploads,
    DROP COLUMN identity_required, DROP COLUMN identity_salts, DROP COLUMN seen_at,
    DROP COLUMN seen_origin;
ALTER TABLE sites ADD CONSTRAINT sites_origins_look_like_origins CHECK (
    cardinality(origins) = 0
    OR array_position(origins, NULL) IS NULL
    AND array_to_string(origins, ',') || ',' ~ '^(https?://[^/,[:space:]]+,)+$'
) NOT VALID;
