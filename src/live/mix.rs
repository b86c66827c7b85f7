//! What is asked lies in no order that tells when: `PostgreSQL` is told to lay it out anew every minute; SQLite keeps it in the
//! order of its random ids, and its pages are written anew when a session ends.

use diesel::QueryResult;

use crate::{
    db::{Db, Mixed, mix_together},
    dice::Chance,
};

pub const ARRIVING: [Mixed; 2] = [("live_questions", "id"), ("live_votes", "question_id, mark")];

/// Says whether there was anything to mix.
pub async fn mix(db: &Db, chance: &Chance) -> QueryResult<bool> {
    if db.is_embedded() {
        return Ok(false);
    }
    let chance = chance.clone();
    let is_mixed = db.urn(move |conn| mix_together(conn, &ARRIVING, &mut chance.dice())).await?;
    if is_mixed {
        sweep(db).await?;
    }
    Ok(is_mixed)
}

/// After that nothing lies there as it came.
pub async fn sweep(db: &Db) -> QueryResult<()> {
    db.rewrite_urn(&["live_questions", "live_votes"]).await
}
