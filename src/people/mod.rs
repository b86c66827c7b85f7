//! The people of the department and the units they work in: the roster that HR keeps.
//!
//! Promises to hold of a person what a survey needs to know about who may answer, and nothing
//! else: no citizen id, and never anything that somebody answered. Start at `person.rs`; then
//! `add.rs` for how somebody comes in and `depart.rs` for how they go. Who may answer a survey is in
//! `eligibility/`, how many should in `sample.rs`, and in which groups they are counted in `strata/`.

mod add;
mod depart;
pub mod eligibility;
mod names;
mod person;
mod sample;
mod store;
pub mod strata;
mod tables;
mod unit_tree;

pub use add::{NewPerson, NewUnit, add, add_unit};
pub use depart::depart;
pub use names::{Category, EmployeeNumber, Name, ShortName, Unfit};
pub use person::{Person, Refusal, Unit, Unlikely};
pub use sample::SampleRule;
pub use store::{Listed, UnitListed, Who, find, find_unit, listed, units};
pub use unit_tree::UnitTree;
