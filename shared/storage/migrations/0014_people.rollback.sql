DROP INDEX conversations_held, operator_sites_site, operator_sessions_operator;
DROP TABLE password_links, invitation_sites, invitations, recovery_codes;
ALTER TABLE operator_sessions DROP COLUMN user_agent, DROP COLUMN address, DROP COLUMN used_at;
ALTER TABLE sites DROP COLUMN two_factor_required;
ALTER TABLE operators DROP COLUMN totp_secret, DROP COLUMN totp_pending, DROP COLUMN totp_at,
    DROP COLUMN totp_step, DROP COLUMN password_at;
