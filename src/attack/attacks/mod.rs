//! One file for each attack. Each takes the whole scene and says what it tried and what it found.

mod letters_by_moment;
mod logs;
mod mint_a_session;
mod modes;
mod open_waiting_letters;
mod register_and_urn_share_nothing;
mod scene;
mod secrets_in_files;
mod urn_knows_no_one;

pub use letters_by_moment::letters_by_moment;
pub use logs::logs;
pub use mint_a_session::mint_a_session;
pub use modes::modes;
pub use open_waiting_letters::{open_waiting_letters, sent_and_not_yet_overwritten};
pub use register_and_urn_share_nothing::register_and_urn_share_nothing;
pub use scene::Scene;
pub use secrets_in_files::secrets_in_files;
pub use urn_knows_no_one::urn_knows_no_one;
