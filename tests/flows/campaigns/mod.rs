//! Letters and slips for those who may answer, and how many have taken part.

mod calendar;
mod letters;
mod opening;
mod slips;
mod turnout;
