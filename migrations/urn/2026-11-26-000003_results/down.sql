DROP TABLE year_scores;
DROP TABLE text_notes;
DROP TABLE publications;
DROP TABLE releases;
DROP TABLE openings_under_way;
DROP INDEX texts_of_survey;
CREATE INDEX texts_of_survey ON texts (survey_id);
DROP INDEX answers_of_survey;
CREATE INDEX answers_of_survey ON answers (survey_id);
