//! The list of sessions: for those who plan them and answer there, and for those who have the people.

use maud::{Markup, html};

use crate::{
    meetings::{
        Meeting, Stage,
        words::{
            sessions::{Words, words},
            when::{collecting_in_words, gathering_in_words},
        },
    },
    web::{
        Page, Visit, Width, at,
        parts::{self, Tone},
    },
};

/// The next first; then those that stand open, then what has passed.
fn in_order(mut meetings: Vec<Meeting>) -> Vec<Meeting> {
    let is_done = |meeting: &Meeting| matches!(meeting.stage, Stage::Over | Stage::Cancelled);
    meetings.sort_by_key(|meeting| {
        let starts = meeting.plan.gathering.as_ref().map_or(meeting.plan.opens, |gathering| gathering.starts);
        (is_done(meeting), if is_done(meeting) { -starts } else { starts })
    });
    meetings
}

pub fn for_desk(visit: &Visit, meetings: Vec<Meeting>, may_plan: bool) -> Page {
    let say = words(visit.language);
    let plan = html! { @if may_plan { a.btn href=(visit.to(at::MEETING_NEW)) { (say.new) } } };
    let main = html! {
        @if visit.done() == Some("removed") { (parts::done(say.removed)) }
        div.row.between { div.stack-s { h1 { (say.title) } p.muted { (say.lead) } } @if !meetings.is_empty() { (plan) } }
        @if meetings.is_empty() {
            (parts::empty(say.none_yet, &plan))
        } @else {
            (table(visit, &in_order(meetings), |meeting| html! { a href=(visit.to(&at::meeting(meeting.id, ""))) { (meeting.name(visit.language)) } }))
        }
    };
    visit.page(say.title, Width::Wide, &main)
}

/// Without anything that tells how many have come.
pub fn for_hr(visit: &Visit, meetings: Vec<Meeting>) -> Page {
    let say = words(visit.language);
    let of_theirs = |meeting: &Meeting| meeting.stage != Stage::Draft && meeting.plan.has_links();
    let meetings: Vec<_> = meetings.into_iter().filter(of_theirs).collect();
    let main = html! {
        div.stack-s { h1 { (say.title) } p.muted { (say.lead_hr) } }
        @if meetings.is_empty() {
            (parts::empty(say.none_yet, &html! {}))
        } @else {
            (table(visit, &in_order(meetings), |meeting| html! {
                @if meeting.stage == Stage::Open { a href=(visit.to(&at::meeting_slips(meeting.id))) { (meeting.name(visit.language)) } }
                @else { (meeting.name(visit.language)) }
            }))
        }
    };
    visit.page(say.title, Width::Wide, &main)
}

fn table(visit: &Visit, meetings: &[Meeting], name: impl Fn(&Meeting) -> Markup) -> Markup {
    let say = words(visit.language);
    let rows = html! {
        table {
            thead { tr {
                th scope="col" { (say.session) } th scope="col" { (say.when) } th scope="col" { (say.stage) }
                th.num scope="col" { (say.invited) }
            } }
            tbody {
                @for meeting in meetings {
                    tr {
                        th scope="row" { (name(meeting)) }
                        td {
                            @match &meeting.plan.gathering {
                                Some(gathering) => (gathering_in_words(gathering, visit.language)),
                                None => (say.standing),
                            }
                            br; span.small.muted { (collecting_in_words(meeting, visit.language)) }
                        }
                        td { (stage(say, meeting.stage)) }
                        td.num { @if meeting.stage != Stage::Draft && meeting.plan.has_links() { (meeting.invited) } }
                    }
                }
            }
        }
    };
    html! { div.card { (parts::table(say.title, &rows)) } }
}

pub fn stage(say: &Words, stage: Stage) -> Markup {
    let tone = match stage {
        Stage::Open | Stage::Opening => Tone::Good,
        Stage::Cancelled => Tone::Watch,
        Stage::Draft | Stage::Over => Tone::Plain,
    };
    parts::tag(tone, (say.stages)(stage))
}
