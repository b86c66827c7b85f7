//! A round's results at their addresses, for those who may read them. Before the close nothing is looked up but
//! the name of the round.

use actix_web::{HttpResponse, web};

use crate::{
    accounts::{May, ReadResults, Role},
    db::Db,
    ids::SurveyId,
    language::{FiscalYear, Language},
    reports::{NotShown, look, rounds_before},
    results::{
        Round,
        ita::{self, Declared, Says},
        pages::{self, Arranged, View},
    },
    surveys,
    web::Failure,
};

/// `GET` [`at::RESULTS`](crate::web::at::RESULTS)
pub async fn summary(who: May<ReadResults>, db: web::Data<Db>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    show(&who, &db, id.into_inner(), |view| pages::summary(&who.visit, view)).await
}

/// `GET` [`at::RESULT_ITEMS`](crate::web::at::RESULT_ITEMS)
pub async fn items(who: May<ReadResults>, db: web::Data<Db>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let arranged =
        Arranged { is_by_score: who.visit.query("order") == Some("score"), is_stacked: who.visit.query("as") == Some("100") };
    show(&who, &db, id.into_inner(), |view| pages::items(&who.visit, view, arranged)).await
}

/// `GET` [`at::RESULT_UNITS`](crate::web::at::RESULT_UNITS)
pub async fn units(who: May<ReadResults>, db: web::Data<Db>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    show(&who, &db, id.into_inner(), |view| pages::units(&who.visit, view)).await
}

/// `GET` [`at::RESULT_COMPARISON`](crate::web::at::RESULT_COMPARISON)
pub async fn comparison(who: May<ReadResults>, db: web::Data<Db>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    show(&who, &db, id.into_inner(), |view| pages::comparison(&who.visit, view)).await
}

async fn show(
    who: &May<ReadResults>,
    db: &Db,
    survey: SurveyId,
    page: impl FnOnce(&View) -> HttpResponse,
) -> Result<HttpResponse, Failure> {
    let may_plan = who.account.roles.has(Role::Coordinator);
    match view(db, survey, may_plan).await {
        Ok(view) => Ok(page(&view)),
        Err(NotShown::NoSuchRound) => Err(Failure::NotFound),
        Err(NotShown::StillOpen) => {
            let name = name(db, survey, who.visit.language).await?;
            Ok(pages::still_open(&who.visit, survey, &name, may_plan))
        }
        Err(NotShown::NotYet(done)) => {
            let name = name(db, survey, who.visit.language).await?;
            Ok(pages::opening(&who.visit, survey, &name, may_plan, done))
        }
        Err(NotShown::Database(fault)) => Err(fault.into()),
        Err(fault @ NotShown::NoPaper(_)) => Err(Failure::broken(fault)),
    }
}

/// The round, and those before it.
async fn view(db: &Db, survey: SurveyId, may_plan: bool) -> Result<View, NotShown> {
    let round = look(db, survey).await?;
    let earlier = rounds_before(db, &round).await?;
    let declared = declared_before(db, &round).await?;
    Ok(View { round, earlier, declared, may_plan })
}

/// Up to its year: the score of that year may be declared while it is still being worked on.
async fn declared_before(db: &Db, round: &Round) -> Result<Vec<(FiscalYear, Declared)>, NotShown> {
    let Some(assessment) = round.released.paper.instrument.assessment else { return Ok(Vec::new()) };
    let entries = db.read_urn(ita::entries).await?.into_iter();
    let of_part = entries.filter(|it| it.part.assessment() == Some(assessment) && it.year <= round.occasion.year);
    let mut declared: Vec<_> = of_part
        .filter_map(|it| match it.says {
            Says::Declared(declared) => Some((it.year, declared)),
            Says::Ours(_) => None,
        })
        .collect();
    declared.sort_by_key(|(year, _)| *year);
    Ok(declared)
}

async fn name(db: &Db, survey: SurveyId, language: Language) -> Result<String, Failure> {
    let found = db.read_register(move |conn| surveys::find(conn, survey)).await?;
    Ok(found.ok_or(Failure::NotFound)?.name(language).to_owned())
}
