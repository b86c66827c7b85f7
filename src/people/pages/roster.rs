//! The list of people: totals, search and filters, the table.

use std::collections::HashSet;

use jiff::civil::Date;
use maud::{Markup, html};

use super::unit_choices::{self, Placed};
use crate::{
    ids::PersonId,
    language::{Language, dates, digits::grouped, plain},
    people::{
        Category, Listed, Who,
        look::Look,
        usual::{Usual, Usually, served},
        words::{
            roster::{service_in_words, standing_in_words, words},
            unreached::words as unreached,
        },
    },
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, Pager, Tone},
    },
};

/// Everything the list shows.
pub struct Roster<'page> {
    /// Nobody is on the roster, here or departed.
    pub is_empty: bool,
    pub look: &'page Look,
    pub people: &'page [Listed],
    /// How many there are on all pages of this look.
    pub found: i64,
    pub pages: i64,
    pub totals: &'page Totals,
    pub units: &'page [Placed],
    pub categories: &'page [Category],
    pub usual: &'page Usual,
    pub today: Date,
    /// Whom letters do not reach, as far as it may be shown.
    pub unreached: &'page HashSet<PersonId>,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct Totals {
    pub here: i64,
    pub eligible: i64,
    pub without_email: i64,
    pub departed: i64,
}

pub fn roster(visit: &Visit, list: &Roster) -> Page {
    let say = words(visit.language);
    let main = html! {
        @if visit.done() == Some("added") { (parts::done(say.added)) }
        div.row.between {
            div.stack-s { h1 { (say.roster) } p.muted { (say.roster_lead) } }
            @if !list.is_empty {
                div.row {
                    a.btn href=(visit.to(at::IMPORT)) { (say.import) }
                    a.btn.alt href=(visit.to(at::ROSTER_NEW)) { (say.add) }
                }
            }
        }
        @if list.is_empty {
            (parts::empty(say.empty, &html! {
                p { a.btn href=(visit.to(at::IMPORT)) { (say.import) } }
                p { a href=(visit.to(at::IMPORT_SAMPLE)) { (say.sample) } }
                p { a href=(visit.to(at::ROSTER_NEW)) { (say.add) } }
            }))
        } @else {
            (totals(visit.language, list))
            (search(visit, list))
            @if list.people.is_empty() {
                (parts::empty(say.nothing_found, &html! { p { a.btn.alt href=(visit.to(at::ROSTER)) { (say.clear) } } }))
            } @else {
                (found(visit, list))
            }
        }
    };
    visit.page(say.roster, Width::Wide, &main)
}

fn totals(language: Language, list: &Roster) -> Markup {
    let say = words(language);
    let figure = |label: &str, count: i64, note: &str| {
        html! {
            div.kpi {
                dt { (label) }
                dd.n { (grouped(count)) }
                @if !note.is_empty() { dd.small.muted { (note) } }
            }
        }
    };
    html! {
        dl.kpis aria-label=(plain(say.totals)) {
            (figure(say.present, list.totals.here, ""))
            (figure(&standing_in_words(language, list.usual.year), list.totals.eligible, &(say.started_before)(list.usual.cut_off())))
            (figure(say.without_email, list.totals.without_email, say.gets_slip))
            (figure(say.departed, list.totals.departed, ""))
        }
    }
}

/// A form by `GET`, so that what it finds has an address.
fn search(visit: &Visit, list: &Roster) -> Markup {
    let (say, look) = (words(visit.language), list.look);
    html! {
        form.card.stack role="search" action=(visit.to(at::ROSTER)) {
            div.field {
                label for="q" { (say.search) }
                div.search {
                    input.inp type="search" id="q" name="q" value=(look.text) autocomplete="off" spellcheck="false";
                    button.btn { (say.find) }
                }
            }
            details.note open[look.is_filtered()] {
                summary { (say.filters) }
                div.stack.mt3 {
                    div.fields { (filters(visit.language, list)) }
                    div.row {
                        button.btn.alt.s { (say.show) }
                        @if !look.is_usual() { a href=(visit.to(at::ROSTER)) { (say.clear) } }
                    }
                }
            }
        }
    }
}

fn filters(language: Language, list: &Roster) -> Markup {
    let (say, look) = (words(language), list.look);
    let labels = unit_choices::labels(list.units, language);
    let values: Vec<_> = list.units.iter().map(|(_, unit)| unit.id.to_string()).collect();
    let unit = look.unit.map(|unit| unit.to_string()).unwrap_or_default();
    let category = look.category.as_ref().map_or("", Category::as_str);
    let categories: Vec<_> = list.categories.iter().map(|category| (category.as_str(), category.as_str())).collect();
    let yes_or_no = |said: Option<bool>| said.map_or("", |yes| if yes { "yes" } else { "no" });
    let order = look.order_in_address().unwrap_or_default();
    let who = if look.who == Who::Departed { "departed" } else { "" };
    html! {
        (parts::select("unit", say.unit_and_below, "", &unit_choices::choices(say.all, list.units, &labels, &values, &unit, language), &Faults::none()))
        (choose("category", say.category, category, &[&[("", say.all)], &categories[..]].concat()))
        (choose("eligible", &standing_in_words(language, list.usual.year), yes_or_no(look.is_eligible), &[("", say.all), ("yes", say.eligible), ("no", say.not_yet)]))
        (choose("email", say.email, yes_or_no(look.has_email), &[("", say.all), ("yes", say.email_yes), ("no", say.email_no)]))
        (choose("who", say.who, who, &[("", say.present), ("departed", say.departed)]))
        (choose("order", say.order, order, &[("", say.by_name), ("number", say.by_number), ("start", say.by_start)]))
    }
}

