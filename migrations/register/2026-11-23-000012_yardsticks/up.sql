-- What results are measured by: rating tables and sample rules, by fiscal year (B.E.).
CREATE TABLE yardsticks (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('rating', 'sample')),
    first_year INTEGER NOT NULL CHECK (first_year BETWEEN 2400 AND 2700),
    -- none: until further notice
    last_year INTEGER CHECK (last_year BETWEEN first_year AND 2700),
    title_thai TEXT NOT NULL CHECK (title_thai <> ''),
    title_english TEXT NOT NULL DEFAULT '',
    definition TEXT NOT NULL,
    -- whether somebody has compared it with the manual of these years
    is_confirmed BOOLEAN NOT NULL DEFAULT FALSE,
    UNIQUE (kind, first_year)
);
