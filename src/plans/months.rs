//! Months of a fiscal year, October first: a set of them, and a stretch from one to another.

use crate::language::{FiscalYear, Language, Month, MonthOfYear};

pub const MONTHS: usize = 12;

/// Any of the twelve, by their place: 0 is October.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Months(u16);

/// From one to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub first: usize,
    pub last: usize,
}

impl Months {
    pub fn of(places: impl IntoIterator<Item = usize>) -> Self {
        Self(places.into_iter().filter(|place| *place < MONTHS).fold(0, |bits, place| bits | 1 << place))
    }

    /// `None`: there are only twelve.
    pub fn from_bits(bits: i32) -> Option<Self> {
        u16::try_from(bits).ok().filter(|bits| *bits < 1 << MONTHS).map(Self)
    }

    pub fn bits(self) -> i32 {
        self.0.into()
    }

    pub const fn has(self, place: usize) -> bool {
        place < MONTHS && self.0 & 1 << place != 0
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// In fiscal order.
    pub fn places(self) -> impl Iterator<Item = usize> {
        (0..MONTHS).filter(move |place| self.has(*place))
    }
}

impl Stretch {
    pub const YEAR: Self = Self { first: 0, last: MONTHS - 1 };

    /// "มี.ค. 64 – ก.ค. 64", as tables of plans write it: both with their year, of two digits.
    pub fn written(self, year: FiscalYear, language: Language) -> String {
        let end = |place: usize| month(year, place).map(|month| short(month, language)).unwrap_or_default();
        format!("{}\u{A0}– {}", end(self.first), end(self.last))
    }
}

fn short(month: MonthOfYear, language: Language) -> String {
    let whole = month.short(language);
    let (name, year) = whole.rsplit_once('\u{A0}').unwrap_or((whole.as_str(), ""));
    format!("{name}\u{A0}{}", year.get(2..).unwrap_or(year))
}

/// That month of that fiscal year.
pub fn month(year: FiscalYear, place: usize) -> Option<MonthOfYear> {
    year.months().get(place).copied()
}

/// Where a month stands in the fiscal year.
pub fn place_of(month: Month) -> usize {
    Month::FISCAL.iter().position(|one| *one == month).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_kept_in_fiscal_order_and_no_thirteenth_among_them() {
        let months = Months::of([11, 8, 40, 8]);
        assert_eq!(months.places().collect::<Vec<_>>(), [8, 11]);
        assert_eq!(Months::from_bits(months.bits()), Some(months));
        assert_eq!((Months::from_bits(4096), Months::from_bits(-1)), (None, None));
        assert!(!months.has(12) && Months::default().is_empty());
        assert_eq!((place_of(Month::October), place_of(Month::June), place_of(Month::September)), (0, 8, 11));
    }

    #[test]
    fn a_stretch_is_written_as_the_heading_of_a_plan_writes_it() {
        let year = FiscalYear::new(2564).unwrap();
        let stretch = Stretch { first: 5, last: 9 };
        assert_eq!(stretch.written(year, Language::Thai).replace('\u{A0}', " "), "มี.ค. 64 – ก.ค. 64");
        assert_eq!(Stretch::YEAR.written(year, Language::English).replace('\u{A0}', " "), "Oct 20 – Sep 21");
    }
}
