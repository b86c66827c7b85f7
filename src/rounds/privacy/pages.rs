//! The page of the privacy check, drawn from plain data.

use maud::{Markup, html};

use super::{
    asked::{Asked, Fact},
    findings::{Basis, Cure, Findings, Fit, Singled},
    words::{Words, so_many, words},
};
use crate::{
    language::Language,
    rounds::pages::heading::{self, Head},
    web::{Page, Visit, Width, parts},
};

pub fn privacy(visit: &Visit, head: &Head, found: &Findings) -> Page {
    let say = words(visit.language);
    let main = html! {
        (heading::of_page(visit, head, say.title, say.lead))
        (verdict(say, found))
        @if found.is_refused() { (cures(visit.language, say, found)) }
        @if !found.asked.is_empty() { (asked(visit.language, say, found)) }
        @if found.is_refused() { (small(visit.language, say, found)) }
        @if !found.groups.is_empty() && !found.asked.is_empty() { (groups(visit.language, say, found)) }
    };
    visit.page(say.title, Width::Column, &main)
}

fn verdict(say: &Words, found: &Findings) -> Markup {
    let number = |at: usize| found.asked.get(at).map_or(0, |asked| asked.number);
    let is_counted = found.groups.iter().any(|group| group.size > 0);
    html! {
        @if found.asked.is_empty() {
            (parts::done(say.nothing_asked))
        } @else if found.is_refused() {
            (parts::warning(&(say.refused)(found.k, found.people)))
            @if let Some(because_of) = found.because_of { p { ((say.because_of)(number(because_of))) } }
        } @else if found.basis != Basis::OpenLink && is_counted && !found.asks_unknown() {
            (parts::done(&(say.passed)(found.k)))
        }
        @if !found.asked.is_empty() {
            @if found.asks_unknown() && !found.is_refused() { (parts::warning(say.unknown_asked)) }
            @match found.basis {
                Basis::OpenLink => (parts::note(say.open_link)),
                _ if !is_counted => (parts::note(say.nothing_to_count)),
                Basis::Roll => p.small.muted { (say.by_roll) },
                Basis::Outlook => p.small.muted { (say.by_rule) },
            }
        }
    }
}

fn asked(language: Language, say: &Words, found: &Findings) -> Markup {
    let rows = html! {
        table {
            thead { tr { th scope="col" { (say.question) } th scope="col" { (say.about) } } }
            tbody {
                @for (at, asked) in found.asked.iter().enumerate() {
                    tr {
                        th scope="row" { ((say.number)(asked.number)) " " (asked.text.say(language)) }
                        td {
                            (about(say, &asked.fact))
                            @for fit in found.fits.iter().filter(|fit| fit.asked == at) { (fit_notes(language, say, found, asked, fit)) }
                        }
                    }
                }
            }
        }
    };
    html! {
        section.card.stack {
            h2 { (say.asked) }
            (parts::table(say.asked, &rows))
        }
    }
}

fn about(say: &Words, fact: &Fact) -> String {
    match fact {
        Fact::Category => say.category.to_owned(),
        Fact::Unit => say.unit.to_owned(),
        Fact::Service { .. } => say.service.to_owned(),
        Fact::Unknown { ways: None } => say.unbounded.to_owned(),
        Fact::Unknown { ways: Some(ways) } => (say.ways)(*ways),
    }
}

fn fit_notes(language: Language, say: &Words, found: &Findings, asked: &Asked, fit: &Fit) -> Markup {
    if found.groups.is_empty() {
        return html! {};
    }
    html! {
        @if !fit.empty.is_empty() { p.small.muted { ((say.nobody_fits)(&quoted(language, asked, &fit.empty))) } }
        @if fit.others > 0 { p.small.muted { ((say.others)(&so_many(language, found.k, fit.others))) } }
    }
}

fn small(language: Language, say: &Words, found: &Findings) -> Markup {
    let more = found.cells.saturating_sub(u32::try_from(found.singled.len()).unwrap_or(0));
    html! {
        section.card.stack aria-labelledby="small" {
            h2 #small { (say.small) }
            p { (say.small_lead) }
            ul.prose {
                @for singled in &found.singled { li { (combination(language, say, found, singled)) } }
                @if more > 0 { li.muted { ((say.more)(more)) } }
            }
        }
    }
}

fn combination(language: Language, say: &Words, found: &Findings, singled: &Singled) -> String {
    let group = found.groups.get(singled.group).map(|group| group.name.clone());
    let answer = |(at, choice): &(usize, Option<usize>)| {
        let asked = found.asked.get(*at)?;
        let choice = choice.and_then(|choice| asked.choices.get(choice));
        let choice = choice.map_or(say.no_choice, |choice| choice.say(language));
        Some(format!("{} {choice}", (say.number)(asked.number)))
    };
    group.into_iter().chain(singled.answers.iter().filter_map(answer)).collect::<Vec<_>>().join(" · ")
}

fn cures(language: Language, say: &Words, found: &Findings) -> Markup {
    html! {
        section.card.stack aria-labelledby="cures" {
            h2 #cures { (say.cures) }
            @if found.cures.is_empty() {
                p { (say.no_cure) }
            } @else {
                ul.prose { @for cure in &found.cures { li { (in_words(language, say, found, cure)) } } }
                p.small.muted { (say.cures_lead) }
            }
        }
    }
}

fn in_words(language: Language, say: &Words, found: &Findings, cure: &Cure) -> String {
    let (Cure::Merge { asked, .. } | Cure::AtMost { asked, .. } | Cure::LeaveOut { asked }) = cure;
    let Some(asked) = found.asked.get(*asked) else { return String::new() };
    match cure {
        Cure::Merge { choices, with_others, .. } => {
            let merge = if *with_others { say.merge_with_others } else { say.merge };
            merge(asked.number, &quoted(language, asked, choices))
        }
        Cure::AtMost { choices, .. } => (say.at_most)(asked.number, *choices),
        Cure::LeaveOut { .. } => (say.leave_out)(asked.number),
    }
}

fn groups(language: Language, say: &Words, found: &Findings) -> Markup {
    let rows = html! {
        table {
            thead { tr { th scope="col" { (say.group) } th.num scope="col" { (say.size) } th scope="col" { (say.at_risk) } } }
            tbody {
                @for group in &found.groups {
                    tr {
                        th scope="row" { (group.name) }
                        td.num { (group.size) }
                        td { (so_many(language, found.k, group.singled_out)) }
                    }
                }
            }
        }
    };
    html! {
        section.card.stack {
            h2 { (say.groups) }
            (parts::table(say.groups, &rows))
        }
    }
}

fn quoted(language: Language, asked: &Asked, choices: &[usize]) -> String {
    let labels = choices.iter().filter_map(|choice| asked.choices.get(*choice));
    labels.map(|text| format!("“{}”", text.say(language))).collect::<Vec<_>>().join(" ")
}
