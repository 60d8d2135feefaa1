ALTER TABLE conversations DROP COLUMN episodes_due;
DROP TABLE episodes;
