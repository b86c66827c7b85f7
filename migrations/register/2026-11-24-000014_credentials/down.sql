DROP TABLE spent_admissions;
ALTER TABLE roll DROP COLUMN is_left_alone;
ALTER TABLE roll DROP COLUMN link;
ALTER TABLE roll DROP COLUMN blinded;
DROP TABLE signing_keys;
DROP TABLE papers;
