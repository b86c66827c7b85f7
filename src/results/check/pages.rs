//! The page of a check, and the lines of names and figures that other forms have too.

use maud::{Markup, html};

use super::{
    Check, Form, LINES, Outcome, Rule, Typed, Verdict,
    form::{MEAN, TOTAL},
    outcome_in_words,
    words::{rule_in_words, words},
};
use crate::{
    language::{FiscalYear, Language},
    results::ita::Part,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, Field},
    },
    yardsticks::Weights,
};

/// `years`: those whose weights are known. `found`: once something was checked.
pub fn check(
    visit: &Visit,
    years: &[(FiscalYear, Weights)],
    form: &Form,
    faults: &Faults,
    found: Option<(&Check, &Outcome)>,
) -> Page {
    let say = words(visit.language);
    let main = html! {
        div.stack-s { p.small { a href=(visit.to(at::YEARS)) { (crate::results::ita::words(visit.language).title) } } h1 { (say.title) } p.muted { (say.lead) } }
        @if let Some((check, outcome)) = found { (outcome_card(visit.language, check, outcome)) }
        div.card { (visit.form(at::FIGURE_CHECK, &fields(visit.language, years, form, faults))) }
        p.small.muted { (say.nothing_kept) }
    };
    visit.standing_at(at::FIGURE_CHECK).page_with_faults(say.title, Width::Column, faults, &main)
}

fn outcome_card(language: Language, check: &Check, outcome: &Outcome) -> Markup {
    let say = words(language);
    let said = outcome_in_words(check, outcome, language);
    let is_fine = !matches!(outcome.verdict, Some(Verdict::Differs { .. }));
    html! {
        section.card.stack aria-labelledby="result" {
            h2 #result { (say.result) }
            dl.kpis {
                (figure(say.recomputed, &outcome.exact.shown(2)))
                @if let Some(reported) = &check.reported { (figure(say.was_reported, &reported.shown())) }
                @if let Some(Verdict::Differs { by, .. }) = &outcome.verdict { (figure(say.difference, &by.shown_signed(2))) }
            }
            @for (at, sentence) in said.iter().enumerate() {
                @if at == 0 && !is_fine { (parts::warning(sentence)) } @else { p { (sentence) } }
            }
            h3 { (say.went_in) }
            p.small.muted { (rule_in_words(&check.rule, check.lines.len(), language)) }
            (went_in(language, check))
        }
    }
}

fn figure(label: &str, value: &str) -> Markup {
    html! { div.kpi { dt { (label) } dd.n { (value) } } }
}

fn went_in(language: Language, check: &Check) -> Markup {
    let say = words(language);
    let weights = match &check.rule {
        Rule::Mean => None,
        Rule::Weighted(weights) => Some(weights),
    };
    html! {
        table {
            thead { tr {
                th scope="col" { (say.label) }
                th.num scope="col" { (say.figure) }
                @if weights.is_some() { th.num scope="col" { (say.weight) } }
            } }
            tbody {
                @for (at, line) in check.lines.iter().enumerate() {
                    tr {
                        th scope="row" { @if line.label.is_empty() { ((say.line)(at + 1)) } @else { (line.label) } }
                        td.num { (line.score.shown(2)) }
                        @if let Some(weights) = weights { td.num { @if let Some(weight) = weights.get(at) { (weight) } } }
                    }
                }
            }
        }
    }
}

fn fields(language: Language, years: &[(FiscalYear, Weights)], form: &Form, faults: &Faults) -> Markup {
    let say = words(language);
    let rule = |value, label, meaning| Choice { value, label, meaning, is_chosen: form.rule == value, language: None };
    let rules = [rule(MEAN, say.mean, say.mean_meaning), rule(TOTAL, say.total, say.total_meaning)];
    let [reported, target] = [say.reported, say.target].map(|label| parts::optional(label, language));
    html! {
        (parts::choices("rule", say.rule, false, &rules, faults))
        @if !years.is_empty() { (year(language, years, form, faults)) }
        (lines(language, &form.lines, faults))
        (Field::new("reported", &reported, faults).hint(say.reported_hint).value(&form.reported).number())
        (Field::new("target", &target, faults).value(&form.target).number())
        (parts::tick("is_to_be_passed", say.is_to_be_passed, say.is_to_be_passed_meaning, form.is_to_be_passed))
        button.btn { (say.check) }
    }
}

/// Each with what its parts count.
fn year(language: Language, years: &[(FiscalYear, Weights)], form: &Form, faults: &Faults) -> Markup {
    let say = words(language);
    let labels: Vec<(String, String)> = years
        .iter()
        .map(|(year, weights)| {
            let each = Part::ALL.map(|part| format!("{} {}", part.name(), part.weight(*weights))).join(" · ");
            (year.number().to_string(), format!("{} ({each})", year.number()))
        })
        .collect();
    let choices: Vec<Choice> = labels
        .iter()
        .map(|(value, label)| Choice { value, label, meaning: "", is_chosen: form.year == *value, language: None })
        .collect();
    parts::select("year", say.year, say.year_hint, &choices, faults)
}

/// Twelve lines of a name and a figure.
pub fn lines(language: Language, typed: &[Typed], faults: &Faults) -> Markup {
    let say = words(language);
    html! {
        fieldset.field {
            legend { (say.lines) }
            p.hint { (say.lines_hint) }
            table {
                thead { tr { th scope="col" { (say.label) } th scope="col" { (say.figure) } } }
                tbody {
                    @for (at, (fields, typed)) in LINES.iter().zip(typed).enumerate() {
                        tr {
                            td { (cell(fields.label, &format!("{} {}", say.label, at + 1), &typed.label, false, faults)) }
                            td { (cell(fields.figure, &format!("{} {}", say.figure, at + 1), &typed.figure, true, faults)) }
                        }
                    }
                }
            }
        }
    }
}

fn cell(name: &str, label: &str, value: &str, is_figure: bool, faults: &Faults) -> Markup {
    let is_wrong = faults.at(name).is_some();
    html! {
        (parts::fault_at(name, faults))
        input.inp.short[is_figure] type="text" id=(name) name=(name) value=(value) aria-label=(label) autocomplete="off"
            inputmode=[is_figure.then_some("decimal")] aria-invalid=[is_wrong.then_some("true")]
            aria-describedby=[is_wrong.then(|| format!("{name}-fault"))];
    }
}
