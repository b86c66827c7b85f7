//! Keeps the order of arrival out of what lies on disk.
//!
//! `PostgreSQL` writes rows where there is room and notes which deed wrote them: whoever copies its files
//! would see who came when. So all of them are written anew from time to time, as if they had come at once.
//! SQLite keeps them in the order of their messages, but lays them into its pages as they come, and so its
//! whole file is written anew; its log is folded, on both sides.

use diesel::QueryResult;

use super::{at_close::SWEPT, store};
use crate::{db::Db, dice::Chance};

/// So many are mixed at once, whatever is new among them.
const CHEAP: i64 = 10_000;
/// More are, when this part of them is new, so that all the work together stays in proportion to what
/// arrives.
const PART: i64 = 20;
/// Or of so many times that somebody asks, an hour of minutes, once.
const SELDOM: u64 = 60;

/// Every minute or so. Says whether something was mixed.
pub async fn mix(db: &Db, chance: &Chance) -> QueryResult<bool> {
    let deeds = db.deeds_in_urn();
    let (all, new) = db.read_urn(move |conn| store::newcomers(conn, deeds)).await?;
    let is_cheap = all <= CHEAP || new.saturating_mul(PART) >= all;
    let is_due = new > 0 && (is_cheap || chance.dice().below(SELDOM) == 0);
    if is_due {
        let mixed = |conn: &mut crate::db::UrnConn| {
            store::alone(conn)?;
            store::mix(conn)
        };
        db.urn(mixed).await?;
        // On SQLite this alone does it.
        db.rewrite_urn(SWEPT).await?;
    }
    db.fold_logs().await?;
    Ok(is_due)
}
