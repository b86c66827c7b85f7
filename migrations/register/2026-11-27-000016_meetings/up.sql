-- Sessions of the clinic: what is planned, and from the opening on what was promised.
CREATE TABLE meetings (
    id BLOB NOT NULL PRIMARY KEY,
    stage TEXT NOT NULL CHECK (stage IN ('draft', 'opening', 'open', 'over', 'cancelled')),
    -- JSON of src/meetings/plan.rs
    plan TEXT NOT NULL,
    -- contributions are taken until here as it stands now, and as the urn was told; none for the standing clinic
    closes BIGINT,
    closes_told BIGINT,
    -- none in a draft: the text that was promised, its SHA-256, and what seats are signed with, sealed; gone at the end
    notice TEXT,
    hash BLOB CHECK (length(hash) = 32),
    signing_key BLOB,
    -- how many were invited
    invited INTEGER NOT NULL DEFAULT 0,
    -- kept at the end, when the seats are forgotten
    k_had_taken BOOLEAN NOT NULL DEFAULT FALSE,
    end_is_told BOOLEAN NOT NULL DEFAULT FALSE,
    CHECK ((notice IS NULL) = (stage = 'draft')),
    CHECK ((notice IS NULL) = (hash IS NULL)),
    CHECK (stage IN ('opening', 'open') OR signing_key IS NULL)
);

-- Who is invited, while contributions are taken. One bit, and no time: that they took their seats.
CREATE TABLE seats (
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- a keyed hash of the digits of the link that counts, and which of their links it is
    code BLOB NOT NULL UNIQUE CHECK (length(code) = 32),
    which INTEGER NOT NULL DEFAULT 1,
    -- it stands in a letter or on a slip
    is_out BOOLEAN NOT NULL DEFAULT FALSE,
    -- HR printed it, and may have a copy
    is_printed BOOLEAN NOT NULL DEFAULT FALSE,
    has_taken_seats BOOLEAN NOT NULL DEFAULT FALSE,
    -- as long before as after, so that a row never grows
    blinded BLOB NOT NULL CHECK (length(blinded) = 32),
    PRIMARY KEY (meeting_id, person_id)
);
CREATE INDEX seats_of_person ON seats (person_id);

-- The working day on which those who answer were told what waits.
CREATE TABLE desk_digests (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    written_on TEXT NOT NULL CHECK (length(written_on) = 10)
);

-- What came of sessions.
CREATE TABLE meeting_reports (
    meeting_id BLOB NOT NULL PRIMARY KEY REFERENCES meetings (id) ON DELETE CASCADE,
    -- goes up with every change, lest two people change it without seeing each other's
    edition INTEGER NOT NULL,
    -- JSON of src/notices/report.rs
    draft TEXT NOT NULL,
    -- the round by which those who came say what they thought of it
    evaluation_id BLOB REFERENCES surveys (id) ON DELETE SET NULL,
    -- as everybody reads it, of which edition it is, and which one the urn has
    published TEXT,
    published_edition INTEGER NOT NULL DEFAULT 0,
    told_edition INTEGER NOT NULL DEFAULT 0,
    CHECK ((published IS NULL) = (published_edition = 0)),
    CHECK (published_edition <= edition)
);
CREATE INDEX meeting_reports_of_evaluation ON meeting_reports (evaluation_id);
