ALTER TABLE sites DROP CONSTRAINT sites_origins_look_like_origins;
