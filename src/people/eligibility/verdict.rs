//! What a rule says of somebody, with the one reason that counts first.
//!
//! Reasons in the order in which HR would give them: not here any more; works elsewhere; is of
//! another category; and only then about service, because nobody waits for an anniversary that would
//! not let them in. Knows nobody's name.

use std::collections::HashSet;

use jiff::{ToSpan as _, civil::Date};

use super::service::Service;
use crate::{ids::UnitId, people::Category};

/// A start this near to the cut-off is worth a second look at the papers.
const BORDERLINE_DAYS: i32 = 31;

/// A rule bound to its days and units. Made by [`Rule::applied`](super::Rule::applied).
#[derive(Clone, Debug)]
pub struct Applied {
    service: Service,
    first_too_late: Date,
    opens: Date,
    /// `None`: every unit.
    units: Option<HashSet<UnitId>>,
    /// `None`: every category.
    categories: Option<HashSet<Category>>,
}

/// What the register holds of somebody, as far as it matters here.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    pub started: Option<Date>,
    /// The first day on which they are no longer here.
    pub departed: Option<Date>,
    pub category: &'a Category,
    pub unit: UnitId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    Eligible,
    /// No longer here on the day of opening.
    Departed {
        on: Date,
    },
    OtherUnit,
    OtherCategory,
    /// Nobody has entered their first day, so no service can be counted.
    StartUnknown,
    /// Starts after the reference day.
    StartsLater {
        on: Date,
    },
    /// Would be eligible, as far as service goes, if the reference day were this one or later.
    NotYet {
        from: Date,
    },
}

impl Applied {
    pub(super) fn new(
        service: Service,
        opens: Date,
        units: Option<HashSet<UnitId>>,
        categories: Option<HashSet<Category>>,
    ) -> Self {
        Self { first_too_late: service.first_too_late(), service, opens, units, categories }
    }

    /// The day on which service is counted.
    pub fn reference(&self) -> Date {
        self.service.reference
    }

    /// The cut-off: by service, whoever started before this day is eligible and nobody else.
    pub fn first_too_late(&self) -> Date {
        self.first_too_late
    }

    /// The first reference day on which somebody with this start would have served for long enough.
    pub fn enough_from(&self, started: Date) -> Date {
        self.service.enough_from(started).unwrap_or(Date::MAX)
    }

    /// Whether the cut-off is at most 31 days away, before or after.
    pub fn is_borderline(&self, started: Date) -> bool {
        let away = BORDERLINE_DAYS.days();
        (self.first_too_late.saturating_sub(away)..=self.first_too_late.saturating_add(away)).contains(&started)
    }

    pub fn verdict(&self, facts: &Facts) -> Verdict {
        if let Some(on) = facts.departed.filter(|day| *day <= self.opens) {
            Verdict::Departed { on }
        } else if self.units.as_ref().is_some_and(|units| !units.contains(&facts.unit)) {
            Verdict::OtherUnit
        } else if self.categories.as_ref().is_some_and(|categories| !categories.contains(facts.category)) {
            Verdict::OtherCategory
        } else {
            facts.started.map_or(Verdict::StartUnknown, |started| self.by_service(started))
        }
    }

