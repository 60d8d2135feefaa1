-- Agents are edited whole; documents keep their earlier versions, and come back when deleted.
-- depends: 0007_audit_log

ALTER TABLE agents
    -- What an administrator tells the agent besides the shipped rules, by language.
    ADD COLUMN instructions jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN instructions_version integer NOT NULL DEFAULT 0,
    -- Whose documents it may answer from.
    ADD COLUMN knowledge text NOT NULL DEFAULT 'own'
        CONSTRAINT agents_knowledge_is_a_scope CHECK (knowledge IN ('own', 'shared', 'all')),
    -- NULL: the version that is active where the model runs. Empty: the bare model.
    ADD COLUMN adapter text,
    -- Grows with every edit in the console; 0: as it was loaded.
    ADD COLUMN version integer NOT NULL DEFAULT 0;

ALTER TABLE documents
    ADD COLUMN kind text NOT NULL DEFAULT 'text' CHECK (kind IN ('text', 'answers')),
    -- Which version `text` is of: that of a file comes when it is read.
    ADD COLUMN text_version integer NOT NULL DEFAULT 0,
    ADD COLUMN how text NOT NULL DEFAULT 'upload'
        CHECK (how IN ('upload', 'edit', 'web', 'roll_back', 'restore', 'copy', 'demo')),
    ADD COLUMN author_id uuid REFERENCES operators ON DELETE SET NULL,
    ADD COLUMN author text NOT NULL DEFAULT '',
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
    -- Agents whose scope is 'shared' answer from it too.
    ADD COLUMN is_shared boolean NOT NULL DEFAULT false,
    -- Deleted by a person: out of the index like any other that goes, and kept a while.
    ADD COLUMN deleted_at timestamptz,
    ADD COLUMN deleted_by text NOT NULL DEFAULT '',
    DROP CONSTRAINT documents_state_check,
    ADD CONSTRAINT documents_state_check CHECK (
        state IN ('pending', 'indexing', 'ready', 'failed', 'removing', 'removed', 'deleted'));
UPDATE documents d SET changed_at = updated_at,
    how = CASE WHEN url IS NOT NULL THEN 'web' ELSE 'upload' END,
    text_version = CASE
        WHEN EXISTS (SELECT FROM document_originals o WHERE o.document_id = d.id) THEN 0
        WHEN state = 'failed' AND text = '' THEN 0
        ELSE version END;
CREATE INDEX documents_deleted ON documents (deleted_at) WHERE deleted_at IS NOT NULL;

-- What documents were before their present version.
CREATE TABLE document_versions (
    document_id  uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    version      integer NOT NULL,
    title        text NOT NULL,
    text         text NOT NULL,
    kind         text NOT NULL,
    language     text,
    how          text NOT NULL,
    author_id    uuid REFERENCES operators ON DELETE SET NULL,
    author       text NOT NULL,
    changed_at   timestamptz NOT NULL,
    PRIMARY KEY (document_id, version)
);
