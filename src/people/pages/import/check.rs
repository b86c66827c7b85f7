//! The third step: counts, what is wrong first, then everything that would change.

use jiff::civil::Date;
use maud::{Markup, html};

use super::{choose::file_name, steps::head};
use crate::{
    language::{Language, dates},
    people::{
        import::{ChangeShown, Faulty, Field, Findings, Import, ShortEntry},
        words::{
            field_in_words,
            import::{Step, check::words, choose::language_in_words, columns as say_columns, counted, service},
            reason_in_words,
        },
    },
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, Field as Input, Tone, fault_at},
    },
};

/// Missing people are shown at once if there are no more of them.
const FEW: usize = 24;

/// What is ticked and typed.
#[derive(Clone, Debug, Default)]
pub struct CheckForm {
    pub leave_out: bool,
    pub departed: Vec<String>,
    pub all_missing: bool,
    pub on: String,
}

pub fn check(visit: &Visit, import: &Import, findings: &Findings, form: &CheckForm, faults: &Faults) -> Page {
    let say = words(visit.language);
    let title = Step::Check.name(visit.language);
    let may_go_on = findings.taken_in() + findings.missing > 0;
    let fields = html! {
        input type="hidden" name="plan" value=(findings.digest);
        @if findings.faulty > 0 { (faulty(visit, findings, form, faults, may_go_on)) }
        (news(visit, findings))
        @if !findings.first_changes.is_empty() { (changes(visit, findings)) }
        @if findings.missing > 0 { (missing(visit, findings, form, faults)) }
        @if may_go_on {
            div.acts {
                button.btn { @if findings.taken_in() > 0 { ((say.import)(findings.taken_in())) } @else { (say.only_departures) } }
                a href=(visit.to(&at::import_columns(import.id))) { (say.back) }
            }
        } @else {
            (parts::note(if findings.faulty > 0 { say.no_one_left } else { say.nothing_to_do }))
            div.acts {
                a.btn href=(visit.to(at::IMPORT)) { (say.other_file) }
                a href=(visit.to(&at::import_columns(import.id))) { (say.back) }
            }
        }
    };
    let lead = html! { p.muted { (file_name(visit, import)) } @if may_go_on { p { (say.lead) } } };
    let main = html! {
        @if visit.done() == Some("checked-again") { (parts::warning(say.checked_again)) }
        (head(visit, Step::Check, title, &lead))
        dl.kpis {
            @for (label, count) in [
                (say.faulty, findings.faulty), (say.new, findings.new), (say.changed, findings.changed),
                (say.unchanged, findings.unchanged), (say.missing, findings.missing),
            ] {
                div.kpi { dt { (label) } dd.n { (counted(count)) } }
            }
        }
        (visit.form(&at::import_check(import.id), &fields))
        (visit.button(&at::import_drop(import.id), "link bad", say_columns::words(visit.language).drop))
    };
    visit.page_with_faults(title, Width::Wide, faults, &main)
}

fn faulty(visit: &Visit, findings: &Findings, form: &CheckForm, faults: &Faults, may_go_on: bool) -> Markup {
    let say = words(visit.language);
    let title = (say.faulty_title)(findings.faulty);
    let rows = html! {
        table {
            thead { tr { th.num scope="col" { (say.row) } th scope="col" { (say.field) } th scope="col" { (say.cell) } th scope="col" { (say.reason) } } }
            tbody { @for faulty in &findings.first_faulty { (faulty_row(visit.language, faulty)) } }
        }
    };
    html! {
        section.card.danger.stack {
            h2 { (title) }
            p { (say.faulty_lead) }
            (parts::table(&title, &rows))
            @if findings.faulty > findings.first_faulty.len() {
                p.small.muted { ((say.more_rows)(findings.faulty - findings.first_faulty.len())) }
            }
            @if may_go_on {
                div.field.bad[faults.at("leave_out").is_some()] {
                    (fault_at("leave_out", faults))
                    (parts::tick("leave_out", &(say.leave_out)(findings.faulty), say.leave_out_meaning, form.leave_out))
                }
            }
        }
    }
}

fn faulty_row(language: Language, faulty: &Faulty) -> Markup {
    let say = words(language);
    html! {
        tr {
            td.num { (faulty.row) }
            td { (field_in_words(language, faulty.field)) }
            td { @if faulty.cell.trim().is_empty() { span.muted { (say.empty) } } @else { b { (faulty.cell) } } }
            td { (reason_in_words(language, faulty)) }
        }
    }
}

/// New units, new people, and what somebody should know about them.
fn news(visit: &Visit, findings: &Findings) -> Markup {
    let say = words(visit.language);
    html! {
        @if findings.new_units > 0 {
            section.card.stack-s {
                h2 { ((say.new_units)(findings.new_units)) }
                p { (say.new_units_lead) }
                ul.stack-s { @for unit in &findings.first_new_units { li { (parts::tag(Tone::Watch, unit.as_str())) } } @if findings.new_units > findings.first_new_units.len() { li { "…" } } }
            }
        }
        @if findings.without_start > 0 { (parts::warning(&(say.without_start)(findings.without_start))) }
        @if findings.without_email > 0 { (parts::note(&(say.without_email)(findings.without_email))) }
        @if !findings.first_new.is_empty() {
            section.card.stack-s {
                h2 { ((say.new_people)(findings.new)) }
                @if findings.new > findings.first_new.len() { p.small.muted { ((say.first_few)(findings.first_new.len())) } }
                (newcomers(visit, findings))
            }
        }
    }
}

