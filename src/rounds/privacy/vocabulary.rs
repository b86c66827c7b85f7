//! What the roster calls categories and units, against what choices call them.
//!
//! A choice that names nothing the roster knows may be taken by anybody whom no other choice fits. A
//! question that nobody marked, but whose choices are the roster's own names, is treated as if
//! somebody had.

use std::collections::{BTreeSet, HashSet};

use super::asked::{Asked, Fact};
use crate::{
    instruments::{Asks, Instrument, Text},
    people::{Category, Name, Unit},
};

/// What stands between names in one label. “และ” stands inside names, too, so it needs its spaces.
const JOINS: [&str; 7] = [" และ ", " and ", " & ", "/", ",", "+", "·"];

/// So many choices that are names of the roster make a question one about the person.
const UNMARKED_HITS: usize = 2;

pub struct Vocabulary {
    categories: HashSet<String>,
    units: HashSet<String>,
}

impl Vocabulary {
    pub fn new(categories: &BTreeSet<Category>, units: &[Unit]) -> Self {
        let names = units.iter().flat_map(|unit| {
            let english = unit.name_english.as_ref().map(Name::as_str);
            [Some(unit.short_name.as_str()), Some(unit.name_thai.as_str()), english].into_iter().flatten()
        });
        Self {
            categories: categories.iter().map(|category| folded(category.as_str())).collect(),
            units: names.map(folded).collect(),
        }
    }

    /// What is asked, with the choices of every question that name nothing here, and with the questions
    /// that nobody marked.
    pub fn settle(&self, mut asked: Vec<Asked>, instrument: &Instrument) -> Vec<Asked> {
        asked.extend(self.unmarked(instrument));
        asked.sort_by_key(|asked| asked.number);
        for one in &mut asked {
            let known = match one.fact {
                Fact::Category => &self.categories,
                Fact::Unit => &self.units,
                Fact::Service { .. } | Fact::Unknown { .. } => continue,
            };
            let unmatched = one.choices.iter().filter(|label| !is_others(label) && !is_among(label, known)).count();
            one.unmatched = u64::try_from(unmatched).unwrap_or(u64::MAX);
        }
        asked
    }

    fn unmarked(&self, instrument: &Instrument) -> Vec<Asked> {
        let mut found = Vec::new();
        for (number, item) in instrument.numbered() {
            let (Some(number), None, Asks::SingleChoice { choices }) = (number, &item.about, &item.asks) else { continue };
            let hits = |known: &HashSet<String>| choices.iter().filter(|choice| is_among(&choice.label, known)).count();
            let fact = match (hits(&self.categories), hits(&self.units)) {
                (_, units) if units >= UNMARKED_HITS => Fact::Unit,
                (categories, _) if categories >= UNMARKED_HITS => Fact::Category,
                _ => continue,
            };
            let choices = choices.iter().map(|choice| choice.label.clone()).collect();
            found.push(Asked { number, text: item.text.clone(), choices, fact, unmatched: 0 });
        }
        found
    }
}

/// Whether the label, or everything it joins, is a name of the roster in either language.
fn is_among(label: &Text, known: &HashSet<String>) -> bool {
    let languages = [&label.th, &label.en].into_iter().filter(|text| !text.trim().is_empty());
    languages.into_iter().any(|text| {
        known.contains(&folded(text)) || joined(text).is_some_and(|names| names.iter().all(|name| known.contains(name)))
    })
}

/// “Something else”: for whoever fits no other choice.
fn is_others(label: &Text) -> bool {
    label.th.trim_start().starts_with("อื่น") || folded(&label.en).starts_with("other")
}

/// The names in a label that holds several.
pub fn joined(label: &str) -> Option<Vec<String>> {
    let mut names = vec![label];
    for join in JOINS {
        names = names.into_iter().flat_map(|name| name.split(join)).collect();
    }
    (names.len() > 1).then(|| names.into_iter().map(folded).filter(|name| !name.is_empty()).collect())
}

pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instruments::{Choice, Code, Item, Part};

    fn vocabulary() -> Vocabulary {
        let categories = ["ข้าราชการ", "พนักงานราชการ", "ลูกจ้าง"].map(|category| Category::parse(category).unwrap());
        Vocabulary::new(&categories.into_iter().collect(), &[])
    }

    fn asked(labels: &[&str]) -> Asked {
        let choices = labels.iter().map(|label| Text::new(*label, "")).collect();
        Asked { number: 1, text: Text::default(), choices, fact: Fact::Category, unmatched: 0 }
    }

    fn settled(labels: &[&str]) -> u64 {
        let nothing = Instrument::new("x", Text::default());
        vocabulary().settle(vec![asked(labels)], &nothing).remove(0).unmatched
    }

    #[test]
    fn choices_that_name_nothing_of_the_roster_are_counted() {
        assert_eq!(settled(&["ข้าราชการ", "พนักงานราชการ", "ลูกจ้าง"]), 0);
        assert_eq!(settled(&["ข้าราชการพลเรือน", "พนักงานราชการ", "ลูกจ้างเหมา"]), 2);
    }

    #[test]
    fn a_choice_may_join_several_names_and_one_may_be_for_all_others() {
        assert_eq!(settled(&["ข้าราชการ", "พนักงานราชการ และ ลูกจ้าง"]), 0);
        assert_eq!(settled(&["ข้าราชการ", "พนักงานราชการ / ลูกจ้าง"]), 0);
        assert_eq!(settled(&["ข้าราชการ", "อื่น ๆ"]), 0);
        assert_eq!(settled(&["ข้าราชการ", "พนักงานราชการ และ ผู้รับจ้าง"]), 1);
    }

    #[test]
    fn a_question_whose_choices_are_names_of_the_roster_counts_although_nobody_marked_it() {
        let labelled = |labels: &[&str]| {
            let choices = labels.iter().zip(["a", "b", "c"]);
            let choices =
                choices.map(|(label, code)| Choice { code: Code::from(code), label: Text::new(*label, ""), ..Choice::default() });
            let item = Item::new("i1", Text::default(), Asks::SingleChoice { choices: choices.collect() });
            let mut instrument = Instrument::new("x", Text::default());
            instrument.parts.push(Part { items: vec![item], ..Part::default() });
            vocabulary().settle(Vec::new(), &instrument)
        };
        assert_eq!(labelled(&["ข้าราชการ", "ลูกจ้าง"]).len(), 1);
        assert!(labelled(&["ข้าราชการ", "ไม่ใช่"]).is_empty());
    }
}
