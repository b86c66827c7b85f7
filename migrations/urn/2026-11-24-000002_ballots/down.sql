DROP TABLE texts;
DROP TABLE answers;
DROP TABLE result_groups;
DROP TABLE opened_ballots;
DROP TABLE sealed_ballots;
DROP TABLE strata;
DROP TABLE papers;
