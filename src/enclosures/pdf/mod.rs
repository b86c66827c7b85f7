//! A PDF written anew from what its pages show.
//!
//! Only what is reached from the pages, outline and layers is taken over, by lists of what may stay (`keep.rs`), and
//! all of it gets new numbers. So whatever was noted, replaced or left behind is not removed: it is not copied.
//! Start at `clean.rs`; files are read by `document.rs`.

mod annotations;
mod clean;
mod document;
mod filters;
mod keep;
mod object;
mod parse;
mod rebuild;
mod rewrite;
mod streams;
mod write;
mod xref;

#[cfg(test)]
mod made;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub(super) use made::{packed_pdf as made_packed, pdf as made};

pub(super) use clean::clean;
