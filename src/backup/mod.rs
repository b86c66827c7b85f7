//! Backups: consistent copies of both databases while the service runs, and back.
//!
//! A backup is a folder with one file for the register, one for the urn and a short description.
//! The master key is never in it. SQLite copies itself; PostgreSQL is copied by its own tools.

mod describe;
mod make;
mod postgres;
mod restore;
mod sqlite;

pub use describe::{Description, Kept, folder, kept, name};
pub use make::{Made, NotMade, Which, make};
pub use restore::{NotRestored, Restored, restore};
