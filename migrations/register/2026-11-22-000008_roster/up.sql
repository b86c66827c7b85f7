-- The place of a name in the Thai alphabet, and the edition of the alphabet it was worked out by:
-- 0 where the program has yet to do so.
ALTER TABLE people ADD COLUMN sort_key BLOB;
ALTER TABLE people ADD COLUMN sort_edition INTEGER NOT NULL DEFAULT 0;
-- The import that wrote this row last, while it can still be undone.
ALTER TABLE people ADD COLUMN import_id BLOB;
CREATE INDEX people_here_by_name ON people (sort_key, number) WHERE departed IS NULL;
CREATE INDEX people_here_by_number ON people (number) WHERE departed IS NULL;
CREATE INDEX people_here_by_start ON people ((started IS NULL), started, number) WHERE departed IS NULL;
-- Totals above the list count in an index, not in the table.
CREATE INDEX people_here_started ON people (started) WHERE departed IS NULL;
CREATE INDEX people_departed ON people (number) WHERE departed IS NOT NULL;
CREATE INDEX people_of_import ON people (import_id) WHERE import_id IS NOT NULL;
DROP INDEX people_by_start;

-- A file on its way into the roster, and for a day afterwards what undoing it needs.
CREATE TABLE imports (
    id BLOB NOT NULL PRIMARY KEY,
    -- none: the command line
    account_id BLOB REFERENCES accounts (id),
    begun BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    -- which column is what, as JSON; none until it was said
    layout TEXT,
    -- what was found when the file was last checked, sealed: it may quote cells that are not for keeping
    findings BLOB,
    imported BIGINT,
    undone BIGINT,
    -- how many people, and which units, it wrote
    wrote INTEGER NOT NULL DEFAULT 0,
    new_units TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX imports_by_age ON imports (begun);

-- The file itself, sealed: it may hold columns that the register must not. Gone once it is imported.
CREATE TABLE import_files (
    import_id BLOB NOT NULL PRIMARY KEY REFERENCES imports (id),
    content BLOB NOT NULL
);

-- How people were before an import changed them. Whom it brought has no row here.
CREATE TABLE import_changes (
    import_id BLOB NOT NULL REFERENCES imports (id),
    person_id BLOB NOT NULL REFERENCES people (id),
    before TEXT NOT NULL,
    -- the import that had written them then, so that undoing this one leaves that one to be undone
    import_before BLOB,
    PRIMARY KEY (import_id, person_id)
);
-- For whoever is deleted: without it every deletion reads the whole table.
CREATE INDEX import_changes_of_person ON import_changes (person_id);