    fn by_service(&self, started: Date) -> Verdict {
        if started < self.first_too_late {
            Verdict::Eligible
        } else if started > self.service.reference {
            Verdict::StartsLater { on: started }
        } else {
            Verdict::NotYet { from: self.enough_from(started) }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::{super::*, *};
    use crate::{language::FiscalYear, people::UnitTree};

    const OPENS: Date = date(2024, 2, 15);

    fn unit(number: u8) -> UnitId {
        UnitId::from_bytes([number; 16])
    }

    fn category(text: &str) -> Category {
        Category::parse(text).unwrap()
    }

    /// For FY2567, of a department where unit 2 is below 1, and 3 below 2.
    fn applied(rule: &Rule) -> Applied {
        let tree = UnitTree::new([(unit(1), None), (unit(2), Some(unit(1))), (unit(3), Some(unit(2))), (unit(4), None)]);
        rule.applied(FiscalYear::new(2567).unwrap(), OPENS, &tree)
    }

    fn verdict(rule: &Rule, started: Date) -> Verdict {
        applied(rule).verdict(&Facts {
            started: Some(started), departed: None, category: &category("ข้าราชการ"), unit: unit(4)
        })
    }

    #[test]
    fn one_year_of_service_when_the_fiscal_year_begins() {
        let over = Rule::default();
        let at_least = Rule { comparator: Comparator::AtLeast, ..Rule::default() };
        for rule in [&over, &at_least] {
            assert_eq!(applied(rule).reference(), date(2023, 10, 1));
            assert_eq!(verdict(rule, date(2022, 9, 30)), Verdict::Eligible);
            assert_eq!(verdict(rule, date(2023, 10, 2)), Verdict::StartsLater { on: date(2023, 10, 2) });
        }
        assert_eq!(verdict(&over, date(2022, 10, 1)), Verdict::NotYet { from: date(2023, 10, 2) });
        assert_eq!(verdict(&at_least, date(2022, 10, 1)), Verdict::Eligible);
        assert_eq!(verdict(&at_least, date(2022, 10, 2)), Verdict::NotYet { from: date(2023, 10, 2) });
        assert_eq!(verdict(&over, date(2023, 10, 1)), Verdict::NotYet { from: date(2024, 10, 2) });
    }

    #[test]
    fn the_anniversary_of_29_february_is_28_february() {
        let on = |comparator, day| Rule { comparator, reference: Reference::Day(day), ..Rule::default() };
        let leap_day = date(2024, 2, 29);
        let (over, at_least) = (Comparator::Over, Comparator::AtLeast);
        assert_eq!(verdict(&on(at_least, date(2025, 2, 28)), leap_day), Verdict::Eligible);
        assert_eq!(verdict(&on(at_least, date(2025, 2, 27)), leap_day), Verdict::NotYet { from: date(2025, 2, 28) });
        assert_eq!(verdict(&on(over, date(2025, 2, 28)), leap_day), Verdict::NotYet { from: date(2025, 3, 1) });
        assert_eq!(verdict(&on(over, date(2025, 3, 1)), leap_day), Verdict::Eligible);
    }

    #[test]
    fn the_reference_day_is_the_one_the_rule_names() {
        let on = |reference| applied(&Rule { reference, ..Rule::default() }).reference();
        assert_eq!(on(Reference::Opening), OPENS);
        assert_eq!(on(Reference::Day(date(2024, 1, 1))), date(2024, 1, 1));
    }

    #[test]
    fn the_first_reason_is_the_one_that_counts() {
        let rule = Rule { units: vec![unit(1)], categories: vec![category("ข้าราชการ")], ..Rule::default() };
        let rule = applied(&rule);
        let (official, project) = (category("ข้าราชการ"), category("ลูกจ้างโครงการ"));
        let new = Some(date(2023, 6, 1));
        let mut facts = Facts { started: new, departed: Some(OPENS), category: &project, unit: unit(4) };
        assert_eq!(rule.verdict(&facts), Verdict::Departed { on: OPENS });
        facts.departed = Some(OPENS.tomorrow().unwrap());
        assert_eq!(rule.verdict(&facts), Verdict::OtherUnit);
        facts.unit = unit(3);
        assert_eq!(rule.verdict(&facts), Verdict::OtherCategory);
        facts.category = &official;
        assert_eq!(rule.verdict(&facts), Verdict::NotYet { from: date(2024, 6, 2) });
        facts.started = None;
        assert_eq!(rule.verdict(&facts), Verdict::StartUnknown);
        facts.started = Some(date(2020, 10, 1));
        assert_eq!(rule.verdict(&facts), Verdict::Eligible);
    }

    #[test]
    fn a_rule_for_a_unit_that_is_gone_lets_nobody_in() {
        assert_eq!(verdict(&Rule { units: vec![unit(9)], ..Rule::default() }, date(2000, 1, 1)), Verdict::OtherUnit);
    }

    #[test]
    fn borderline_is_a_month_around_the_cut_off() {
        let rule = applied(&Rule::default());
        assert_eq!(rule.first_too_late(), date(2022, 10, 1));
        for (day, is_borderline) in [
            (date(2022, 8, 30), false),
            (date(2022, 8, 31), true),
            (date(2022, 10, 1), true),
            (date(2022, 11, 1), true),
            (date(2022, 11, 2), false),
        ] {
            assert_eq!(rule.is_borderline(day), is_borderline, "{day}");
        }
    }

    #[test]
    fn a_hundred_thousand_verdicts_are_given_at_once() {
        let rule = Rule { units: vec![unit(1)], categories: vec![category("ข้าราชการ")], ..Rule::default() };
        let (rule, official) = (applied(&rule), category("ข้าราชการ"));
        let eligible = (0..100_000_i32).filter(|person| {
            let started = Some(date(2021, 10, 1).saturating_add((person % 730).days()));
            rule.verdict(&Facts { started, departed: None, category: &official, unit: unit(2) }) == Verdict::Eligible
        });
        // The year before the cut-off in each of 137 rounds of two years.
        assert_eq!(eligible.count(), 137 * 365);
    }

    proptest! {
        #[test]
        fn the_day_of_not_yet_is_the_first_reference_day_that_lets_them_in(
            minimum_months in 0_u16..60,
            comparator in prop_oneof![Just(Comparator::Over), Just(Comparator::AtLeast)],
            back in 0_i32..2000,
        ) {
            let rule = Rule { minimum_months, comparator, ..Rule::default() };
            let started = date(2023, 10, 1).saturating_sub(back.days());
            prop_assert_eq!(verdict(&rule, started) == Verdict::Eligible, started < applied(&rule).first_too_late());
            if let Verdict::NotYet { from } = verdict(&rule, started) {
                let on = |day| verdict(&Rule { reference: Reference::Day(day), ..rule.clone() }, started);
                prop_assert_eq!(on(from), Verdict::Eligible);
                prop_assert_ne!(on(from.yesterday().unwrap()), Verdict::Eligible);
            }
        }
    }
}
