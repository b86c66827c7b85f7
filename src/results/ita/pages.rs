//! The pages of this room, drawn from plain data.

use maud::{Markup, html};

use super::{
    Form, Given, Level, Line, NoTotal, Part, Stands, Total, Year, about_total, cap_in_words,
    form::{DECLARED, NOTHING},
    level_in_words, rate, rounded_up, rounding_in_words,
    total::points,
    words::{in_full, words},
};
use crate::{
    language::{FiscalYear, Language},
    results::{Round, charts::written, check, words::left_out_in_words},
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, Field, Tone},
    },
};

pub fn list(visit: &Visit, years: &[Year]) -> Page {
    let say = words(visit.language);
    let main = html! {
        div.stack-s { h1 { (say.title) } p.muted { (say.lead) } p.small { a href=(visit.to(at::SCORES)) { (say.scores) } " · " a href=(visit.to(at::FIGURE_CHECK)) { (say.check) } } }
        section.card { (parts::table(say.title, &html! {
            table {
                thead { tr {
                    th scope="col" { (say.year) }
                    th.num scope="col" { (say.total) }
                    th scope="col" { (say.level) }
                    @for part in Part::ALL { th.num scope="col" { (part.name()) } }
                } }
                tbody { @for year in years { (row(visit, year)) } }
            }
        })) }
    };
    visit.page(say.title, Width::Wide, &main)
}

fn row(visit: &Visit, year: &Year) -> Markup {
    let number = year.year.number();
    let total = year.total().ok();
    let level = total.as_ref().and_then(|total| level(year, total));
    html! {
        tr {
            th scope="row" { a href=(visit.to(&at::year(number, ""))) { (number) } }
            td.num { @match &total { Some(total) => b { (total.exact.shown(2)) }, None => "–" } }
            td {
                @if let Some(level) = level { (level.level.name.say(visit.language)) }
                @if year.table.is_none() { span.small.muted { (words(visit.language).no_table_short) } }
            }
            @for part in Part::ALL {
                td.num { @if let Some(line) = year.lines.iter().find(|line| line.part == part) { (short(visit.language, line)) } }
            }
        }
    }
}

fn short(language: Language, line: &Line) -> Markup {
    let say = words(language);
    html! {
        @match line.stands() {
            Stands::Missing => span.muted { "–" },
            Stands::Known(score) => (score.shown(2)),
            Stands::Partly(score) => { (score.shown(2)) br; span.small { (say.partly) } },
            Stands::NoAnswers => span.small { (say.no_answers) },
            Stands::TooFew => span.small { (say.too_few) },
            Stands::Band(least, most) => (written::range(&least, &most)),
        }
    }
}

fn level<'it>(year: &'it Year, total: &Total) -> Option<Level<'it>> {
    rate(year.table.as_ref()?, &total.parts, &total.exact)
}

pub fn year(visit: &Visit, year: &Year, may_change: bool) -> Page {
    let say = words(visit.language);
    let title = (say.title_of)(&year.year.name(visit.language));
    let done = match visit.done() {
        Some("saved") => Some(say.saved),
        Some("removed") => Some(say.removed),
        _ => None,
    };
    let total = year.total();
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        div.stack-s {
            p.small { a href=(visit.to(at::YEARS)) { (say.title) } }
            h1 { (title) }
            p.small.muted { (year.year.name_with_days(visit.language)) }
        }
        @match &total {
            Ok(total) => (result(visit.language, year, total)),
            Err(NoTotal::NoTable) => {
                (parts::warning(say.no_table))
                @if may_change { p { a href=(visit.to(at::YARDSTICKS)) { (say.to_tables) } } }
            }
            Err(NoTotal::Unknown(parts)) => (parts::note(&(say.no_total)(&names(parts)))),
        }
        (parts_table(visit, year, may_change))
        (flagged(visit.language, year))
        p.small { a href=(visit.to(at::SCORES)) { (say.scores) } " · " a href=(visit.to(at::FIGURE_CHECK)) { (say.check) } }
    };
    visit.page(&title, Width::Wide, &main)
}

fn names(parts: &[Part]) -> String {
    parts.iter().map(|part| part.name()).collect::<Vec<_>>().join(", ")
}

