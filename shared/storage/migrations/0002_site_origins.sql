-- An origin typed wrong is left out when it is read; better it is refused when it is written.
-- NOT VALID: rows from before stay as they are, and are checked when they next change.
-- depends: 0001_first_tables

ALTER TABLE sites ADD CONSTRAINT sites_origins_look_like_origins CHECK (
    cardinality(origins) = 0
    OR array_position(origins, NULL) IS NULL
    AND array_to_string(origins, ',') || ',' ~ '^(https?://[^/,[:space:]]+,)+$'
) NOT VALID;
