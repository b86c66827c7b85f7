//! The life of a round: scheduled, opened, extended, closed, published.
//!
//! Promises that what was promised to those who answer does not change once a round is open. Never
//! knows what anybody answered.
