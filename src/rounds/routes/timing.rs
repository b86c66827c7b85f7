//! Scheduling a round, taking the schedule back, and putting the close off.

use std::time::Duration;

use actix_web::{HttpResponse, web};
use data_encoding::HEXLOWER;
use jiff::{ToSpan as _, civil::Weekday};

use super::deeds::{done_once, failure, head, not_now};
use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    authoring,
    clock::{DAY, HOUR, MINUTE, Moment},
    db::RegisterConn,
    ids::SurveyId,
    language::{Language, times},
    people::words::person::no_day_in_words,
    rounds::{
        self, Obstacle, Refusal,
        pages::{
            overview::Head,
            promises,
            timing::{self as page, ScheduleForm},
        },
        words::{obstacle_in_words, timing::words},
    },
    surveys::{self, NotNow, State, Window},
    web::{Body, Failure, Faults, Posted, at, parts::TypedMoment, see_other},
};

/// A year that was typed wrong would otherwise be announced, and an announced close is kept.
const LONGEST: Duration = Duration::from_secs(366 * DAY.as_secs());

/// `GET` [`at::ROUND_SCHEDULE`]
pub async fn edit(who: May<MakeSurveys>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let head = head(&gate, id.into_inner()).await?;
    let State::Draft { window } = head.survey.state else { return Err(not_now(who.visit.language, NotNow::NotADraft)) };
    let now = who.visit.premises.now();
    let window = window.filter(|window| window.opens > now).unwrap_or_else(|| usual_window(now));
    let form = ScheduleForm { mark: mark(&gate, head.survey.id).await?, ..ScheduleForm::of(window, who.visit.language) };
    let in_the_way = in_the_way(&gate, &head).await?;
    Ok(page::schedule(&who.visit, &head, &form, &in_the_way, &Faults::none()))
}

/// From the next working day at 9.00, for two weeks, until 16.30.
fn usual_window(now: Moment) -> Window {
    let mut day = now.day().saturating_add(1.day());
    while matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
        day = day.saturating_add(1.day());
    }
    let opens = Moment::start_of(day).plus(9 * HOUR);
    let closes = Moment::start_of(day.saturating_add(14.days())).plus(16 * HOUR + 30 * MINUTE);
    Window { opens, closes }
}

/// `POST` [`at::ROUND_SCHEDULE`]. Pressed twice, it schedules once.
pub async fn schedule(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let (id, language) = (id.into_inner(), who.visit.language);
    let form = ScheduleForm {
        opens: typed(&posted, "opens", "opens_time"),
        closes: typed(&posted, "closes", "closes_time"),
        mark: posted.text("mark").to_owned(),
    };
    let window = match window(&form, who.visit.premises.now(), language) {
        Ok(window) => window,
        Err(faults) => return again(&who, &gate, id, &form, faults).await,
    };
    let answer = at::done(&who.visit.to(&at::round(id)), "scheduled");
    let drawn = form.mark.clone();
    let scheduled = done_once(&who, &gate, posted.key, move |conn, hand, _| {
        // What goes before staff is what was on the page.
        if read_mark(conn, id)? != drawn {
            return Err(Refusal::ChangedMeanwhile);
        }
        rounds::schedule(conn, hand, id, window)?;
        Ok(answer.clone())
    });
    match scheduled.await {
        Ok(answer) => Ok(see_other(&answer)),
        Err(Refusal::InTheWay(obstacles)) => {
            let mut faults = Faults::none();
            for obstacle in &obstacles {
                faults.add("opens", obstacle_in_words(language, obstacle));
            }
            again(&who, &gate, id, &form, faults).await
        }
        Err(Refusal::ChangedMeanwhile) => {
            let form = ScheduleForm { mark: mark(&gate, id).await?, ..form };
            again(&who, &gate, id, &form, Faults::one("opens", words(language).changed_meanwhile)).await
        }
        Err(refusal) => Err(failure(language, refusal)),
    }
}

async fn mark(gate: &Gatehouse, id: SurveyId) -> Result<String, Failure> {
    Ok(gate.db.read_register(move |conn| read_mark(conn, id)).await?)
}

fn read_mark(conn: &mut RegisterConn, id: SurveyId) -> diesel::QueryResult<String> {
    let Some(survey) = surveys::find(conn, id)? else { return Ok(String::new()) };
    let version = match survey.instrument {
        Some(instrument) => authoring::find(conn, instrument)?,
        None => None,
    };
    let questions = version.and_then(|version| Some(HEXLOWER.encode(version.digest.get(..8)?)));
    Ok(questions.unwrap_or_default() + &promises::mark(&survey))
}

/// The page with what was typed and what is wrong with it; unless it is no draft any more.
async fn again(
    who: &May<MakeSurveys>,
    gate: &Gatehouse,
    id: SurveyId,
    form: &ScheduleForm,
    faults: Faults,
) -> Result<HttpResponse, Failure> {
    let head = head(gate, id).await?;
    if !head.survey.state.is_draft() {
        return Err(not_now(who.visit.language, NotNow::NotADraft));
    }
    let in_the_way = in_the_way(gate, &head).await?;
    Ok(page::schedule(&who.visit, &head, form, &in_the_way, &faults))
}

async fn in_the_way(gate: &Gatehouse, head: &Head) -> Result<Vec<Obstacle>, Failure> {
    let survey = head.survey.clone();
    Ok(gate.db.read_register(move |conn| rounds::obstacles(conn, &survey)).await?)
}

