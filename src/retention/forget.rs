//! Letting go: one side after the other, each in one piece. Stopped in between, the next run goes on.

use diesel::{QueryResult, result::Error};

use super::past::{Past, Session, find};
use crate::{
    accounts::{self, Actor, Deed},
    clinic,
    clock::Moment,
    db::Db,
    department, live, people, plans, results,
    secrets::MasterKey,
    urn,
};

/// Rewritten afterwards, so that nothing is left in free pages.
const OF_REGISTER: &[&str] =
    &["roll", "personal_codes", "people", "undeliverable", "import_changes", "plans", "measures", "plan_steps", "plan_notes"];
const OF_URN: &[&str] =
    &["answers", "texts", "text_notes", "matters", "remarks", "matter_files", "cards", "votes", "live_questions", "live_votes"];

/// Says what went.
pub async fn forget(db: &Db, master: &MasterKey, by: Actor, now: Moment) -> QueryResult<Past> {
    let mut past = find(db, now).await?;
    if past.is_empty() {
        return Ok(past);
    }
    let (gone, key) = (past.clone(), master.clone());
    past.people = db
        .register(move |conn| {
            accounts::hold_the_diary(conn)?;
            // By a run that was stopped before it came to the urn.
            let noted = accounts::subjects(conn, Deed::PastForgotten)?;
            for (id, name) in &gone.rounds {
                people::forget_who_may_answer(conn, *id)?;
                if !noted.contains(name) {
                    accounts::note(conn, &key, &by, Deed::PastForgotten, name, now)?;
                }
            }
            for session in &gone.sessions {
                let subject = session.subject();
                if !noted.contains(&subject) {
                    accounts::note(conn, &key, &by, Deed::PastForgotten, &subject, now)?;
                }
            }
            for (id, name) in &gone.plans {
                plans::forget(conn, *id)?;
                accounts::note(conn, &key, &by, Deed::PastForgotten, name, now)?;
            }
            // Who has come back meanwhile stays.
            let left = department::first_day_kept(conn, now.day())?
                .map(|kept| people::gone_before(conn, kept, &[]))
                .transpose()?
                .unwrap_or_default();
            if !left.is_empty() {
                people::forget_people(conn, &left)?;
                accounts::note(conn, &key, &by, Deed::PastForgotten, &left.len().to_string(), now)?;
            }
            Ok::<_, Error>(left)
        })
        .await?;
    let gone = past.clone();
    db.urn(move |conn| {
        for (id, _) in &gone.rounds {
            results::comments::forget(conn, *id)?;
            urn::forget_answers(conn, *id)?;
        }
        clinic::forget_done(conn, &gone.matters())?;
        for Session { id, before, .. } in &gone.sessions {
            if before.is_none() {
                live::forget_words(conn, *id)?;
            }
        }
        Ok::<_, Error>(())
    })
    .await?;
    rewrite(db).await;
    Ok(past)
}

/// What was deleted lies in no file any more. What cannot be rewritten now, since somebody still reads it or the disk is full,
/// is gone all the same for whoever asks the database.
pub async fn rewrite(db: &Db) {
    for (side, rewritten) in [("register", db.rewrite_register(OF_REGISTER).await), ("urn", db.rewrite_urn(OF_URN).await)] {
        if let Err(fault) = rewritten {
            tracing::warn!(side, %fault, "what was deleted may still lie in the files: `clearjai purge` writes them anew");
        }
    }
}
