//! The map of the house: rooms in the order in which they may import each other, the lowest
//! first. `tests/architecture` holds the code to it.

// 0  ground: what everything stands on
pub mod address;
pub mod clock;
pub mod dice;
pub mod ids;
pub mod language;
pub mod private;
pub mod secrets;
pub mod sheets;
pub mod tidy;

// 2  shared: databases, letters, pages
pub mod db;
pub mod mail;
pub mod web;

// 3  who may sign in to manage, and the department whose house this is
pub mod accounts;
pub mod department;

// 4  what is asked, and when
pub mod surveys;

// 5  the people who may be asked, and their units
pub mod people;

// 6  the wall: what says that a ballot is entitled, and never whose it is
pub mod credentials;

// 14 composition: the running house, its address table, its timetable, its commands
pub mod admin;
pub mod backup;
pub mod front;
pub mod house;
pub mod lock;
pub mod schedule;
pub mod server;
pub mod settings;
pub mod site;

// 15 the adversary, who needs the whole house to attack it; and the commands, which start either
pub mod attack;
pub mod cli;
