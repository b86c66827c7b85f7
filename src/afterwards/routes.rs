//! The report on a session: looked at, kept, published; and the round that asks those who came.

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use super::{
    figure::{Standing, standing},
    form::{Typed, Wanted},
    pages::{self, Sheet},
    tell::told,
    words::words,
};
use crate::{
    accounts::{Gatehouse, May, PlanMeetings, Role},
    ids::{MeetingId, SurveyId},
    live,
    meetings::{
        self, Edit, Meeting, Refusal, Reported,
        routes::deeds::{done_once, failure},
        words::refusals::refusal_in_words,
    },
    notices::Evaluation,
    reports::NotShown,
    surveys::{self, Survey},
    web::{Body, Failure, Faults, LongBody, at, see_other},
};

type Who = May<PlanMeetings>;

/// What the page is drawn from, whatever was typed.
struct Scene {
    meeting: Meeting,
    report: Option<Reported>,
    /// The newest first.
    rounds: Vec<Survey>,
    /// Whether questions were asked live.
    had_room: bool,
}

impl Scene {
    fn typed(&self) -> Typed {
        match &self.report {
            Some(it) => Typed::of(&it.draft, it.evaluation, it.edition),
            None => Typed::of(&crate::notices::Report::default(), None, 0),
        }
    }
}

async fn scene(who: &Who, gate: &Gatehouse, id: MeetingId) -> Result<Scene, Failure> {
    let found = gate.db.read_register(move |conn| {
        let Some(meeting) = meetings::find(conn, id)? else { return Ok(None) };
        let (report, mut rounds) = (meetings::report_of(conn, id)?, surveys::all(conn)?);
        rounds.sort_by_key(|round| std::cmp::Reverse((round.year, round.round, round.id.to_string())));
        QueryResult::Ok(Some((meeting, report, rounds)))
    });
    let (meeting, report, rounds) = found.await?.ok_or(Failure::NotFound)?;
    if !meeting.may_be_reported(who.visit.premises.now()) {
        return Err(failure(who.visit.language, Refusal::NotNow));
    }
    let room = gate.db.read_urn(move |conn| live::find(conn, id)).await?;
    Ok(Scene { meeting, report, rounds, had_room: room.is_some_and(|room| !room.is_open) })
}

/// `is_changed`: by somebody else, since the form was drawn.
async fn page(who: &Who, gate: &Gatehouse, scene: &Scene, typed: &Typed, faults: &Faults, is_changed: bool) -> Shown {
    let chosen = scene.rounds.iter().find(|round| round.id.to_string() == typed.evaluation);
    let standing = match chosen {
        Some(round) => standing_of(gate, round.id).await?,
        None => None,
    };
    let sheet = Sheet {
        meeting: &scene.meeting,
        report: scene.report.as_ref(),
        rounds: &scene.rounds,
        chosen: chosen.zip(standing.as_ref()),
        had_room: scene.had_room,
        may_lead: who.account.roles.has(Role::Desk),
        typed,
        faults,
        is_changed,
    };
    Ok(pages::sheet(&who.visit, &sheet))
}

type Shown = Result<HttpResponse, Failure>;

async fn standing_of(gate: &Gatehouse, survey: SurveyId) -> Result<Option<Standing>, Failure> {
    standing(&gate.db, survey).await.map_err(|fault| match fault {
        NotShown::Database(fault) => fault.into(),
        fault => Failure::broken(fault),
    })
}

/// `GET` [`at::MEETING_REPORT`]
pub async fn edit(who: Who, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>) -> Shown {
    let scene = scene(&who, &gate, id.into_inner()).await?;
    let typed = scene.typed();
    page(&who, &gate, &scene, &typed, &Faults::none(), false).await
}

/// What the button that was pressed is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Button {
    Keep,
    Evaluate,
    Publish,
}

