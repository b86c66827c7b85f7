//! One activity on paper: on the page, and as a file.

use actix_web::{HttpResponse, web};

use super::{deeds::not_shown, scene::imprint};
use crate::{
    accounts::{Gatehouse, May, ReadActivities, Role},
    activities::{self, Activity},
    ids::ActivityId,
    reports::routes::files::attachment,
    results::{
        exports::{Kind, NotMade, of_document},
        report::Document,
    },
    web::{Failure, Visit},
    yearly::{
        gather::told_of,
        pages::report as pages,
        paper::{self, named},
    },
};

type Shown = Result<HttpResponse, Failure>;

/// `GET` [`crate::web::at::ACTIVITY_SUMMARY`]
pub async fn show(who: May<ReadActivities>, gate: web::Data<Gatehouse>, id: web::Path<ActivityId>) -> Shown {
    let (activity, document) = document(&who, &gate, id.into_inner()).await?;
    Ok(pages::summary(&who.visit, &activity, &document, who.account.roles.has(Role::Coordinator)))
}

/// `GET` [`crate::web::at::ACTIVITY_SUMMARY_FILE`]
pub async fn file(who: May<ReadActivities>, gate: web::Data<Gatehouse>, place: web::Path<(ActivityId, String)>) -> Shown {
    let (id, kind) = place.into_inner();
    let (activity, document) = document(&who, &gate, id).await?;
    let own = activity.title(who.visit.language).to_owned();
    made(&who.visit, &kind, document, move |ending| named("activity", &own, ending)).await
}

async fn document(who: &May<ReadActivities>, gate: &Gatehouse, id: ActivityId) -> Result<(Activity, Document), Failure> {
    let activity = gate.db.read_register(move |conn| activities::find(conn, id)).await?.ok_or(Failure::NotFound)?;
    let told = match activity.wanted.evaluation {
        Some(survey) => told_of(&gate.db, survey).await.map_err(not_shown)?,
        None => None,
    };
    let document = paper::summary(&activity, told.as_ref(), who.visit.language, &imprint(&who.visit, gate));
    Ok((activity, document))
}

/// A paper as a file of that kind.
pub async fn made(visit: &Visit, kind: &str, document: Document, name: impl FnOnce(&str) -> (String, String)) -> Shown {
    let kind = Kind::read(kind).filter(|kind| matches!(kind, Kind::Docx | Kind::Xlsx | Kind::Pdf)).ok_or(Failure::NotFound)?;
    let made: Result<Option<Vec<u8>>, NotMade> =
        web::block(move || of_document(kind, &document)).await.map_err(Failure::broken)?;
    Ok(match made.map_err(Failure::broken)? {
        Some(file) => attachment(kind, &name(kind.ending()), file),
        None => pages::no_pdf(visit),
    })
}
