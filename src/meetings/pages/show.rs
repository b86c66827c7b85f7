//! One session, for those who plan it and those who answer there: what it says, how it stands, and what may be done.

use maud::{Markup, html};

use super::list::stage;
use crate::{
    ids::SurveyId,
    meetings::{
        Meeting, Stage,
        words::{sessions::words, when::when_in_words},
    },
    papers,
    web::{Page, Visit, Width, at, parts},
};

/// `evaluation`: the round that asks those who came, if there is one.
pub fn show(visit: &Visit, meeting: &Meeting, evaluation: Option<SurveyId>, may_plan: bool, may_lead: bool) -> Page {
    let say = words(visit.language);
    let done = match visit.done() {
        Some("planned") => Some(say.planned),
        Some("saved") => Some(say.saved),
        Some("opened") => Some(say.opened),
        Some("put-off") => Some(say.put_off_done),
        Some("cancelled") => Some(say.cancelled_done),
        Some("ended") => Some(say.ended_done),
        _ => None,
    };
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        div.stack-s {
            p.small { a href=(visit.to(at::MEETINGS)) { (say.title) } }
            h1 { (meeting.name(visit.language)) }
            p { (stage(say, meeting.stage)) }
        }
        @if meeting.stage == Stage::Opening { (parts::note(say.on_its_way)) }
        (facts(visit, meeting))
        @if may_plan { (deeds(visit, meeting)) (afterwards(visit, meeting, evaluation)) }
        @if may_lead && meeting.stage == Stage::Open && !meeting.plan.is_standing() {
            p { a.btn.alt href=(visit.to(&at::live_host(meeting.id, ""))) { (say.ask_live) } }
        }
    };
    visit.page(meeting.name(visit.language), Width::Column, &main)
}

fn facts(visit: &Visit, meeting: &Meeting) -> Markup {
    let (say, plan, language) = (words(visit.language), &meeting.plan, visit.language);
    let invited = if plan.invited.categories.is_empty() && plan.invited.units.is_empty() { say.everybody } else { say.some };
    html! {
        section.card.stack {
            div.stack-s { @for line in when_in_words(meeting, language) { p { (line) } } }
            @let about = plan.about.say(language);
            @if !about.is_empty() { h2 { (say.about) } p { (about) } }
            @let answered_by = plan.answered_by.say(language);
            @if !answered_by.is_empty() { h2 { (say.answered_by) } p { (answered_by) } }
            h2 { (say.topics) }
            div.prose { ul { @for topic in &plan.topics { li { (topic.name.say(language)) } } } }
            h2 { (say.ways) }
            div.prose { ul {
                @if plan.ways.by_seat { li { ((say.by_seat)(plan.seats_each)) } }
                @if plan.ways.by_name { li { (say.by_name) } }
                @if plan.ways.open_door { li { (say.open_door) } }
                li { (if plan.is_moderated { say.moderated } else { say.unmoderated }) }
                @if plan.takes_files { li { (say.files) } }
            } }
            @if plan.has_links() {
                h2 { (say.meant) }
                p { (invited) @if meeting.stage != Stage::Draft { " · " ((say.people)(meeting.invited)) } }
            }
            @if let Some(promised) = &meeting.promised {
                p.small { (say.fingerprint) br; code translate="no" { (papers::in_groups(promised.hash.as_bytes())) } }
            }
            @if meeting.stage != Stage::Draft && !plan.is_standing() {
                p { a href=(visit.to(&at::meeting_calendar(meeting.id))) { (say.calendar) } }
            }
        }
    }
}

fn deeds(visit: &Visit, meeting: &Meeting) -> Markup {
    let say = words(visit.language);
    let to = |below: &str| visit.to(&at::meeting(meeting.id, below));
    html! {
        @match meeting.stage {
            Stage::Draft => div.acts {
                a.btn href=(to("/opening")) { (say.opening) }
                a.btn.alt href=(to("/plan")) { (say.change) }
                a.btn.alt href=(to("/removal")) { (say.removal) }
            },
            Stage::Open => div.acts {
                @if meeting.plan.ways.open_door { a.btn.alt href=(to("/poster")) { (say.poster) } }
                @if meeting.plan.is_standing() {
                    a.btn.alt href=(to("/end")) { (say.end) }
                } @else {
                    a.btn.alt href=(to("/extension")) { (say.extension) }
                    a.btn.alt href=(to("/cancellation")) { (say.cancellation) }
                }
            },
            Stage::Opening | Stage::Over | Stage::Cancelled => {},
        }
    }
}

/// What is told once people have met, and what they are asked then.
fn afterwards(visit: &Visit, meeting: &Meeting, evaluation: Option<SurveyId>) -> Markup {
    let say = words(visit.language);
    html! {
        @if matches!(meeting.stage, Stage::Open | Stage::Over) {
            div.acts {
                @if meeting.may_be_reported(visit.premises.now()) {
                    a.btn href=(visit.to(&at::meeting(meeting.id, "/report"))) { (say.report) }
                }
                @match evaluation {
                    Some(round) => a.btn.alt href=(visit.to(&at::round(round))) { (say.evaluation) },
                    None => (visit.button(&at::meeting(meeting.id, "/evaluation"), "btn alt", say.make_evaluation)),
                }
            }
        }
    }
}
