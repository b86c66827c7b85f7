//! What the department did in a year, and the papers in which it is reported.

mod appearing;
mod elected;
mod keeping;
mod paper_of_2566;
mod paper_of_2569;
mod satisfaction;
pub mod scene;
