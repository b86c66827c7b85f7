//! Publishing what came of a round: the register first (its stage, and the diary), then the urn (what is shown,
//! and what will be done). Killed in between, nobody sees it yet, and pressing again completes it.
//!
//! A round is published once both sides say so.

use std::collections::BTreeSet;

use super::{
    look::{NotShown, listed, look, occasion, rounds_before_among},
    note_comment::Hand,
};
use crate::{
    accounts::{self, Deed},
    db::Db,
    ids::SurveyId,
    papers::InBoth,
    results::{
        Listed, Round,
        publication::{self, Publication, View},
        round_before,
    },
    rounds::{self, Refusal},
    surveys::{self, NotNow, State, Survey},
    web::{Begun, begin, end},
};

#[derive(Debug, thiserror::Error)]
pub enum NotPublished {
    #[error("it cannot be published now")]
    Refused(#[from] Refusal),
    /// Somebody else changed it since the form was drawn.
    #[error("it was changed meanwhile")]
    Changed,
    #[error("the database failed: {0}")]
    Database(#[from] diesel::result::Error),
}

/// `before`: what was published when the form was drawn. Figures must have been let out.
pub async fn publish(
    db: &Db,
    hand: Hand,
    survey: SurveyId,
    before: Option<Publication>,
    after: Publication,
) -> Result<(), NotPublished> {
    let present = db.read_urn(move |conn| publication::find(conn, survey)).await?;
    if present != before && present.as_ref() != Some(&after) {
        return Err(NotPublished::Changed);
    }
    let is_change = present.as_ref() != Some(&after);
    let (key, wanted) = (hand.key, after.clone());
    let noted = db.register(move |conn| {
        begin(conn, hand.key, hand.now, |conn| {
            let found = surveys::find(conn, survey)?.ok_or(Refusal::NotFound)?;
            match found.state {
                State::Closed { .. } => {
                    let hand = rounds::Hand { master: &hand.master, by: &hand.by, now: hand.now };
                    rounds::publish(conn, &hand, survey)
                }
                State::Published { .. } if is_change => {
                    let subject = found.subject();
                    Ok(accounts::note(conn, &hand.master, &hand.by, Deed::PublicationChanged, &subject, hand.now)?)
                }
                State::Published { .. } => Ok(()),
                _ => Err(NotNow::NotClosed.into()),
            }
        })
    });
    if noted.await? == Begun::Done {
        // Unless it stands there, somebody has changed since what this form did.
        let present = db.read_urn(move |conn| publication::find(conn, survey)).await?;
        return if present == Some(wanted) { Ok(()) } else { Err(NotPublished::Changed) };
    }
    let is_kept = db.urn(move |conn| publication::keep(conn, survey, before.as_ref(), &after)).await?;
    if !is_kept {
        return Err(NotPublished::Changed);
    }
    Ok(db.register(move |conn| end(conn, key)).await?)
}

/// The round and what is published of it; `None` in the second place before that, or while only one side says so.
pub async fn published(db: &Db, survey: SurveyId) -> Result<(Round, Option<Publication>), NotShown> {
    let round = look(db, survey).await?;
    let publication =
        if round.occasion.is_published { db.read_urn(move |conn| publication::find(conn, survey)).await? } else { None };
    Ok((round, publication))
}

/// What staff see, with the published round before it.
pub async fn view(db: &Db, round: &Round, publication: &Publication) -> Result<View, NotShown> {
    let before = if publication.shows.comparison { published_before(db, round).await? } else { None };
    Ok(View::new(round, publication, before.as_ref()))
}

/// What it is compared with of the rounds that are published: what is not, is not shown beside it either.
pub async fn published_before(db: &Db, round: &Round) -> Result<Option<Round>, NotShown> {
    let published = both_sides(db).await?;
    let earlier = rounds_before_among(db, round, &published).await?;
    Ok(round_before(round, &earlier).cloned())
}

/// For everybody, the latest first.
pub async fn all_published(db: &Db) -> Result<Vec<Listed>, NotShown> {
    let published = both_sides(db).await?;
    listed(db, published.iter().filter_map(occasion).collect()).await
}

/// The same few, by name and place alone.
pub async fn latest_published(db: &Db, most: usize) -> diesel::QueryResult<Vec<(SurveyId, InBoth, String)>> {
    let named = |survey: Survey| {
        let place = format!("{}/{}", survey.round, survey.year.number());
        (survey.id, InBoth { th: survey.name_thai, en: survey.name_english }, place)
    };
    Ok(both_sides(db).await?.into_iter().take(most).map(named).collect())
}

/// Rounds that are published on both sides, those that closed last first.
async fn both_sides(db: &Db) -> diesel::QueryResult<Vec<Survey>> {
    let surveys = db.read_register(surveys::all).await?;
    let mut surveys: Vec<_> = surveys.into_iter().filter(|it| matches!(it.state, State::Published { .. })).collect();
    if surveys.is_empty() {
        return Ok(surveys);
    }
    let known: BTreeSet<_> = db.read_urn(publication::published).await?.iter().map(|id| id.as_bytes().to_vec()).collect();
    surveys.retain(|survey| known.contains(survey.id.as_bytes()));
    surveys.sort_by_key(|survey| std::cmp::Reverse(survey.state.window().map(|window| (window.closes, survey.id.to_string()))));
    Ok(surveys)
}
