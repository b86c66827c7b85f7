//! The page of one round.

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use super::deeds::read_head;
use crate::{
    accounts::{Gatehouse, May, Role, SeeSurveys},
    authoring,
    ids::SurveyId,
    people,
    rounds::{
        self,
        pages::overview::{self as page, Scene},
    },
    web::Failure,
};

/// `GET` [`at::ROUND`](crate::web::at::ROUND)
pub async fn show(who: May<SeeSurveys>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let (id, now, roles) = (id.into_inner(), who.visit.premises.now(), who.account.roles.clone());
    let scene = gate.db.read_register(move |conn| {
        let Some(head) = read_head(conn, id)? else { return Ok(None) };
        let version = match head.survey.instrument {
            Some(instrument) => authoring::find(conn, instrument)?,
            None => None,
        };
        let obstacles = if head.survey.state.has_opened() { Vec::new() } else { rounds::obstacles(conn, &head.survey)? };
        let on_roll = people::roll(conn, id)?.map(|roll| roll.size());
        QueryResult::Ok(Some(Scene {
            version,
            obstacles,
            trouble: rounds::trouble(&head.survey),
            on_roll,
            may_change: roles.has(Role::Coordinator),
            may_keep_roll: roles.has(Role::Hr),
            now,
            head,
        }))
    });
    Ok(page::round(&who.visit, &scene.await?.ok_or(Failure::NotFound)?))
}
