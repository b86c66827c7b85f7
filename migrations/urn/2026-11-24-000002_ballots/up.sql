-- In SQLite every row has a hidden number in order of arrival. Tables of ballots and answers are kept
-- WITHOUT ROWID there, in the order of their random keys. PostgreSQL does not know these words; it reads
-- the line below as one comment, because comments nest there:
--
--     ) /* /* */ WITHOUT ROWID -- */

-- What was put before staff. Moments are seconds.
CREATE TABLE papers (
    survey_id BLOB NOT NULL PRIMARY KEY,
    paper TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    opens BIGINT NOT NULL,
    release_rule TEXT NOT NULL CHECK (release_rule IN ('at_close', 'in_blocks')),
    -- as it stands now, and until when a ballot that was signed before is taken
    closes BIGINT NOT NULL CHECK (closes > opens),
    taken_until BIGINT NOT NULL CHECK (taken_until >= closes),
    stage TEXT NOT NULL CHECK (stage IN ('open', 'closed', 'released')),
    -- the day of the close
    closed TEXT CHECK (length(closed) = 10) CHECK ((closed IS NULL) = (stage = 'open')),
    -- how many ballots were never opened, because there were fewer than k
    unopened INTEGER NOT NULL DEFAULT 0,
    -- how many texts were not kept, because there were fewer than twice k ballots
    texts_withheld INTEGER NOT NULL DEFAULT 0
);

-- Reporting groups, and what came of each. roll and issued are told at the close.
CREATE TABLE strata (
    id BLOB NOT NULL PRIMARY KEY,
    survey_id BLOB NOT NULL REFERENCES papers (survey_id),
    place INTEGER NOT NULL,
    -- where its opened ballots are counted
    group_id BLOB,
    roll INTEGER NOT NULL DEFAULT 0,
    issued INTEGER NOT NULL DEFAULT 0,
    counted INTEGER NOT NULL DEFAULT 0,
    spoilt INTEGER NOT NULL DEFAULT 0,
    replaced INTEGER NOT NULL DEFAULT 0,
    UNIQUE (survey_id, place)
);

-- Ballots that nobody can read yet.
CREATE TABLE sealed_ballots (
    survey_id BLOB NOT NULL REFERENCES papers (survey_id),
    -- whoever drew it may have drawn the same for another survey: nothing binds the two
    message BLOB NOT NULL CHECK (length(message) = 64),
    stratum_id BLOB NOT NULL REFERENCES strata (id),
    signature BLOB NOT NULL,
    sealed BLOB NOT NULL,
    -- the first 16 bytes of SHA-256 of what is sealed, and of what it took the place of
    digest BLOB NOT NULL CHECK (length(digest) = 16),
    superseded BLOB NOT NULL,
    replaced INTEGER NOT NULL,
    PRIMARY KEY (survey_id, message)
) /* /* */ WITHOUT ROWID -- */
;
CREATE INDEX sealed_ballots_of_stratum ON sealed_ballots (stratum_id);

-- The messages of ballots that were opened: lines of the bulletin, and what cannot be cast again.
-- Nothing joins them with the answers.
CREATE TABLE opened_ballots (
    survey_id BLOB NOT NULL REFERENCES papers (survey_id),
    message BLOB NOT NULL CHECK (length(message) = 64),
    stratum_id BLOB NOT NULL REFERENCES strata (id),
    signature BLOB NOT NULL,
    is_spoilt BOOLEAN NOT NULL,
    PRIMARY KEY (survey_id, message)
) /* /* */ WITHOUT ROWID -- */
;

-- What results are shown of: strata put together until each has k ballots.
CREATE TABLE result_groups (
    id BLOB NOT NULL PRIMARY KEY,
    survey_id BLOB NOT NULL REFERENCES papers (survey_id),
    place INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    UNIQUE (survey_id, place)
);

-- Opened answers, without any text, each under a fresh random id.
CREATE TABLE answers (
    id BLOB NOT NULL PRIMARY KEY,
    survey_id BLOB NOT NULL REFERENCES papers (survey_id),
    group_id BLOB NOT NULL REFERENCES result_groups (id),
    -- see src/instruments/compact.rs
    compact BLOB NOT NULL
) /* /* */ WITHOUT ROWID -- */
;
CREATE INDEX answers_of_survey ON answers (survey_id);

-- Every text on its own: nothing says which answers came with it.
CREATE TABLE texts (
    id BLOB NOT NULL PRIMARY KEY,
    survey_id BLOB NOT NULL REFERENCES papers (survey_id),
    -- none: of the whole department
    group_id BLOB REFERENCES result_groups (id),
    item TEXT NOT NULL,
    text TEXT NOT NULL
) /* /* */ WITHOUT ROWID -- */
;
CREATE INDEX texts_of_survey ON texts (survey_id);
