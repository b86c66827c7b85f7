//! The adversary: somebody with copies of everything that is stored, against what the house
//! promises.
//!
//! [`audit`] plays a throw-away house of simulated people, copies what an insider could copy, and
//! attacks the copy. Then it plants leaks and attacks again: an attack that misses its planted leak
//! fails the audit, for an audit that cannot fail is worth nothing. It never touches a real house.
//!
//! `play.rs` is about accounts, letters and links; `survey/` plays a survey from its opening to its release and another that
//! is opened in blocks, `outputs/` fetches all that is let out of them, `clinic/` plays a session of the clinic.
//! A new attack is a file under `attacks`, its line in `audit.rs`, and its leak in `plant.rs` or
//! `plant_ballots.rs`.

mod attacks;
mod audit;
mod browser;
mod clinic;
mod ear;
mod fault;
mod forms;
mod lists;
mod loot;
mod needles;
mod odds;
mod outputs;
mod pages;
mod plant;
mod plant_ballots;
mod play;
mod post_office;
mod report;
mod stage;
mod store;
mod survey;
mod truth;
mod words;

pub use audit::{Wanted, audit};
pub use fault::NotCarriedOut;
pub use pages::page;
use play::Tell;
pub use report::{Control, Report, Verdict, Witness};
pub use stage::Ground;
