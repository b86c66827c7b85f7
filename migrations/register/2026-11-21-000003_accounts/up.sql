-- Who may sign in to manage. Nothing here is about respondents.
CREATE TABLE accounts (
    id BLOB NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('th', 'en')),
    -- argon2id; none until the invitation is accepted
    password TEXT,
    invited BIGINT NOT NULL,
    closed BIGINT,
    -- the second factor, sealed under the master key
    second_factor BLOB,
    -- the last time step used, so that a code works once
    second_factor_step BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE account_roles (
    account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('admin', 'hr', 'coordinator', 'desk', 'viewer')),
    PRIMARY KEY (account_id, role)
);

CREATE TABLE recovery_codes (
    account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    code BLOB NOT NULL,
    PRIMARY KEY (account_id, code)
);

-- Signed-in devices; tokens are kept as hashes.
CREATE TABLE sessions (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    token BLOB NOT NULL UNIQUE,
    former_token BLOB UNIQUE,
    opened BIGINT NOT NULL,
    rotated BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    -- the password was right; the second factor is still to come
    is_half_open BOOLEAN NOT NULL,
    device TEXT NOT NULL
);
CREATE INDEX sessions_of_account ON sessions (account_id);

-- Links that work once: the first administrator, invitations, forgotten passwords.
CREATE TABLE one_time_links (
    token BLOB NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('setup', 'invitation', 'reset')),
    account_id BLOB REFERENCES accounts (id) ON DELETE CASCADE,
    expires BIGINT NOT NULL
);

-- How often a secret was guessed wrong; the key is a keyed hash of whose it is.
CREATE TABLE throttles (
    key BLOB NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_failure BIGINT NOT NULL
);

-- The diary of deeds: only ever added to, each entry holding on to the one before.
CREATE TABLE diary (
    number BIGINT NOT NULL PRIMARY KEY,
    happened BIGINT NOT NULL,
    actor BLOB,
    actor_name TEXT NOT NULL,
    deed TEXT NOT NULL,
    subject TEXT NOT NULL,
    chain BLOB NOT NULL
);
