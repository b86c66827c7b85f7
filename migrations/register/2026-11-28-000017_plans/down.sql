DROP TABLE plan_letters;
DROP TABLE plan_notes;
DROP TABLE plan_steps;
DROP TABLE measures;
DROP TABLE plans;
