DROP TABLE live_votes;
DROP TABLE live_questions;
DROP TABLE live_rooms;
