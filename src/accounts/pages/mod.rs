//! The pages of this room, drawn from plain data.

mod diary;
mod entering;
mod home;
mod own_account;
mod people;
mod second_factor;

pub use diary::diary;
pub use entering::{SetPassword, forgotten, link_sent, link_spent, second_step, set_password, set_up, sign_in};
pub use home::home;
pub use own_account::{AccountForm, own_account};
pub use people::{PersonForm, confirm_closing, new_person, people, person};
pub use second_factor::{enrol, recovery_codes};
