//! The people of the department and the units they work in: the roster that HR keeps; and from it,
//! for each survey, the roll of those who may answer.
//!
//! Promises to hold of a person what a survey needs to know about who may answer, and nothing
//! else: no citizen id, and never anything that somebody answered. Start at `person.rs`; then
//! `add.rs` for how somebody comes in, `import/` for how all of them do, `eligibility/` for who may
//! answer, `strata/` for the groups in which they are counted, and `draw_up.rs` for the roll.

mod add;
mod audience;
mod change;
mod depart;
mod draw_up;
#[cfg(test)]
mod draw_up_tests;
pub mod eligibility;
pub mod import;
mod look;
mod merge;
mod names;
pub mod pages;
mod person;
mod roll;
mod roll_change;
mod roster_file;
pub mod routes;
mod said;
mod seats;
mod store;
pub mod strata;
mod tables;
mod try_again;
mod unit_list;
mod unit_tree;
mod usual;
pub mod words;

pub use add::{NewPerson, NewUnit, add, add_unit};
pub use audience::{Audience, Outlook, audience, copy_audience, forget_audience, outlook, set_groups, set_rule};
pub use change::{change, change_unit, remove_unit};
pub use depart::{come_back, depart};
pub use draw_up::{NotDrawnUp, draw_up_roll, extend_roll};
pub use merge::{merge, merged};
pub use names::{Category, EmployeeNumber, Name, ShortName, Unfit};
pub use person::{Person, Refusal, Unit, Unlikely};
pub use roll::{DrawnUp, Entry, Roll, RollStratum, Standing};
pub use said::names_said;
pub use seats::{Invited, Seats};
pub use store::{
    Addressee, Candidate, Entitled, Filter, Listed, Order, Owner, UnitListed, Unreached, Who, addressees, all_units,
    any_name_without_order, candidates, categories, codes_of, codes_with_seats, collected, count, count_reached,
    count_with_seats, entitled, entry, find, find_by_id, find_unit, forget_hidden_marks, forget_imports, forget_people,
    forget_seats, forget_who_may_answer, give_seats, gone_before, invited, invited_by_name, invited_with_address,
    is_anybody_on_roll, is_empty, is_undeliverable, keep_codes, leave_alone, links, make_room, mark_undeliverable,
    note_codes_out, note_codes_printed, note_codes_returned, note_collected, note_seats_out, note_seats_taken, open_roll,
    owner_of_address, owner_of_code, page, put_names_in_order, reached, renew_link, renew_seats, roll, seats_by_code, standing,
    to_remind, undeliverable, uninvited, units, units_of_strata, without_code,
};
pub use unit_list::in_place;
pub use unit_tree::UnitTree;
