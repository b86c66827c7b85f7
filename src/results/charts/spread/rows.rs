//! The distributions of some items as charts: one chart for each number of levels, each with its table.

use crate::{
    instruments::{Fraction, Instrument, Polarity, score},
    language::{Language, fill},
    results::{
        Asked, Kind, Round,
        charts::{naming, written},
        figure::Score,
        figures::{Answered, ItemFigures, QuestionFigures},
        report::{Column, Row, Segment, Spread, SpreadRow, Table},
        words::charts::words,
    },
};

/// A chart, and the table behind it.
pub struct Picture {
    pub chart: Spread,
    pub table: Table,
}

/// One rated question with its scale.
struct Rated<'round> {
    figures: &'round QuestionFigures,
    item: &'round ItemFigures,
    levels: usize,
    polarity: Polarity,
    /// In the order of the page.
    labels: Vec<&'round str>,
}

/// Items without anything rated are passed over.
pub fn spreads(round: &Round, items: &[&ItemFigures], is_stacked: bool, language: Language) -> Vec<Picture> {
    let instrument = &round.released.paper.instrument;
    let asked = Asked::all(instrument);
    let rated: Vec<Rated> = items.iter().flat_map(|item| questions(instrument, &asked, item, language)).collect();
    let mut scales: Vec<usize> = Vec::new();
    for levels in rated.iter().map(|one| one.levels) {
        if !scales.contains(&levels) {
            scales.push(levels);
        }
    }
    let of = |levels: usize| rated.iter().filter(|one| one.levels == levels).collect::<Vec<_>>();
    scales.into_iter().map(|levels| picture(round, &of(levels), levels, is_stacked, language)).collect()
}

/// Whether any of its rows may be drawn.
pub fn has_any(chart: &Spread) -> bool {
    chart.rows.iter().any(|row| !row.segments.is_empty())
}

fn questions<'round>(
    instrument: &'round Instrument,
    asked: &[Asked],
    item: &'round ItemFigures,
    language: Language,
) -> Vec<Rated<'round>> {
    let scale = instrument.item(&item.code).and_then(|it| it.rated()).map_or(&[][..], |rated| instrument.labels(rated));
    let labels: Vec<&str> = scale.iter().map(|label| label.say(language)).collect();
    let one = |figures: &'round QuestionFigures| {
        let asked = asked.iter().find(|it| it.question.item == item.code && it.question.sub == figures.sub)?;
        let Kind::Rated { levels, polarity } = asked.kind else { return None };
        Some(Rated { figures, item, levels, polarity, labels: labels.clone() })
    };
    item.questions.iter().filter_map(one).collect()
}

fn picture(round: &Round, rated: &[&Rated], levels: usize, is_stacked: bool, language: Language) -> Picture {
    let say = words(language);
    let worth: Vec<String> = (1..).take(levels).map(|level| worth(level, levels)).collect();
    let ends = |at: usize, worth: &String| if at == 0 || at + 1 == levels { fill(say.points, &[worth]) } else { worth.clone() };
    let legend: Vec<String> = worth.iter().enumerate().map(|(at, worth)| ends(at, worth)).collect();
    let mut columns = vec![Column::new(say.question, false)];
    let figure = |heading: &str| Column::new(heading, true);
    columns.extend(legend.iter().map(|worth| figure(worth)));
    columns.extend([figure(say.respondents), figure(say.silent), figure(say.score)]);
    let table = Table {
        caption: say.distribution.to_owned(),
        columns,
        rows: rated.iter().map(|one| table_row(round, one, language)).collect(),
        ..Table::default()
    };
    let rows = rated.iter().map(|one| row(round, one, language)).collect();
    Picture { chart: Spread { heading: String::new(), caption: String::new(), legend, rows, is_stacked }, table }
}

/// `0`, `33.33`, `100`
fn worth(level: u16, levels: usize) -> String {
    let worth = score(level, levels, Polarity::Straight).map_or_else(|| Score::whole(0), Score::new);
    worth.shown(if worth.hundredths() % 100 == 0 { 0 } else { 2 })
}

fn row(round: &Round, one: &Rated, language: Language) -> SpreadRow {
    let given = one.figures.answers.map(|answers| answers.given);
    SpreadRow {
        label: naming::question(&round.released.paper, &one.item.code, one.figures.sub.as_ref(), language),
        is_reversed: one.polarity == Polarity::Reversed,
        segments: segments(one),
        value: score_of(one, language),
        remark: given.filter(|given| *given > 0).map_or_else(String::new, |given| written::people(given, language)),
    }
}

/// The lowest score first.
fn segments(one: &Rated) -> Vec<Segment> {
    let (Some(spread), Some(Answered { given, .. })) = (&one.figures.spread, one.figures.answers) else { return Vec::new() };
    if given == 0 {
        return Vec::new();
    }
    let segment = |people: &u32| Segment {
        per_cent: Score::new(Fraction::new((i64::from(*people) * 100).into(), i64::from(given).into())),
        people: *people,
    };
    let mut segments: Vec<Segment> = spread.iter().map(segment).collect();
    if one.polarity == Polarity::Reversed {
        segments.reverse();
    }
    segments
}

fn score_of(one: &Rated, language: Language) -> String {
    one.figures.figure.as_ref().map_or_else(String::new, |figure| written::figure(figure, written::WHOLE, language))
}

fn table_row(round: &Round, one: &Rated, language: Language) -> Row {
    let say = words(language);
    let mut label = naming::question(&round.released.paper, &one.item.code, one.figures.sub.as_ref(), language);
    if one.polarity == Polarity::Reversed {
        label = format!("{label} ({})", say.reversed);
    }
    let mut labels = one.labels.clone();
    if one.polarity == Polarity::Reversed {
        labels.reverse();
    }
    let mut cells = vec![label];
    let segments = segments(one);
    cells.extend(labels.into_iter().enumerate().map(|(at, label)| {
        let people = segments.get(at).map_or_else(|| say.not_shown.to_owned(), |segment| segment.people.to_string());
        format!("{people}\n{label}")
    }));
    let number = |of: fn(Answered) -> u32| one.figures.answers.map_or_else(|| say.too_few.to_owned(), |it| of(it).to_string());
    cells.extend([number(|it| it.given), number(|it| it.silent), score_of(one, language)]);
    Row { cells, is_strong: false }
}
