//! A plan in the two forms that departments print: the table of months, and the table of PIRAB. Plain data, from which page,
//! workbook and document are all made. Start at `form.rs`.

mod form;
mod months;
mod pirab;

pub use form::{Form, Imprint, document};
