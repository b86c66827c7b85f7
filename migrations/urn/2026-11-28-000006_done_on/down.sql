ALTER TABLE matters DROP COLUMN done_on;
