DROP INDEX conversations_email;
DROP INDEX visitors_email;