fn choose(name: &str, label: &str, chosen: &str, among: &[(&str, &str)]) -> Markup {
    let choice = |(value, label)| Choice { value, label, meaning: "", is_chosen: value == chosen, language: None };
    let choices: Vec<_> = among.iter().copied().map(choice).collect();
    parts::select(name, label, "", &choices, &Faults::none())
}

fn found(visit: &Visit, list: &Roster) -> Markup {
    let (say, look) = (words(visit.language), list.look);
    let address = |page| visit.to(&look.on_page(page).at(at::ROSTER));
    let download = if look.on_page(1) == (Look { order: look.order, ..Look::default() }) {
        say.download.to_owned()
    } else {
        (say.download_these)(list.found)
    };
    html! {
        section.stack aria-labelledby="found" {
            h2 #found { ((say.found)(list.found)) }
            div.card { (parts::table(say.roster, &table(visit, list))) }
            (Pager { language: visit.language, page: look.page, pages: list.pages, address: &address })
            div.row {
                (visit.button(&look.on_page(1).at(at::ROSTER_FILE), "btn alt s", &download))
                a.btn.alt.s href=(visit.to(at::ROSTER_TWINS)) { (say.twins) }
                @if !list.unreached.is_empty() { a.btn.alt.s href=(visit.to(at::UNDELIVERABLE)) { (unreached(visit.language).see) } }
            }
        }
    }
}

fn table(visit: &Visit, list: &Roster) -> Markup {
    let say = words(visit.language);
    let has_departed = list.look.who == Who::Departed;
    html! {
        table.rows {
            thead {
                tr {
                    th scope="col" { (say.name) }
                    th scope="col" { (say.number) }
                    th scope="col" { (say.unit) }
                    th scope="col" { (say.category) }
                    th.num scope="col" { (say.started) }
                    th.num scope="col" { (say.service) }
                    th scope="col" { (if has_departed { say.who } else { say.may_answer }) }
                    th scope="col" { (say.email) }
                }
            }
            tbody {
                @for person in list.people {
                    tr {
                        th scope="row" { a href=(visit.to(&at::roster_person(person.id))) { (whole_words(person.name.as_str())) } }
                        td { (person.number.as_str()) }
                        td.nb { (person.unit.as_str()) }
                        td { (person.category.as_str()) }
                        td.num { (started(person, visit.language)) }
                        td.num { (service(person, list.today, visit.language)) }
                        td { (standing(person, list.usual, visit.language)) }
                        td.small {
                            (email(person, visit.language))
                            @if list.unreached.contains(&person.id) { br; (parts::tag(Tone::Watch, unreached(visit.language).tag)) }
                        }
                    }
                }
            }
        }
    }
}

pub fn started(person: &Listed, language: Language) -> Markup {
    let day = person.started.map(|day| dates::short_with_era(day, language));
    // Where there are two years, a narrow column may have them on two lines.
    let (day, other_year) = match day.as_deref().unwrap_or("–").split_once("\u{A0}(") {
        Some((day, year)) => (day.to_owned(), Some(format!("({year}"))),
        None => (day.unwrap_or_else(|| "–".to_owned()), None),
    };
    html! { (day) @if let Some(year) = other_year { " " span.small.muted.nb { (year) } } }
}

fn service(person: &Listed, today: Date, language: Language) -> Markup {
    let until = person.departed.unwrap_or(today);
    html! {
        @if let Some(day) = person.started { span.nb { (service_in_words(language, served(day, until))) } } @else { "–" }
    }
}

/// A tag by what the usual rule says, or since when they are gone.
fn standing(person: &Listed, usual: &Usual, language: Language) -> Markup {
    let say = words(language);
    html! {
        @match (person.departed, usual.says_of(person.started)) {
            (Some(on), _) => (parts::tag(Tone::Plain, &(say.departed_on)(on))),
            (None, Usually::Eligible) => (parts::tag(Tone::Good, say.eligible)),
            (None, Usually::StartUnknown) => (parts::tag(Tone::Watch, say.start_unknown)),
            (None, Usually::NotYet { enough }) => {
                (parts::tag(Tone::Plain, say.not_yet))
                br; span.small.muted.nb { ((say.enough_from)(enough)) }
            }
        }
    }
}

pub fn email(person: &Listed, language: Language) -> Markup {
    html! {
        @match &person.email {
            Some(email) => {
                @let (mailbox, domain) = email.reveal().split_once('@').unwrap_or_default();
                (mailbox) "@" wbr; (domain)
            }
            None => span.muted.nb { (words(language).no_email) },
        }
    }
}

/// A name breaks between its words only.
fn whole_words(name: &str) -> Markup {
    html! { @for (place, word) in name.split(' ').enumerate() { @if place > 0 { " " } span.nb { (word) } } }
}
