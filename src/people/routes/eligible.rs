//! Who may answer a survey: everything the rule comes to, on one page.

use actix_web::{HttpResponse, web};

use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    clock::Moment,
    ids::SurveyId,
    people::{
        audience::outlook,
        pages::{
            eligible::{Scene, Stands, eligible},
            outcomes::Sort,
        },
        roll_change::RollChange,
        store,
    },
    surveys,
    web::Failure,
};

/// `GET` [`at::ELIGIBLE`](crate::web::at::ELIGIBLE)
pub async fn show(who: May<KeepRoster>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let scene = scene(&gate, id.into_inner(), who.visit.premises.now()).await?;
    let sort = Sort::from_code(who.visit.query("reason").unwrap_or_default());
    let page = who.visit.query("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    Ok(eligible(&who.visit, &scene, sort, page))
}

/// A survey with today's outlook and its roll, all of one moment.
pub(super) async fn scene(gate: &Gatehouse, id: SurveyId, now: Moment) -> Result<Scene, Failure> {
    let scene = gate
        .db
        .read_register(move |conn| {
            let Some(survey) = surveys::find(conn, id)? else { return Ok(None) };
            let outlook = outlook(conn, &survey, now.day())?;
            let roll = match store::roll(conn, id)? {
                None => None,
                Some(roll) => {
                    let change = RollChange::of(&roll, store::everyone_on_roll(conn, id)?, &outlook);
                    Some(Stands { roll, units: store::units_of_strata(conn, id)?, change })
                }
            };
            let extensions = surveys::extensions(conn, id)?;
            Ok::<_, diesel::result::Error>(Some(Scene { survey, outlook, roll, extensions }))
        })
        .await?;
    scene.ok_or(Failure::NotFound)
}
