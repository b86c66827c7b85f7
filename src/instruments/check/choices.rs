//! Choices, candidates and numbers: whether any answer fits the bounds.

use super::{Place, What, finding::Findings};
use crate::instruments::{Asks, Decimal, Election, Instrument, Item};

pub fn check(instrument: &Instrument, findings: &mut Findings) {
    let is_election = instrument.is_election();
    for item in instrument.items() {
        if item.election().is_some() && !is_election {
            findings.add(Place::Item(item.code.clone()), What::ElectionAmongOthers);
        }
        if let Some(what) = fault(item) {
            findings.add(Place::Item(item.code.clone()), what);
        }
    }
}

fn fault(item: &Item) -> Option<What> {
    let count = item.choices().len();
    let fits = |most: u16| (1..=count).contains(&usize::from(most));
    match &item.asks {
        // One candidate can be voted for or not, where a blank vote says “not”.
        Asks::Ballot { blank, .. } if count < if *blank { 1 } else { 2 } => Some(What::ChoicesFew),
        Asks::SingleChoice { .. } | Asks::MultipleChoice { .. } | Asks::Ranking { .. } if count < 2 => Some(What::ChoicesFew),
        Asks::Ballot { most, .. } if !fits(*most) => Some(What::ChoiceBounds),
        Asks::Ballot { election: Some(Election { seats, .. }), .. } if !fits(*seats) => Some(What::SeatBounds),
        Asks::Ranking { top: Some(top), .. } if !fits(*top) => Some(What::ChoiceBounds),
        Asks::MultipleChoice { least, most, .. } => {
            let most_fits = most.is_none_or(fits);
            let least = usize::from(least.unwrap_or(0));
            (!most_fits || least > most.map_or(count, usize::from)).then_some(What::ChoiceBounds)
        }
        Asks::Number { least, most, decimals, .. } => (!some_number_fits(*least, *most, *decimals)).then_some(What::NumberBounds),
        Asks::ShortText { longest: 0 } | Asks::LongText { longest: 0 } => Some(What::LengthZero),
        _ => None,
    }
}

fn some_number_fits(least: Option<Decimal>, most: Option<Decimal>, decimals: u8) -> bool {
    let Some(behind) = Decimal::DECIMALS.checked_sub(decimals) else { return false };
    let (Some(least), Some(most)) = (least, most) else { return true };
    // The smallest number of so many decimals that is not below `least`.
    let step = 10_i128.pow(u32::from(behind));
    let smallest = least.millionths().div_euclid(step) * step;
    let smallest = if smallest < least.millionths() { smallest + step } else { smallest };
    smallest <= most.millionths()
}
