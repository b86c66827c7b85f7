//! Writing an activity down, changing it, removing it.

use actix_web::{HttpResponse, web};

use super::deeds::{done_once, failure, not_shown};
use crate::{
    accounts::{Gatehouse, KeepActivities, May},
    activities::{self, ACTIVITIES_MOST, Activity, Kind, Refusal, Source},
    ids::{ActivityId, SurveyId},
    language::{Language, plain},
    surveys::Survey,
    web::Body,
    web::{Failure, Faults, LongBody, at, see_other},
    yearly::{
        form::{Among, NONE, ROUND, Typed},
        gather::{self, Appearing, Came, told_of},
        pages::{confirm, form as pages},
        rows::{in_own_words, source_code, source_of},
        words::{form::words, listing},
    },
};

type Who = May<KeepActivities>;
type Shown = Result<HttpResponse, Failure>;

/// What the form lets choose.
struct Scene {
    sources: Vec<Appearing>,
    rounds: Vec<Survey>,
}

async fn scene(gate: &Gatehouse) -> Result<Scene, Failure> {
    let (sources, rounds) = gate.db.read_register(gather::choices).await?;
    Ok(Scene { sources, rounds })
}

/// The form, with what the chosen round tells.
async fn page(
    who: &Who,
    gate: &Gatehouse,
    id: Option<ActivityId>,
    typed: &Typed,
    faults: &Faults,
    changed: Option<&Activity>,
) -> Shown {
    let (scene, language) = (scene(gate).await?, who.visit.language);
    let told = match typed.evaluation.parse::<SurveyId>() {
        Ok(survey) => told_of(&gate.db, survey).await.map_err(not_shown)?,
        Err(_) => None,
    };
    let told = told.map(|told| crate::clinic::pages::report::evaluation_in_words(&told, language));
    let Scene { sources, rounds } = &scene;
    Ok(pages::sheet(&who.visit, &pages::Sheet { id, typed, faults, sources, rounds, told: told.as_deref(), changed }))
}

/// `GET` [`at::ACTIVITY_NEW`]; `?from=meeting-…` begins with what appears by itself.
pub async fn new(who: Who, gate: web::Data<Gatehouse>) -> Shown {
    let typed = match who.visit.query("from").map(|code| source_of(code).ok_or(Failure::NotFound)).transpose()? {
        Some(source) => begun(&gather::find(&gate.db, source).await.map_err(not_shown)?.ok_or(Failure::NotFound)?),
        None => Typed { satisfaction: NONE.to_owned(), ..Typed::default() },
    };
    page(&who, &gate, None, &typed, &Faults::none(), None).await
}

/// In the words that the row would have.
fn begun(appearing: &Appearing) -> Typed {
    let [summary, result] = in_own_words(appearing);
    let attendance = match &appearing.came {
        Came::Session(report) => report.attendance.total().map(|people| people.to_string()).unwrap_or_default(),
        Came::Round { .. } => String::new(),
    };
    let kind = match appearing.source {
        Source::Meeting(_) => Kind::Clinic,
        Source::Survey(_) => Kind::Other,
    };
    Typed {
        kind: kind.code().to_owned(),
        title_thai: appearing.name.th.clone(),
        title_english: appearing.name.en.clone(),
        period: plain(&appearing.period.text(Language::Thai)),
        venue: appearing.venue.say(Language::Thai).to_owned(),
        summary,
        result,
        attendance,
        satisfaction: if appearing.evaluation.is_some() { ROUND } else { NONE }.to_owned(),
        evaluation: appearing.evaluation.map(|id| id.to_string()).unwrap_or_default(),
        speaks_for: source_code(appearing.source),
        ..Typed::default()
    }
}

/// `POST` [`at::ACTIVITY_NEW`]. Pressed twice, it is done once.
pub async fn create(who: Who, gate: web::Data<Gatehouse>, body: LongBody) -> Shown {
    keep(&who, &gate, None, body).await
}

