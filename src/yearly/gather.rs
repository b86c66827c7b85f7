//! Everything that a report of some time is made of, from both sides, one asked after the other.

use std::collections::HashMap;

use diesel::QueryResult;

use crate::{
    activities::{self, Activity, Around, Source, Span},
    afterwards::{Standing, standing},
    clock::Moment,
    db::{Db, RegisterConn},
    ids::SurveyId,
    language::Period,
    meetings::{self, Meeting},
    notices::{Evaluation, Report},
    papers::InBoth,
    reports::{NotShown, look},
    results::elections::{self, Outcome},
    surveys::{self, State, Survey},
};

pub struct Gathered {
    /// In the order of the report.
    pub activities: Vec<Activity>,
    /// In the order of their days; those that an activity speaks for, and those that were left out, too.
    pub appearing: Vec<Appearing>,
    pub left_out: Vec<Source>,
    pub around: Around,
    /// What the rounds that activities are linked to let out.
    pub told: HashMap<SurveyId, Evaluation>,
}

/// A session with a report that everybody reads, or a survey that is closed.
#[derive(Clone, Debug)]
pub struct Appearing {
    pub source: Source,
    pub name: InBoth,
    pub period: Period,
    pub venue: InBoth,
    pub came: Came,
    /// By which those who came say what they thought of it.
    pub evaluation: Option<SurveyId>,
}

#[derive(Clone, Debug)]
pub enum Came {
    Session(Report),
    /// `elected`: one for each ballot of an election that was counted.
    Round {
        round: i32,
        turnout: Turnout,
        told: Option<Evaluation>,
        elected: Vec<Outcome>,
    },
}

/// Of a round: as results tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turnout {
    /// Answers are being opened and counted.
    NotYet,
    Fewer {
        k: u32,
    },
    /// Of an election, spoilt ballots are among them.
    Counted {
        counted: u32,
        roll: Option<u32>,
    },
}

impl Gathered {
    pub fn is_left_out(&self, source: Source) -> bool {
        self.left_out.contains(&source)
    }

    /// Those that appear by themselves: nobody speaks for them, and they are nobody's evaluation.
    pub fn own(&self) -> impl Iterator<Item = &Appearing> {
        self.appearing.iter().filter(|it| !self.activities.iter().any(|activity| activity.wanted.speaks_for == Some(it.source)))
    }
}

pub async fn gather(db: &Db, span: Span) -> Result<Gathered, NotShown> {
    let (all, left_out, around, mut appearing, evaluations) = db
        .read_register(move |conn| {
            let all = activities::all(conn)?;
            let (appearing, evaluations) = appearing(conn)?;
            QueryResult::Ok((all, activities::left_out(conn)?, activities::around(conn, span)?, appearing, evaluations))
        })
        .await?;
    let spoken_for: Vec<Source> = all.iter().filter_map(|it| it.wanted.speaks_for).collect();
    let asked_by: Vec<SurveyId> = all.iter().filter_map(|it| it.wanted.evaluation).chain(evaluations).collect();
    let mut activities: Vec<Activity> = all.into_iter().filter(|it| span.has(it.wanted.said.period)).collect();
    activities.sort_by_key(|it| (it.wanted.said.place, it.wanted.said.period.first_day(), it.id.to_string()));
    let is_of_somebody = |source| matches!(source, Source::Survey(id) if asked_by.contains(&id));
    // By the day on which it ended: half a survey is no survey.
    appearing.retain(|it| {
        span.first_day() <= it.period.last_day()
            && it.period.last_day() <= span.last_day()
            && !is_of_somebody(it.source)
            // Spoken for by an activity of another time, it has had its say.
            && (!spoken_for.contains(&it.source) || activities.iter().any(|other| other.wanted.speaks_for == Some(it.source)))
    });
    appearing.sort_by_key(|it| (it.period.last_day(), it.name.th.clone()));
    for one in &mut appearing {
        look_up(db, one).await?;
    }
    let mut told = HashMap::new();
    for id in activities.iter().filter_map(|it| it.wanted.evaluation) {
        told.extend(told_of(db, id).await?.map(|evaluation| (id, evaluation)));
    }
    Ok(Gathered { activities, appearing, left_out, around, told })
}

