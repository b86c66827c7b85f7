//! Results as one tidy table, a line for each figure. docs/results-format.md says what the columns are.

use super::lines::{Level, Line, lines};
use crate::{
    language::{Language, plain},
    results::{
        Round, Target,
        charts::standing,
        figure::{Figure, Score},
        report::{saying, words::words},
    },
    sheets,
};

/// The same in every language, for programs.
const COLUMNS: [&str; 19] = [
    "level",
    "part",
    "item",
    "sub",
    "choice",
    "title",
    "reversed",
    "answers",
    "no_answer",
    "state",
    "score",
    "lowest",
    "highest",
    "target",
    "above_target",
    "below_target",
    "meets_target",
    "people",
    "per_cent",
];

/// The figures that may lie below nothing, as the mean of numbers may.
const BELOW_NOTHING: [usize; 3] = [10, 11, 12];

pub fn csv(round: &Round, language: Language) -> Vec<u8> {
    let target = round.occasion.target.as_ref();
    let lines = lines(round, words(language).overall, language);
    let heading = COLUMNS.map(str::to_owned);
    sheets::csv_with_figures(std::iter::once(heading).chain(lines.iter().map(|line| cells(line, target))), &BELOW_NOTHING)
}

fn cells(line: &Line, target: Option<&Target>) -> [String; COLUMNS.len()] {
    let code = |code: &Option<crate::instruments::Code>| code.as_ref().map(ToString::to_string).unwrap_or_default();
    let figure = line.figure.as_ref();
    let is_exact = figure.and_then(Figure::exact);
    let target = target.filter(|_| line.is_score);
    let (above, below) = figure.and_then(|figure| standing::gap(figure, target)).map_or_else(Default::default, |by| apart(&by));
    let (lowest, highest) = match figure {
        Some(Figure::Within { least, most }) => (shown(least, 2), shown(most, 2)),
        _ => Default::default(),
    };
    let per_cent = line.people.and_then(|(people, of)| of.map(|of| shown(&saying::per_cent(people, of), 2)));
    [
        level(line.level).to_owned(),
        code(&line.part),
        code(&line.item),
        code(&line.sub),
        line.choice.map(|choice| choice.to_string()).unwrap_or_default(),
        plain(&line.title),
        if line.is_reversed { "yes".to_owned() } else { String::new() },
        line.given.map(|given| given.to_string()).unwrap_or_default(),
        line.silent.map(|silent| silent.to_string()).unwrap_or_default(),
        state(line).to_owned(),
        is_exact.map(|score| shown(score, line.decimals)).unwrap_or_default(),
        lowest,
        highest,
        target.map(|target| shown(&target.score, 2)).unwrap_or_default(),
        above,
        below,
        met(target, figure).to_owned(),
        line.people.map(|(people, _)| people.to_string()).unwrap_or_default(),
        per_cent.unwrap_or_default(),
    ]
}

/// How far above, or how far below: without a sign, which a spreadsheet might calculate with.
fn apart(by: &Score) -> (String, String) {
    let below = Score::whole(0).minus(by);
    if by.is_negative() { (String::new(), shown(&below, 2)) } else { (shown(by, 2), String::new()) }
}

/// With the minus that programs read: the mean of numbers may lie below nothing.
fn shown(score: &Score, decimals: u8) -> String {
    score.shown(decimals).replace('−', "-")
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Overall => "overall",
        Level::Part => "part",
        Level::Item => "item",
        Level::Sub => "sub",
        Level::Choice => "choice",
        Level::Group | Level::Hidden => "group",
        Level::Spoilt => "spoilt",
    }
}

const fn state(line: &Line) -> &'static str {
    match (&line.figure, line.level) {
        (Some(Figure::Exact(_)), Level::Group) => "rounded",
        (Some(Figure::Exact(_)), _) => "exact",
        (Some(Figure::Within { .. }), _) => "range",
        (Some(Figure::TooFew), _) => "too_few",
        (Some(Figure::NoData), _) => "no_data",
        (None, Level::Hidden) => "hidden",
        (None, _) => "",
    }
}

fn met(target: Option<&Target>, figure: Option<&Figure>) -> &'static str {
    match figure.and_then(|figure| target?.is_met_by(figure)) {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    }
}
