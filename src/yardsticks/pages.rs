//! The pages of this room, drawn from plain data.

use maud::{Markup, html};

use super::{
    Kind, Yardstick,
    form::{EVERY_AT_LEAST, Form, LEVELS, LevelFields, LevelForm, OTHERWISE, SampleForm, Says, TOTAL_AT_LEAST, TOTAL_BETWEEN},
    weighing::{EIT, FLOOR, IIT, OIT, WeighingForm},
    words::{words, years_in_words},
};
use crate::{
    language::Language,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, Field, Tone},
    },
};

/// Empty levels offered below those there are.
const SPARE: usize = 2;

pub fn list(visit: &Visit, yardsticks: &[Yardstick]) -> Page {
    let say = words(visit.language);
    let done = match visit.done() {
        Some("saved") => Some(say.saved),
        Some("copied") => Some(say.copied),
        _ => None,
    };
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        div.stack-s { h1 { (say.yardsticks) } p.muted { (say.lead) } }
        @for (kind, title) in [(Kind::Rating, say.ratings), (Kind::Sample, say.samples)] {
            section.card.stack {
                h2 { (title) }
                (parts::table(title, &table(visit, yardsticks.iter().filter(|it| it.wanted.definition.kind() == kind))))
            }
        }
    };
    visit.page(say.yardsticks, Width::Wide, &main)
}

fn table<'it>(visit: &Visit, yardsticks: impl Iterator<Item = &'it Yardstick>) -> Markup {
    let say = words(visit.language);
    html! {
        table.rows {
            thead { tr { th scope="col" { (say.title) } th scope="col" { (say.years) } td {} } }
            tbody {
                @for yardstick in yardsticks {
                    @let (title, language) = yardstick.wanted.title.in_language(visit.language);
                    tr {
                        th scope="row" {
                            a href=(visit.to(&at::yardstick(yardstick.id))) lang=[(language != visit.language).then(|| language.code())] { (title) }
                        }
                        td.nb { (years_in_words(visit.language, yardstick.wanted.years)) }
                        td {
                            @if yardstick.wanted.is_confirmed { (parts::tag(Tone::Good, say.confirmed)) }
                            @else { (parts::tag(Tone::Watch, say.check_manual)) }
                        }
                    }
                }
            }
        }
    }
}

pub fn edit(visit: &Visit, yardstick: &Yardstick, form: &Form, faults: &Faults) -> Page {
    let say = words(visit.language);
    let (title, language) = yardstick.wanted.title.in_language(visit.language);
    let main = html! {
        div.stack-s {
            (back_to_list(visit))
            h1 lang=[(language != visit.language).then(|| language.code())] { (title) }
            p { a href=(visit.to(&at::yardstick_copy(yardstick.id))) { (say.copy) } }
        }
        @if !yardstick.wanted.is_confirmed { (parts::warning(say.check_manual)) }
        div.card { (visit.form(&at::yardstick(yardstick.id), &fields(visit.language, form, faults))) }
    };
    visit.page_with_faults(title, Width::Column, faults, &main)
}

pub fn copy(visit: &Visit, yardstick: &Yardstick, form: &Form, faults: &Faults) -> Page {
    let say = words(visit.language);
    let main = html! {
        div.stack-s { (back_to_list(visit)) h1 { (say.copy) } p.muted { (say.copy_lead) } }
        div.card { (visit.form(&at::yardstick_copy(yardstick.id), &fields(visit.language, form, faults))) }
    };
    visit.page_with_faults(say.copy, Width::Column, faults, &main)
}

fn back_to_list(visit: &Visit) -> Markup {
    html! { p.small { a href=(visit.to(at::YARDSTICKS)) { (words(visit.language).yardsticks) } } }
}

fn fields(language: Language, form: &Form, faults: &Faults) -> Markup {
    let say = words(language);
    let english = parts::optional(say.title_english, language);
    html! {
        (Field::new("title_thai", say.title_thai, faults).value(&form.title_thai).in_language(Language::Thai))
        (Field::new("title_english", &english, faults).value(&form.title_english).in_language(Language::English))
        (Field::new("first_year", say.first_year, faults).value(&form.first_year).number())
        (Field::new("last_year", say.last_year, faults).hint(say.last_year_hint).value(&form.last_year).number())
        @match &form.says {
            Says::Rating(weighing, levels) => {
                (weighing_fields(language, weighing, faults))
                p.muted { (say.levels_lead) }
                @let typed = levels.iter().rposition(|level| !level.is_empty()).map_or(0, |last| last + 1);
                @for (at, fields) in LEVELS.iter().enumerate().take(typed + SPARE) {
                    (level(language, at, fields, levels.get(at), faults))
                }
            }
            Says::Sample(sample) => { (sample_fields(language, sample, faults)) }
        }
        (parts::tick("is_confirmed", say.is_confirmed, say.is_confirmed_meaning, form.is_confirmed))
        button.btn { (say.save) }
    }
}

fn weighing_fields(language: Language, form: &WeighingForm, faults: &Faults) -> Markup {
    let say = words(language);
    let floor = parts::optional(say.floor, language);
    html! {
        fieldset.field {
            legend { (say.weights) }
            div.stack {
                p.hint { (say.weights_hint) }
                @for (name, label, value) in [(IIT, "IIT", &form.iit), (EIT, "EIT", &form.eit), (OIT, "OIT", &form.oit)] {
                    (Field::new(name, label, faults).value(value).number())
                }
            }
        }
        (Field::new(FLOOR, &floor, faults).hint(say.floor_hint).value(&form.floor))
    }
}

fn level(language: Language, at: usize, fields: &LevelFields, form: Option<&LevelForm>, faults: &Faults) -> Markup {
    let say = words(language);
    let nothing = LevelForm::default();
    let form = form.unwrap_or(&nothing);
    let english = parts::optional(say.name_english, language);
    let choice = |value, label| Choice { value, label, meaning: "", is_chosen: form.when == value, language: None };
    let conditions = [
        choice("", "–"),
        choice(EVERY_AT_LEAST, say.every_at_least),
        choice(TOTAL_AT_LEAST, say.total_at_least),
        choice(TOTAL_BETWEEN, say.total_between),
        choice(OTHERWISE, say.otherwise),
    ];
    html! {
        fieldset.field {
            legend { ((say.level)(at + 1)) }
            div.stack {
                (Field::new(fields.thai, say.name_thai, faults).value(&form.thai).in_language(Language::Thai))
                (Field::new(fields.english, &english, faults).value(&form.english).in_language(Language::English))
                (parts::select(fields.when, say.when, "", &conditions, faults))
                (Field::new(fields.from, say.from, faults).value(&form.from))
                (Field::new(fields.to, say.to, faults).hint(say.to_hint).value(&form.to))
            }
        }
    }
}

fn sample_fields(language: Language, form: &SampleForm, faults: &Faults) -> Markup {
    let say = words(language);
    html! {
        (Field::new("per_cent", say.per_cent, faults).value(&form.per_cent).number())
        (Field::new("at_least", say.at_least, faults).value(&form.at_least).number())
        (Field::new("most", say.most, faults).value(&form.most).number())
        (Field::new("most_above", say.most_above, faults).value(&form.most_above).number())
    }
}
