//! What a plan still lacks, as far as the plan itself knows.

use jiff::civil::Date;

use super::{Letter, MONTHS, Step, Whole};
use crate::{ids::MeasureId, language::FiscalYear};

/// A month that has passed without a word about a step that was planned for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsaid<'plan> {
    pub measure: MeasureId,
    pub step: &'plan Step,
    /// Its place in the fiscal year.
    pub month: usize,
}

/// Letters under which there is no measure. None, where no measure has a letter: that plan does without them.
pub fn empty_letters(whole: &Whole) -> Vec<Letter> {
    let used: Vec<Letter> = whole.measures.iter().filter_map(|it| it.measure.letter).collect();
    if used.is_empty() && !whole.measures.is_empty() {
        return Vec::new();
    }
    Letter::ALL.into_iter().filter(|letter| !used.contains(letter)).collect()
}

/// In the order of the plan.
pub fn unsaid(whole: &Whole, today: Date) -> Vec<Unsaid<'_>> {
    let passed = passed(whole.plan.wanted.year, today);
    let steps = whole.measures.iter().flat_map(|it| it.steps.iter().map(|step| (it.id, step)));
    steps.flat_map(|(measure, step)| step.unsaid_before(passed).map(move |month| Unsaid { measure, step, month })).collect()
}

/// How many months of the year are over.
pub fn passed(year: FiscalYear, today: Date) -> usize {
    year.months().iter().take_while(|month| month.last_day() < today).count().min(MONTHS)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_month_is_over_on_the_first_of_the_next() {
        let year = FiscalYear::new(2570).unwrap();
        for (today, months) in [
            (date(2026, 9, 30), 0),
            (date(2026, 10, 31), 0),
            (date(2026, 11, 1), 1),
            (date(2027, 1, 1), 3),
            (date(2027, 9, 30), 11),
            (date(2027, 10, 1), 12),
            (date(2030, 1, 1), 12),
        ] {
            assert_eq!(passed(year, today), months, "{today}");
        }
    }
}
