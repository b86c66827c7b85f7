-- What is to be done about what was found: plans with their measures, the steps of these, and how far each has come.
CREATE TABLE plans (
    id BLOB NOT NULL PRIMARY KEY,
    -- the round whose findings it answers; a plan may stand for a fiscal year (B.E.) alone
    survey_id BLOB UNIQUE REFERENCES surveys (id) ON DELETE SET NULL,
    fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2400 AND 2700),
    title_thai TEXT NOT NULL CHECK (title_thai <> ''),
    title_english TEXT NOT NULL DEFAULT '',
    policy TEXT NOT NULL DEFAULT '',
    -- the months that it is for: 0 is October, 11 is September
    first_month INTEGER NOT NULL CHECK (first_month BETWEEN 0 AND 11),
    last_month INTEGER NOT NULL CHECK (last_month BETWEEN first_month AND 11),
    -- goes up with every change, lest two people change it without seeing each other's
    revision INTEGER NOT NULL
);

CREATE TABLE measures (
    id BLOB NOT NULL PRIMARY KEY,
    plan_id BLOB NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    -- its place in the plan, from 1
    place INTEGER NOT NULL,
    -- of PIRAB; none: not said yet
    letter TEXT CHECK (letter IN ('P', 'I', 'R', 'A', 'B')),
    body TEXT NOT NULL CHECK (body <> ''),
    -- empty: that of the measure before it holds for this one too
    reason TEXT NOT NULL,
    -- what staff are to know, one on each line
    topics TEXT NOT NULL,
    -- what was found that it answers: a round, and in it 'part:d1' or 'item:i7'
    about_survey_id BLOB REFERENCES surveys (id) ON DELETE SET NULL,
    about_point TEXT,
    -- the owner's own tick
    done_on TEXT CHECK (length(done_on) = 10),
    -- the round that asks staff whether it really happened
    poll_id BLOB REFERENCES surveys (id) ON DELETE SET NULL,
    revision INTEGER NOT NULL
);
CREATE INDEX measures_of_plan ON measures (plan_id);
CREATE INDEX measures_about_survey ON measures (about_survey_id);
CREATE INDEX measures_with_poll ON measures (poll_id);

CREATE TABLE plan_steps (
    id BLOB NOT NULL PRIMARY KEY,
    measure_id BLOB NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    body TEXT NOT NULL CHECK (body <> ''),
    -- twelve bits each, October the lowest: planned, and done
    months INTEGER NOT NULL CHECK (months BETWEEN 0 AND 4095),
    done INTEGER NOT NULL CHECK (done BETWEEN 0 AND 4095),
    budget TEXT NOT NULL,
    owner TEXT NOT NULL,
    -- where the owner is written to, sealed
    owner_email BLOB,
    status TEXT NOT NULL CHECK (status IN ('planned', 'under_way', 'done', 'put_off', 'dropped')),
    evidence TEXT NOT NULL,
    link TEXT NOT NULL,
    revision INTEGER NOT NULL
);
CREATE INDEX plan_steps_of_measure ON plan_steps (measure_id);

-- What was said about a month of a step.
CREATE TABLE plan_notes (
    id BLOB NOT NULL PRIMARY KEY,
    step_id BLOB NOT NULL REFERENCES plan_steps (id) ON DELETE CASCADE,
    month INTEGER NOT NULL CHECK (month BETWEEN 0 AND 11),
    body TEXT NOT NULL CHECK (body <> ''),
    -- a name, not an account: it stays when the account is gone
    written_by TEXT NOT NULL,
    written BIGINT NOT NULL
);
CREATE INDEX plan_notes_of_step ON plan_notes (step_id);

-- In which month the owners were last written to, and reminded.
CREATE TABLE plan_letters (
    kind TEXT NOT NULL PRIMARY KEY CHECK (kind IN ('first', 'reminder')),
    month TEXT NOT NULL CHECK (length(month) = 7)
);
