//! The fields that say how one kind of item is answered.

use maud::{Markup, html};

use super::fields::{Form, count, group};
use crate::{
    asking::tie_in_words,
    authoring::{
        forms::{Preset, scale_of},
        kind::Kind,
        words::item::words,
    },
    instruments::{Instrument, Text, Tie, limits},
};

pub fn answers(form: &Form, kind: Kind, instrument: &Instrument) -> Markup {
    let say = words(form.language);
    html! {
        @match kind {
            Kind::Heading => {},
            Kind::Scale | Kind::YesNo => (scale(form, instrument)),
            Kind::SingleChoice => (choices(form, say.choices, false)),
            Kind::MultipleChoice => {
                (choices(form, say.choices, false))
                div.fields { (form.short("least", say.least_choices, "")) (form.short("most", say.most_choices, "")) }
            },
            Kind::Number => {
                div.fields { (form.short("least", say.least, "")) (form.short("most", say.most, "")) (form.short("decimals", say.decimals, "")) }
                (form.pair("unit", say.unit, "", 0))
            },
            Kind::ShortText | Kind::LongText => (form.short("longest", say.longest, "")),
            Kind::Ranking => { (choices(form, say.choices, false)) (form.short("top", say.top, "")) },
            Kind::Ballot => {
                (choices(form, say.candidates, true))
                (form.short("most", say.most_votes, ""))
                (form.tick("blank", say.blank))
                (election(form))
            },
        }
    }
}

fn election(form: &Form) -> Markup {
    let say = words(form.language);
    let ties = Tie::ALL.map(|tie| (tie.code().to_owned(), tie_in_words(tie, form.language).to_owned()));
    let ties: Vec<_> = std::iter::once((String::new(), say.no_election.to_owned())).chain(ties).collect();
    html! { (form.select("tie", say.tie, say.tie_hint, &ties)) (form.short("seats", say.seats, "")) }
}

fn scale(form: &Form, instrument: &Instrument) -> Markup {
    let say = words(form.language);
    let chosen = scale_of(instrument, form.typed.get("scale"));
    let levels = chosen.map(|(scale, _)| scale.levels).unwrap_or_default();
    let ends = |levels: &[Text]| levels.iter().map(|level| level.say(form.language)).collect::<Vec<_>>().join(" / ");
    let own = instrument.scales.iter().map(|scale| (scale.code.to_string(), ends(&scale.levels)));
    let fresh = Preset::ALL.into_iter().filter(|preset| instrument.scales.iter().all(|scale| scale.levels != preset.levels()));
    let fresh = fresh.map(|preset| (preset.as_str().to_owned(), (say.new_scale)(&ends(&preset.levels()))));
    let scales: Vec<_> = std::iter::once((String::new(), say.choose.to_owned())).chain(own).chain(fresh).collect();
    let has_meanings = (1..=levels.len()).any(|level| is_typed(form, &format!("meaning-{level}")));
    let has_labels = (1..=levels.len()).any(|level| is_typed(form, &format!("label-{level}")));
    html! {
        (form.select("scale", say.scale, say.scale_hint, &scales))
        input type="hidden" name="levels-drawn" value=(levels.len());
        (polarity(form))
        @if !levels.is_empty() {
            details.data open[has_meanings || form.typed.get("polarity") == "reversed"] {
                summary { (say.meanings) }
                p.hint { (say.meanings_hint) }
                div.stack { (per_level(form, "meaning", &levels)) }
            }
            details.data open[has_labels] {
                summary { (say.labels) }
                p.hint { (say.labels_hint) }
                div.stack { (per_level(form, "label", &levels)) }
            }
        }
        (subs(form, &levels))
    }
}

fn is_typed(form: &Form, name: &str) -> bool {
    ["th", "en"].iter().any(|language| form.typed.is_ticked(&format!("{name}_{language}")))
}

fn per_level(form: &Form, name: &str, levels: &[Text]) -> Markup {
    html! {
        @for (at, level) in levels.iter().enumerate() {
            (form.pair(&format!("{name}-{}", at + 1), &format!("{}. {}", at + 1, level.say(form.language)), "", 0))
        }
    }
}

fn polarity(form: &Form) -> Markup {
    let say = words(form.language);
    let choices = [
        ("straight", say.straight, say.straight_meaning),
        ("reversed", say.reversed, say.reversed_meaning),
        ("unset", say.unset, ""),
    ];
    let choices = choices.map(|(value, label, meaning)| crate::web::parts::Choice {
        value,
        label,
        meaning,
        is_chosen: form.typed.get("polarity") == value,
        language: None,
    });
    crate::web::parts::choices("polarity", say.polarity, false, &choices, form.faults)
}

fn subs(form: &Form, levels: &[Text]) -> Markup {
    let say = words(form.language);
    let rows = form.typed.rows("subs", limits::SUBS);
    let is_typed_in = |at: usize| is_typed(form, &format!("sub-{at}"));
    let directions = [("straight", say.straight), ("reversed", say.reversed), ("unset", say.unset)];
    let directions = directions.map(|(value, label)| (value.to_owned(), label.to_owned()));
    html! {
        details.data open[(0..rows).any(is_typed_in) || form.typed.get("do") == "rows"] {
            summary { (say.subs) }
            p.hint { (say.subs_hint) }
            div.stack-l {
                @for at in 0..rows {
                    @let name = format!("sub-{at}");
                    div.stack {
                        (form.pair(&name, &(say.sub)(at + 1), "", 0))
                        div.fields {
                            (form.code(&format!("{name}-code"), say.code, ""))
                            (form.select(&format!("{name}-polarity"), say.polarity, "", &directions))
                        }
                        input type="hidden" name={ (name) "-was" } value=(form.typed.get(&format!("{name}-was")));
                        @if is_typed_in(at) && !levels.is_empty() {
                            details {
                                summary { (say.meanings) }
                                div.stack { (per_level(form, &format!("{name}-meaning"), levels)) }
                            }
                        }
                    }
                }
            }
        }
        (count("subs", rows))
    }
}

fn choices(form: &Form, legend: &str, with_line: bool) -> Markup {
    let say = words(form.language);
    let rows = form.typed.rows("choices", limits::CHOICES);
    let fields = html! {
        div.stack-l {
            p.hint { (say.choices_hint) }
            @for at in 0..rows {
                @let name = format!("choice-{at}");
                div.stack-s {
                    (form.pair(&name, &(say.choice)(at + 1), "", 0))
                    @if with_line || is_typed(form, &format!("{name}-line")) { (form.pair(&format!("{name}-line"), say.line, "", 0)) }
                    (form.code(&format!("{name}-code"), say.code, ""))
                    input type="hidden" name={ (name) "-was" } value=(form.typed.get(&format!("{name}-was")));
                }
            }
        }
        (count("choices", rows))
    };
    group("choices-title", legend, &fields)
}
