//! The indicators of a round beside their target and the round before.

use crate::{
    language::{Language, fill},
    results::{
        Round, Target,
        charts::{axis, naming, standing, written},
        figure::{Figure, Score},
        figures::PartFigures,
        findings::heading_of_indicators,
        report::{Against, AgainstRow, Before, Column, Row, Table},
        words::charts::words,
    },
};

/// The chart, and the table behind it.
pub fn indicators(round: &Round, before: Option<&Round>, language: Language) -> (Against, Table) {
    let say = words(language);
    let target = round.occasion.target.as_ref();
    let parts: Vec<&PartFigures> = round.released.figures.indicators().collect();
    let was = |part: &PartFigures| before.and_then(|it| it.released.figures.part(&part.code)).map(|it| &it.figure);
    let rows: Vec<AgainstRow> = parts
        .iter()
        .map(|part| {
            let label = naming::part(&round.released.paper, &part.code, language);
            row(label, &part.figure, was(part), target, language)
        })
        .collect();
    let now = naming::round(&round.occasion, language);
    let before_label = before
        .filter(|_| rows.iter().any(|row| row.before.is_some()))
        .map(|it| Before { label: naming::round(&it.occasion, language) });
    let chart =
        Against { before: before_label, ..of_rows(heading_of_indicators(round, language), now.clone(), rows, target, language) };
    let column = |heading: String, is_figure: bool| Column::new(heading, is_figure);
    let mut columns = vec![column(say.indicator.to_owned(), false)];
    columns.extend(before.map(|it| column(naming::round(&it.occasion, language), true)));
    columns.push(column(now, true));
    columns.extend(before.map(|_| column(say.change.to_owned(), true)));
    columns.extend(target.map(|target| column(fill(say.from_target, &[&target.score.shown(2)]), true)));
    columns.push(column(say.respondents.to_owned(), true));
    let cells = |part: &&PartFigures| {
        let figure = |figure: &Figure| written::figure(figure, written::WHOLE, language);
        let mut cells = vec![naming::part(&round.released.paper, &part.code, language)];
        cells.extend(before.map(|_| was(part).map_or_else(|| say.not_asked.to_owned(), figure)));
        cells.push(figure(&part.figure));
        cells.extend(before.map(|_| change(&part.figure, was(part)).unwrap_or_default()));
        cells.extend(target.map(|_| standing::gap(&part.figure, target).map_or_else(String::new, |gap| gap.shown_signed(2))));
        cells.push(respondents(part, language));
        Row { cells, is_strong: false }
    };
    let table = Table { caption: chart.heading.clone(), columns, rows: parts.iter().map(cells).collect(), ..Table::default() };
    (chart, table)
}

/// One indicator, and what it was before.
pub fn row(label: String, figure: &Figure, was: Option<&Figure>, target: Option<&Target>, language: Language) -> AgainstRow {
    AgainstRow {
        label,
        before: was.and_then(Figure::exact).cloned(),
        figure: figure.clone(),
        value: written::figure(figure, written::WHOLE, language),
        change: change(figure, was).map_or_else(String::new, |change| format!("({change})")),
        is_met: target.and_then(|target| target.is_met_by(figure)),
        remark: standing::in_words(figure, target, language),
    }
}

/// On an axis that has room for all of them, without the round before.
pub fn of_rows(heading: String, now: String, rows: Vec<AgainstRow>, target: Option<&Target>, language: Language) -> Against {
    let lowest = axis::lowest(shown(&rows, target.map(|target| &target.score)));
    Against {
        heading,
        caption: fill(words(language).axis_begins, &[&lowest]),
        lowest,
        highest: axis::HIGHEST,
        target: target.map(|target| target.score.clone()),
        before: None,
        now,
        rows,
    }
}

/// Every score that is drawn.
pub fn shown<'it>(rows: &'it [AgainstRow], target: Option<&'it Score>) -> impl Iterator<Item = &'it Score> {
    let of_rows = rows.iter().flat_map(|row| row.before.iter().chain(row.figure.bounds().map(|(least, _)| least)));
    of_rows.chain(target)
}

fn change(now: &Figure, was: Option<&Figure>) -> Option<String> {
    Some(now.apart_from(was?)?.shown_signed(2))
}

/// How many answered its questions: `45`, or `44–46`.
fn respondents(part: &PartFigures, language: Language) -> String {
    let rated = part.items.iter().filter(|item| item.figure.is_some()).flat_map(|item| &item.questions);
    let given: Vec<Option<u32>> = rated.map(|question| question.answers.map(|answers| answers.given)).collect();
    match (given.iter().flatten().min(), given.iter().flatten().max()) {
        _ if given.contains(&None) => words(language).too_few.to_owned(),
        (Some(least), Some(most)) if least == most => least.to_string(),
        (Some(least), Some(most)) => format!("{least}\u{2060}–\u{2060}{most}"),
        _ => String::new(),
    }
}
