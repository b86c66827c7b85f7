//! Letting figures out: once the ballots of a survey are opened, they are counted, and what may be told is
//! written down. From then on nothing else is ever told.
//!
//! Reads page by page and keeps counts only, so that a million ballots need no more than a thousand. Killed
//! at any point, nothing has happened, and it is begun anew; two at once write the same.

use std::{collections::HashMap, mem, sync::Arc};

use super::{
    disclose::{self, Counted},
    figures::Figures,
    questions::Asked,
    store,
    tally::Tally,
};
use crate::{
    db::{Db, UrnConn},
    ids::{GroupId, SurveyId},
    instruments::{Compact, Instrument},
    papers::{Door, NoPaper, Paper},
    urn::{self, Anonymous},
};

const PAGE: i64 = 5_000;

#[derive(Debug, thiserror::Error)]
pub enum NotSettled {
    #[error("the urn holds a spoilt paper")]
    NoPaper(#[from] NoPaper),
    #[error("the urn holds answers that are none")]
    NoAnswers,
    #[error("other figures were let out of it before")]
    OtherFigures,
    #[error("the database failed: {0}")]
    Database(#[from] diesel::result::Error),
    #[error("a thread was lost")]
    Lost(#[from] tokio::task::JoinError),
}

/// Every survey that is released and whose figures are not let out yet. Says how many were.
pub async fn settle_all(db: &Db) -> Result<usize, NotSettled> {
    let (mut settled, mut fault) = (0, None);
    for survey in db.read_urn(waiting).await? {
        // One that cannot be counted holds up no other.
        match settle(db, survey).await {
            Ok(()) => settled += 1,
            Err(one) => fault = Some(one),
        }
    }
    fault.map_or(Ok(settled), Err)
}

/// Whether any waits.
pub fn any_waiting(conn: &mut UrnConn) -> diesel::QueryResult<bool> {
    Ok(!waiting(conn)?.is_empty())
}

/// Those that are released and whose figures are not let out yet.
pub fn waiting(conn: &mut UrnConn) -> diesel::QueryResult<Vec<SurveyId>> {
    let settled = store::settled(conn)?;
    Ok(urn::all_released(conn)?.into_iter().filter(|survey| !settled.contains(survey)).collect())
}

async fn settle(db: &Db, survey: SurveyId) -> Result<(), NotSettled> {
    let Some(figures) = counted(db, survey).await? else { return Ok(()) };
    if db.urn(move |conn| store::let_out(conn, &figures)).await? { Ok(()) } else { Err(NotSettled::OtherFigures) }
}

/// Every survey whose figures, counted anew from its ballots, are not those that were let out: the ballots, or
/// what was written down of them, or the rules have changed since. Changes nothing.
/// Passes over those whose answers were let go of, `forgotten`, and are no longer there.
pub async fn recount(db: &Db, forgotten: &[SurveyId]) -> Result<Vec<SurveyId>, NotSettled> {
    let mut other = Vec::new();
    for survey in db.read_urn(store::settled).await? {
        if forgotten.contains(&survey) && !db.read_urn(move |conn| urn::keeps_answers(conn, survey)).await? {
            continue;
        }
        let now = counted(db, survey).await?;
        if db.read_urn(move |conn| store::figures(conn, survey)).await? != now {
            other.push(survey);
        }
    }
    Ok(other)
}

/// What its ballots give; `None` before the release.
async fn counted(db: &Db, survey: SurveyId) -> Result<Option<Figures>, NotSettled> {
    let Some(opened) = db.read_urn(move |conn| urn::released(conn, survey)).await? else { return Ok(None) };
    let paper = Paper::read(&opened.paper)?;
    let roll = (paper.door == Door::Roll).then_some(opened.roll);
    if opened.unopened > 0 {
        return Ok(Some(disclose::of_too_few(&paper, roll)));
    }
    let tallies = count(db, &paper).await?;
    let groups: Vec<Counted> = opened
        .groups
        .into_iter()
        .map(|(group, strata)| Counted { strata, tally: tallies.get(&group).cloned().unwrap_or_default() })
        .collect();
    let mut figures = disclose::figures(&paper, roll, &groups);
    if paper.instrument.is_election() && figures.has_enough() {
        figures.spoilt = Some(opened.spoilt);
    }
    Ok(Some(figures))
}

/// Away from those who serve pages: a page of answers takes a while.
async fn count(db: &Db, paper: &Paper) -> Result<HashMap<GroupId, Tally>, NotSettled> {
    let survey = paper.survey;
    let counting = Arc::new(Counting::of(paper));
    let mut tallies = HashMap::new();
    let mut after = Vec::new();
    loop {
        let from = mem::take(&mut after);
        let page = db.read_urn(move |conn| urn::answers_after(conn, survey, &from, PAGE)).await?;
        let Some(last) = page.last() else { return Ok(tallies) };
        after.clone_from(&last.id);
        let (counting, before) = (counting.clone(), mem::take(&mut tallies));
        tallies = tokio::task::spawn_blocking(move || counting.add(before, &page)).await??;
    }
}

struct Counting {
    instrument: Instrument,
    compact: Compact,
    asked: Vec<Asked>,
}

impl Counting {
    fn of(paper: &Paper) -> Self {
        let instrument = paper.instrument.clone();
        Self { compact: Compact::of(&instrument), asked: Asked::all(&instrument), instrument }
    }

    fn add(&self, mut tallies: HashMap<GroupId, Tally>, page: &[Anonymous]) -> Result<HashMap<GroupId, Tally>, NotSettled> {
        for answers in page {
            let said = self.compact.read(&answers.compact).map_err(|_| NotSettled::NoAnswers)?;
            let tally = tallies.entry(answers.group).or_insert_with(|| Tally::new(&self.asked));
            tally.add(&self.instrument, &self.asked, &said);
        }
        Ok(tallies)
    }
}
