//! Documents, workbooks and presentations of today's office programs, put together anew from what is seen in them.
//!
//! Only parts that are reached from the main one by a kind of link that is known to be seen (`links.rs`) are taken over,
//! each cleaned as what it is: markup (`markup.rs`, by the lists of `rules.rs`), pictures, or a workbook behind a chart.
//! Start at `clean.rs`.

mod clean;
mod contents;
mod links;
mod markup;
mod paths;
mod rules;
mod unzip;
mod write;
mod xml;

#[cfg(test)]
pub(super) mod made;
#[cfg(test)]
mod tests;

pub(super) use clean::clean;
