DROP TABLE desk_digests;
DROP TABLE meeting_reports;
DROP TABLE seats;
DROP TABLE meetings;
