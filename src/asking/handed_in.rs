//! Fields that come from anywhere, as answers to a whole instrument: all of them right, or none.
//!
//! Looks at what the answers themselves show: what is hidden is left out, whatever was written there.
//! Promises that what it takes could have been given on the pages, and fits into either database.

use std::collections::HashSet;

use super::{Fields, fields::names, read};
use crate::instruments::{Answers, Instrument, Item};

/// An instrument, ready to hold many against.
pub struct HandedIn<'it> {
    instrument: &'it Instrument,
    items: Vec<&'it Item>,
    names: HashSet<String>,
    /// Whether anything is put before some and not before others.
    hides: bool,
}

impl<'it> HandedIn<'it> {
    pub fn to(instrument: &'it Instrument) -> Self {
        let items: Vec<_> = instrument.items().collect();
        let names = items.iter().flat_map(|item| names(item)).collect();
        let hides = instrument.parts.iter().any(|part| part.show_if.is_some()) || items.iter().any(|item| item.show_if.is_some());
        Self { instrument, items, names, hides }
    }

    /// `None`: a field that nobody was shown, a value that was not offered, or a required answer missing.
    pub fn read(&self, fields: Vec<(String, String)>) -> Option<Answers> {
        // PostgreSQL stores no text with a nought in it, and no keyboard types one.
        let is_ours = |(name, value): &(String, String)| self.names.contains(name) && !value.contains('\0');
        if !fields.iter().all(is_ours) {
            return None;
        }
        let fields = Fields::new(fields);
        let (mut answers, mut faults) = read(self.instrument, &self.items, &fields);
        if self.hides {
            let shown: Vec<_> = answers.shown(self.instrument).into_iter().flat_map(|(_, items)| items).collect();
            (answers, faults) = read(self.instrument, &shown, &fields);
        }
        faults.is_empty().then_some(answers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instruments::{Answer, Asks, Code, Comparison, Condition, Part, Question, Rated, Scale, Text};

    /// A rating, then a comment for those who rated low.
    fn instrument() -> Instrument {
        let mut instrument = Instrument::new("pulse", Text::default());
        instrument.scales.push(Scale { code: Code::from("s"), levels: vec![Text::default(); 4] });
        let rated = Asks::Scale(Rated { scale: Code::from("s"), ..Rated::default() });
        let low = Condition::answer("i1", Comparison::AtMost(crate::instruments::Decimal::whole(2)));
        let why = Item { show_if: Some(low), ..Item::new("i2", Text::default(), Asks::LongText { longest: 20 }) };
        let items = vec![Item::new("i1", Text::default(), rated), why];
        instrument.parts.push(Part { items, ..Part::default() });
        instrument
    }

    fn read_of(fields: &[(&str, &str)]) -> Option<Answers> {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        HandedIn::to(&instrument()).read(fields)
    }

    #[test]
    fn what_was_shown_and_answered_is_taken() {
        let answers = read_of(&[("i1", "2"), ("i2", "เสียงดัง")]).unwrap();
        let question = |code: &str| Question { item: Code::from(code), sub: None };
        assert_eq!(answers.get(&question("i1")), Some(&Answer::Level(2)));
        assert_eq!(answers.get(&question("i2")), Some(&Answer::Text("เสียงดัง".to_owned())));
    }

    #[test]
    fn what_was_hidden_is_left_out_and_not_asked_for() {
        let answers = read_of(&[("i1", "4"), ("i2", "written before they changed their mind")]).unwrap();
        assert_eq!(answers.iter().count(), 1);
        assert!(read_of(&[("i1", "4")]).is_some());
    }

    #[test]
    fn anything_else_spoils_all_of_it() {
        let bad: [&[(&str, &str)]; 8] = [
            &[],
            &[("i1", "5")],
            &[("i1", "4"), ("i1", "3")],
            &[("i1", "4"), ("i3", "x")],
            &[("i1", "2")],
            &[("i1", "2"), ("i2", "longer than twenty letters")],
            &[("i1", "2"), ("i2", "a\0b")],
            &[("i1", "2"), ("i2", "a"), ("I2", "b")],
        ];
        for fields in bad {
            assert_eq!(read_of(fields), None, "{fields:?}");
        }
    }
}
