//! The wall: whoever is on the roll gets a credential, and a credential tells nobody whose it is.
//!
//! Two sides that never meet. [`issue`] sees a person and no serial; [`verify`] sees a serial and no
//! person. [`admission`] stands before both: it lets browsers in by an open link and sees neither.
//! [`client`] does for a browser without scripts what other browsers do themselves. What is signed is
//! RSABSSA-SHA384-PSS-Randomized of RFC 9474, so that anyone can check it with other tools.

pub mod admission;
pub mod client;
pub mod issue;
pub mod verify;
