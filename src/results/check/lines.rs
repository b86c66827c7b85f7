//! Lines of names and figures as they are typed into a form: up to twelve, empty ones passed over.

use super::{Line, words};
use crate::{
    instruments::{Decimal, Fraction},
    language::Language,
    results::figure::Score,
    tidy::{Untidy, one_line},
    web::{Faults, Posted},
};

pub struct LineFields {
    pub label: &'static str,
    pub figure: &'static str,
}

pub const LINES: [LineFields; 12] = [
    LineFields { label: "label_1", figure: "figure_1" },
    LineFields { label: "label_2", figure: "figure_2" },
    LineFields { label: "label_3", figure: "figure_3" },
    LineFields { label: "label_4", figure: "figure_4" },
    LineFields { label: "label_5", figure: "figure_5" },
    LineFields { label: "label_6", figure: "figure_6" },
    LineFields { label: "label_7", figure: "figure_7" },
    LineFields { label: "label_8", figure: "figure_8" },
    LineFields { label: "label_9", figure: "figure_9" },
    LineFields { label: "label_10", figure: "figure_10" },
    LineFields { label: "label_11", figure: "figure_11" },
    LineFields { label: "label_12", figure: "figure_12" },
];

const LABEL_MOST: usize = 200;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub label: String,
    pub figure: String,
}

pub fn no_lines() -> Vec<Typed> {
    vec![Typed::default(); LINES.len()]
}

pub fn typed(posted: &Posted) -> Vec<Typed> {
    let text = |field| posted.text(field).to_owned();
    LINES.iter().map(|line| Typed { label: text(line.label), figure: text(line.figure) }).collect()
}

/// With at most so many decimals; or everything that is wrong.
pub fn read(typed: &[Typed], decimals: u8, language: Language) -> Result<Vec<Line>, Faults> {
    let say = words(language);
    let (mut lines, mut faults) = (Vec::new(), Faults::none());
    for (fields, typed) in LINES.iter().zip(typed) {
        if typed.label.is_empty() && typed.figure.is_empty() {
            continue;
        }
        let label = match one_line(&typed.label, LABEL_MOST) {
            Err(Untidy::Missing) => Ok(String::new()),
            other => other.map_err(|_| say.label_wrong),
        };
        let label = faults.take(fields.label, label);
        let score = faults.take(fields.figure, figure(&typed.figure, decimals).ok_or((say.figure_wrong)(decimals)));
        if let (Some(label), Some(score)) = (label, score) {
            lines.push(Line { label, score });
        }
    }
    if faults.is_empty() { Ok(lines) } else { Err(faults) }
}

/// From 0 to 100.
pub fn figure(typed: &str, decimals: u8) -> Option<Score> {
    let number: Decimal = typed.parse().ok()?;
    let is_score = number >= Decimal::whole(0) && number <= Decimal::whole(100) && number.decimals() <= decimals;
    is_score.then(|| score(number))
}

pub fn score(number: Decimal) -> Score {
    Score::new(Fraction::new(number.millionths().into(), 1_000_000.into()))
}