/// `POST` [`at::MEETING_REPORT`]. Pressed twice, it is done once.
pub async fn update(who: Who, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>, body: LongBody) -> Shown {
    let posted = who.visit.accept(body)?;
    let (id, language) = (id.into_inner(), who.visit.language);
    let button = match posted.text("do") {
        "publish" => Button::Publish,
        "evaluation" => Button::Evaluate,
        _ => Button::Keep,
    };
    let (scene, mut typed) = (scene(&who, &gate, id).await?, Typed::posted(&posted));
    let wanted = match button {
        Button::Publish => Wanted::Published { gathered: !scene.meeting.plan.is_standing() },
        Button::Keep | Button::Evaluate => Wanted::Draft,
    };
    let rounds: Vec<SurveyId> = scene.rounds.iter().map(|round| round.id).collect();
    let (draft, evaluation) = match typed.read(wanted, &rounds, language) {
        Ok(read) => read,
        Err(faults) => return page(&who, &gate, &scene, &typed, &faults, false).await,
    };
    let figure = match evaluation.filter(|_| button == Button::Publish) {
        Some(survey) => standing_of(&gate, survey).await?.and_then(Standing::told),
        None => None,
    };
    let edit = Edit { seen: typed.seen, draft, evaluation };
    match done(&who, &gate, posted.key, id, button, edit, figure).await {
        Ok(answer) => Ok(see_other(&answer)),
        Err(NotDone::Refused(Refusal::Changed)) => {
            // What is there now stands beside what was typed; sent again, it takes its place.
            let scene = self::scene(&who, &gate, id).await?;
            typed.seen = scene.report.as_ref().map_or(0, |report| report.edition);
            let faults = Faults::one("changed", words(language).changed);
            page(&who, &gate, &scene, &typed, &faults, true).await
        }
        Err(NotDone::Refused(refusal @ Refusal::RoundTaken)) => {
            let faults = Faults::one("evaluation", refusal_in_words(language, &refusal).unwrap_or_default());
            page(&who, &gate, &scene, &typed, &faults, false).await
        }
        Err(NotDone::Refused(refusal)) => Err(failure(language, refusal)),
        Err(NotDone::Untold(fault)) => Err(fault.into()),
    }
}

enum NotDone {
    Refused(Refusal),
    /// It is published, and will be told to the urn soon.
    Untold(diesel::result::Error),
}

/// Says where it leads.
async fn done(
    who: &Who,
    gate: &Gatehouse,
    key: crate::web::FormKey,
    id: MeetingId,
    button: Button,
    edit: Edit,
    figure: Option<Evaluation>,
) -> Result<String, NotDone> {
    let what = match button {
        Button::Keep => "saved",
        Button::Evaluate => "evaluation",
        Button::Publish => "published",
    };
    let answer = at::done(&who.visit.to(&at::meeting(id, "/report")), what);
    let done = done_once(who, gate, key, move |conn, hand, dice| {
        match button {
            Button::Keep => meetings::keep_report(conn, hand, id, &edit)?,
            Button::Publish => meetings::publish_report(conn, hand, id, &edit, figure.clone())?,
            Button::Evaluate => {
                meetings::keep_report(conn, hand, id, &edit)?;
                meetings::make_evaluation(conn, hand, id, dice)?;
            }
        }
        Ok(answer.clone())
    });
    let answer = done.await.map_err(NotDone::Refused)?;
    if button == Button::Publish {
        told(&gate.db, id).await.map_err(NotDone::Untold)?;
    }
    Ok(answer)
}

/// `POST` [`at::MEETING_EVALUATION`], from the page of a session, before there is anything to report: leads to the round.
pub async fn make_evaluation(who: Who, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let (id, language) = (id.into_inner(), who.visit.language);
    let made = done_once(&who, &gate, posted.key, move |conn, hand, dice| {
        let survey = meetings::make_evaluation(conn, hand, id, dice)?;
        Ok(format!("{}{}", language.prefix(), at::round(survey)))
    });
    made.await.map(|answer| see_other(&answer)).map_err(|refusal| failure(language, refusal))
}
