//! Possible duplicates: those who share a name, and the links that merge them.

use maud::{Markup, html};

use super::roster::{email, started};
use crate::{
    ids::PersonId,
    people::{Listed, words::roster::words},
    web::{Page, Visit, Width, at, parts},
};

/// Those who share a name, one group after the other.
pub fn twins(visit: &Visit, groups: &[&[Listed]], most: usize) -> Page {
    let say = words(visit.language);
    let main = html! {
        div.stack-s {
            p.small { a href=(visit.to(at::ROSTER)) { (say.roster) } }
            h1 { (say.twins) }
            p.muted { (say.twins_lead) }
        }
        @if groups.is_empty() { (parts::empty(say.no_twins, &html! {})) }
        @if groups.len() >= most { (parts::note(&(say.twins_cut)(groups.len()))) }
        @for (place, group) in groups.iter().enumerate() {
            section.card.stack-s aria-labelledby=(format_args!("twins-{place}")) {
                @if let Some(first) = group.first() {
                    h2 id=(format_args!("twins-{place}")) { (first.name.as_str()) }
                    (parts::table(first.name.as_str(), &group_table(visit, group)))
                }
            }
        }
    };
    visit.page(say.twins, Width::Wide, &main)
}

fn group_table(visit: &Visit, group: &[Listed]) -> Markup {
    let say = words(visit.language);
    html! {
        table.rows {
            thead {
                tr {
                    th scope="col" { (say.number) }
                    th scope="col" { (say.unit) }
                    th scope="col" { (say.category) }
                    th.num scope="col" { (say.started) }
                    th scope="col" { (say.email) }
                    th scope="col" { span.vh { (say.twins) } }
                }
            }
            tbody {
                @for person in group {
                    tr {
                        th scope="row" { a href=(visit.to(&at::roster_person(person.id))) { (person.number.as_str()) } }
                        td.nb { (person.unit.as_str()) }
                        td { (person.category.as_str()) }
                        td.num { (started(person, visit.language)) }
                        td.small { (email(person, visit.language)) }
                        td {
                            @for other in group.iter().filter(|other| other.id != person.id) {
                                div { a href=(visit.to(&merge_with(person, other))) { ((say.keep_this)(other.number.as_str())) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn merge_with(kept: &Listed, other: &Listed) -> String {
    merge_address(kept.id, other.number.as_str())
}

/// Where two entries stand side by side.
pub fn merge_address(kept: PersonId, other: &str) -> String {
    let other = serde_urlencoded::to_string([("other", other)]).unwrap_or_default();
    format!("{}?{other}", at::roster_merge(kept))
}
