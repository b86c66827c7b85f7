-- Units, and the people of the department. Nothing else about a person is kept: no citizen id.
CREATE TABLE units (
    id BLOB NOT NULL PRIMARY KEY,
    name_thai TEXT NOT NULL CHECK (name_thai <> ''),
    name_english TEXT NOT NULL DEFAULT '',
    short_name TEXT NOT NULL UNIQUE CHECK (short_name <> ''),
    parent_id BLOB REFERENCES units (id),
    CHECK (parent_id <> id)
);
CREATE INDEX units_of_parent ON units (parent_id);

CREATE TABLE people (
    id BLOB NOT NULL PRIMARY KEY,
    -- the employee number
    number TEXT NOT NULL UNIQUE CHECK (number <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    unit_id BLOB NOT NULL REFERENCES units (id),
    category TEXT NOT NULL CHECK (category <> ''),
    email TEXT UNIQUE,
    -- of their letters; none while they have not chosen one: then the department's first language
    language TEXT CHECK (language IN ('th', 'en')),
    -- days are written yyyy-mm-dd
    -- none known: on the roster, but not eligible
    started TEXT CHECK (length(started) = 10),
    -- the first day on which they are no longer here
    departed TEXT CHECK (length(departed) = 10),
    CHECK (departed >= started)
);
CREATE INDEX people_of_unit ON people (unit_id, number);
CREATE INDEX people_by_start ON people (started);
