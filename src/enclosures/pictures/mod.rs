//! Pictures, with their dots as they are and nothing else: where, when, by whom and with what they were taken goes.

mod exif;
pub(super) mod gif;
pub(super) mod jpeg;
pub(super) mod jpeg2000;
pub(super) mod png;
mod size;

#[cfg(test)]
pub(super) mod made;

pub(super) use exif::Upright;
