DROP TABLE web_sources, document_originals;
DELETE FROM documents WHERE state IN ('removing', 'removed');
ALTER TABLE documents
    DROP COLUMN url, DROP COLUMN language, DROP COLUMN notes,
    DROP CONSTRAINT documents_state_check,
    ADD CONSTRAINT documents_state_check CHECK (
        state IN ('pending', 'indexing', 'ready', 'failed'));
