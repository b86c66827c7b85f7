DROP TABLE activity_reports;
DROP TABLE left_out_surveys;
DROP TABLE left_out_meetings;
DROP TABLE activities;
