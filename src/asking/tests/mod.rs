//! What is promised of every drawn question, in every combination.

mod asked_later;
mod drawn;
mod filled_in;
mod handed_in;
mod markup;
mod read_back;
mod said;
mod sample;
