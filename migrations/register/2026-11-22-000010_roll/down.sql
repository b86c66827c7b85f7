DROP TABLE roll;
DROP TABLE stratum_units;
DROP TABLE strata;
DROP TABLE rolls;
DROP TABLE audiences;
