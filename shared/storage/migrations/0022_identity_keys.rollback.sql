ALTER TABLE sites DROP COLUMN identity_keys;