/// `POST` [`at::ROUND_UNSCHEDULE`]
pub async fn unschedule(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let id = id.into_inner();
    let answer = at::done(&who.visit.to(&at::round(id)), "unscheduled");
    let taken_back = done_once(&who, &gate, posted.key, move |conn, hand, _| {
        rounds::unschedule(conn, hand, id)?;
        Ok(answer.clone())
    });
    taken_back.await.map(|answer| see_other(&answer)).map_err(|refusal| failure(who.visit.language, refusal))
}

/// `GET` [`at::ROUND_EXTENSION`]
pub async fn ask_to_extend(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
) -> Result<HttpResponse, Failure> {
    let head = head(&gate, id.into_inner()).await?;
    let window = extendable(&head, who.visit.premises.now(), who.visit.language)?;
    let proposed = TypedMoment::of(window.closes.plus(7 * DAY), who.visit.language);
    Ok(page::extension(&who.visit, &head, window.closes, &proposed, &Faults::none()))
}

fn extendable(head: &Head, now: Moment, language: Language) -> Result<Window, Failure> {
    match head.survey.state {
        State::Open { window, .. } if now < window.closes => Ok(window),
        _ => Err(not_now(language, NotNow::NotOpen)),
    }
}

/// `POST` [`at::ROUND_EXTENSION`]. Pressed twice, it puts the close off once.
pub async fn extend(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let (id, language) = (id.into_inner(), who.visit.language);
    let say = words(language);
    let head = head(&gate, id).await?;
    let window = extendable(&head, who.visit.premises.now(), language)?;
    let closing = typed(&posted, "closes", "closes_time");
    let mut faults = Faults::none();
    let closes = moment(&closing, ("closes", "closes_time"), say.new_close, &mut faults, language);
    if closes.is_some_and(|closes| closes.since(window.opens) > LONGEST) {
        faults.add("closes", say.too_long);
    }
    let closes = match closes {
        Some(closes) if faults.is_empty() => closes,
        _ => return Ok(page::extension(&who.visit, &head, window.closes, &closing, &faults)),
    };
    let answer = at::done(&who.visit.to(&at::round(id)), "extended");
    let extended = done_once(&who, &gate, posted.key, move |conn, hand, _| {
        rounds::extend(conn, hand, id, closes)?;
        Ok(answer.clone())
    });
    match extended.await {
        Ok(answer) => Ok(see_other(&answer)),
        Err(Refusal::NotNow(NotNow::NotLater)) => {
            Ok(page::extension(&who.visit, &head, window.closes, &closing, &Faults::one("closes", say.not_later)))
        }
        Err(refusal) => Err(failure(language, refusal)),
    }
}

fn typed(posted: &Posted, day: &str, time: &str) -> TypedMoment {
    TypedMoment::posted(posted, day, time)
}

/// The window that was typed, or everything that is wrong with it.
fn window(form: &ScheduleForm, now: Moment, language: Language) -> Result<Window, Faults> {
    let say = words(language);
    let mut faults = Faults::none();
    let opens = moment(&form.opens, ("opens", "opens_time"), say.opens, &mut faults, language);
    if opens.is_some_and(|opens| opens < now) {
        faults.add("opens", say.past);
    }
    let closes = moment(&form.closes, ("closes", "closes_time"), say.closes, &mut faults, language);
    let Some((opens, closes)) = opens.zip(closes) else { return Err(faults) };
    if closes <= opens {
        faults.add("closes", say.closes_first);
    } else if closes.since(opens) > LONGEST {
        faults.add("closes", say.too_long);
    }
    if faults.is_empty() { Ok(Window { opens, closes }) } else { Err(faults) }
}

fn moment(
    typed: &TypedMoment,
    (day_field, time_field): (&'static str, &'static str),
    label: &str,
    faults: &mut Faults,
    language: Language,
) -> Option<Moment> {
    let say = words(language);
    let day = match typed.day.read() {
        Ok(Some(day)) => Ok(day),
        Ok(None) => Err(say.day_missing.to_owned()),
        Err(fault) => Err(no_day_in_words(language, label, fault)),
    };
    let day = faults.take(day_field, day);
    let time = faults.take(time_field, times::read(&typed.time).map_err(|_| say.time_wrong));
    let (day, time) = day.zip(time)?;
    let [hours, minutes] = [time.hour(), time.minute()].map(|part| u32::from(part.unsigned_abs()));
    Some(Moment::start_of(day).plus(hours * HOUR + minutes * MINUTE))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_usual_window_begins_on_a_working_day() {
        for (today, opens) in [
            (date(2026, 11, 19), date(2026, 11, 20)),
            (date(2026, 11, 20), date(2026, 11, 23)),
            (date(2026, 11, 21), date(2026, 11, 23)),
        ] {
            let window = usual_window(Moment::start_of(today).plus(12 * HOUR));
            assert_eq!(window.opens, Moment::start_of(opens).plus(9 * HOUR), "{today}");
            assert_eq!(window.closes.since(window.opens), 14 * DAY + 7 * HOUR + 30 * MINUTE);
        }
    }

    #[test]
    fn a_moment_is_typed_as_it_is_shown() {
        let moment_shown = Moment::start_of(date(2026, 12, 1)).plus(9 * HOUR + 5 * MINUTE);
        for language in Language::ALL {
            let typed = TypedMoment::of(moment_shown, language);
            let mut faults = Faults::none();
            assert_eq!(moment(&typed, ("day", "time"), "", &mut faults, language), Some(moment_shown));
            assert!(faults.is_empty());
        }
    }
}
