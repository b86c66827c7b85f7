-- Challenges of open links that were solved, until they expire: each lets in once. Nothing tells
-- whom, and the moment stands in steps of five minutes.
CREATE TABLE spent_challenges (
    digest BLOB NOT NULL PRIMARY KEY,
    expires BIGINT NOT NULL
);
CREATE INDEX spent_challenges_by_age ON spent_challenges (expires);
