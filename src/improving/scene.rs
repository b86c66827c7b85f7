//! A plan with everything that its pages are drawn from: the register first, then what the urn lets out.

use diesel::QueryResult;

use super::quote::{self, Known};
use crate::{
    accounts::Gatehouse,
    authoring,
    db::{Db, RegisterConn},
    ids::{PlanId, SurveyId},
    instruments::Instrument,
    plans::{self, Plan, Point, Whole},
    reports::NotShown,
    surveys::{self, Survey},
    web::Failure,
};

pub struct Scene {
    pub whole: Whole,
    /// Its own, those that its measures are about, and those that ask about them.
    rounds: Vec<Known>,
}

impl Scene {
    pub fn round(&self, id: SurveyId) -> Option<&Known> {
        self.rounds.iter().find(|round| round.survey.id == id)
    }

    pub fn own_round(&self) -> Option<&Known> {
        self.whole.plan.wanted.survey.and_then(|id| self.round(id))
    }

    /// The lowest item of its round, if no measure is about it.
    pub fn lowest_without_measure(&self) -> Option<(&Known, Point)> {
        let round = self.own_round()?;
        let (code, _) = round.lowest(1).into_iter().next()?;
        let abouts = self.whole.measures.iter().filter_map(|it| it.measure.about.as_ref());
        let is_met = abouts.filter(|about| about.survey == round.survey.id).any(|about| round.covers(&about.point, &code));
        (!is_met).then_some((round, Point::Item(code)))
    }
}

pub async fn scene(gate: &Gatehouse, id: PlanId) -> Result<Scene, Failure> {
    let whole = whole(gate, id).await?;
    let mut ids: Vec<SurveyId> = whole.plan.wanted.survey.into_iter().collect();
    for measure in &whole.measures {
        ids.extend(measure.measure.about.as_ref().map(|about| about.survey));
        ids.extend(measure.poll);
    }
    ids.sort_by_key(|id| id.as_bytes().to_vec());
    ids.dedup();
    Ok(Scene { whole, rounds: known(&gate.db, ids).await? })
}

pub async fn whole(gate: &Gatehouse, id: PlanId) -> Result<Whole, Failure> {
    let master = gate.master.clone();
    gate.db.read_register(move |conn| plans::find(conn, &master, id)).await?.ok_or(Failure::NotFound)
}

/// Those of them that there are.
pub async fn known(db: &Db, ids: Vec<SurveyId>) -> Result<Vec<Known>, Failure> {
    let found = db.read_register(move |conn| {
        let mut found = Vec::new();
        for id in ids {
            if let Some(survey) = surveys::find(conn, id)? {
                let asks = asks(conn, &survey)?;
                found.push((survey, asks));
            }
        }
        QueryResult::Ok(found)
    });
    let mut known = Vec::new();
    for (survey, asks) in found.await? {
        let found = quote::found(db, survey.id).await.map_err(|fault| match fault {
            NotShown::Database(fault) => fault.into(),
            fault => Failure::broken(fault),
        })?;
        known.push(Known { survey, asks, found });
    }
    Ok(known)
}

fn asks(conn: &mut RegisterConn, survey: &Survey) -> QueryResult<Option<Instrument>> {
    let Some(instrument) = survey.instrument else { return Ok(None) };
    Ok(authoring::find(conn, instrument)?.map(|version| version.instrument))
}

/// What a measure of this plan can be about: its round; else those that were asked in its year and in the one before.
pub async fn to_point_at(db: &Db, plan: &Plan, besides: Option<SurveyId>) -> Result<Vec<(Survey, Instrument)>, Failure> {
    let wanted = plan.wanted.clone();
    let found = db.read_register(move |conn| {
        let of_year = |survey: &Survey| {
            survey.state.has_opened() && (survey.year == wanted.year || survey.year.number() + 1 == wanted.year.number())
        };
        let is_chosen = |survey: &Survey| match wanted.survey {
            Some(own) => survey.id == own || Some(survey.id) == besides,
            None => of_year(survey) || Some(survey.id) == besides,
        };
        let mut all = Vec::new();
        for survey in surveys::all(conn)?.into_iter().filter(is_chosen) {
            if let Some(asks) = asks(conn, &survey)? {
                all.push((survey, asks));
            }
        }
        QueryResult::Ok(all)
    });
    Ok(found.await?)
}
