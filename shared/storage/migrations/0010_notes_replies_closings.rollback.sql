ALTER TABLE conversations DROP COLUMN close_reason, DROP COLUMN close_comment;
ALTER TABLE messages DROP COLUMN close_reason, DROP COLUMN close_comment;
DROP TABLE replies;
DROP TABLE note_mentions;
DROP TABLE notes;
