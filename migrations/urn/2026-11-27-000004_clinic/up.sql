-- What sessions of the clinic promise. docs/clinic.md says what is kept here and why. Days are those of the desk;
-- nothing says on which day, or after which other, a message came. Whatever is called sealed is sealed with the
-- master key, bound to its row and padded.
CREATE TABLE notices (
    meeting_id BLOB NOT NULL PRIMARY KEY,
    notice TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    -- as it stands now, in seconds; none: the standing clinic
    closes BIGINT,
    ended TEXT CHECK (ended IN ('over', 'cancelled')),
    -- how many matters their writers took away
    removed INTEGER NOT NULL DEFAULT 0
);

-- What came of a session, as everybody reads it: JSON of src/notices/report.rs. The edition says which is newer.
CREATE TABLE told_reports (
    meeting_id BLOB NOT NULL PRIMARY KEY REFERENCES notices (meeting_id),
    edition INTEGER NOT NULL,
    report TEXT NOT NULL
);

-- Messages that nobody has read yet.
CREATE TABLE letterbox (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB NOT NULL REFERENCES notices (meeting_id),
    way TEXT NOT NULL CHECK (way IN ('by_name', 'by_seat', 'open_door')),
    month TEXT NOT NULL CHECK (length(month) = 7),
    -- of the receipt: a keyed hash of its first six digits; sealed, argon2id of all of them
    locator BLOB NOT NULL CHECK (length(locator) = 16),
    lock BLOB NOT NULL,
    sealed BLOB NOT NULL,
    -- its writer lets it go to the desk although fewer than k have taken their seats
    may_go BOOLEAN NOT NULL
) /* /* */ WITHOUT ROWID -- */
;
CREATE INDEX letterbox_of_notice ON letterbox (meeting_id, way);
CREATE INDEX letterbox_by_locator ON letterbox (locator);

-- Files that were added to them; which kind each is and how large, sealed too. No foreign key: by it PostgreSQL would
-- note at a message which deed added something to it.
CREATE TABLE letterbox_files (
    id BLOB NOT NULL PRIMARY KEY,
    message_id BLOB NOT NULL,
    label BLOB NOT NULL,
    sealed BLOB NOT NULL
) /* /* */ WITHOUT ROWID -- */
;
CREATE INDEX files_of_message ON letterbox_files (message_id);

-- From when on the letterbox is emptied: the next full hour of an office after the last time, or after the first
-- message in an empty one.
CREATE TABLE emptying (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    due TEXT NOT NULL CHECK (length(due) = 13)
);

-- Seats and pieces of work that were used, each once, and by which content: a hash under a number that only the
-- browser knew.
CREATE TABLE spent_seats (
    meeting_id BLOB NOT NULL REFERENCES notices (meeting_id),
    mark BLOB NOT NULL CHECK (length(mark) = 32),
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    PRIMARY KEY (meeting_id, mark)
) /* /* */ WITHOUT ROWID -- */
;

-- The same of vouchers.
CREATE TABLE spent_vouchers (
    meeting_id BLOB NOT NULL REFERENCES notices (meeting_id),
    mark BLOB NOT NULL CHECK (length(mark) = 32),
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    PRIMARY KEY (meeting_id, mark)
) /* /* */ WITHOUT ROWID -- */
;

-- What somebody brought.
CREATE TABLE matters (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB NOT NULL REFERENCES notices (meeting_id),
    way TEXT NOT NULL CHECK (way IN ('by_name', 'by_seat', 'open_door')),
    month TEXT NOT NULL CHECK (length(month) = 7),
    topic TEXT NOT NULL,
    wants_board BOOLEAN NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('new', 'asked', 'office', 'answered', 'merged', 'held_back')),
    -- the name, where its writer gave one: sealed
    signed_as BLOB,
    -- who of the desk has it: sealed
    owner BLOB,
    due TEXT CHECK (length(due) = 10),
    -- by which office it is to be answered: sealed
    office BLOB,
    -- the day on which the desk first read it, and that of its first answer; working days in between
    opened_on TEXT CHECK (length(opened_on) = 10),
    answered_on TEXT CHECK (length(answered_on) = 10),
    waited INTEGER,
    -- what its writer says of the answer
    outcome TEXT CHECK (outcome IN ('solved', 'not_yet')),
    held_back TEXT,
    merged_into BLOB REFERENCES matters (id),
    -- of the receipt, as in the letterbox, under other values: nothing shows which message became which matter
    locator BLOB NOT NULL CHECK (length(locator) = 16),
    lock BLOB NOT NULL,
    -- goes up with every change, lest two people change it without seeing each other's
    edition INTEGER NOT NULL,
    last_deed BLOB
) /* /* */ WITHOUT ROWID -- */
;
CREATE INDEX matters_by_locator ON matters (locator);
CREATE INDEX matters_by_state ON matters (state);

-- What was said about it.
CREATE TABLE remarks (
    id BLOB NOT NULL PRIMARY KEY,
    matter_id BLOB NOT NULL REFERENCES matters (id),
    place INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('writer', 'ask', 'answer', 'office', 'note')),
    -- of what the desk said
    said_on TEXT CHECK (length(said_on) = 10),
    sealed BLOB NOT NULL
) /* /* */ WITHOUT ROWID -- */
;
CREATE INDEX remarks_of_matter ON remarks (matter_id, place);

-- Files that were added to it.
CREATE TABLE matter_files (
    id BLOB NOT NULL PRIMARY KEY,
    matter_id BLOB NOT NULL REFERENCES matters (id),
    label BLOB NOT NULL,
    sealed BLOB NOT NULL
) /* /* */ WITHOUT ROWID -- */
;
CREATE INDEX files_of_matter ON matter_files (matter_id);

-- What stands on the board, for everybody; without its matter, once that is removed.
CREATE TABLE cards (
    id BLOB NOT NULL PRIMARY KEY,
    matter_id BLOB UNIQUE REFERENCES matters (id),
    meeting_id BLOB NOT NULL REFERENCES notices (meeting_id),
    topic TEXT NOT NULL,
    month TEXT NOT NULL CHECK (length(month) = 7),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'answered', 'withdrawn')),
    title TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    office TEXT NOT NULL,
    answered_on TEXT CHECK (length(answered_on) = 10),
    -- what was changed because of it
    change TEXT NOT NULL,
    changed_on TEXT CHECK (length(changed_on) = 10)
);

-- Browsers that wonder too: the hash of a number that each keeps.
CREATE TABLE votes (
    card_id BLOB NOT NULL REFERENCES cards (id),
    mark BLOB NOT NULL CHECK (length(mark) = 32),
    PRIMARY KEY (card_id, mark)
) /* /* */ WITHOUT ROWID -- */
;
