-- Sessions of the clinic at which questions are asked by phone, and the code that leads to them.
CREATE TABLE live_rooms (
    meeting_id BLOB NOT NULL PRIMARY KEY,
    code TEXT NOT NULL CHECK (length(code) = 6),
    title_thai TEXT NOT NULL,
    title_english TEXT NOT NULL,
    -- figures of fewer are not kept once it is over
    k INTEGER NOT NULL CHECK (k >= 1),
    is_moderated BOOLEAN NOT NULL,
    is_open BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX live_rooms_by_code ON live_rooms (code) WHERE is_open;

-- What was asked, sealed, all of one size, under random ids. place: one of the three that a browser has for
-- questions that wait; a keyed hash, which nobody can compute without what lies in that browser.
CREATE TABLE live_questions (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB NOT NULL REFERENCES live_rooms (meeting_id),
    sealed BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'shown', 'now', 'answered', 'hidden')),
    votes INTEGER NOT NULL CHECK (votes >= 0),
    place BLOB UNIQUE CHECK (length(place) = 32)
) /* /* */ WITHOUT ROWID -- */
;
CREATE INDEX live_questions_of_room ON live_questions (meeting_id, state);

-- "Me too", once for a browser: a keyed hash of the question and of what lies in that browser. The same browser
-- has another one at every question. Gone when the room is closed.
CREATE TABLE live_votes (
    question_id BLOB NOT NULL REFERENCES live_questions (id),
    mark BLOB NOT NULL CHECK (length(mark) = 32),
    PRIMARY KEY (question_id, mark)
) /* /* */ WITHOUT ROWID -- */
;
