-- Who is to be asked, while it can still be changed: the rule, and how HR wants units put together.
CREATE TABLE audiences (
    survey_id BLOB NOT NULL PRIMARY KEY REFERENCES surveys (id),
    rule TEXT NOT NULL,
    -- none: the rule of the smallest unit
    groups TEXT
);

-- The roll of one survey, drawn up once.
CREATE TABLE rolls (
    survey_id BLOB NOT NULL PRIMARY KEY REFERENCES surveys (id),
    -- the day it was drawn up, never the minute
    drawn TEXT NOT NULL CHECK (length(drawn) = 10),
    rule TEXT NOT NULL,
    reference TEXT NOT NULL CHECK (length(reference) = 10),
    k INTEGER NOT NULL CHECK (k >= 3),
    -- how many were entered when it was drawn up, and since
    entered INTEGER NOT NULL,
    added INTEGER NOT NULL DEFAULT 0,
    -- once the survey is open it is not drawn up anew, whether anybody has collected or not
    is_open BOOLEAN NOT NULL DEFAULT FALSE
);

-- Reporting groups, fixed with the roll. Their names and sizes are public.
CREATE TABLE strata (
    id BLOB NOT NULL PRIMARY KEY,
    survey_id BLOB NOT NULL REFERENCES rolls (survey_id),
    place INTEGER NOT NULL,
    name_thai TEXT NOT NULL,
    name_english TEXT NOT NULL,
    size INTEGER NOT NULL,
    UNIQUE (survey_id, place)
);

CREATE TABLE stratum_units (
    survey_id BLOB NOT NULL REFERENCES rolls (survey_id),
    unit_id BLOB NOT NULL REFERENCES units (id),
    stratum_id BLOB NOT NULL REFERENCES strata (id),
    PRIMARY KEY (survey_id, unit_id)
);
CREATE INDEX stratum_units_of_stratum ON stratum_units (stratum_id);

-- Who may answer. One bit, and no time: that they collected a credential.
CREATE TABLE roll (
    survey_id BLOB NOT NULL REFERENCES rolls (survey_id),
    person_id BLOB NOT NULL REFERENCES people (id),
    stratum_id BLOB NOT NULL REFERENCES strata (id),
    has_collected BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (survey_id, person_id)
);
CREATE INDEX roll_of_person ON roll (person_id);
CREATE INDEX roll_of_stratum ON roll (stratum_id);
