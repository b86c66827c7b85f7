//! The master key and what hangs on it: sealed values, keyed hashes, one-time tokens.
//!
//! The master key lives in a file or an environment variable and never in a database. A copy of
//! the databases alone opens nothing that was sealed here and mints no link. Every use has a key
//! of its own, derived from the master key by the name of its [`Purpose`].

mod key_file;
mod master_key;
mod sealed;
mod token;

pub use key_file::{KeyFault, found_or_read, read};
pub use master_key::{MasterKey, Purpose};
pub use sealed::{NotOpened, Sealed};
pub use token::Token;
