ALTER TABLE agents DROP COLUMN wrong_share;
