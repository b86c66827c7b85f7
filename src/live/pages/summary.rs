//! What came of a room, for the report on its session. On paper too.

use maud::{Markup, html};

use crate::{
    live::{
        board::{Summary, Tally},
        words::words,
    },
    web::{Page, Visit, Width, at, parts},
};

pub fn summary(visit: &Visit, summary: &Summary) -> Page {
    let say = words(visit.language);
    let title = summary.room.title.say(visit.language);
    let main = html! {
        div.stack-s {
            h1 { (say.summary) }
            p { (title) }
            p.small.muted { ((say.summary_lead)(&summary.room.k)) }
        }
        section.stack aria-labelledby="answered" {
            h2 #answered { (say.answered) }
            @if summary.answered.is_empty() { p { (say.none_answered) } } @else { (table(visit, say.answered, summary.room.k, &summary.answered)) }
        }
        @if !summary.unanswered.is_empty() {
            section.stack aria-labelledby="unanswered" {
                h2 #unanswered { (say.unanswered) }
                (table(visit, say.unanswered, summary.room.k, &summary.unanswered))
            }
        }
        p.noprint { a href=(visit.to(at::LIVE_ROOMS)) { (say.host_list) } }
    };
    visit.page(say.summary, Width::Column, &main)
}

fn table(visit: &Visit, label: &str, k: i32, tallies: &[Tally]) -> Markup {
    let say = words(visit.language);
    parts::table(
        &crate::language::plain(label),
        &html! {
            table {
                thead { tr { th scope="col" { (say.question) } th.num scope="col" { (say.people) } } }
                tbody {
                    @for tally in tallies {
                        tr {
                            td dir="auto" { (tally.text) }
                            td.num { @match tally.votes { Some(votes) => (votes), None => ((say.fewer)(&k)) } }
                        }
                    }
                }
            }
        },
    )
}