/// What a round lets out by now.
pub async fn told_of(db: &Db, survey: SurveyId) -> Result<Option<Evaluation>, NotShown> {
    Ok(standing(db, survey).await?.and_then(Standing::told))
}

/// One of those that appear by themselves, whatever its time.
pub async fn find(db: &Db, source: Source) -> Result<Option<Appearing>, NotShown> {
    let (all, _) = db.read_register(appearing).await?;
    let Some(mut found) = all.into_iter().find(|it| it.source == source) else { return Ok(None) };
    look_up(db, &mut found).await?;
    Ok(Some(found))
}

/// What can be spoken for, and whatever can ask those who came: by name.
pub fn choices(conn: &mut RegisterConn) -> QueryResult<(Vec<Appearing>, Vec<Survey>)> {
    let (mut all, _) = appearing(conn)?;
    all.sort_by_key(|it| std::cmp::Reverse((it.period.last_day(), it.name.th.clone())));
    Ok((all, surveys::all(conn)?))
}

/// All of them, without what results tell; and the rounds that are the evaluation of a session.
fn appearing(conn: &mut RegisterConn) -> QueryResult<(Vec<Appearing>, Vec<SurveyId>)> {
    let (mut all, mut evaluations) = (Vec::new(), Vec::new());
    for meeting in meetings::all(conn)? {
        let Some(reported) = meetings::report_of(conn, meeting.id)? else { continue };
        evaluations.extend(reported.evaluation);
        if let Some(published) = reported.published {
            all.extend(session(meeting, published.report, reported.evaluation));
        }
    }
    all.extend(surveys::all(conn)?.into_iter().filter_map(round));
    Ok((all, evaluations))
}

fn session(meeting: Meeting, report: Report, evaluation: Option<SurveyId>) -> Option<Appearing> {
    let day = |seconds: i64| Moment::from_micros(seconds.saturating_mul(1_000_000)).day();
    let (first, last) = match &meeting.plan.gathering {
        Some(gathering) => (day(gathering.starts), day(gathering.ends)),
        None => (day(meeting.plan.opens), meeting.closes.map_or_else(|| day(meeting.plan.opens), Moment::day)),
    };
    Some(Appearing {
        source: Source::Meeting(meeting.id),
        name: meeting.plan.title,
        period: Period::days(first, last).ok()?,
        venue: meeting.plan.gathering.map(|it| it.place).unwrap_or_default(),
        came: Came::Session(report),
        evaluation,
    })
}

fn round(survey: Survey) -> Option<Appearing> {
    let (State::Closed { opened, window, .. } | State::Published { opened, window, .. }) = survey.state else { return None };
    // A close at midnight ends the day before.
    let last = Moment::from_micros(window.closes.micros() - 1).day();
    Some(Appearing {
        source: Source::Survey(survey.id),
        period: Period::days(opened.day(), last.max(opened.day())).ok()?,
        name: InBoth { th: survey.name_thai, en: survey.name_english },
        venue: InBoth::default(),
        came: Came::Round { round: survey.round, turnout: Turnout::NotYet, told: None, elected: Vec::new() },
        evaluation: None,
    })
}

/// What results tell of it now.
async fn look_up(db: &Db, one: &mut Appearing) -> Result<(), NotShown> {
    match (&mut one.came, one.source) {
        (Came::Session(report), _) => {
            if let Some(survey) = one.evaluation
                && let Some(now) = told_of(db, survey).await?
            {
                report.evaluation = Some(now);
            }
        }
        (Came::Round { turnout, told, elected, .. }, Source::Survey(survey)) => match look(db, survey).await {
            Ok(round) => {
                let figures = &round.released.figures;
                // Whoever handed in a spoilt ballot of an election voted too.
                let spoilt = if round.is_election() { figures.spoilt.unwrap_or_default() } else { 0 };
                *turnout = match figures.counted {
                    0 => Turnout::Fewer { k: figures.k },
                    counted => Turnout::Counted { counted: counted + spoilt, roll: figures.roll },
                };
                *elected = elections::of(&round.released);
                *told = told_of(db, survey).await?;
            }
            Err(NotShown::NotYet(_) | NotShown::StillOpen | NotShown::NoSuchRound) => {}
            Err(fault) => return Err(fault),
        },
        (Came::Round { .. }, Source::Meeting(_)) => {}
    }
    Ok(())
}
