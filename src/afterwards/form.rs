//! The form of what came of a session, as it was typed, and what it says.

use super::words::{Words, words};
use crate::{
    clinic::{self, TEXT_MOST, Unfit},
    ids::SurveyId,
    language::{Language, arabic, digits::grouped},
    notices::{Attendance, Decision, Report},
    papers::InBoth,
    tidy::{Untidy, one_line},
    web::{
        Faults, Posted,
        parts::{NoDay, TypedDay},
    },
};

const WHAT_MOST: usize = 500;
const WHO_MOST: usize = 120;
const PEOPLE_MOST: u32 = 100_000;
/// Below what is filled in.
const EMPTY_LINES: usize = 5;
pub const LINES_MOST: usize = 20;

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
    names("what11", "who11", "until11"),
    names("what12", "who12", "until12"),
    names("what13", "who13", "until13"),
    names("what14", "who14", "until14"),
    names("what15", "who15", "until15"),
    names("what16", "who16", "until16"),
    names("what17", "who17", "until17"),
    names("what18", "who18", "until18"),
    names("what19", "who19", "until19"),
    names("what20", "who20", "until20"),
];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub here: String,
    pub elsewhere: String,
    pub summary_thai: String,
    pub summary_english: String,
    pub lines: Vec<Line>,
    /// The id of a round, or nothing.
    pub evaluation: String,
    /// Of the edition that the form was drawn from.
    pub seen: i32,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub what: String,
    pub who: String,
    pub until: TypedDay,
}

/// What is asked of a report: everything that everybody will look for, or only that it can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Draft,
    /// `gathered`: people met, so that they could be counted.
    Published {
        gathered: bool,
    },
}

impl Line {
    fn is_empty(&self) -> bool {
        self.what.is_empty() && self.who.is_empty() && self.until == TypedDay::default()
    }
}

impl Typed {
    pub fn of(report: &Report, evaluation: Option<SurveyId>, seen: i32) -> Self {
        let count = |people: Option<u32>| people.map(|people| people.to_string()).unwrap_or_default();
        let line = |it: &Decision| Line {
            what: it.what.clone(),
            who: it.who.clone(),
            until: it.until.map(TypedDay::from).unwrap_or_default(),
        };
        Self {
            here: count(report.attendance.here),
            elsewhere: count(report.attendance.elsewhere),
            summary_thai: report.summary.th.clone(),
            summary_english: report.summary.en.clone(),
            lines: report.decisions.iter().map(line).collect(),
            evaluation: evaluation.map(|id| id.to_string()).unwrap_or_default(),
            seen,
        }
        .with_room()
    }

    pub fn posted(form: &Posted) -> Self {
        let text = |name| form.text(name).to_owned();
        let line = |it: &Names| Line { what: text(it.what), who: text(it.who), until: TypedDay::posted(form, it.until) };
        let mut lines: Vec<Line> = NAMES.iter().map(line).collect();
        while lines.last().is_some_and(Line::is_empty) {
            lines.pop();
        }
        Self {
            here: text("here"),
            elsewhere: text("elsewhere"),
            summary_thai: text("summary_thai"),
            summary_english: text("summary_english"),
            lines,
            evaluation: text("evaluation"),
            seen: form.text("mark").parse().unwrap_or(-1),
        }
        .with_room()
    }

    fn with_room(mut self) -> Self {
        let lines = (self.lines.len() + EMPTY_LINES).min(LINES_MOST);
        self.lines.resize_with(lines, Line::default);
        self
    }

    /// `rounds`: those that may be chosen. Lines that are empty are passed over.
    pub fn read(&self, wanted: Wanted, rounds: &[SurveyId], language: Language) -> Result<(Report, Option<SurveyId>), Faults> {
        let say = words(language);
        let mut faults = Faults::none();
        let here = faults.take("here", people(&self.here, say));
        let elsewhere = faults.take("elsewhere", people(&self.elsewhere, say));
        let thai = faults.take("summary_thai", text(&self.summary_thai, say));
        let english = faults.take("summary_english", text(&self.summary_english, say));
        if let Wanted::Published { gathered } = wanted {
            if gathered && here == Some(None) {
                faults.add("here", say.people_missing);
            }
            if thai.as_ref().is_some_and(String::is_empty) {
                faults.add("summary_thai", say.summary_missing);
            }
        }
        let mut decisions = Vec::new();
        for (line, names) in self.lines.iter().zip(&NAMES).filter(|(line, _)| !line.is_empty()) {
            decisions.extend(decision(line, names, wanted, &mut faults, say));
        }
        let evaluation = match self.evaluation.as_str() {
            "" => Some(None),
            chosen => {
                let found = rounds.iter().find(|id| id.to_string() == chosen);
                faults.take("evaluation", found.copied().map(Some).ok_or(say.round_wrong))
            }
        };
        match (here, elsewhere, thai, english, evaluation) {
            (Some(here), Some(elsewhere), Some(th), Some(en), Some(evaluation)) if faults.is_empty() => {
                let attendance = Attendance { here, elsewhere };
                Ok((Report { attendance, summary: InBoth { th, en }, decisions, evaluation: None }, evaluation))
            }
            _ => Err(faults),
        }
    }
}

