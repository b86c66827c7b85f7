DROP TABLE import_works;
