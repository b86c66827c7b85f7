//! The form by which a round is published, or what is published is changed.

use actix_web::{HttpResponse, web};

use super::{hand::hand, mark::mark};
use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    ids::SurveyId,
    language::Language,
    reports::{
        look::{NotShown, look},
        publish::{NotPublished, publish, published_before},
        words,
    },
    results::{
        Round,
        publication::{
            Publication, Typed, View, find,
            pages::{Sheet, sheet},
            words::publishing,
        },
    },
    rounds::{Refusal, words::refusal_in_words},
    web::{Body, Failure, Faults, at, see_other},
};

/// A round that can be published, with what the form needs.
struct Scene {
    round: Round,
    before: Option<Round>,
    present: Option<Publication>,
}

/// `GET` [`at::ROUND_PUBLICATION`]
pub async fn ask(who: May<MakeSurveys>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let scene = scene(who.visit.language, &gate, id.into_inner()).await?;
    let typed = Typed::from(scene.present.as_ref());
    let mark = mark(&scene.present);
    Ok(draw(&who, &scene, &mark, &typed, &Faults::none(), None))
}

/// `POST` [`at::ROUND_PUBLICATION`]: shows it as staff would see it, gives more lines, or publishes.
pub async fn answer(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let (survey, language) = (id.into_inner(), who.visit.language);
    let scene = scene(language, &gate, survey).await?;
    let (typed, drawn) = (Typed::posted(&posted), posted.text("mark").to_owned());
    if posted.text("do") == "more" {
        return Ok(draw(&who, &scene, &drawn, &typed.with_more(), &Faults::none(), None));
    }
    let publication = match typed.read(scene.round.is_election(), language) {
        Ok(publication) => publication,
        Err(faults) => return Ok(draw(&who, &scene, &drawn, &typed, &faults, None)),
    };
    if posted.text("do") != "publish" {
        let view = View::new(&scene.round, &publication, scene.before.as_ref());
        return Ok(draw(&who, &scene, &drawn, &typed, &Faults::none(), Some(&view)));
    }
    // Drawn from what is there now, or sent a second time.
    if mark(&scene.present) != drawn && scene.present.as_ref() != Some(&publication) {
        return Err(changed(language));
    }
    let is_first = !scene.round.occasion.is_published;
    match publish(&gate.db, hand(&who, &gate, posted.key), survey, scene.present, publication).await {
        Ok(()) if is_first => Ok(see_other(&at::done(&who.visit.to(&at::round(survey)), "published"))),
        Ok(()) => Ok(see_other(&at::done(&who.visit.to(&at::round_publication(survey)), "saved"))),
        Err(NotPublished::Changed) => Err(changed(language)),
        Err(NotPublished::Refused(Refusal::NotFound)) => Err(Failure::NotFound),
        Err(NotPublished::Refused(Refusal::Database(fault)) | NotPublished::Database(fault)) => Err(fault.into()),
        Err(NotPublished::Refused(refusal)) => Err(Failure::Refused(refusal_in_words(language, &refusal))),
    }
}

async fn scene(language: Language, gate: &Gatehouse, survey: SurveyId) -> Result<Scene, Failure> {
    let say = publishing::words(language);
    let round = look(&gate.db, survey).await.map_err(|reason| match reason {
        NotShown::StillOpen => Failure::Refused(say.still_open.to_owned()),
        NotShown::NotYet(_) => Failure::Refused(say.not_counted.to_owned()),
        other => words::failure(language, other),
    })?;
    let before = published_before(&gate.db, &round).await.map_err(|reason| words::failure(language, reason))?;
    let present = gate.db.read_urn(move |conn| find(conn, survey)).await?;
    Ok(Scene { round, before, present })
}

fn draw(
    who: &May<MakeSurveys>,
    scene: &Scene,
    mark: &str,
    typed: &Typed,
    faults: &Faults,
    preview: Option<&View>,
) -> HttpResponse {
    let Scene { round, before, present } = scene;
    sheet(&who.visit, &Sheet { round, before: before.as_ref(), present: present.as_ref(), mark, typed, faults, preview })
}

fn changed(language: Language) -> Failure {
    Failure::Refused(publishing::words(language).changed_meanwhile.to_owned())
}
