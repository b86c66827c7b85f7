//! The part of the expressions of XLSForm and LimeSurvey that says when something is shown, as a tree.
//!
//! Knows neither program's questions: what a name means is for `subjects.rs` to say.

mod parse;
mod tokens;
mod tree;

pub(super) use parse::parse;
pub(super) use tokens::Dialect;
pub(super) use tree::{Expression, Operator, Value};
