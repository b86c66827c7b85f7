//! Units to choose among, each under the one it belongs to.

use crate::{language::Language, people::Unit, web::parts::Choice};

/// A unit and how deep it stands.
pub type Placed = (usize, Unit);

/// What stands in a choice; lists fold neither space nor depth into their lines.
pub fn labels(units: &[Placed], language: Language) -> Vec<String> {
    let label = |(depth, unit): &Placed| {
        let (short, name) = (unit.short_name.as_str(), unit.name(language));
        let indent = "\u{A0}\u{A0}\u{A0}".repeat(*depth);
        if short == name { format!("{indent}{short}") } else { format!("{indent}{short} {name}") }
    };
    units.iter().map(label).collect()
}

/// A first choice that is none of them, and then the units, by `value`.
pub fn choices<'page>(
    none: &'page str,
    units: &'page [Placed],
    labels: &'page [String],
    values: &'page [String],
    chosen: &str,
    page: Language,
) -> Vec<Choice<'page>> {
    let first = Choice { value: "", label: none, meaning: "", is_chosen: chosen.is_empty(), language: None };
    let unit = |((_, unit), (label, value)): (&'page Placed, (&'page String, &'page String))| Choice {
        value,
        label,
        meaning: "",
        is_chosen: value == chosen,
        language: Some(unit.name_and_language(page).1).filter(|language| *language != page),
    };
    std::iter::once(first).chain(units.iter().zip(labels.iter().zip(values)).map(unit)).collect()
}
