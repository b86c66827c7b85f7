-- What is being done with an import that takes long, so that every server says so. Whoever does it says every few seconds
-- that it lives, and deletes the row in the end.
CREATE TABLE import_works (
    import_id BLOB NOT NULL PRIMARY KEY REFERENCES imports (id),
    doing TEXT NOT NULL CHECK (doing IN ('checking', 'importing', 'undoing')),
    leased_by BLOB NOT NULL,
    leased_until BIGINT NOT NULL
);
