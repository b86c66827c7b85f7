//! The form of one part: which round of ours it comes from, or what was declared.

use super::{Declared, Entry, Indicator, Part, Says, words};
use crate::{
    ids::SurveyId,
    language::{FiscalYear, Language},
    results::{
        Round,
        check::{self, Typed},
    },
    tidy::one_line,
    web::{Faults, Posted},
};

const SOURCE_MOST: usize = 300;

/// What `from` says where it names no round.
pub const DECLARED: &str = "declared";
pub const NOTHING: &str = "nothing";

pub struct Form {
    /// A round's id, or one of the words above.
    pub from: String,
    pub score: String,
    pub is_without_answers: bool,
    pub source: String,
    pub lines: Vec<Typed>,
    /// Of what it was drawn from.
    pub mark: String,
}

impl Form {
    pub fn of(entry: Option<&Entry>, mark: String) -> Self {
        let empty = Self {
            from: NOTHING.to_owned(),
            score: String::new(),
            is_without_answers: false,
            source: String::new(),
            lines: check::no_lines(),
            mark,
        };
        match entry.map(|entry| &entry.says) {
            None => empty,
            Some(Says::Ours(survey)) => Self { from: survey.to_string(), ..empty },
            Some(Says::Declared(declared)) => {
                let typed = declared.indicators.iter().map(|it| Typed { label: it.label.clone(), figure: it.score().shown(2) });
                let typed: Vec<Typed> = typed.chain(check::no_lines()).take(check::LINES.len()).collect();
                Self {
                    from: DECLARED.to_owned(),
                    score: declared.score().map_or_else(String::new, |score| score.shown(2)),
                    is_without_answers: declared.hundredths.is_none(),
                    source: declared.source.clone(),
                    lines: typed,
                    mark: empty.mark,
                }
            }
        }
    }

    pub fn typed(posted: &Posted) -> Self {
        let text = |field| posted.text(field).to_owned();
        Self {
            from: text("from"),
            score: text("score"),
            is_without_answers: posted.is_ticked("is_without_answers"),
            source: text("source"),
            lines: check::typed(posted),
            mark: text("mark"),
        }
    }

    /// `None`: nothing is to be kept of this part.
    pub fn read(&self, year: FiscalYear, part: Part, rounds: &[Round], language: Language) -> Result<Option<Entry>, Faults> {
        let says = match self.from.as_str() {
            NOTHING => return Ok(None),
            DECLARED => Says::Declared(self.declared(language)?),
            round => {
                let id = rounds.iter().map(|round| round.occasion.survey).find(|id: &SurveyId| id.to_string() == round);
                Says::Ours(id.ok_or_else(|| Faults::one("from", words(language).choose_one))?)
            }
        };
        Ok(Some(Entry { year, part, says }))
    }

    fn declared(&self, language: Language) -> Result<Declared, Faults> {
        let say = words(language);
        let mut faults = Faults::none();
        let score = check::figure(&self.score, 2).map(|score| i32::try_from(score.hundredths()).unwrap_or_default());
        let hundredths = match (self.is_without_answers, self.score.is_empty()) {
            (true, true) => Some(None),
            (true, false) => faults.take("score", Err(say.score_and_none)),
            (false, _) => faults.take("score", score.ok_or(say.score_wrong)).map(Some),
        };
        let source = faults.take("source", one_line(&self.source, SOURCE_MOST).map_err(|_| say.source_wrong));
        let lines = faults.take_all(check::read_lines(&self.lines, 2, language));
        let (Some(hundredths), Some(source), Some(lines)) = (hundredths, source, lines) else { return Err(faults) };
        let indicator = |line: check::Line| Indicator {
            label: line.label,
            hundredths: i32::try_from(line.score.hundredths()).unwrap_or_default(),
        };
        Ok(Declared { hundredths, source, indicators: lines.into_iter().map(indicator).collect() })
    }
}
