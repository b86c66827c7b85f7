//! The round before: what a new one is like unless somebody says otherwise, and what it is compared
//! with. Works on rounds in the order of `surveys::all`, the latest first.

use jiff::civil::Date;

use crate::{
    language::FiscalYear,
    surveys::{ROUNDS_MOST, Survey},
};

/// The year of that day, and the round after the last one of it.
pub fn next_place(rounds: &[Survey], today: Date) -> (FiscalYear, i32) {
    let year = FiscalYear::of(today);
    let last = rounds.iter().filter(|round| round.year == year).map(|round| round.round).max().unwrap_or(0);
    (year, last.saturating_add(1).min(ROUNDS_MOST))
}

/// The round it was made from; else the last one before it of the same name.
pub fn round_before<'all>(rounds: &'all [Survey], of: &Survey) -> Option<&'all Survey> {
    let made_from = rounds.iter().find(|round| Some(round.id) == of.copied_from);
    let place = |round: &Survey| (round.year, round.round);
    made_from.or_else(|| rounds.iter().find(|round| round.name_thai == of.name_thai && place(round) < place(of)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        dice::Dice,
        surveys::{State, Terms},
    };

    fn round(year: i16, round: i32, name: &str, dice: &mut Dice) -> Survey {
        Survey {
            id: dice.id(),
            year: FiscalYear::new(year).unwrap(),
            round,
            name_thai: name.to_owned(),
            name_english: String::new(),
            instrument: None,
            copied_from: None,
            terms: Terms::new(5),
            state: State::Draft { window: None },
        }
    }

    #[test]
    fn the_next_round_is_the_one_after_the_last_of_the_year() {
        let dice = &mut Dice::loaded(1);
        let today = date(2026, 11, 21);
        let next = |rounds: &[Survey]| {
            let (year, round) = next_place(rounds, today);
            (year.number(), round)
        };
        assert_eq!(next(&[]), (2570, 1));
        assert_eq!(next(&[round(2569, 2, "a", dice)]), (2570, 1));
        assert_eq!(next(&[round(2570, 3, "a", dice), round(2570, 1, "b", dice)]), (2570, 4));
        assert_eq!(next(&[round(2570, ROUNDS_MOST, "a", dice)]), (2570, ROUNDS_MOST));
    }

    #[test]
    fn the_round_before_is_the_one_it_was_made_from_or_the_last_of_its_name() {
        let dice = &mut Dice::loaded(1);
        let rounds = [round(2570, 2, "a", dice), round(2570, 1, "b", dice), round(2569, 2, "a", dice), round(2569, 1, "a", dice)];
        let [latest, other, last, first] = &rounds;
        assert_eq!(round_before(&rounds, latest), Some(last));
        assert_eq!(round_before(&rounds, other), None);
        let copy = Survey { copied_from: Some(other.id), ..latest.clone() };
        assert_eq!(round_before(&rounds, &copy), Some(other));
        // The round it was made from is gone.
        let orphan = Survey { copied_from: Some(dice.id()), ..latest.clone() };
        assert_eq!(round_before(&rounds, &orphan), Some(last));
        assert_eq!(round_before(&rounds, first), None);
    }
}