/// The four figures, the level with its reason, and what has to be minded.
fn result(language: Language, year: &Year, total: &Total) -> Markup {
    let say = words(language);
    // There is no total without one.
    let Some(table) = &year.table else { return html! {} };
    let level = level(year, total);
    let rounded = rounded_up(table, &total.parts, &total.exact);
    html! {
        dl.kpis {
            div.kpi { dt { (say.total) } dd.n { (total.exact.shown(2)) } dd { p { ((say.exact)(&in_full(&total.exact))) } } }
            @for line in &year.lines { (kpi(language, line, line.part.weight(table.weights))) }
        }
        section.card.stack aria-labelledby="level" {
            h2 #level {
                @match &level {
                    Some(level) => (level_in_words(level, language)),
                    None => (say.level),
                }
            }
            p.small.muted { (about_total(total, table.weights, language)) " · " (say.on_displayed) }
            @for note in &rounded { (parts::warning(&rounding_in_words(note, language))) }
            @for note in cap_in_words(total, language) { (parts::warning(&note)) }
        }
    }
}

/// Its points; of a part without answers what it counts officially, and that there is no score.
fn kpi(language: Language, line: &Line, weight: i64) -> Markup {
    let say = words(language);
    let (points, remark) = match line.stands() {
        Stands::Known(score) => (points(&score, weight).shown(2), format!("{} {}", say.score, score.shown(2))),
        Stands::NoAnswers => ("–".to_owned(), format!("{} · {}", say.no_answers, say.counted_as_nothing)),
        Stands::Missing | Stands::TooFew | Stands::Partly(_) | Stands::Band(..) => return html! {},
    };
    html! {
        div.kpi {
            dt { (line.part.name()) " " ((say.of_all)(weight)) }
            dd.n { (points) }
            dd { p { (remark) } }
        }
    }
}

fn parts_table(visit: &Visit, year: &Year, may_change: bool) -> Markup {
    let say = words(visit.language);
    html! {
        // Its table is the region of that name.
        div.card.stack {
            h2 { (say.parts) }
            (parts::table(say.parts, &html! {
                table {
                    thead { tr {
                        th scope="col" { (say.part) }
                        th.num scope="col" { (say.score) }
                        th.num scope="col" { (say.points) }
                        th scope="col" { (say.comes_from) }
                    } }
                    tbody { @for line in &year.lines { tr {
                        th scope="row" {
                            (line.part.name()) br;
                            span.small.muted { ((say.meaning)(line.part)) }
                            @if may_change { br; (way_in(visit, year, line)) }
                        }
                        td.num { (short(visit.language, line)) }
                        td.num { (of_weight(visit.language, line, year.weight(line.part))) }
                        td { (source(visit, line)) }
                    } } }
                }
            }))
            @for line in &year.lines { @if let Some((what, outcome)) = line.checked() { (declared_check(visit.language, line.part, &what, &outcome)) } }
        }
    }
}

/// In the first column, which a phone shows.
fn way_in(visit: &Visit, year: &Year, line: &Line) -> Markup {
    let say = words(visit.language);
    let word = if line.given.is_some() { say.edit } else { say.enter };
    let address = at::year(year.year.number(), &format!("/{}", line.part.code()));
    html! { a.small href=(visit.to(&address)) aria-label=(format!("{word} {}", line.part.name())) { (word) } }
}

fn of_weight(language: Language, line: &Line, weight: Option<i64>) -> Markup {
    let say = words(language);
    let Some(of) = weight else { return html! { span.muted { "–" } } };
    html! {
        @match line.stands() {
            Stands::Known(score) => span.nb { (points(&score, of).shown(2)) " / " (of) },
            Stands::NoAnswers => { span.nb { "– / " (of) } br; span.small.muted { (say.counted_as_nothing) } },
            Stands::Missing | Stands::TooFew | Stands::Partly(_) | Stands::Band(..) => span.muted { "– / " (of) },
        }
    }
}

