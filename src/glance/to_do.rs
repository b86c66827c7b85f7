//! What is to be done next, and in which order.

use jiff::civil::Date;

/// So many are named; the others are counted.
pub const NAMED: usize = 3;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A round that could not open at its minute.
    RoundInTrouble,
    RoundToPrepare,
    RoundToPublish,
    SessionToOpen,
    SessionToReport,
    /// Months have passed without a word about what was planned for them.
    PlanToFollow,
    Agenda,
    /// The score that was declared of the year before.
    YearToEnter,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToDo {
    pub what: What,
    pub name: String,
    pub address: String,
    /// None where nobody has set a day.
    pub due: Option<Date>,
}

/// What is late first, then what waits without a day, then by their days.
pub fn in_order(mut all: Vec<ToDo>, today: Date) -> Vec<ToDo> {
    all.sort_by_key(|it| match it.due {
        Some(due) if due < today => (0, due),
        None => (1, today),
        Some(due) => (2, due),
    });
    all
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_is_late_comes_first_and_what_is_far_away_last() {
        let to_do = |name: &str, due| ToDo { what: What::Agenda, name: name.to_owned(), address: String::new(), due };
        let day = |month, day| Some(date(2027, month, day));
        let all = vec![
            to_do("later", day(3, 1)),
            to_do("no day", None),
            to_do("late", day(1, 5)),
            to_do("today", day(2, 1)),
            to_do("later still", day(1, 20)),
        ];
        let names: Vec<String> = in_order(all, date(2027, 2, 1)).into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["late", "later still", "no day", "today", "later"]);
    }
}
