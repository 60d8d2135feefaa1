-- Visitors are found by their e-mail.
-- depends: 0017_attachments

-- By its beginning, in small letters: bytes are compared, whatever the database's locale.
CREATE INDEX visitors_email ON visitors (site_id, (lower(email) COLLATE "C"))
    WHERE email IS NOT NULL;
CREATE INDEX conversations_email ON conversations (site_id, (lower(contact->>'email') COLLATE "C"))
    WHERE contact IS NOT NULL;
