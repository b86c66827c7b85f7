//! The map of the house: rooms in the order in which they may import each other, the lowest
//! first. `tests/architecture` holds the code to it.

// 0  ground: what everything stands on
pub mod address;
pub mod clock;
pub mod dice;
pub mod enclosures;
pub mod ids;
pub mod language;
pub mod private;
pub mod secrets;
pub mod sheets;
pub mod tidy;

// 1  what can be asked: the only thing that both sides of the wall share
pub mod instruments;

// 1½ the same in the files of other programs
pub mod exchange;

// 2  shared: databases, the paper and its seal, letters, pages
pub mod db;
pub mod papers;

pub mod notices;

pub mod mail;
pub mod web;

// 2½ how a question is put before somebody
pub mod asking;

// 3  who may sign in to manage, and the department whose house this is
pub mod accounts;
pub mod department;

// 4  what is asked, what it is measured by, and when
pub mod authoring;
pub mod yardsticks;

pub mod surveys;

// 5  the people who may be asked, and their units
pub mod people;

// 5½ the life of a round: what needs both the survey and the people
pub mod rounds;

// 6  the wall: what says that a ballot is entitled, and never whose it is
pub mod credentials;

// 7  what they say: ballots, sealed and opened
pub mod urn;

// 8  what the whole department says: scores, what may be told, charts, reports
pub mod results;

// 9  letters to those who may answer, slips, and how many have taken part
pub mod campaigns;

// 10  sessions of the clinic: the register's side, which knows who is invited; the urn's side, which knows nobody
pub mod meetings;

pub mod clinic;
pub mod live;

// 11  what is to be done about what was said, what was done, and what is done every year
pub mod plans;

pub mod activities;
pub mod agenda;

// 14 composition: the running house, its address table, its timetable, its commands
pub mod admin;
pub mod afterwards;
pub mod answering;
pub mod backup;
pub mod desk;
pub mod front;
pub mod glance;
pub mod house;
pub mod improving;
pub mod lock;
pub mod metrics;
pub mod polling;
pub mod reception;
pub mod reports;
pub mod retention;
pub mod schedule;
pub mod server;
pub mod settings;
pub mod site;
pub mod yearly;

// 15 the adversary, who needs the whole house to attack it; and the commands, which start either
pub mod attack;
pub mod cli;
