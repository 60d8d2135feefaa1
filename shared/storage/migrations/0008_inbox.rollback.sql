DROP INDEX conversations_waiting;
DROP TABLE operator_reads, inbox_views, conversation_labels, labels;
ALTER TABLE visitors DROP COLUMN words;
ALTER TABLE messages DROP COLUMN words;
DROP FUNCTION search_words, search_phones, search_plain;
DROP TEXT SEARCH CONFIGURATION otvet;
DROP TEXT SEARCH DICTIONARY otvet_ru, otvet_en;
ALTER TABLE conversations DROP COLUMN spoken_seq;
