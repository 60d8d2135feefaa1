-- The operators' inbox: full-text search, labels, saved views, read marks, the last words said.
-- depends: 0007_audit_log

-- What somebody said last: sentences of the system do not count.
ALTER TABLE conversations ADD COLUMN spoken_seq bigint NOT NULL DEFAULT 0;
UPDATE conversations c SET (spoken_seq, last_sender, last_text, last_at) = (
    SELECT coalesce(max(m.seq), 0), max(m.sender), coalesce(max(left(m.text, 120)), ''), max(m.at)
    FROM (SELECT * FROM messages WHERE conversation_id = c.id AND sender <> 'system'
          ORDER BY seq DESC LIMIT 1) AS m)
WHERE c.last_seq > 0;

-- Words as they are compared: stems of Russian and English. No stop words are left out: whoever
-- looks for «не» finds it, and «всё» in a phrase is a word like others.
CREATE TEXT SEARCH DICTIONARY otvet_ru (TEMPLATE = snowball, LANGUAGE = russian);
CREATE TEXT SEARCH DICTIONARY otvet_en (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION otvet (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION otvet ALTER MAPPING FOR word, hword, hword_part WITH otvet_ru;
ALTER TEXT SEARCH CONFIGURATION otvet
    ALTER MAPPING FOR asciiword, asciihword, hword_asciipart WITH otvet_en;

-- The parser must see words alone: to it «a@b.ru» is one e-mail, «ё» another letter than «е».
CREATE FUNCTION search_plain(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT translate(lower($1), 'ё@._-/\:+#<>&=%?~''', 'е                 ')
$$;

-- Numbers that may be telephones, by their last ten digits and last seven, however written.
CREATE FUNCTION search_phones(text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT right(digits, length) FROM
        (SELECT regexp_replace(found[1], '\D', '', 'g') AS digits
         FROM regexp_matches($1, '\d[\d ()–-]{5,20}\d', 'g') AS found) AS numbers,
        (VALUES (10), (7)) AS kept(length)
    WHERE length(digits) BETWEEN length AND 15
$$;

-- Names are written out: a dump is restored with an empty search path.
CREATE FUNCTION search_words(text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE WHEN $1 ~ '\d[\d ()–-]{5,20}\d'
        THEN to_tsvector('public.otvet', public.search_plain($1))
             || array_to_tsvector(ARRAY(SELECT public.search_phones($1)))
        ELSE to_tsvector('public.otvet', public.search_plain($1)) END
$$;

ALTER TABLE messages ADD COLUMN words tsvector GENERATED ALWAYS AS (
    CASE WHEN sender <> 'system' THEN search_words(text) END) STORED;
-- How common a word is decides how it is looked for: words that the statistics do not name must be
-- rare indeed.
ALTER TABLE messages ALTER COLUMN words SET STATISTICS 1000;
-- New words wait in a short list, which every search reads and the writer that fills it sorts in.
CREATE INDEX messages_words ON messages USING gin (words) WITH (gin_pending_list_limit = 512);

ALTER TABLE visitors ADD COLUMN words tsvector GENERATED ALWAYS AS (search_words(name)) STORED;
CREATE INDEX visitors_words ON visitors USING gin (words) WITH (gin_pending_list_limit = 512);

CREATE TABLE labels (
    id         uuid PRIMARY KEY,
    site_id    uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
    name       text NOT NULL CHECK (name <> ''),
    colour     text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX labels_name ON labels (site_id, lower(name));

CREATE TABLE conversation_labels (
    conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
    label_id        uuid NOT NULL REFERENCES labels ON DELETE CASCADE,
    PRIMARY KEY (conversation_id, label_id)
);
CREATE INDEX conversation_labels_label ON conversation_labels (label_id, conversation_id);

-- Filters under a name. With a site it is shared with the site's people.
CREATE TABLE inbox_views (
    id         uuid PRIMARY KEY,
    owner_id   uuid NOT NULL REFERENCES operators ON DELETE CASCADE,
    site_id    uuid REFERENCES sites ON DELETE CASCADE,
    name       text NOT NULL CHECK (name <> ''),
    filters    jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX inbox_views_owner ON inbox_views (owner_id);
CREATE INDEX inbox_views_site ON inbox_views (site_id) WHERE site_id IS NOT NULL;

-- How far an operator has seen a conversation, on whichever device.
CREATE TABLE operator_reads (
    conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
    operator_id     uuid NOT NULL REFERENCES operators ON DELETE CASCADE,
    seq             bigint NOT NULL,
    PRIMARY KEY (conversation_id, operator_id)
);

CREATE INDEX conversations_waiting ON conversations (site_id, waiting_since)
    WHERE status = 'waiting';
