-- Whose database this is: the same id in the register and in the urn, and a check of the master key.
CREATE TABLE installation (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    id BLOB NOT NULL,
    key_check BLOB NOT NULL
);
