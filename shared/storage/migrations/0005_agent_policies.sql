-- How many of its answers, as a share of all messages, an agent may get wrong. NULL: as many as
-- the calibration accepts.
-- depends: 0004_documents_from_files

ALTER TABLE agents ADD COLUMN wrong_share double precision
    CONSTRAINT agents_wrong_share_is_measured CHECK (wrong_share BETWEEN 0.005 AND 0.1);
