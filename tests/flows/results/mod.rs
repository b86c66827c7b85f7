//! What the department says, after the close and before it, at every address where somebody might look.

pub mod answered;
mod comments;
mod kept_no_longer;
mod let_out;
mod outputs;
mod publication;
mod reading;
mod scene;
mod while_open;
