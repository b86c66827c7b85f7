//! What every page shares: the frame, forms, parts, failures, addresses, assets.
//!
//! A handler takes a [`Visit`] (who looks, in which language, at which address) and answers with
//! a page drawn by [`Visit::page`]. Nothing here knows a room above.

pub mod assets;
pub mod at;
mod compress;
mod day_field;
mod failure;
mod failure_page;
mod faults;
mod form;
mod frame;
mod guest;
mod headers;
mod hosts;
mod icons;
mod key;
mod masthead;
mod once;
mod pager;
pub mod parts;
mod premises;
mod problem;
mod qr;
mod store;
mod tables;
mod upload;
mod viewer;
mod visit;
mod words;

pub use failure::{Failure, see_other};
pub use faults::Faults;
pub use form::{Body, LongBody, Posted, posted_fields};
pub use frame::Width;
pub use headers::{guard_every_answer, nothing_here};
pub use hosts::preflight;
pub use icons::Icon;
pub use key::{FormKey, FormKeys};
pub use masthead::{Masthead, Sign};
pub use once::{Begun, Spent, begin, end, forget_spent_before, once, once_leading, spend};
pub use premises::{Hosts, Premises};
pub use problem::{Problem, Sent};
pub use qr::qr_code;
pub use upload::{Coming, ComingFile, Upload, Uploaded};
pub use viewer::{MenuItem, Viewer};
pub use visit::Visit;

/// A page as it goes out: status, headers, markup.
pub use actix_web::HttpResponse as Page;