fn decision(line: &Line, names: &Names, wanted: Wanted, faults: &mut Faults, say: &Words) -> Option<Decision> {
    let what = faults.take(names.what, one_line(&line.what, WHAT_MOST).map_err(|it| untidy(it, say.what_missing, say)));
    let who = match one_line(&line.who, WHO_MOST) {
        Err(Untidy::Missing) if wanted == Wanted::Draft => Ok(String::new()),
        other => other.map_err(|it| untidy(it, say.who_missing, say)),
    };
    let who = faults.take(names.who, who);
    let until = line.until.read().map_err(|fault| match fault {
        NoDay::TwoDigitYear => say.two_digit_year,
        NoDay::Unreadable(_) => say.no_day,
    });
    let until = faults.take(names.until, until);
    Some(Decision { what: what?, who: who?, until: until? })
}

/// `None` where nothing was typed.
fn people(typed: &str, say: &Words) -> Result<Option<u32>, &'static str> {
    if typed.is_empty() {
        return Ok(None);
    }
    let digits: String = arabic(typed).chars().filter(|letter| *letter != ',').collect();
    digits.parse().ok().filter(|people| *people <= PEOPLE_MOST).map(Some).ok_or(say.people_wrong)
}

fn text(typed: &str, say: &Words) -> Result<String, String> {
    match clinic::said(typed, TEXT_MOST) {
        Ok(text) => Ok(text),
        Err(Unfit::Missing) => Ok(String::new()),
        Err(Unfit::TooLong { most }) => Err(too_long(most, say)),
    }
}

fn too_long(most: usize, say: &Words) -> String {
    (say.too_long)(&grouped(i64::try_from(most).unwrap_or(i64::MAX)))
}

fn untidy(untidy: Untidy, missing: &str, say: &Words) -> String {
    match untidy {
        Untidy::Missing => missing.to_owned(),
        Untidy::TooLong { most } => too_long(most, say),
        Untidy::Unprintable => say.unprintable.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_people_are_read_as_people_write_them() {
        let say = words(Language::English);
        assert_eq!(people("", say), Ok(None));
        assert_eq!(people("๕๔", say), Ok(Some(54)));
        assert_eq!(people("1,054", say), Ok(Some(1_054)));
        for wrong in ["-1", "5.5", "many", "100001", "99999999999"] {
            assert_eq!(people(wrong, say), Err(say.people_wrong), "{wrong}");
        }
    }

    #[test]
    fn a_draft_may_lack_what_everybody_will_look_for() {
        let line = Line { what: "แก้คู่มือ".to_owned(), ..Line::default() };
        let typed = Typed { lines: vec![Line::default(), line], ..Typed::default() };
        let (draft, evaluation) = typed.read(Wanted::Draft, &[], Language::English).unwrap();
        assert_eq!((draft.decisions.len(), evaluation), (1, None));
        let faults = typed.read(Wanted::Published { gathered: true }, &[], Language::English).unwrap_err();
        assert_eq!(faults.iter().map(|(field, _)| field).collect::<Vec<_>>(), ["here", "summary_thai", "who2"]);
        let faults = typed.read(Wanted::Published { gathered: false }, &[], Language::English).unwrap_err();
        assert_eq!(faults.iter().count(), 2);
    }

    #[test]
    fn there_are_five_empty_lines_below_what_is_filled_in_and_never_more_than_twenty() {
        let decision = Decision { what: "ก".to_owned(), who: "ข".to_owned(), until: None };
        for (kept, drawn) in [(0, 5), (3, 8), (15, 20), (18, 20), (20, 20)] {
            let report = Report { decisions: vec![decision.clone(); kept], ..Report::default() };
            assert_eq!(Typed::of(&report, None, 1).lines.len(), drawn);
        }
    }
}
