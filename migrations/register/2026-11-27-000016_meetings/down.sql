DROP TABLE desk_digests;
DROP TABLE seats;
DROP TABLE meetings;
