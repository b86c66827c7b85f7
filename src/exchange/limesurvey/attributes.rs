//! The finer settings of a question: the few we have a place for, and a list of the rest.

use std::collections::BTreeMap;

use super::{document::Row, survey::field};
use crate::{
    exchange::{Loss, LossKind, Place},
    instruments::Decimal,
};

/// By name; those that mean nothing are left out.
#[derive(Default)]
pub(super) struct Attributes(BTreeMap<String, String>);

/// These change what may be answered, or who is asked: each is listed by itself.
const MATTERING: [&str; 34] = [
    "allowed_filetypes",
    "array_filter",
    "array_filter_exclude",
    "assessment_value",
    "code_filter",
    "date_max",
    "date_min",
    "default",
    "dualscale_headerA",
    "em_validation_q",
    "em_validation_sq",
    "equals_num_value",
    "equation",
    "exclude_all_others",
    "exclude_all_others_auto",
    "hidden",
    "max_answers",
    "max_num_value",
    "max_num_value_n",
    "max_subquestions",
    "maximum_chars",
    "min_answers",
    "min_num_value",
    "min_num_value_n",
    "multiflexible_max",
    "multiflexible_min",
    "numbers_only",
    "other_numbers_only",
    "other_replace_text",
    "parent_order",
    "prefix",
    "random_group",
    "suffix",
    "time_limit",
];

/// As a new question has them.
const NOTHING: [&str; 5] = ["", "0", "N", "core", "default"];

/// Nought is a bound as good as any.
const BOUNDS: [&str; 5] = ["equals_num_value", "max_num_value", "max_num_value_n", "min_num_value", "min_num_value_n"];

impl Attributes {
    pub(super) fn of(rows: &[&Row]) -> Self {
        let says = |row: &Row| match field(row, "value") {
            "0" => BOUNDS.contains(&field(row, "attribute")),
            value => !NOTHING.contains(&value),
        };
        let set = rows.iter().filter(|row| says(row));
        Self(set.map(|row| (field(row, "attribute").to_owned(), field(row, "value").to_owned())).collect())
    }

    /// A whole number, which is then not listed.
    pub(super) fn whole(&mut self, name: &str) -> Option<u16> {
        let number = self.0.get(name)?.parse().ok()?;
        self.0.remove(name);
        Some(number)
    }

    pub(super) fn number(&mut self, name: &str) -> Option<Decimal> {
        let number = self.0.get(name)?.parse().ok()?;
        self.0.remove(name);
        Some(number)
    }

    pub(super) fn is_set(&mut self, name: &str) -> bool {
        self.0.remove(name).is_some()
    }

    /// What nobody has asked for.
    pub(super) fn list(self, place: &Place, losses: &mut Vec<Loss>) {
        let mut looks = Vec::new();
        for (name, value) in self.0 {
            if MATTERING.contains(&name.as_str()) {
                losses.push(Loss::new(place.clone(), LossKind::SettingLeftOut, &format!("{name}: {value}")));
            } else {
                looks.push(name);
            }
        }
        if !looks.is_empty() {
            losses.push(Loss::new(place.clone(), LossKind::LookLeftOut, &looks.join(", ")));
        }
    }
}
