//! What a script has to know of a question beside what everybody sees: when it is shown, what bounds an
//! answer, and in which words each fault is told.
//!
//! Nothing of it is drawn where no script was asked for. What it says is what `reading.rs` would say.

use crate::{
    asking::{
        Fault, Sheet, Wrong,
        fields::{bounds, is_typed, may_decline},
        words::fault_in_words,
    },
    instruments::{Asks, Condition, Item, Question},
};

#[derive(Debug, Default)]
pub struct Marks {
    pub item: Option<String>,
    pub show_if: Option<String>,
    pub is_required: bool,
    pub least: Option<String>,
    pub most: Option<String>,
    pub decimals: Option<u8>,
    pub longest: Option<u16>,
    pub missing: Option<String>,
    pub too_few: Option<String>,
    pub too_many: Option<String>,
    pub not_a_number: Option<String>,
    pub too_many_decimals: Option<String>,
    pub out_of_bounds: Option<String>,
    pub too_long: Option<String>,
    pub twice_ranked: Option<String>,
    pub place_missing: Option<String>,
    pub answered_and_declined: Option<String>,
    pub voted_and_blank: Option<String>,
}

/// As a script reads it.
pub fn condition(condition: Option<&Condition>) -> Option<String> {
    condition.and_then(|condition| serde_json::to_string(condition).ok())
}

impl Marks {
    /// For the outermost box of an item.
    pub fn of_item(sheet: &Sheet, item: &Item) -> Self {
        if !sheet.for_scripts {
            return Self::default();
        }
        Self {
            item: Some(item.code.to_string()),
            show_if: condition(item.show_if.as_ref()),
            is_required: item.required && !item.is_heading(),
            ..Self::default()
        }
    }

    /// For the field set of a question.
    pub fn of_question(sheet: &Sheet, item: &Item, question: &Question) -> Self {
        if !sheet.for_scripts {
            return Self::default();
        }
        let told = |wrong| {
            let fault = Fault { question: question.clone(), wrong };
            Some(fault_in_words(sheet.instrument, sheet.language, &fault))
        };
        let missing = item.required.then(|| told(Wrong::NotAnswered)).flatten();
        let declined = (may_decline(item) && can_say_both(item)).then(|| told(Wrong::AnsweredAndDeclined)).flatten();
        let marks = Self { missing, answered_and_declined: declined, ..Self::default() };
        match &item.asks {
            Asks::MultipleChoice { .. } | Asks::Ballot { .. } => {
                let (least, most) = bounds(item);
                Self {
                    least: Some(least.to_string()),
                    most: Some(most.to_string()),
                    too_few: told(Wrong::TooFew(least)).filter(|_| least > 1),
                    too_many: told(Wrong::TooMany(most)).filter(|_| most < item.choices().len()),
                    voted_and_blank: told(Wrong::VotedAndBlank).filter(|_| matches!(item.asks, Asks::Ballot { blank: true, .. })),
                    ..marks
                }
            }
            Asks::Number { least, most, decimals, .. } => Self {
                least: least.map(|least| least.to_string()),
                most: most.map(|most| most.to_string()),
                decimals: Some(*decimals),
                not_a_number: told(Wrong::NotANumber),
                too_many_decimals: told(Wrong::TooManyDecimals(*decimals)),
                out_of_bounds: told(Wrong::OutOfBounds { least: *least, most: *most })
                    .filter(|_| least.is_some() || most.is_some()),
                ..marks
            },
            Asks::ShortText { longest } | Asks::LongText { longest } => {
                Self { longest: Some(*longest), too_long: told(Wrong::TooLong(*longest)), ..marks }
            }
            Asks::Ranking { .. } => {
                Self { twice_ranked: told(Wrong::TwiceRanked), place_missing: told(Wrong::PlaceMissing), ..marks }
            }
            Asks::Heading | Asks::Scale(_) | Asks::SingleChoice { .. } => marks,
        }
    }
}

/// Of several options one excludes the others by itself.
fn can_say_both(item: &Item) -> bool {
    is_typed(item) || matches!(item.asks, Asks::MultipleChoice { .. } | Asks::Ballot { .. })
}
