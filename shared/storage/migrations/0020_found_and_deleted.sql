-- Visitors are found by their e-mail; sites are deleted, in the background; who enters which site.
-- depends: 0013_sites 0014_people 0017_attachments

-- By its beginning, in small letters: bytes are compared, whatever the database's locale.
CREATE INDEX visitors_email ON visitors (site_id, (lower(email) COLLATE "C"))
    WHERE email IS NOT NULL;
CREATE INDEX conversations_email ON conversations (site_id, (lower(contact->>'email') COLLATE "C"))
    WHERE contact IS NOT NULL;

ALTER TABLE sites
    -- Nothing opens it any more; what there is of it is erased, then the row goes.
    ADD COLUMN deleted_at timestamptz,
    -- Sites whose administrators read in their log that nothing is left of it.
    ADD COLUMN told_sites uuid[] NOT NULL DEFAULT '{}';

-- Sites that somebody enters: theirs, but for those that require a second factor they do not have.
CREATE VIEW entered_sites AS
SELECT m.operator_id, m.site_id
FROM operator_sites m
JOIN sites s ON s.id = m.site_id
JOIN operators o ON o.id = m.operator_id
WHERE NOT s.two_factor_required OR o.totp_at IS NOT NULL;