/// `GET` [`at::ACTIVITY`]
pub async fn edit(who: Who, gate: web::Data<Gatehouse>, id: web::Path<ActivityId>) -> Shown {
    let activity = present(&gate, id.into_inner()).await?;
    page(&who, &gate, Some(activity.id), &Typed::of(&activity), &Faults::none(), None).await
}

/// `POST` [`at::ACTIVITY`]
pub async fn update(who: Who, gate: web::Data<Gatehouse>, id: web::Path<ActivityId>, body: LongBody) -> Shown {
    let id = present(&gate, id.into_inner()).await?.id;
    keep(&who, &gate, Some(id), body).await
}

async fn present(gate: &Gatehouse, id: ActivityId) -> Result<Activity, Failure> {
    gate.db.read_register(move |conn| activities::find(conn, id)).await?.ok_or(Failure::NotFound)
}

async fn keep(who: &Who, gate: &Gatehouse, id: Option<ActivityId>, body: LongBody) -> Shown {
    let posted = who.visit.accept(body)?;
    let (mut typed, language) = (Typed::posted(&posted), who.visit.language);
    let read = {
        let scene = scene(gate).await?;
        let sources: Vec<Source> = scene.sources.iter().map(|it| it.source).collect();
        let rounds: Vec<SurveyId> = scene.rounds.iter().map(|it| it.id).collect();
        typed.read(&Among { sources: &sources, rounds: &rounds }, language)
    };
    let (wanted, was_cleaned) = match read {
        Ok(read) => read,
        Err(faults) => return page(who, gate, id, &typed, &faults, None).await,
    };
    let (prefix, seen) = (language.prefix(), typed.seen);
    let what = if was_cleaned { "cleaned" } else { "saved" };
    let done = done_once(who, gate, posted.key, move |conn, hand, dice| {
        let kept = match id {
            Some(id) => {
                activities::change(conn, hand, id, seen, &wanted)?;
                id
            }
            None => activities::add(conn, hand, &wanted, dice)?,
        };
        Ok(at::done(&format!("{prefix}{}", at::activity(kept, "")), what))
    });
    match (done.await, id) {
        (Ok(answer), _) => Ok(see_other(&answer)),
        (Err(Refusal::Changed), Some(id)) => {
            // What is there now stands beside what was typed; sent again, it takes its place.
            let there = present(gate, id).await?;
            typed.seen = there.edition;
            page(who, gate, Some(id), &typed, &Faults::one("changed", words(language).changed), Some(&there)).await
        }
        (Err(Refusal::SpokenFor(_)), id) => {
            page(who, gate, id, &typed, &Faults::one("speaks_for", words(language).spoken_for), None).await
        }
        (Err(Refusal::Full), id) => {
            let full = (words(language).full)(&ACTIVITIES_MOST.to_string());
            page(who, gate, id, &typed, &Faults::one("full", full), None).await
        }
        (Err(refusal), _) => Err(failure(refusal)),
    }
}

/// `GET` [`at::ACTIVITY_REMOVAL`]
pub async fn ask_to_remove(who: Who, gate: web::Data<Gatehouse>, id: web::Path<ActivityId>) -> Shown {
    Ok(confirm::removal(&who.visit, &present(&gate, id.into_inner()).await?, &Faults::none()))
}

/// `POST` [`at::ACTIVITY_REMOVAL`]
pub async fn remove(who: Who, gate: web::Data<Gatehouse>, id: web::Path<ActivityId>, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let (id, answer) = (id.into_inner(), at::done(&who.visit.to(at::ACTIVITIES), "removed"));
    let seen = posted.text("mark").parse().unwrap_or(-1);
    let done = done_once(&who, &gate, posted.key, move |conn, hand, _| {
        activities::remove(conn, hand, id, seen)?;
        Ok(answer.clone())
    });
    match done.await {
        Ok(answer) => Ok(see_other(&answer)),
        Err(Refusal::Changed) => {
            // As it is there now; sent again, that is what is removed.
            let faults = Faults::one("changed", listing::words(who.visit.language).removal_changed);
            Ok(confirm::removal(&who.visit, &present(&gate, id).await?, &faults))
        }
        Err(refusal) => Err(failure(refusal)),
    }
}
