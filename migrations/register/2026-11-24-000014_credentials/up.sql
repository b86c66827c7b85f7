-- The paper of a survey that has opened, as it was put before staff, and how far the urn has heard of it.
CREATE TABLE papers (
    survey_id BLOB NOT NULL PRIMARY KEY REFERENCES openings (survey_id),
    paper TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    -- opens the sealed answers; itself sealed under the master key, and gone after the release
    opening_key BLOB,
    -- made: not yet in the urn; posted: in the urn; released: what was sealed is opened, the keys are gone
    stage TEXT NOT NULL CHECK (stage IN ('made', 'posted', 'released'))
        CHECK ((opening_key IS NULL) = (stage = 'released')),
    -- the close that the urn has heard of
    closes_told BIGINT NOT NULL
);

-- What signs credentials, one key for each stratum. Behind an open link there is one stratum, on no roll.
CREATE TABLE signing_keys (
    stratum_id BLOB NOT NULL PRIMARY KEY,
    survey_id BLOB NOT NULL REFERENCES papers (survey_id),
    spki BLOB NOT NULL,
    -- sealed under the master key, and gone after the release
    private_key BLOB
);
CREATE INDEX signing_keys_of_survey ON signing_keys (survey_id);

-- Of the blinded message that was signed: a keyed hash, so that the same one is signed again and no
-- other. It has nothing to do with the ballot: that is what blinding is. As long before as after, so
-- that a row never grows.
ALTER TABLE roll ADD COLUMN blinded BLOB;
-- Which link of this person counts: a new one makes the earlier ones void.
ALTER TABLE roll ADD COLUMN link INTEGER NOT NULL DEFAULT 1;
-- They asked not to be reminded.
ALTER TABLE roll ADD COLUMN is_left_alone BOOLEAN NOT NULL DEFAULT FALSE;

-- Admissions of open links that were exchanged for a credential: each once.
CREATE TABLE spent_admissions (
    nonce BLOB NOT NULL PRIMARY KEY,
    survey_id BLOB NOT NULL REFERENCES papers (survey_id),
    blinded BLOB NOT NULL
);
CREATE INDEX spent_admissions_of_survey ON spent_admissions (survey_id);
