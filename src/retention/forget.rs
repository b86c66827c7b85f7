//! Letting go: one side after the other, each in one piece. Stopped in between, the next run goes on.

use diesel::{QueryResult, result::Error};

use super::past::{Past, find};
use crate::{
    accounts::{self, Actor, Deed},
    clinic,
    clock::Moment,
    db::Db,
    live, people, plans, results,
    secrets::MasterKey,
    urn,
};

/// Rewritten afterwards, so that nothing is left in free pages.
const OF_REGISTER: &[&str] =
    &["roll", "personal_codes", "people", "import_changes", "plans", "measures", "plan_steps", "plan_notes"];
const OF_URN: &[&str] = &["answers", "texts", "text_notes", "matters", "remarks", "matter_files", "live_questions", "live_votes"];

/// Says what went.
pub async fn forget(db: &Db, master: &MasterKey, by: Actor, now: Moment) -> QueryResult<Past> {
    let past = find(db, now).await?;
    if past.is_empty() {
        return Ok(past);
    }
    let (gone, key) = (past.clone(), master.clone());
    db.register(move |conn| {
        for (id, name) in &gone.rounds {
            people::forget_who_may_answer(conn, *id)?;
            accounts::note(conn, &key, &by, Deed::PastForgotten, name, now)?;
        }
        for (_, name) in &gone.sessions {
            accounts::note(conn, &key, &by, Deed::PastForgotten, name, now)?;
        }
        for (id, name) in &gone.plans {
            plans::forget(conn, *id)?;
            accounts::note(conn, &key, &by, Deed::PastForgotten, name, now)?;
        }
        if !gone.people.is_empty() {
            people::forget_people(conn, &gone.people)?;
            accounts::note(conn, &key, &by, Deed::PastForgotten, &gone.people.len().to_string(), now)?;
        }
        Ok::<_, Error>(())
    })
    .await?;
    let gone = past.clone();
    db.urn(move |conn| {
        for (id, _) in &gone.rounds {
            results::comments::forget(conn, *id)?;
            urn::forget_answers(conn, *id)?;
        }
        for (id, _) in &gone.sessions {
            clinic::forget_done(conn, *id)?;
            live::forget_words(conn, *id)?;
        }
        Ok::<_, Error>(())
    })
    .await?;
    db.rewrite_register(OF_REGISTER).await?;
    db.rewrite_urn(OF_URN).await?;
    Ok(past)
}
