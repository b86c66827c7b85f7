//! The map of the house: rooms in the order in which they may import each other, the lowest
//! first. `tests/architecture` holds the code to it.

// 0  ground: what everything stands on
pub mod address;
pub mod clock;
pub mod dice;
pub mod ids;
pub mod language;
pub mod secrets;

// 2  shared: databases, letters, pages
pub mod db;
pub mod mail;
pub mod web;

// 3  who may sign in to manage, and the department whose house this is
pub mod accounts;
pub mod department;

// 14 composition: the running house, its address table, its timetable, its commands
pub mod admin;
pub mod backup;
pub mod cli;
pub mod front;
pub mod house;
pub mod lock;
pub mod schedule;
pub mod server;
pub mod settings;
pub mod site;