fn source(visit: &Visit, line: &Line) -> Markup {
    let say = words(visit.language);
    html! {
        @match &line.given {
            None => span.muted { (say.missing) },
            Some(Given::Declared(declared)) => { (parts::tag(Tone::Plain, say.declared)) br; span.small { (declared.source) } },
            Some(Given::Ours(round)) => {
                (say.from_answers) br;
                a.small href=(visit.to(&at::results(round.occasion.survey, ""))) { ((say.round)(&round.occasion.place())) }
                @if line.stands() == Stands::NoAnswers { br; span.small.muted { ((say.nobody_or_few)(round.released.figures.k)) } }
                @if let Some(said) = left_out_in_words(&round.released, visit.language) { br; span.small { (said) } }
            },
        }
    }
}

/// Said only where a declared score and its indicators do not agree.
fn declared_check(language: Language, part: Part, what: &check::Check, outcome: &check::Outcome) -> Markup {
    let differs = matches!(outcome.verdict, Some(check::Verdict::Differs { .. }));
    html! {
        @if differs {
            (parts::warning(&format!("{}: {}", part.name(), check::outcome_in_words(what, outcome, language).join(" · "))))
        }
    }
}

fn flagged(language: Language, year: &Year) -> Markup {
    let say = words(language);
    let flagged = year.flagged();
    let floor = year.table.as_ref().and_then(|table| table.floor).filter(|_| !flagged.is_empty());
    html! {
        @if let Some(floor) = floor {
            section.card.stack aria-labelledby="flagged" {
                div { h2 #flagged { ((say.flagged)(floor)) } p.small.muted { (say.flagged_meaning) } }
                ol.rank {
                    @for (part, name, score) in &flagged {
                        li { span.n { (score.shown(2)) } span { (part.name()) " · " (name.say(language)) } }
                    }
                }
            }
        }
    }
}

/// `rounds`: those of this part in this year whose figures are out.
pub fn edit(visit: &Visit, year: FiscalYear, part: Part, rounds: &[Round], form: &Form, faults: &Faults) -> Page {
    let say = words(visit.language);
    let title = (say.edit_title)(part.name(), &year.name(visit.language));
    let address = at::year(year.number(), &format!("/{}", part.code()));
    let main = html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::year(year.number(), ""))) { ((say.title_of)(&year.name(visit.language))) } }
            h1 { (title) }
            p.muted { ((say.meaning)(part)) }
        }
        div.card { (visit.form(&address, &fields(visit.language, part, rounds, form, faults))) }
    };
    visit.page_with_faults(&title, Width::Column, faults, &main)
}

fn fields(language: Language, part: Part, rounds: &[Round], form: &Form, faults: &Faults) -> Markup {
    let say = words(language);
    let labels: Vec<(String, String, String)> = rounds.iter().map(|round| of_round(language, round)).collect();
    let is = |value: &str| form.from == value;
    let ours = labels.iter().map(|(id, label, meaning)| Choice { value: id, label, meaning, is_chosen: is(id), language: None });
    let rest = [(DECLARED, say.from_declared, say.from_declared_meaning), (NOTHING, say.from_nothing, "")];
    let rest = rest.map(|(value, label, meaning)| Choice { value, label, meaning, is_chosen: is(value), language: None });
    let choices: Vec<Choice> = ours.chain(rest).collect();
    html! {
        input type="hidden" name="mark" value=(form.mark);
        @if rounds.is_empty() && part.assessment().is_some() { p.small.muted { (say.no_rounds) } }
        (parts::choices("from", say.from, false, &choices, faults))
        h2 { (say.declared_fields) }
        (Field::new("score", say.score, faults).value(&form.score).number())
        (parts::tick("is_without_answers", say.without_answers, say.without_answers_meaning, form.is_without_answers))
        (Field::new("source", say.source, faults).hint(say.source_hint).value(&form.source))
        // Open where there is something to see.
        details.data open[form.lines.iter().any(|line| *line != check::Typed::default())] {
            summary { (say.indicators) }
            p.small.muted { (say.indicators_meaning) }
            (check::pages::lines(language, &form.lines, faults))
        }
        button.btn { (say.save) }
    }
}

fn of_round(language: Language, round: &Round) -> (String, String, String) {
    let say = words(language);
    let name = round.occasion.name.say(language);
    let figure = written::figure(&round.released.figures.overall, written::WHOLE, language);
    (round.occasion.survey.to_string(), (say.from_round)(&round.occasion.place()), format!("{name} · {figure}"))
}
