-- What an office has to do in a fiscal year, year by year the same and never quite.
CREATE TABLE agenda (
    id BLOB NOT NULL PRIMARY KEY,
    fiscal_year INTEGER NOT NULL,
    what_thai TEXT NOT NULL,
    what_english TEXT NOT NULL,
    first_day TEXT NOT NULL CHECK (length(first_day) = 10),
    last_day TEXT NOT NULL CHECK (length(last_day) = 10),
    -- goes up with every change
    revision INTEGER NOT NULL,
    -- the day on which somebody said that it is done
    done TEXT CHECK (length(done) = 10),
    CHECK (first_day <= last_day)
);
CREATE INDEX agenda_of_year ON agenda (fiscal_year);
