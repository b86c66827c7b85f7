//! How an instrument is put before somebody: on a phone, and on paper.
//!
//! Promises one way of drawing every kind of item, for the preview and for those who answer. Knows no
//! survey, no person, and keeps no answer.
