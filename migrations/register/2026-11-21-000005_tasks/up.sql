-- Recurring tasks: when each is due, and which running copy of the program has taken it.
CREATE TABLE tasks (
    name TEXT NOT NULL PRIMARY KEY,
    due BIGINT NOT NULL,
    leased_by BLOB,
    leased_until BIGINT NOT NULL,
    finished BIGINT,
    outcome TEXT
);
