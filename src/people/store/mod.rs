//! Every question this room asks the register: `units`, `people`, `listing`, `imports`,
//! `audience` and `roll`.

mod audience;
mod entitled;
mod imports;
mod listing;
mod mixing;
mod people;
mod roll;
#[cfg(test)]
mod tests;
mod units;

pub use audience::*;
pub use entitled::{Entitled, entitled};
pub use imports::*;
pub use listing::*;
pub use mixing::mix_roll;
pub use people::*;
pub use roll::*;
pub use units::*;
