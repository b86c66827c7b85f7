-- Forms whose deed is done; sending one again leads to the same answer.
CREATE TABLE spent_forms (
    key BLOB NOT NULL PRIMARY KEY,
    answer TEXT NOT NULL,
    spent BIGINT NOT NULL
);
CREATE INDEX spent_forms_by_age ON spent_forms (spent);
