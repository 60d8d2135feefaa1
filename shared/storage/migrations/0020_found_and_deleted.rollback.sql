DROP VIEW entered_sites;
ALTER TABLE sites DROP COLUMN told_sites, DROP COLUMN deleted_at;
DROP INDEX conversations_email;
DROP INDEX visitors_email;
