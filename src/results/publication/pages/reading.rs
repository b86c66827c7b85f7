//! A published round, as everybody sees it.

use maud::{Markup, html};

use crate::{
    instruments::Text,
    language::{Language, dates, digits::grouped, fill, plain},
    papers::InBoth,
    results::{
        charts::{against, hatches, standing, written},
        figure::Figure,
        pages::figures,
        publication::{
            View,
            view::{Change, Comparison, Indicator, Units},
            words::reading::{Words, target_in_words, words},
        },
        report::{Against, Column, Row, Table},
        words::charts,
    },
    web::{Page, Visit, Width, at, parts},
};

pub fn round(visit: &Visit, view: &View) -> Page {
    let say = words(visit.language);
    let name = view.name.say(visit.language);
    let main = html! {
        p.small { a href=(visit.to(at::PUBLISHED)) { (say.published) } }
        h1 { (name) " " (view.round) "/" (view.year.number()) }
        (body(visit, view))
        section.card.stack aria-labelledby="check" {
            h2 #check { (say.bulletin) }
            p { (say.bulletin_lead) }
            p {
                a href=(visit.to(&at::bulletin_page(view.survey))) { (say.bulletin) } " · "
                a href=(visit.to(&at::survey(view.survey))) { (say.survey) } " · "
                a href=(at::published_file(view.survey)) { (say.file) }
            }
        }
    };
    visit.page(&format!("{} {name}", say.results), Width::Column, &main)
}

/// `closes`: where it still takes answers.
pub fn not_yet(visit: &Visit, survey: crate::ids::SurveyId, name: &InBoth, closes: Option<jiff::civil::Date>) -> Page {
    let say = words(visit.language);
    let sentence = match closes {
        Some(day) => (say.not_yet_open)(&dates::short_with_era(day, visit.language)),
        None => say.not_yet.to_owned(),
    };
    let main = html! {
        p.small { a href=(visit.to(at::PUBLISHED)) { (say.published) } }
        h1 { (name.say(visit.language)) }
        (parts::note(&sentence))
        p { a href=(visit.to(&at::survey(survey))) { (say.survey) } }
    };
    visit.page(say.results, Width::Column, &main)
}

/// Everything below the name of the round; the preview shows the same.
pub fn body(visit: &Visit, view: &View) -> Markup {
    let (say, language) = (words(visit.language), visit.language);
    html! {
        div.stack-s {
            p.muted { ((say.collected)(&dates::days(view.opened, view.closed, language))) }
            @if !view.indicators.is_empty() { p { b { (view.headline.say(language)) } } }
        }
        @if view.is_open_link { (parts::note(say.open_link)) }
        (facts(language, view))
        @if let Some(said) = &view.left_out { (parts::note(said.say(language))) }
        (indicators(language, view))
        (to_do(language, view))
        @if let Some(it) = &view.comparison { (comparison(language, view.k, it)) }
        @if let Some(it) = &view.units { (units(language, view.k, it)) }
        (explained(say, view))
    }
}

fn facts(language: Language, view: &View) -> Markup {
    let say = words(language);
    let people = |number: u32| grouped(number.into());
    let answered = match view.roll {
        _ if view.counted == 0 => (say.few_answered)(view.k),
        Some(roll) => (say.of_roll)(&people(view.counted), &people(roll)),
        None => (say.answered)(&people(view.counted)),
    };
    html! {
        dl.dl {
            div { dt { (say.turnout) } dd { b { (answered) } } }
            div { dt { (say.overall) } dd {
                @if view.indicators.is_empty() { (say.nothing_rated) } @else { b { (written::in_full(&view.overall, 2, view.k, language)) } }
            } }
            div { dt { (say.target) } dd {
                @match &view.target {
                    Some(target) => {
                        (target_in_words(target))
                        @let stands = standing::in_words(&view.overall, Some(target), language);
                        @if !stands.is_empty() { " · " (stands) }
                    },
                    None => (say.no_target),
                }
            } }
        }
    }
}

fn indicators(language: Language, view: &View) -> Markup {
    let say = words(language);
    let has_range = view.indicators.iter().any(|it| matches!(it.figure, Figure::Within { .. }));
    html! {
        @if !view.indicators.is_empty() {
            (hatches())
            section.stack {
                (figures::against("indicators", &chart(language, view), &table(language, view), language))
                @if has_range { p.small.muted { (say.range) } }
                @for it in view.indicators.iter().filter(|it| !it.items.is_empty()) { (items(language, view.k, &it.title, &it.items)) }
            }
        }
    }
}

