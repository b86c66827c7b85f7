//! What the small pictures show, and the table behind them.

use crate::{
    language::{Language, digits::grouped, fill},
    results::{
        Round, Target,
        charts::{axis, naming, standing, written},
        figure::{Figure, Score},
        figures::PartFigures,
        findings::heading_of_rounds,
        report::{Column, Row, Table},
        words::charts::words,
    },
};

/// More do not fit into a small picture; the table has them all.
const DRAWN: usize = 8;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    pub heading: String,
    pub caption: String,
    pub lowest: i64,
    /// `2/69`, as short as they must be.
    pub rounds: Vec<String>,
    pub panels: Vec<Panel>,
    /// The target of each round: it changes between them.
    pub targets: Vec<Option<Score>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    pub label: String,
    /// One for each round; what is not shown is a gap.
    pub points: Vec<Figure>,
    /// Of the last round.
    pub value: String,
    pub is_met: Option<bool>,
    pub remark: String,
}

/// Of these rounds in order, the last of which is looked at.
pub fn trend(rounds: &[&Round], language: Language) -> Option<(Trend, Table)> {
    let last = *rounds.last()?;
    let parts: Vec<&PartFigures> = last.released.figures.indicators().collect();
    let overall = |round: &Round| Some(round.released.figures.overall.clone());
    let mut lines = vec![line(rounds, words(language).overall.to_owned(), &overall, language)];
    if parts.len() > 1 {
        lines.extend(parts.iter().map(|part| {
            let label = naming::part(&last.released.paper, &part.code, language);
            line(rounds, label, &|round| round.released.figures.part(&part.code).map(|it| it.figure.clone()), language)
        }));
    }
    let heading = heading_of_rounds(rounds, language);
    let table = table(rounds, heading.clone(), &lines, language);
    let unseen = rounds.len().saturating_sub(DRAWN);
    let drawn = rounds.get(unseen..).unwrap_or_default();
    let target = last.occasion.target.as_ref();
    let panels: Vec<Panel> = lines.into_iter().map(|line| panel(line, unseen, target, language)).collect();
    let targets: Vec<Option<Score>> = drawn.iter().map(|it| it.occasion.target.as_ref().map(|it| it.score.clone())).collect();
    let figures = panels.iter().flat_map(|panel| &panel.points).filter_map(|it| it.bounds().map(|(least, _)| least));
    let lowest = axis::lowest(figures.chain(targets.iter().flatten()));
    let chart = Trend {
        heading,
        caption: fill(words(language).one_axis, &[&lowest]),
        lowest,
        rounds: drawn.iter().map(|round| short(round)).collect(),
        panels,
        targets,
    };
    Some((chart, table))
}

/// One thing over all rounds.
struct Line {
    label: String,
    points: Vec<Figure>,
    cells: Vec<String>,
}

fn line(rounds: &[&Round], label: String, figure: &dyn Fn(&Round) -> Option<Figure>, language: Language) -> Line {
    let (mut points, mut cells) = (Vec::new(), Vec::new());
    for round in rounds {
        // What was not opened is not known to be nothing.
        let point = if round.released.figures.has_enough() { figure(round) } else { Some(Figure::TooFew) };
        let written = point.as_ref().map(|point| written::figure(point, written::WHOLE, language));
        cells.push(written.unwrap_or_else(|| words(language).not_asked.to_owned()));
        points.push(point.unwrap_or(Figure::NoData));
    }
    Line { label, points, cells }
}

fn panel(mut line: Line, unseen: usize, target: Option<&Target>, language: Language) -> Panel {
    line.points.drain(..unseen);
    let now = line.points.last().cloned().unwrap_or(Figure::NoData);
    Panel {
        label: line.label,
        value: line.cells.pop().unwrap_or_default(),
        is_met: target.and_then(|target| target.is_met_by(&now)),
        remark: standing::in_words(&now, target, language),
        points: line.points,
    }
}

fn table(rounds: &[&Round], heading: String, lines: &[Line], language: Language) -> Table {
    let say = words(language);
    let mut columns = vec![Column::new(say.indicator, false)];
    columns.extend(rounds.iter().map(|it| Column::new(naming::round(&it.occasion, language), true)));
    let row = |label: &str, cells: Vec<String>| {
        let cells = [label.to_owned()].into_iter().chain(cells).collect();
        Row { cells, is_strong: false }
    };
    let mut rows: Vec<Row> = lines.iter().map(|line| row(&line.label, line.cells.clone())).collect();
    let targets = rounds.iter().map(|round| {
        let target = round.occasion.target.as_ref();
        target.map_or_else(|| say.none.to_owned(), |target| target.score.shown(2))
    });
    rows.push(row(say.target, targets.collect()));
    let counted = rounds.iter().map(|round| {
        let figures = &round.released.figures;
        if figures.has_enough() { grouped(figures.counted.into()) } else { fill(say.fewer_than, &[&figures.k]) }
    });
    rows.push(row(say.respondents, counted.collect()));
    Table { caption: heading, columns, rows, ..Table::default() }
}

fn short(round: &Round) -> String {
    format!("{}/{:02}", round.occasion.round, round.occasion.year.number() % 100)
}
