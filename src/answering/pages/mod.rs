//! How the pages of those who answer look.

mod about;
mod check;
mod facts;
mod refused;
mod replace;
mod sent;
mod sheet;
mod start;
mod stop;
mod stored;
mod whole;

pub use about::about;
pub use check::check;
pub use refused::{no_entry, not_sent};
pub use replace::replace;
pub use sent::{sent, thanks};
pub use sheet::{Turned, sheet};
pub use start::start;
pub use stop::stop;
pub use stored::stored;
pub use whole::whole;
