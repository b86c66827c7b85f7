DROP TABLE meeting_reports;
DROP TABLE seats;
DROP TABLE meetings;
