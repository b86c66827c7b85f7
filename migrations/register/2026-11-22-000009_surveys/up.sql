-- Surveys by fiscal year (B.E.) and round.
CREATE TABLE surveys (
    id BLOB NOT NULL PRIMARY KEY,
    fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2400 AND 2700),
    round INTEGER NOT NULL CHECK (round BETWEEN 1 AND 12),
    name_thai TEXT NOT NULL CHECK (name_thai <> ''),
    name_english TEXT NOT NULL DEFAULT '',
    -- the smallest group of which anything is shown
    k INTEGER NOT NULL CHECK (k >= 3),
    UNIQUE (fiscal_year, round, name_thai)
);
