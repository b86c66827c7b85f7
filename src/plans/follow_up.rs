//! When owners are written to, and about what: on the first working day of a month, and once more on the working day before
//! the 10th, about months that have passed without a note.

use jiff::civil::Date;

use super::{
    Whole,
    warnings::{self, Unsaid},
};
use crate::{
    address::EmailAddress,
    campaigns::calendar::Calendar,
    language::{FiscalYear, MonthOfYear},
};

/// By which day of the next month a month is told of.
const DUE: i8 = 10;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Round {
    First,
    Reminder,
}

impl Round {
    pub const fn code(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Reminder => "reminder",
        }
    }
}

pub fn due_day(today: Date) -> Date {
    today.with().day(DUE).build().unwrap_or(today)
}

/// Which letters that day is for, if it is a working day and any are. Late ones are written until they are of no use.
pub fn round(calendar: &Calendar, today: Date) -> Option<Round> {
    let due = due_day(today);
    let first = calendar.next_working(today.first_of_month());
    let reminder = calendar.previous_working(due.yesterday().unwrap_or(due));
    if !calendar.is_working(today) || today < first || today > due {
        return None;
    }
    Some(if today >= reminder && reminder > first { Round::Reminder } else { Round::First })
}

/// The fiscal year whose month was over last: plans of other years ask nobody.
pub fn year_asked(today: Date) -> FiscalYear {
    let before = MonthOfYear::of(today).first_day().yesterday().unwrap_or(today);
    FiscalYear::of(before)
}

/// One owner, and what they are asked about of one plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owned<'plan> {
    pub email: EmailAddress,
    pub unsaid: Vec<Unsaid<'plan>>,
}

/// In the order of the plan.
pub fn owners(whole: &Whole, today: Date) -> Vec<Owned<'_>> {
    let mut owners: Vec<Owned> = Vec::new();
    for one in warnings::unsaid(whole, today) {
        let Some(email) = &one.step.task.email else { continue };
        match owners.iter_mut().find(|owner| owner.email == *email) {
            Some(owner) => owner.unsaid.push(one),
            None => owners.push(Owned { email: email.clone(), unsaid: vec![one] }),
        }
    }
    owners
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn letters_are_for_the_first_working_day_and_for_the_one_before_the_tenth() {
        let calendar = Calendar::new([date(2027, 1, 1)]);
        for (day, expected) in [
            (1, None),
            (2, None),
            (4, Some(Round::First)),
            (5, Some(Round::First)),
            (7, Some(Round::First)),
            // The 9th is a Saturday.
            (8, Some(Round::Reminder)),
            (9, None),
            (10, None),
            (11, None),
        ] {
            assert_eq!(round(&calendar, date(2027, 1, day)), expected, "{day}");
        }
    }

    #[test]
    fn in_october_the_year_that_has_ended_is_asked_about() {
        assert_eq!(year_asked(date(2026, 10, 1)).number(), 2569);
        assert_eq!(year_asked(date(2026, 11, 2)).number(), 2570);
    }
}
