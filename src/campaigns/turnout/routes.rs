//! Who looks at the turnout: HR at all open rounds, HR and coordinators at one.

use std::collections::HashSet;

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use super::{
    look::seen,
    pages::{
        hr::{self, OpenRound},
        participation,
    },
};
use crate::{
    accounts::{Gatehouse, KeepRoster, May, SeeSurveys},
    campaigns::reminders,
    clock::Moment,
    db::RegisterConn,
    ids::SurveyId,
    people::{self, Filter},
    surveys,
    web::Failure,
};

/// `GET` [`crate::web::at::PARTICIPATION`]
pub async fn show(who: May<SeeSurveys>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let (id, now) = (id.into_inner(), who.visit.premises.now());
    let seen = gate.db.read_register(move |conn| seen(conn, id, now)).await?.ok_or(Failure::NotFound)?;
    Ok(participation::show(&who.visit, &seen, now))
}

/// `GET` [`crate::web::at::HR`]
pub async fn where_we_are(hr: May<KeepRoster>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let now = hr.visit.premises.now();
    let found = gate.db.read_register(move |conn| {
        let has_roster = people::count(conn, &Filter::default())? > 0;
        QueryResult::Ok((open_rounds(conn, now)?, has_roster))
    });
    let (rounds, has_roster) = found.await?;
    Ok(hr::show(&hr.visit, &rounds, has_roster, now))
}

fn open_rounds(conn: &mut RegisterConn, now: Moment) -> QueryResult<Vec<OpenRound>> {
    let unreached: HashSet<_> = people::undeliverable(conn)?.into_iter().map(|unreached| unreached.id).collect();
    let mut rounds = Vec::new();
    for id in surveys::open(conn)? {
        let Some(seen) = seen(conn, id, now)? else { continue };
        let undeliverable = people::links(conn, id)?.iter().filter(|(person, _)| unreached.contains(person)).count();
        let next_reminder = reminders::next(conn, &seen.survey, now)?.map(Moment::day);
        rounds.push(OpenRound { seen, undeliverable, next_reminder });
    }
    Ok(rounds)
}
