//! The list of plans, and the closed rounds that have none yet.

use maud::{Markup, html};

use crate::{
    improving::words::plans::words,
    plans::Plan,
    surveys::Survey,
    web::{Page, Visit, Width, at, parts},
};

pub fn plans(visit: &Visit, plans: &[(Plan, Option<Survey>)], without: &[Survey], may_keep: bool) -> Page {
    let say = words(visit.language);
    let main = html! {
        @if visit.done() == Some("removed") { (parts::done(say.removed)) }
        div.stack-s { h1 { (say.plans) } p.muted { (say.lead) } }
        @if may_keep { div.acts { a.btn href=(visit.to(at::PLAN_NEW)) { (say.new_for_year) } } }
        @if plans.is_empty() { (parts::empty(say.none, &html! {})) } @else { (parts::table(say.plans, &table(visit, plans))) }
        @if may_keep && !without.is_empty() {
            section.card.stack aria-labelledby="without" {
                h2 #without { (say.rounds_without) }
                ul.stack-s {
                    @for round in without {
                        li { bdi { (named(visit, round)) } " " a href=(visit.to(&at::plan_new_for(round.id))) { (say.make_for_round) } }
                    }
                }
            }
        }
    };
    visit.page(say.plans, Width::Wide, &main)
}

fn table(visit: &Visit, plans: &[(Plan, Option<Survey>)]) -> Markup {
    let say = words(visit.language);
    html! {
        table.rows {
            thead { tr { th scope="col" { (say.plans) } th scope="col" { (say.year) } th scope="col" { (say.round) } } }
            tbody {
                @for (plan, round) in plans {
                    tr {
                        th scope="row" { a href=(visit.to(&at::plan(plan.id, ""))) { bdi { (plan.title(visit.language)) } } }
                        td { (plan.wanted.year.number()) }
                        td { @match round { Some(round) => bdi { (named(visit, round)) }, None => "–" } }
                    }
                }
            }
        }
    }
}

pub fn named(visit: &Visit, round: &Survey) -> String {
    format!("{} {}/{}", round.name(visit.language), round.round, round.year.number())
}
