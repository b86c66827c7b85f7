//! When a reminder may go out, and when those that are planned do. Knows no clock and no database.

use jiff::{ToSpan as _, civil::Date};

use crate::{
    campaigns::calendar::Calendar,
    clock::{HOUR, Moment},
    ids::PlannedReminderId,
    surveys::Window,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Reminders of one survey, planned or not.
    pub most: i32,
    /// Working days from one letter to the next, the invitation counted.
    pub days_apart: i32,
    pub on_working_days: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self { most: 3, days_apart: 3, on_working_days: true }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    pub id: PlannedReminderId,
    pub counted_from: CountedFrom,
    pub days: i32,
    pub hour: i32,
    /// None until its hour has come.
    pub outcome: Option<Outcome>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedFrom {
    Opening,
    Close,
}

/// What came of a planned reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Sent,
    TooSoon,
    Enough,
    TooLate,
}

/// Why no reminder may go out now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotYet {
    Enough,
    /// From this day on one may.
    Before(Date),
}

/// What went out before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SoFar {
    pub reminders: i32,
    /// The day of the last letter, be it the invitation.
    pub last: Option<Date>,
}

impl Rules {
    pub fn may_follow(&self, so_far: SoFar, calendar: &Calendar, today: Date) -> Result<(), NotYet> {
        if so_far.reminders >= self.most {
            return Err(NotYet::Enough);
        }
        let first = self.first_day(so_far, calendar, today);
        if first > today { Err(NotYet::Before(first)) } else { Ok(()) }
    }

    /// The first day, today or later, on which the next reminder may go out.
    fn first_day(&self, so_far: SoFar, calendar: &Calendar, today: Date) -> Date {
        let days_apart = usize::try_from(self.days_apart).unwrap_or(0);
        let mut day = today;
        loop {
            let is_apart = so_far.last.is_none_or(|last| calendar.working_days_between(last, day) >= days_apart);
            let is_open = !self.on_working_days || calendar.is_working(day);
            match day.tomorrow() {
                Ok(next) if !(is_apart && is_open) => day = next,
                _ => return day,
            }
        }
    }
}

impl Planned {
    /// When it goes out: on its day or, if that is none to work on, on the nearest one inside the window.
    pub fn moment(&self, window: Window, rules: Rules, calendar: &Calendar) -> Moment {
        let days = i64::from(self.days).days();
        let day = match self.counted_from {
            CountedFrom::Opening => {
                let day = window.opens.day().saturating_add(days);
                if rules.on_working_days { calendar.next_working(day) } else { day }
            }
            CountedFrom::Close => {
                let day = window.closes.day().saturating_sub(days);
                if rules.on_working_days { calendar.previous_working(day) } else { day }
            }
        };
        Moment::start_of(day).plus(HOUR * self.hour.unsigned_abs())
    }
}

impl CountedFrom {
    pub const ALL: [Self; 2] = [Self::Opening, Self::Close];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Close => "close",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

impl Outcome {
    pub const ALL: [Self; 4] = [Self::Sent, Self::TooSoon, Self::Enough, Self::TooLate];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::TooSoon => "too_soon",
            Self::Enough => "enough",
            Self::TooLate => "too_late",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::dice::Dice;

    /// Songkran 2026 is from Monday 13 to Wednesday 15 April.
    fn songkran() -> Calendar {
        Calendar::new((13..=15).map(|day| date(2026, 4, day)))
    }

    fn april(day: i8) -> Date {
        date(2026, 4, day)
    }

    #[test]
    fn three_reminders_at_most_and_three_working_days_apart() {
        let (rules, calendar) = (Rules::default(), songkran());
        let after = |reminders, last| SoFar { reminders, last: Some(april(last)) };
        assert_eq!(rules.may_follow(after(0, 6), &calendar, april(9)), Ok(()));
        assert_eq!(rules.may_follow(after(0, 6), &calendar, april(8)), Err(NotYet::Before(april(9))));
        // Friday the 10th, then the feast from Saturday to Wednesday, Thursday and Friday.
        assert_eq!(rules.may_follow(after(1, 9), &calendar, april(16)), Err(NotYet::Before(april(17))));
        assert_eq!(rules.may_follow(after(3, 1), &calendar, april(30)), Err(NotYet::Enough));
        assert_eq!(rules.may_follow(SoFar::default(), &calendar, april(10)), Ok(()));
    }

    #[test]
    fn no_reminder_comes_on_a_holiday_unless_hr_says_so() {
        let (rules, calendar) = (Rules::default(), songkran());
        assert_eq!(rules.may_follow(SoFar::default(), &calendar, april(11)), Err(NotYet::Before(april(16))));
        let any_day = Rules { on_working_days: false, ..rules };
        assert_eq!(any_day.may_follow(SoFar::default(), &calendar, april(11)), Ok(()));
    }

    #[test]
    fn a_planned_reminder_keeps_to_working_days_inside_the_window() {
        let at = |day, hour| Moment::start_of(april(day)).plus(HOUR * hour);
        let window = Window { opens: at(8, 9), closes: at(20, 16) };
        let planned = |counted_from, days| Planned { id: Dice::loaded(1).id(), counted_from, days, hour: 9, outcome: None };
        let (rules, calendar) = (Rules::default(), songkran());
        let moment = |planned: Planned, rules| planned.moment(window, rules, &calendar);
        assert_eq!(moment(planned(CountedFrom::Opening, 3), rules), at(16, 9), "the 11th is a Saturday before the feast");
        assert_eq!(moment(planned(CountedFrom::Close, 5), rules), at(10, 9), "the 15th is the feast");
        assert_eq!(moment(planned(CountedFrom::Close, 3), rules), at(17, 9));
        let any_day = Rules { on_working_days: false, ..rules };
        assert_eq!(moment(planned(CountedFrom::Opening, 3), any_day), at(11, 9));
    }
}
