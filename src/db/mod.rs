//! Two databases that never meet: `register` holds who, `urn` holds what.
//!
//! [`Db::register`] and [`Db::urn`] hand out connections of different types, so that a function
//! holding both cannot be written. Each may be a SQLite file or a PostgreSQL database; the rooms
//! above do not know which. Start with [`open`].

mod conn;
mod fault;
mod installation;
mod kinds;
mod lease;
mod migrate;
mod mixing;
mod open;
mod place;
mod pool;
mod transaction;

#[cfg(test)]
pub mod scratch;

pub use conn::{Conn, RegisterConn, Side, UrnConn};
pub use fault::{OpenFault, is_out_of_reach, root_cause};
pub(crate) use kinds::stored_as_text;
pub use lease::{LEASE, with_signs_of_life};
pub use migrate::Step;
pub use mixing::{Mixed, lay_out, mix_rows, mix_together};
pub use open::{Opened, Plan, has_data, open, step_back, steps_of};
pub use place::Place;
pub use pool::Db;
