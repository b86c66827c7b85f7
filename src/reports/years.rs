//! The assessment of fiscal years, put together from what was entered, our own rounds, and the rating table.

use super::{NotShown, look};
use crate::{
    accounts::{self, Actor, Deed, Gatehouse},
    clock::Moment,
    db::Db,
    language::FiscalYear,
    results::{
        Round,
        ita::{self, Entry, FIRST_YEAR, Given, Part, Says, Year},
    },
    surveys,
    web::{self as kit, Begun, FormKey},
    yardsticks::{self, Definition, Weights},
};

#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    /// Somebody else changed it since the form was drawn.
    #[error("it was changed meanwhile")]
    Changed,
    #[error("the database failed: {0}")]
    Database(#[from] diesel::result::Error),
}

/// The latest first: every year since the first up to this one, and later ones of which something is entered.
pub async fn all_years(db: &Db, now: Moment) -> Result<Vec<Year>, NotShown> {
    let entries = db.read_urn(ita::entries).await?;
    let this = FiscalYear::of(now.day()).number();
    let last = entries.iter().map(|entry| entry.year.number()).max().map_or(this, |last| last.max(this));
    let mut years = Vec::new();
    for year in (FIRST_YEAR..=last).rev().filter_map(FiscalYear::new) {
        let entries = entries.iter().filter(|entry| entry.year == year).cloned().collect();
        years.push(put_together(db, year, entries).await?);
    }
    Ok(years)
}

pub async fn one_year(db: &Db, year: FiscalYear) -> Result<Year, NotShown> {
    let entries = db.read_urn(move |conn| ita::entries_of(conn, year)).await?;
    put_together(db, year, entries).await
}

async fn put_together(db: &Db, year: FiscalYear, entries: Vec<Entry>) -> Result<Year, NotShown> {
    let table = db.read_register(move |conn| yardsticks::rating(conn, year)).await?;
    let mut given = Vec::new();
    for entry in entries {
        let what = match entry.says {
            Says::Declared(declared) => Given::Declared(declared),
            Says::Ours(survey) => match look(db, survey).await {
                Ok(round) => Given::Ours(Box::new(round)),
                // It was there when it was chosen; without it, nothing is entered.
                Err(NotShown::NoSuchRound | NotShown::StillOpen | NotShown::NotYet(_)) => continue,
                Err(fault) => return Err(fault),
            },
        };
        given.push((entry.part, what));
    }
    Ok(Year::new(year, table, given))
}

/// The years up to this one whose weights are known, the latest first.
pub async fn weighed_years(db: &Db, now: Moment) -> diesel::QueryResult<Vec<(FiscalYear, Weights)>> {
    let all = db.read_register(yardsticks::all).await?;
    let table_of = |year: FiscalYear| {
        all.iter().filter(|it| it.wanted.years.contains(year)).find_map(|it| match &it.wanted.definition {
            Definition::Rating(table) => Some((year, table.weights)),
            Definition::Sample(_) => None,
        })
    };
    let this = FiscalYear::of(now.day()).number();
    Ok((FIRST_YEAR..=this).rev().filter_map(FiscalYear::new).filter_map(table_of).collect())
}

/// Rounds of a year whose figures are out and that can be a part of its total.
pub async fn rounds_of(db: &Db, year: FiscalYear, part: Part) -> Result<Vec<Round>, NotShown> {
    let Some(assessment) = part.assessment() else { return Ok(Vec::new()) };
    let all = db.read_register(surveys::all).await?;
    let mut rounds = Vec::new();
    for survey in all.into_iter().filter(|survey| survey.year == year) {
        match look(db, survey.id).await {
            Ok(round) if round.released.paper.instrument.assessment == Some(assessment) => rounds.push(round),
            Ok(_) | Err(NotShown::NoSuchRound | NotShown::StillOpen | NotShown::NotYet(_)) => {}
            Err(fault) => return Err(fault),
        }
    }
    rounds.sort_by_key(|round| (round.occasion.round, round.occasion.closed));
    Ok(rounds)
}

/// Noted first, then done: where the second fails, the diary says more than happened and never less. Pressed
/// again, it is noted once and done to the end. `before`: what the form was drawn from.
pub async fn keep_part(
    gate: &Gatehouse,
    by: &Actor,
    key: FormKey,
    (year, part): (FiscalYear, Part),
    (before, after): (Option<Entry>, Option<Entry>),
    now: Moment,
) -> Result<(), NotKept> {
    let (by, master, wanted) = (by.clone(), gate.master.clone(), after.clone());
    let subject = format!("{} {}", part.name(), year.number());
    let noted = gate.db.register(move |conn| {
        kit::begin(conn, key, now, |conn| accounts::note(conn, &master, &by, Deed::YearScoreChanged, &subject, now))
    });
    if noted.await? == Begun::Done {
        // Unless it stands there, somebody has changed since what this form did.
        let present = gate.db.read_urn(move |conn| ita::entry_of(conn, year, part)).await?;
        return if present == wanted { Ok(()) } else { Err(NotKept::Changed) };
    }
    let kept = gate.db.urn(move |conn| ita::keep(conn, (year, part), before.as_ref(), after.as_ref()));
    if !kept.await? {
        return Err(NotKept::Changed);
    }
    Ok(gate.db.register(move |conn| kit::end(conn, key)).await?)
}
