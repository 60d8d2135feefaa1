DROP TABLE document_versions;
DELETE FROM documents WHERE state = 'deleted';
ALTER TABLE documents
    DROP COLUMN kind, DROP COLUMN text_version, DROP COLUMN how, DROP COLUMN author_id,
    DROP COLUMN author, DROP COLUMN changed_at, DROP COLUMN is_shared, DROP COLUMN deleted_at,
    DROP COLUMN deleted_by,
    DROP CONSTRAINT documents_state_check,
    ADD CONSTRAINT documents_state_check CHECK (
        state IN ('pending', 'indexing', 'ready', 'failed', 'removing', 'removed'));
ALTER TABLE agents
    DROP CONSTRAINT agents_knowledge_is_a_scope,
    DROP COLUMN instructions, DROP COLUMN instructions_version, DROP COLUMN knowledge,
    DROP COLUMN adapter, DROP COLUMN version;
