//! Every question this room asks the register, a file for each of its tables.

mod accounts;
mod diary;
mod links;
mod second_factors;
mod sessions;
mod throttles;

pub use accounts::{all, any, find, find_by_email};
pub(super) use accounts::{insert, other_admins, secrets, set_closed, set_name, set_password, set_roles};
pub(super) use diary::{DiaryRow, append_to_diary, diary_after, diary_before, hold_diary, last_in_diary, subjects_in_diary};
pub(super) use links::{delete_links, forget_links_before, insert_link, link};
pub(super) use second_factors::{recovery_codes_left, set_recovery_codes, set_second_factor, use_recovery_code};
pub(super) use sessions::{
    end_session, end_sessions, forget_sessions, insert_session, rotate_session, session_of, sessions_of, touch_session,
};
pub(super) use throttles::{clear_throttle, forget_throttles_before, set_throttle, throttle};
