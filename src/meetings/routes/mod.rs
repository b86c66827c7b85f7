//! Handlers about sessions: what needs the register alone. Opening, cancelling and putting off need both sides and stand in
//! the reception.

pub mod deeds;
mod form;
pub mod hr;
pub mod planning;
pub mod public;

pub use form::moment;
