//! Who may sign in to manage, and what they did.
//!
//! Passwords, sessions, second factors, one-time links, and the diary of deeds. Respondents have
//! no account, and nothing here is ever about them. A handler elsewhere takes [`May`] with the
//! permit it needs as its first argument; without it nobody gets in.

mod account;
mod deed;
mod diary;
mod gatehouse;
mod guard;
mod invite;
mod letters;
mod manage;
mod notice;
mod one_time_link;
mod own_account;
mod pages;
mod password;
mod permit;
mod recovery_code;
mod reset_password;
mod role;
pub mod routes;
mod second_factor;
mod session;
mod set_up;
mod sign_in;
mod store;
mod tables;
mod throttle;
mod totp;
mod words;

pub use account::{Account, Refusal, State};
pub use deed::Deed;
pub use diary::{Actor, Broken, Entry, Verified, entries, hold as hold_the_diary, note, subjects, verify};
pub use gatehouse::{Gatehouse, Strictness};
pub use guard::May;
pub use invite::{Invited, invite};
pub use manage::{change_roles, close, reopen};
pub use one_time_link::forget_expired as forget_expired_links;
pub use password::{Busy, Passwords, Weak, too_weak};
pub use permit::{
    AnswerInClinic, Anyone, KeepActivities, KeepPlans, KeepRoster, MakeSurveys, ManageAccounts, Permit, PlanMeetings,
    ReadActivities, ReadPlans, ReadResults, RunTheHouse, SeeMeetings, SeeSurveys,
};
pub use reset_password::link_to_password;
pub use role::{Role, Roles};
pub use session::forget_ended as forget_ended_sessions;
pub use set_up::{Newcomer, add_directly, add_with_link, setup_link};
pub use store::{all, any, find, find_by_email};
pub use throttle::forget_old as forget_old_throttles;
pub use totp::Totp;
pub use words::{deed_in_words, role_in_words};
