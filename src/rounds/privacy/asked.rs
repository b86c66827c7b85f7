//! What an instrument asks about whoever answers, and in how many ways it can be answered.
//!
//! Conditions do not count: whoever may be asked is taken to be asked.

use crate::instruments::{About, Asks, Instrument, Item, Text};

/// More facts than this nobody can hide behind: each further one counts as answered in any way.
pub const FACTS_MOST: usize = 12;

/// One question about whoever answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The number people know it by.
    pub number: usize,
    pub text: Text,
    pub choices: Vec<Text>,
    pub fact: Fact,
    /// Choices that name nothing the roster knows: whoever fits no other may take any of them.
    pub unmatched: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    Category,
    Unit,
    /// The first full year of every choice but the first.
    Service {
        from: Vec<u8>,
    },
    /// The roster does not know it. In how many ways it can be answered, if that has an end.
    Unknown {
        ways: Option<u64>,
    },
}

impl Fact {
    pub const fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown { .. })
    }

    /// Whether only neighbouring choices make sense together.
    pub const fn is_ordered(&self) -> bool {
        matches!(self, Self::Service { .. })
    }
}

pub fn asked(instrument: &Instrument) -> Vec<Asked> {
    let mut known = 0;
    let mut all = Vec::new();
    for (number, item) in instrument.numbered() {
        let (Some(number), Some(about)) = (number, &item.about) else { continue };
        let fact = fact(instrument, item, about);
        known += usize::from(fact.is_known());
        let fact = if fact.is_known() && known > FACTS_MOST { Fact::Unknown { ways: None } } else { fact };
        let choices = item.choices().iter().map(|choice| choice.label.clone()).collect();
        all.push(Asked { number, text: item.text.clone(), choices, fact, unmatched: 0 });
    }
    all
}

fn fact(instrument: &Instrument, item: &Item, about: &About) -> Fact {
    let is_one_of = matches!(item.asks, Asks::SingleChoice { .. } | Asks::MultipleChoice { .. });
    match about {
        About::Category if is_one_of => Fact::Category,
        About::Unit if is_one_of => Fact::Unit,
        About::Service { from } if is_one_of => {
            let from = from.iter().copied().take(item.choices().len().saturating_sub(1)).collect();
            Fact::Service { from }
        }
        _ => Fact::Unknown { ways: ways(instrument, item) },
    }
}

/// In how many ways an item can be answered, not counting that somebody prefers not to say.
fn ways(instrument: &Instrument, item: &Item) -> Option<u64> {
    let choices = u32::try_from(item.choices().len()).unwrap_or(u32::MAX);
    match &item.asks {
        Asks::Heading => Some(1),
        Asks::SingleChoice { .. } => Some(choices.into()),
        Asks::MultipleChoice { .. } | Asks::Ballot { .. } => Some(2_u64.saturating_pow(choices)),
        Asks::Ranking { .. } => Some((1..=u64::from(choices)).fold(1, u64::saturating_mul)),
        Asks::Scale(rated) => {
            let levels = u64::try_from(instrument.labels(rated).len()).unwrap_or(u64::MAX);
            Some(levels.saturating_pow(u32::try_from(rated.subs.len().max(1)).unwrap_or(u32::MAX)))
        }
        Asks::Number { .. } | Asks::ShortText { .. } | Asks::LongText { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instruments::{Choice, Code, Part};

    fn item(code: &str, about: Option<About>, asks: Asks) -> Item {
        Item { about, ..Item::new(code, Text::new(code, code), asks) }
    }

    fn choices(count: usize) -> Vec<Choice> {
        (0..count).map(|at| Choice { code: Code::new(format!("c{at}")), ..Choice::default() }).collect()
    }

    #[test]
    fn only_what_asks_about_a_person_is_found_with_the_number_it_is_known_by() {
        let mut instrument = Instrument::new("x", Text::new("ก", "x"));
        let number = Asks::Number { least: None, most: None, decimals: 0, unit: Text::default() };
        let service = Some(About::Service { from: vec![1, 5, 9, 20] });
        instrument.parts.push(Part {
            items: vec![
                item("h", None, Asks::Heading),
                item("a", None, Asks::SingleChoice { choices: choices(2) }),
                item("b", Some(About::Category), Asks::SingleChoice { choices: choices(3) }),
                item("c", service, Asks::SingleChoice { choices: choices(3) }),
                item("d", Some(About::Other), Asks::SingleChoice { choices: choices(4) }),
                item("e", Some(About::Other), Asks::MultipleChoice { choices: choices(3), least: None, most: None }),
                item("f", Some(About::Other), number.clone()),
                item("g", Some(About::Unit), number),
            ],
            ..Part::default()
        });
        let found: Vec<_> = asked(&instrument).into_iter().map(|asked| (asked.number, asked.fact)).collect();
        let unknown = |ways| Fact::Unknown { ways };
        let service = Fact::Service { from: vec![1, 5] };
        let expected = [
            (2, Fact::Category),
            (3, service),
            (4, unknown(Some(4))),
            (5, unknown(Some(8))),
            (6, unknown(None)),
            (7, unknown(None)),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn more_facts_than_anybody_can_hide_behind_count_as_answered_in_any_way() {
        let mut instrument = Instrument::new("x", Text::new("ก", "x"));
        let many = (0..20).map(|at| item(&format!("i{at}"), Some(About::Unit), Asks::SingleChoice { choices: choices(2) }));
        instrument.parts.push(Part { items: many.collect(), ..Part::default() });
        let known = asked(&instrument).iter().filter(|asked| asked.fact.is_known()).count();
        assert_eq!(known, FACTS_MOST);
        assert_eq!(asked(&instrument).len(), 20);
    }
}
