//! The form by which a round is published, as it was typed, and what it says.

use super::{
    announcement::{LINES_MOST, Publication, Shows, Undertaking},
    words::publishing::{Words, words},
};
use crate::{
    language::{Language, digits::grouped},
    tidy::{Untidy, one_line},
    web::{
        Faults, Posted,
        parts::{NoDay, TypedDay},
    },
};

const WHAT_MOST: usize = 300;
const WHO_MOST: usize = 120;

/// Lines that are there before anybody asks for more.
const LINES_AT_FIRST: usize = 3;

/// The fields of one line; faults stand at them.
pub struct Names {
    pub what: &'static str,
    pub who: &'static str,
    pub until: &'static str,
}

const fn names(what: &'static str, who: &'static str, until: &'static str) -> Names {
    Names { what, who, until }
}

pub static NAMES: [Names; LINES_MOST] = [
    names("what1", "who1", "until1"),
    names("what2", "who2", "until2"),
    names("what3", "who3", "until3"),
    names("what4", "who4", "until4"),
    names("what5", "who5", "until5"),
    names("what6", "who6", "until6"),
    names("what7", "who7", "until7"),
    names("what8", "who8", "until8"),
    names("what9", "who9", "until9"),
    names("what10", "who10", "until10"),
];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub shows: Shows,
    pub lines: Vec<Line>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub what: String,
    pub who: String,
    pub until: TypedDay,
}

impl Line {
    fn is_empty(&self) -> bool {
        self.what.is_empty() && self.who.is_empty() && self.until == TypedDay::default()
    }
}

impl From<Option<&Publication>> for Typed {
    fn from(publication: Option<&Publication>) -> Self {
        let line = |it: &Undertaking| Line { what: it.what.clone(), who: it.who.clone(), until: it.until.into() };
        let lines = publication.map(|it| it.undertakings.iter().map(line).collect()).unwrap_or_default();
        Self { shows: publication.map(|it| it.shows).unwrap_or_default(), lines }.with_room(LINES_AT_FIRST)
    }
}

impl Typed {
    pub fn posted(form: &Posted) -> Self {
        let line = |it: &Names| Line {
            what: form.text(it.what).to_owned(),
            who: form.text(it.who).to_owned(),
            until: TypedDay::posted(form, it.until),
        };
        let mut lines: Vec<Line> = NAMES.iter().map(line).collect();
        while lines.last().is_some_and(Line::is_empty) {
            lines.pop();
        }
        let ticked = |name: &str| form.is_ticked(name);
        let shows = Shows { items: ticked("items"), units: ticked("units"), comparison: ticked("comparison") };
        Self { shows, lines }.with_room(LINES_AT_FIRST)
    }

    /// Lines to type more into.
    #[must_use]
    pub fn with_more(self) -> Self {
        let lines = self.lines.iter().rposition(|line| !line.is_empty()).map_or(0, |at| at + 1) + LINES_AT_FIRST;
        self.with_room(lines)
    }

    fn with_room(mut self, lines: usize) -> Self {
        let lines = lines.max(self.lines.len()).min(LINES_MOST);
        self.lines.resize_with(lines, Line::default);
        self
    }

    /// Lines that are empty are passed over. Whoever publishes says what will be done, unless a vote has said so.
    pub fn read(&self, is_election: bool, language: Language) -> Result<Publication, Faults> {
        let say = words(language);
        let mut faults = Faults::none();
        let mut undertakings = Vec::new();
        for (line, names) in self.lines.iter().zip(&NAMES).filter(|(line, _)| !line.is_empty()) {
            let what = faults.take(names.what, one_line(&line.what, WHAT_MOST).map_err(|it| untidy(say, it, say.what_missing)));
            let who = faults.take(names.who, one_line(&line.who, WHO_MOST).map_err(|it| untidy(say, it, say.who_missing)));
            let until = match line.until.read() {
                Ok(Some(day)) => Ok(day),
                Ok(None) => Err(say.until_missing),
                Err(NoDay::TwoDigitYear) => Err(say.two_digit_year),
                Err(NoDay::Unreadable(_)) => Err(say.no_day),
            };
            if let (Some(what), Some(who), Some(until)) = (what, who, faults.take(names.until, until)) {
                undertakings.push(Undertaking { what, who, until });
            }
        }
        if faults.is_empty() && undertakings.is_empty() && !is_election {
            faults.add("what1", say.nothing_to_do);
        }
        if faults.is_empty() { Ok(Publication { shows: self.shows, undertakings }) } else { Err(faults) }
    }
}

fn untidy(say: &Words, untidy: Untidy, missing: &str) -> String {
    match untidy {
        Untidy::Missing => missing.to_owned(),
        Untidy::TooLong { most } => (say.too_long)(&grouped(i64::try_from(most).unwrap_or(i64::MAX))),
        Untidy::Unprintable => say.unprintable.to_owned(),
    }
}
