-- What can be asked: versions of instruments. One that was put before anybody stays as it is.
CREATE TABLE instruments (
    id BLOB NOT NULL PRIMARY KEY,
    -- the same for all versions of one instrument
    family BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    -- the version it was made from
    source_id BLOB REFERENCES instruments (id),
    -- the round it was made for; none: it stands in the library
    survey_id BLOB REFERENCES surveys (id),
    -- as JSON, and the SHA-256 of that
    definition TEXT NOT NULL,
    digest BLOB NOT NULL,
    title_thai TEXT NOT NULL,
    title_english TEXT NOT NULL,
    questions INTEGER NOT NULL,
    -- the day on which it was last changed
    changed TEXT NOT NULL CHECK (length(changed) = 10),
    is_fixed BOOLEAN NOT NULL DEFAULT FALSE,
    is_put_away BOOLEAN NOT NULL DEFAULT FALSE,
    -- what could not be taken over from the file it came in, as JSON, until somebody has read it
    losses TEXT,
    UNIQUE (family, version)
);
CREATE INDEX instruments_of_survey ON instruments (survey_id) WHERE survey_id IS NOT NULL;
CREATE UNIQUE INDEX instruments_as_they_are ON instruments (id, digest);

ALTER TABLE surveys ADD COLUMN instrument_id BLOB REFERENCES instruments (id);
ALTER TABLE surveys ADD COLUMN copied_from BLOB REFERENCES surveys (id);
ALTER TABLE surveys ADD COLUMN door TEXT NOT NULL DEFAULT 'roll' CHECK (door IN ('roll', 'open_link'));
ALTER TABLE surveys ADD COLUMN opens BIGINT;
ALTER TABLE surveys ADD COLUMN closes BIGINT CHECK (closes > opens);
ALTER TABLE surveys ADD COLUMN grace_minutes INTEGER NOT NULL DEFAULT 10 CHECK (grace_minutes BETWEEN 0 AND 60);
ALTER TABLE surveys ADD COLUMN comparator TEXT CHECK (comparator IN ('at_least', 'over'));
-- in hundredths of a point
ALTER TABLE surveys ADD COLUMN target INTEGER CHECK (target BETWEEN 0 AND 10000);
ALTER TABLE surveys ADD COLUMN release_rule TEXT NOT NULL DEFAULT 'at_close' CHECK (release_rule IN ('at_close', 'in_blocks'));
ALTER TABLE surveys ADD COLUMN comments TEXT NOT NULL DEFAULT 'department' CHECK (comments IN ('nowhere', 'department', 'groups'));
ALTER TABLE surveys ADD COLUMN without_script BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE surveys ADD COLUMN one_by_one BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE surveys ADD COLUMN state TEXT NOT NULL DEFAULT 'draft'
    CHECK (state IN ('draft', 'scheduled', 'open', 'closed', 'published'))
    CHECK (state = 'draft' OR (opens IS NOT NULL AND closes IS NOT NULL AND instrument_id IS NOT NULL));
ALTER TABLE surveys ADD COLUMN opened BIGINT CHECK ((opened IS NULL) = (state IN ('draft', 'scheduled')));
ALTER TABLE surveys ADD COLUMN closed BIGINT CHECK ((closed IS NULL) = (state IN ('draft', 'scheduled', 'open')));
ALTER TABLE surveys ADD COLUMN published BIGINT CHECK ((published IS NULL) = (state <> 'published'));
-- why it could not open at its minute, as JSON
ALTER TABLE surveys ADD COLUMN trouble TEXT;
CREATE INDEX surveys_waiting ON surveys (state, opens, closes) WHERE state IN ('scheduled', 'open');

-- What was promised when a round opened. The database itself keeps it so: while this row stands, no
-- column it points at can be changed, by whatever role, and while the round is open the row stays.
CREATE UNIQUE INDEX surveys_as_promised
    ON surveys (id, instrument_id, door, k, release_rule, comments, without_script, grace_minutes);
ALTER TABLE rolls ADD COLUMN rule_digest BLOB;
CREATE UNIQUE INDEX rolls_as_promised ON rolls (survey_id, rule_digest);
CREATE TABLE openings (
    survey_id BLOB NOT NULL PRIMARY KEY,
    instrument_id BLOB NOT NULL,
    digest BLOB NOT NULL,
    door TEXT NOT NULL,
    k INTEGER NOT NULL,
    release_rule TEXT NOT NULL,
    comments TEXT NOT NULL,
    without_script BOOLEAN NOT NULL,
    grace_minutes INTEGER NOT NULL,
    -- of the rule the roll was drawn up by; none behind an open link
    rule_digest BLOB CHECK ((rule_digest IS NULL) = (door = 'open_link')),
    -- the close that was announced then
    closes BIGINT NOT NULL,
    FOREIGN KEY (survey_id, instrument_id, door, k, release_rule, comments, without_script, grace_minutes)
        REFERENCES surveys (id, instrument_id, door, k, release_rule, comments, without_script, grace_minutes),
    FOREIGN KEY (instrument_id, digest) REFERENCES instruments (id, digest),
    FOREIGN KEY (survey_id, rule_digest) REFERENCES rolls (survey_id, rule_digest)
);
ALTER TABLE surveys ADD COLUMN opening_id BLOB REFERENCES openings (survey_id)
    CHECK (state IN ('draft', 'scheduled') OR (opening_id IS NOT NULL AND opening_id = id));

-- A close put off, in order.
CREATE TABLE extensions (
    survey_id BLOB NOT NULL REFERENCES surveys (id),
    place INTEGER NOT NULL,
    decided TEXT NOT NULL CHECK (length(decided) = 10),
    closes_before BIGINT NOT NULL,
    closes_after BIGINT NOT NULL CHECK (closes_after > closes_before),
    PRIMARY KEY (survey_id, place)
);