fn chart(language: Language, view: &View) -> Against {
    let target = view.target.as_ref();
    let rows =
        view.indicators.iter().map(|it| against::row(it.title.say(language).to_owned(), &it.figure, None, target, language));
    let now = fill(charts::words(language).round, &[&format!("{}/{}", view.round, view.year.number())]);
    against::of_rows(words(language).indicators.to_owned(), now, rows.collect(), target, language)
}

/// The same once more; where too few answered, it says how many it takes.
fn table(language: Language, view: &View) -> Table {
    let say = words(language);
    let target = view.target.as_ref();
    let mut columns = vec![Column::new(say.indicator, false), Column::new(say.score, true)];
    columns.extend(target.map(|target| Column::new(format!("{} {}", say.target, target_in_words(target)), false)));
    let row = |it: &Indicator| {
        let mut cells = vec![it.title.say(language).to_owned(), written::in_full(&it.figure, 2, view.k, language)];
        cells.extend(target.map(|target| standing::in_words(&it.figure, Some(target), language)));
        Row { cells, is_strong: false }
    };
    Table { caption: say.indicators.to_owned(), columns, rows: view.indicators.iter().map(row).collect(), ..Table::default() }
}

fn items(language: Language, k: u32, title: &Text, items: &[(Text, Figure)]) -> Markup {
    let say = words(language);
    html! {
        details.note {
            summary { span { (say.items) ": " (title.say(language)) } }
            table aria-label=(plain(say.items)) {
                thead { tr { th scope="col" { (say.item) } th.num scope="col" { (say.score) } } }
                tbody { @for (text, figure) in items { tr { th scope="row" { (text.say(language)) } td.num { (written::in_full(figure, 2, k, language)) } } } }
            }
        }
    }
}

fn to_do(language: Language, view: &View) -> Markup {
    let say = words(language);
    html! {
        section.stack {
            h2 { (say.to_do) }
            ol.rank.nx {
                @for (number, it) in (1..).zip(&view.undertakings) {
                    li {
                        span.n aria-hidden="true" { (number) }
                        div {
                            p { b { (it.what) } }
                            p.small.muted { (say.who) ": " (it.who) " · " (say.until) " " (dates::short_with_era(it.until, language)) }
                        }
                    }
                }
            }
        }
    }
}

fn comparison(language: Language, k: u32, it: &Comparison) -> Markup {
    let say = words(language);
    let title = (say.comparison)(&it.place);
    let row = |name: &str, change: &Change| {
        html! {
            tr {
                th scope="row" { (name) }
                td.num {
                    b { (written::in_full(&change.now, 2, k, language)) }
                    br;
                    span.small.muted { (say.before) " " (written::in_full(&change.before, 2, k, language)) }
                }
                td.num { @if let Some(by) = change.by().filter(|_| !it.is_reworded) { (by.shown_signed(2)) } @else { "–" } }
            }
        }
    };
    html! {
        section.stack {
            h2 { (title) }
            @if it.is_reworded { (parts::note(say.reworded)) }
            table aria-label=(plain(&title)) {
                thead { tr { th scope="col" { (say.indicator) } th.num scope="col" { (say.now) } th.num scope="col" { (say.change) } } }
                tbody {
                    (row(say.overall, &it.overall))
                    @for (title, change) in &it.indicators { (row(title.say(language), change)) }
                }
            }
        }
    }
}

fn units(language: Language, k: u32, it: &Units) -> Markup {
    let say = words(language);
    html! {
        section.stack {
            h2 { (say.units) }
            p.small.muted { (say.units_lead) }
            table aria-label=(plain(say.units)) {
                thead { tr { th scope="col" { (say.unit) } th.num scope="col" { (say.answers) } th.num scope="col" { (say.score) } } }
                tbody {
                    @for unit in &it.shown {
                        tr {
                            th scope="row" { (unit.name.say(language)) }
                            td.num { (grouped(unit.counted.into())) }
                            td.num { (written::in_full(&unit.figure, 1, k, language)) }
                        }
                    }
                    @for name in &it.hidden { tr { th scope="row" { (name.say(language)) } td colspan="2" { (say.hidden) } } }
                }
            }
        }
    }
}

fn explained(say: &Words, view: &View) -> Markup {
    html! {
        details.note { summary { span { (say.how) } } div.stack-s { p { (say.how_scores) } p { (say.how_rounded) } } }
        details.note { summary { span { (say.small) } } p { ((say.small_groups)(view.k)) } }
    }
}
