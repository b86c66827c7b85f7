//! Buddhist and common years, and which of them a written year is.
//!
//! B.E. = C.E. + 543, for all days alike. (Until 1941 the Thai year began in April, so old papers
//! may call a January by the year before; whoever copies such a day knows, this file does not.)

use super::{Language, Unreadable};
use std::ops::RangeInclusive;

const BUDDHIST_LEAD: i16 = 543;
const BUDDHIST: RangeInclusive<u32> = 2400..=2700;
const COMMON: RangeInclusive<u32> = 1900..=2150;

/// Of two digits in the common era, these and greater ones are of the 1900s.
const PIVOT: u8 = 50;

/// What years are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Era {
    Buddhist,
    Common,
}

impl Era {
    /// The full year in the common era: 67 is B.E. 2567 (2024), or C.E. 1967.
    ///
    /// B.E. years are of the 2500s. C.E. years from 50 are of the 1900s, below of the 2000s.
    pub(super) fn complete(self, two_digits: u8) -> i16 {
        let year = i16::from(two_digits % 100);
        match self {
            Self::Buddhist => 2500 + year - BUDDHIST_LEAD,
            Self::Common if two_digits % 100 < PIVOT => 2000 + year,
            Self::Common => 1900 + year,
        }
    }

    fn years(self) -> RangeInclusive<u32> {
        match self {
            Self::Buddhist => BUDDHIST,
            Self::Common => COMMON,
        }
    }
}

/// A year of the common era as people of a language count it.
pub(super) fn counted(year: i16, language: Language) -> i16 {
    match language {
        Language::Thai => buddhist(year),
        Language::English => year,
    }
}

/// The year that Thai calendars call a year of the common era.
pub const fn buddhist(year: i16) -> i16 {
    year.saturating_add(BUDDHIST_LEAD)
}

pub(super) const fn common(buddhist: i16) -> i16 {
    buddhist.saturating_sub(BUDDHIST_LEAD)
}

/// The year of the common era that a full year means; without an era its size decides.
pub(super) fn understood(year: u32, era: Option<Era>) -> Result<i16, Unreadable> {
    let era = era.or_else(|| [Era::Buddhist, Era::Common].into_iter().find(|era| era.years().contains(&year)));
    let refused = Unreadable::YearOutOfRange { year };
    match era {
        Some(era) if era.years().contains(&year) => {
            let year = i16::try_from(year).map_err(|_| refused)?;
            Ok(if era == Era::Buddhist { common(year) } else { year })
        }
        _ => Err(refused),
    }
}

/// Whether a day of this year of the common era is read back whichever language writes it.
pub(super) fn is_counted_in_both(year: i16) -> bool {
    u32::try_from(year).is_ok_and(|year| COMMON.contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_year_tells_its_era() {
        assert_eq!(understood(2560, None), Ok(2017));
        assert_eq!(understood(2017, None), Ok(2017));
        assert_eq!(understood(2400, None), Ok(1857));
        assert_eq!(understood(2150, None), Ok(2150));
    }

    #[test]
    fn years_of_neither_era_are_refused() {
        for year in [0, 60, 1899, 2151, 2399, 2701, 3104, u32::MAX] {
            assert_eq!(understood(year, None), Err(Unreadable::YearOutOfRange { year }));
        }
    }

    #[test]
    fn a_year_outside_the_era_it_claims_is_refused() {
        let refused = Err(Unreadable::YearOutOfRange { year: 2560 });
        assert_eq!(understood(2560, Some(Era::Common)), refused);
        assert_eq!(understood(2560, Some(Era::Buddhist)), Ok(2017));
    }

    #[test]
    fn two_digits_are_completed_by_era() {
        assert_eq!(Era::Buddhist.complete(67), 2024);
        assert_eq!(Era::Common.complete(67), 1967);
        assert_eq!(Era::Common.complete(50), 1950);
        assert_eq!(Era::Common.complete(49), 2049);
        assert_eq!(Era::Buddhist.complete(0), 1957);
    }
}
