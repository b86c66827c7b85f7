DROP TABLE logo;
DROP TABLE department;
