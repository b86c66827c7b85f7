//! Handlers of this room, a file for each group of addresses. The permission of each stands
//! first in its arguments.

pub mod diary;
pub mod entering;
pub mod links;
pub mod own_account;
pub mod people;
mod refusals;
pub mod second_factor;
