//! Planning a survey: it gets its place in the year, and the department's k of that day.

use super::{NewSurvey, Refusal, Survey, store};
use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::RegisterConn,
    department::{self, K_DEFAULT},
    dice::Dice,
    ids::SurveyId,
    secrets::MasterKey,
};

pub fn plan(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    new: &NewSurvey,
    now: Moment,
    dice: &mut Dice,
) -> Result<SurveyId, Refusal> {
    let survey = Survey {
        id: dice.id(),
        year: new.year,
        round: new.round,
        name_thai: new.name_thai.clone(),
        name_english: new.name_english.clone(),
        k: department::current(conn)?.map_or(K_DEFAULT, |department| department.k),
    };
    if store::is_taken(conn, &survey)? {
        return Err(Refusal::NameTaken);
    }
    store::insert(conn, &survey)?;
    let subject = format!("{} {}/{}", survey.name_thai, survey.round, survey.year.number());
    accounts::note(conn, master, by, Deed::SurveyPlanned, &subject, now)?;
    Ok(survey.id)
}
