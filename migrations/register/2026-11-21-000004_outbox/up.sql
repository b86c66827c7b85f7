-- Letters to be sent. What they say, and to whom, is sealed under the master key; a letter that
-- was sent is deleted.
CREATE TABLE outbox (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    batch BLOB NOT NULL,
    -- a keyed hash: one batch writes to nobody twice
    recipient BLOB NOT NULL,
    sealed BLOB NOT NULL,
    posted BIGINT NOT NULL,
    due BIGINT NOT NULL,
    tries INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'given_up')),
    fault TEXT,
    leased_by BLOB,
    leased_until BIGINT NOT NULL,
    UNIQUE (batch, recipient)
);
CREATE INDEX outbox_by_due ON outbox (state, due);
