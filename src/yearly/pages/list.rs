//! The activities of a fiscal year, and what appears in its report by itself.

use maud::{Markup, html};

use crate::{
    activities::Activity,
    language::{FiscalYear, digits::grouped, plain},
    web::{
        Page, Visit, Width, at,
        parts::{self, Tone},
    },
    yearly::{
        gather::{Appearing, Gathered},
        rows::{satisfaction, source_code, told},
        words::listing::{Words, words},
    },
};

pub struct List<'page> {
    pub year: FiscalYear,
    /// Among which one may choose.
    pub years: &'page [FiscalYear],
    pub gathered: &'page Gathered,
    pub may_keep: bool,
}

pub fn list(visit: &Visit, list: &List) -> Page {
    let (say, gathered) = (words(visit.language), list.gathered);
    let done = match visit.done() {
        Some("removed") => Some(say.removed),
        Some("left-out") => Some(say.left_out),
        Some("taken-back") => Some(say.taken_back),
        _ => None,
    };
    let new = html! { @if list.may_keep { a.btn href=(visit.to(at::ACTIVITY_NEW)) { (say.new) } } };
    let report = at::activity_report("", list.year.number(), "whole");
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        div.row.between {
            div.stack-s { h1 { (say.title) } p.muted { (say.lead) } }
            @if !gathered.activities.is_empty() { (new) }
        }
        (years(visit, list.year, list.years, |year| format!("{}?year={year}", at::ACTIVITIES)))
        p { a href=(visit.to(&report)) { (say.report) " " (list.year.name(visit.language)) } }
        div.stack {
            h2 { (say.written) }
            @if gathered.activities.is_empty() { (parts::empty(say.none_yet, &new)) } @else { (written(visit, list)) }
        }
        section.stack aria-labelledby="appearing" {
            h2 #appearing { (say.appearing) }
            p.small.muted { (say.appearing_lead) }
            @if gathered.own().next().is_none() { p { (say.none_appearing) } } @else { (appearing(visit, list)) }
        }
    };
    visit.page(say.title, Width::Wide, &main)
}

pub fn years(visit: &Visit, shown: FiscalYear, all: &[FiscalYear], to: impl Fn(i16) -> String) -> Markup {
    let say = words(visit.language);
    html! {
        nav aria-label=(plain(say.years)) {
            p { (say.years) ":"
                @for year in all {
                    " " a href=(visit.to(&to(year.number()))) aria-current=[(*year == shown).then_some("page")] { (year.number()) }
                }
            }
        }
    }
}

fn written(visit: &Visit, list: &List) -> Markup {
    let (say, language) = (words(visit.language), visit.language);
    let row = |number: usize, activity: &Activity| {
        let said = &activity.wanted.said;
        let address = visit.to(&at::activity(activity.id, if list.may_keep { "" } else { "/summary" }));
        html! {
            tr {
                td.num { (number) }
                th scope="row" dir="auto" { a href=(address) { (activity.title(language)) } }
                td { ((say.kind)(said.kind)) }
                td { (said.period.text(language)) }
                td.num { @match said.attendance { Some(people) => (grouped(people.into())), None => "–" } }
                td { (satisfaction(activity, told(list.gathered, activity), language).unwrap_or_else(|| "–".to_owned())) }
                td { a href=(visit.to(&at::activity(activity.id, "/summary"))) { (say.on_paper) span.vh { " " (activity.title(language)) } } }
            }
        }
    };
    parts::table(
        &plain(say.written),
        &html! {
            table {
                thead { tr {
                    th.num scope="col" { (say.place) }
                    th scope="col" { (say.name) }
                    th scope="col" { (say.kind_of) }
                    th scope="col" { (say.when) }
                    th.num scope="col" { (say.people) }
                    th scope="col" { (crate::yearly::words::saying::words(language).satisfaction) }
                    th scope="col" { (say.papers) }
                } }
                tbody { @for (number, activity) in (1..).zip(&list.gathered.activities) { (row(number, activity)) } }
            }
        },
    )
}

fn appearing(visit: &Visit, list: &List) -> Markup {
    let language = visit.language;
    html! {
        div.stack {
            @for one in list.gathered.own() {
                div.card.stack-s {
                    div.row.between {
                        h3 dir="auto" { (one.name.say(language)) }
                        (state(list.gathered.is_left_out(one.source), words(language)))
                    }
                    p.small.muted { (one.period.text(language)) }
                    @if list.may_keep { (choices(visit, list, one)) }
                }
            }
        }
    }
}

fn state(is_out: bool, say: &Words) -> Markup {
    if is_out { parts::tag(Tone::Plain, say.is_out) } else { parts::tag(Tone::Good, say.is_in) }
}

fn choices(visit: &Visit, list: &List, one: &Appearing) -> Markup {
    let (say, name) = (words(visit.language), one.name.say(visit.language));
    let is_out = list.gathered.is_left_out(one.source);
    let code = source_code(one.source);
    let fields = html! {
        input type="hidden" name="source" value=(code);
        input type="hidden" name="year" value=(list.year.number());
        button.btn.alt name="do" value=(if is_out { "in" } else { "out" }) {
            (if is_out { say.take_back } else { say.leave_out }) span.vh { " " (name) }
        }
    };
    html! {
        div.acts {
            (visit.form(at::ACTIVITY_REPORT_ROWS, &fields))
            a.btn.alt href=(visit.to(&format!("{}?from={code}", at::ACTIVITY_NEW))) { (say.in_own) span.vh { " " (name) } }
        }
    }
}