fn newcomers(visit: &Visit, findings: &Findings) -> Markup {
    let say = words(visit.language);
    let today = visit.premises.now().day();
    let rows = html! {
        table {
            thead { tr { th scope="col" { (say.name) } th scope="col" { (say.unit) } th scope="col" { (say.started) } } }
            tbody {
                @for entry in &findings.first_new {
                    tr {
                        th scope="row" { (entry.name) br; span.small.muted { (entry.number) } }
                        td { (entry.unit) }
                        td {
                            @match day(entry.started.as_deref()) {
                                Some(day) => { (dates::short(day, visit.language)) br; span.small.muted { (service(visit.language, day, today)) } }
                                None => span.muted { (say.nothing) },
                            }
                        }
                    }
                }
            }
        }
    };
    parts::table(&(say.new_people)(findings.new), &rows)
}

fn changes(visit: &Visit, findings: &Findings) -> Markup {
    let say = words(visit.language);
    let title = (say.changes)(findings.changed);
    let rows = html! {
        table {
            thead { tr { th scope="col" { (say.name) } th scope="col" { (say.what_changes) } } }
            tbody {
                @for change in &findings.first_changes {
                    tr {
                        th scope="row" { (change.name) br; span.small.muted { (change.number) } }
                        td.stack-s { (what_changes(visit.language, change)) }
                    }
                }
            }
        }
    };
    html! {
        section.card.stack-s {
            h2 { (title) }
            @if findings.returning > 0 { p { ((say.returns)(findings.returning)) } }
            (parts::table(&title, &rows))
            @if findings.changed > findings.first_changes.len() {
                p.small.muted { ((say.more_people)(findings.changed - findings.first_changes.len())) }
            }
        }
    }
}

fn what_changes(language: Language, change: &ChangeShown) -> Markup {
    let say = words(language);
    html! {
        @if change.is_return { p { (parts::tag(Tone::Watch, say.returns_tag)) } }
        @for (field, before, after) in &change.what {
            p {
                span.small.muted { (if *field == Field::Name { say.name } else { field_in_words(language, *field) }) } br;
                (value(language, *field, before)) " " span aria-hidden="true" { "→" } span.vh { (say.becomes) } " " b { (value(language, *field, after)) }
            }
        }
    }
}

/// A value as people read it.
fn value(language: Language, field: Field, written: &str) -> String {
    match field {
        _ if written.is_empty() => words(language).nothing.to_owned(),
        Field::Started => day(Some(written)).map_or_else(|| written.to_owned(), |day| dates::short(day, language)),
        Field::Language => {
            Language::from_code(written).map_or_else(|| written.to_owned(), |it| language_in_words(language, it).to_owned())
        }
        _ => written.to_owned(),
    }
}

fn day(written: Option<&str>) -> Option<Date> {
    written?.parse().ok()
}

fn missing(visit: &Visit, findings: &Findings, form: &CheckForm, faults: &Faults) -> Markup {
    let say = words(visit.language);
    let meanings: Vec<_> = findings.first_missing.iter().map(|entry| format!("{} · {}", entry.number, entry.unit)).collect();
    let both = findings.first_missing.iter().zip(&meanings);
    let choices: Vec<_> = both.map(|(entry, meaning)| choice(entry, meaning, form)).collect();
    let list = html! {
        div.many { (parts::choices("departed", say.departed, true, &choices, faults)) }
        @if findings.missing > findings.first_missing.len() {
            p.small.muted { ((say.more_people)(findings.missing - findings.first_missing.len())) }
        }
    };
    html! {
        section.card.stack {
            h2 { ((say.missing_title)(findings.missing)) }
            p { (say.missing_lead) }
            @if choices.len() > FEW {
                details.data open[!form.departed.is_empty() || faults.at("departed").is_some()] { summary { (say.one_by_one) } (list) }
            } @else { (list) }
            (parts::tick("all_missing", &(say.all_missing)(findings.missing), say.all_missing_meaning, form.all_missing))
            (Input::new("on", say.on, faults).hint(say.on_hint).value(&form.on))
        }
    }
}

fn choice<'page>(entry: &'page ShortEntry, meaning: &'page str, form: &CheckForm) -> Choice<'page> {
    Choice { value: &entry.id, label: &entry.name, meaning, is_chosen: form.departed.contains(&entry.id), language: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_shown_as_people_read_them() {
        assert_eq!(crate::language::plain(&value(Language::Thai, Field::Started, "2017-10-01")), "1 ต.ค. 2560");
        assert_eq!(value(Language::English, Field::Email, ""), "none");
        assert_eq!(value(Language::English, Field::Language, "th"), "Thai");
        assert_eq!(counted(1234), "1,234");
    }
}
