-- The department and its house rules, edited on a page.
CREATE TABLE department (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    name_thai TEXT NOT NULL,
    name_english TEXT NOT NULL,
    contact_thai TEXT NOT NULL,
    contact_english TEXT NOT NULL,
    -- the smallest group that may be shown
    k INTEGER NOT NULL CHECK (k BETWEEN 3 AND 100),
    retention_months INTEGER NOT NULL CHECK (retention_months BETWEEN 1 AND 120),
    first_language TEXT NOT NULL CHECK (first_language IN ('th', 'en')),
    offers_english BOOLEAN NOT NULL,
    second_factor_required BOOLEAN NOT NULL,
    changed BIGINT NOT NULL
);

CREATE TABLE logo (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    kind TEXT NOT NULL CHECK (kind IN ('image/png', 'image/jpeg', 'image/webp')),
    picture BLOB NOT NULL,
    digest TEXT NOT NULL
);
