//! The form of a check: what stands in it, and what it says.

use super::{Check, Reported, Rule, Typed, lines, no_lines, words};
use crate::{
    instruments::Decimal,
    language::{FiscalYear, Language, arabic},
    results::{Target, figure::Score, ita::Part},
    web::{Faults, Posted},
    yardsticks::Weights,
};

pub const MEAN: &str = "mean";
pub const TOTAL: &str = "total";

pub struct Form {
    pub rule: String,
    /// Whose weights a total has.
    pub year: String,
    pub lines: Vec<Typed>,
    pub reported: String,
    pub target: String,
    pub is_to_be_passed: bool,
}

impl Form {
    /// `years`: see `read`.
    pub fn empty(years: &[(FiscalYear, Weights)]) -> Self {
        let year = years.first().map(|(year, _)| year.number().to_string()).unwrap_or_default();
        Self {
            rule: MEAN.to_owned(),
            year,
            lines: no_lines(),
            reported: String::new(),
            target: String::new(),
            is_to_be_passed: false,
        }
    }

    pub fn typed(posted: &Posted) -> Self {
        let text = |field| posted.text(field).to_owned();
        Self {
            rule: text("rule"),
            year: text("year"),
            lines: lines::typed(posted),
            reported: text("reported"),
            target: text("target"),
            is_to_be_passed: posted.is_ticked("is_to_be_passed"),
        }
    }

    /// `years`: those whose weights are known, the latest first.
    pub fn read(&self, years: &[(FiscalYear, Weights)], language: Language) -> Result<Check, Faults> {
        let say = words(language);
        let mut faults = Faults::none();
        let rule = match self.rule.as_str() {
            MEAN => Some(Rule::Mean),
            TOTAL if years.is_empty() => faults.take("rule", Err(say.no_weights)),
            TOTAL => {
                let weights = years.iter().find(|(year, _)| year.number().to_string() == self.year);
                let weighted = |(_, weights): &(_, Weights)| Rule::Weighted(Part::ALL.map(|part| part.weight(*weights)).to_vec());
                faults.take("year", weights.map(weighted).ok_or(say.choose_one))
            }
            _ => faults.take("rule", Err(say.choose_one)),
        };
        let lines = faults.take_all(lines::read(&self.lines, Decimal::DECIMALS, language));
        let too_few = match (&rule, &lines) {
            (Some(Rule::Mean), Some(lines)) if lines.len() < 2 => Some(say.two_lines.to_owned()),
            (Some(Rule::Weighted(weights)), Some(lines)) if lines.len() != weights.len() => Some(say.three_lines.to_owned()),
            _ => None,
        };
        if let Some(sentence) = too_few {
            faults.add("figure_1", sentence);
        }
        let wrong = || (say.figure_wrong)(Decimal::DECIMALS);
        let reported = optional(&self.reported, reported).ok_or_else(wrong);
        let reported = faults.take("reported", reported);
        let target = optional(&self.target, |text| lines::figure(text, 2)).ok_or_else(|| (say.figure_wrong)(2));
        let target = faults.take("target", target);
        match (rule, lines, reported, target) {
            (Some(rule), Some(lines), Some(reported), Some(target)) if faults.is_empty() => {
                let target = target.map(|score: Score| Target { score, is_to_be_passed: self.is_to_be_passed });
                Ok(Check { lines, rule, reported, target })
            }
            _ => Err(faults),
        }
    }
}

/// Nothing typed is nothing said; `None` if what was typed is wrong.
#[expect(clippy::option_option, reason = "wrong, empty and given are three things")]
fn optional<T>(typed: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if typed.is_empty() { Some(None) } else { read(typed).map(Some) }
}

/// `92.50` has two decimals, whatever it is worth.
fn reported(typed: &str) -> Option<Reported> {
    let score = lines::figure(typed, Decimal::DECIMALS)?;
    let behind = arabic(typed).split_once('.').map_or(0, |(_, behind)| behind.len());
    Some(Reported { score, decimals: u8::try_from(behind).ok()?.min(Decimal::DECIMALS) })
}
