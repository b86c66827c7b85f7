//! Every question this room asks the register: `units`, `people`, `listing`, `imports`,
//! `audience`, `roll`, `codes`, `seats`, `addressees` and `undeliverable`.

mod addressees;
mod audience;
mod codes;
mod entitled;
mod imports;
mod listing;
mod past;
mod people;
mod roll;
mod seats;
#[cfg(test)]
mod tests;
mod undeliverable;
mod units;
mod works;

pub use addressees::{Addressee, addressees};
pub use audience::*;
pub use codes::*;
pub use entitled::{Entitled, entitled};
pub use imports::*;
pub use listing::*;
pub use past::*;
pub use people::*;
pub use roll::*;
pub use seats::*;
pub use undeliverable::*;
pub use units::*;
pub use works::*;
