-- What is made before a survey opens, because it takes a while: its paper and its keys, sealed under the
-- master key. Gone once the survey is open; outlives a survey that was removed, until the urn is rid of its paper.
CREATE TABLE preparations (
    survey_id BLOB NOT NULL PRIMARY KEY,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    sealed BLOB NOT NULL
);

-- Whose the sixteen digits are that open a survey: a keyed hash of them, so that nobody reads them here.
CREATE TABLE personal_codes (
    hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    survey_id BLOB NOT NULL REFERENCES rolls (survey_id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id),
    -- which of their links it is: only the one that the roll names counts
    link INTEGER NOT NULL,
    -- it stands in a letter or on a slip
    is_out BOOLEAN NOT NULL DEFAULT FALSE,
    -- HR printed it, and may have a copy
    is_printed BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX personal_codes_of_person ON personal_codes (survey_id, person_id);
-- Addresses that no letter reaches. Holds as long as the person has this address.
CREATE TABLE undeliverable (
    person_id BLOB NOT NULL PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    reason TEXT NOT NULL,
    found TEXT NOT NULL CHECK (length(found) = 10),
    -- what a reminder found out is never shown, because it tells who was reminded: it is forgotten at the close. 0: it is
    -- no secret
    hidden_until BIGINT NOT NULL
);

-- Slips that are drawn from a box: codes of a group, and nobody's.
ALTER TABLE surveys ADD COLUMN slips TEXT NOT NULL DEFAULT 'named'
    CHECK (slips IN ('named', 'drawn')) CHECK (slips = 'named' OR door = 'roll');
CREATE TABLE drawn_slips (
    hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    survey_id BLOB NOT NULL REFERENCES rolls (survey_id),
    stratum_id BLOB NOT NULL REFERENCES strata (id) ON DELETE CASCADE,
    has_collected BOOLEAN NOT NULL DEFAULT FALSE,
    -- as long before as after, so that a row never grows
    blinded BLOB NOT NULL CHECK (length(blinded) = 32)
);
CREATE INDEX drawn_slips_of_stratum ON drawn_slips (stratum_id);

-- What letters say, where somebody has changed it.
CREATE TABLE letter_texts (
    survey_id BLOB NOT NULL REFERENCES surveys (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reminder')),
    language TEXT NOT NULL CHECK (language IN ('th', 'en')),
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (survey_id, kind, language)
);

-- Letters to many, for one reason. Who got one is not kept.
CREATE TABLE campaigns (
    id BLOB NOT NULL PRIMARY KEY,
    survey_id BLOB NOT NULL REFERENCES surveys (id),
    kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reminder')),
    -- the invitation is 0, reminders are counted from 1
    number INTEGER NOT NULL CHECK ((number = 0) = (kind = 'invitation')),
    day TEXT NOT NULL CHECK (length(day) = 10),
    UNIQUE (survey_id, kind, number)
);
CREATE TABLE reminder_rules (
    survey_id BLOB NOT NULL PRIMARY KEY REFERENCES surveys (id) ON DELETE CASCADE,
    most INTEGER NOT NULL CHECK (most BETWEEN 0 AND 10),
    -- working days between two letters
    days_apart INTEGER NOT NULL CHECK (days_apart BETWEEN 1 AND 30),
    on_working_days BOOLEAN NOT NULL
);
CREATE TABLE planned_reminders (
    id BLOB NOT NULL PRIMARY KEY,
    survey_id BLOB NOT NULL REFERENCES surveys (id) ON DELETE CASCADE,
    counted_from TEXT NOT NULL CHECK (counted_from IN ('opening', 'close')),
    days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 90),
    hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
    -- none until its hour has come
    outcome TEXT CHECK (outcome IN ('sent', 'too_soon', 'enough', 'too_late')),
    UNIQUE (survey_id, counted_from, days)
);

-- Days on which offices are closed, by law or by decision of the cabinet.
CREATE TABLE holidays (
    day TEXT NOT NULL PRIMARY KEY CHECK (length(day) = 10),
    name_thai TEXT NOT NULL CHECK (name_thai <> ''),
    name_english TEXT NOT NULL DEFAULT ''
);

-- How many have collected at least, once a day, in steps of at least k: all that is ever shown of it.
CREATE TABLE turnout (
    survey_id BLOB NOT NULL REFERENCES surveys (id),
    day TEXT NOT NULL CHECK (length(day) = 10),
    shown INTEGER NOT NULL,
    PRIMARY KEY (survey_id, day)
);
CREATE TABLE turnout_of_strata (
    stratum_id BLOB NOT NULL PRIMARY KEY,
    survey_id BLOB NOT NULL REFERENCES surveys (id),
    shown INTEGER NOT NULL,
    -- shown in the total alone, and never again in the figure of the group
    in_total INTEGER NOT NULL
);

-- How many letters went out in the minute that runs, whichever server sent them.
CREATE TABLE courier_pace (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    minute BIGINT NOT NULL,
    used INTEGER NOT NULL
);

-- Letters to one go before letters to many, of which ten thousand may be due.
CREATE INDEX outbox_by_kind ON outbox (kind, state, due);
