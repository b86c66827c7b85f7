//! One file for each attack. Each takes the whole scene and says what it tried and what it found.

mod blocks;
mod destroyed;
mod differences;
mod film;
mod joins;
mod letters_by_moment;
mod logs;
mod mint_a_session;
mod modes;
mod onlookers;
mod open_waiting_letters;
mod orders;
mod register_and_urn_share_nothing;
mod scene;
mod secrets_in_files;
mod sizes;
mod thief;
mod urn_knows_no_one;

pub use blocks::blocks;
pub use destroyed::destroyed;
pub use differences::differences;
pub use film::{ballots_by_film, film};
pub use joins::{join_kinds, joins, strangers_in};
pub use letters_by_moment::letters_by_moment;
pub use logs::logs;
pub use mint_a_session::mint_a_session;
pub use modes::modes;
pub use onlookers::onlookers;
pub use open_waiting_letters::{open_waiting_letters, sent_and_not_yet_overwritten};
pub use orders::{bulletin, order_in_files, order_of_rows};
pub use register_and_urn_share_nothing::register_and_urn_share_nothing;
pub use scene::{Scene, may_not_meet};
pub use secrets_in_files::secrets_in_files;
pub use sizes::sizes;
pub use thief::thief;
pub use urn_knows_no_one::urn_knows_no_one;
