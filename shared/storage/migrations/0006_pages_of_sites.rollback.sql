ALTER TABLE web_sources DROP COLUMN removed;
DROP TABLE web_pages;
