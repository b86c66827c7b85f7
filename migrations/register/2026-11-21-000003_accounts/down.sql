DROP TABLE diary;
DROP TABLE throttles;
DROP TABLE one_time_links;
DROP TABLE sessions;
DROP TABLE recovery_codes;
DROP TABLE account_roles;
DROP TABLE accounts;
