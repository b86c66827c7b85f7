DROP TABLE seats;
DROP TABLE meetings;
