//! Who is answered with what: the handlers of this room.

mod desk;
pub mod files;
pub mod import;
pub mod items;
pub mod library;
pub mod outline;
pub mod parts;
pub mod scales;
pub mod showing;
