//! Results as a workbook: summary, questions, spreads, units, and how it was worked out.
//!
//! Figures are numbers as the report shows them; what is no number is a word.

use super::{
    lines::{Level, Line, lines},
    words::{Words, words},
};
use crate::{
    language::{Language, dates},
    results::{
        Round, Target,
        charts::{standing, written},
        figure::{Figure, Score},
        report::{self, Imprint, Options, Telling, method_list, names::Names, saying},
        words::left_out_in_words,
    },
    sheets::{Heading, Sheet, Unwritable, Value, figures_workbook},
};

struct Book<'it> {
    round: &'it Round,
    lines: Vec<Line>,
    say: &'static Words,
    report: &'static report::words::Words,
    language: Language,
}

/// `earlier` as for the report.
pub fn xlsx(round: &Round, earlier: &[Round], language: Language, imprint: &Imprint) -> Result<Vec<u8>, Unwritable> {
    let report = report::words::words(language);
    let book = Book { round, lines: lines(round, report.overall, language), say: words(language), report, language };
    let options = Options::default();
    let telling = Telling::new(round, earlier, &options, language);
    let sheets = [book.summary(&telling), book.items(), book.spreads(), book.groups(), book.method(&telling, imprint)];
    figures_workbook(&sheets)
}

impl Book<'_> {
    const fn target(&self) -> Option<&Target> {
        self.round.occasion.target.as_ref()
    }

    /// Columns that hold nothing are left out.
    fn sheet(&self, name: &str, headings: &[(&str, u16)], rows: Vec<Vec<Value>>) -> Sheet {
        let occasion = &self.round.occasion;
        let is_held = |place: usize| rows.iter().any(|row| row.get(place).is_some_and(|value| *value != Value::Nothing));
        let held: Vec<bool> = (0..headings.len()).map(is_held).collect();
        let headings = headings.iter().map(|(text, width)| Heading { text: (*text).to_owned(), width: *width });
        let rows =
            rows.into_iter().map(|row| row.into_iter().zip(&held).filter(|(_, held)| **held).map(|(value, _)| value).collect());
        Sheet {
            name: name.to_owned(),
            title: format!("{} · {} · {name}", occasion.name.say(self.language), occasion.place()),
            is_list: name == self.say.method,
            headings: headings.zip(&held).filter(|(_, held)| **held).map(|(heading, _)| heading).collect(),
            rows: rows.collect(),
        }
    }

    fn at(&self, levels: &[Level]) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| levels.contains(&line.level))
    }

    fn summary(&self, telling: &Telling) -> Sheet {
        let report = self.report;
        let place = telling.before.map_or_else(|| saying::NOTHING.to_owned(), |before| (report.before)(&before.occasion.place()));
        let headings = [
            (self.say.what, 44),
            (self.say.counted, 11),
            (report.score, 11),
            (place.as_str(), 11),
            (report.change, 11),
            (report.target, 11),
            (report.gap, 11),
            (self.say.meets, 11),
        ];
        let rows = self.at(&[Level::Overall, Level::Part]).filter(|line| line.figure.is_some()).map(|line| {
            let before = telling.before.and_then(|before| before_of(before, line));
            let change = before.and_then(|before| line.figure.as_ref()?.apart_from(before));
            vec![
                text(&line.title),
                line.given.map_or(Value::Nothing, Value::Count),
                self.figure(line.figure.as_ref(), 2),
                self.figure(before, 2),
                change.map_or(Value::Nothing, |by| number(&by, 2)),
                self.target().map_or(Value::Nothing, |target| number(&target.score, 2)),
                self.gap(line),
                self.meets(line),
            ]
        });
        let left_out = left_out_in_words(&self.round.released, self.language);
        let rows = rows.chain(left_out.map(|said| vec![text(&said)]));
        self.sheet(self.say.summary, &headings, rows.collect())
    }

    fn items(&self) -> Sheet {
        let (say, report) = (self.say, self.report);
        let headings = [
            (report.indicator, 24),
            (say.code, 8),
            (say.number, 8),
            (say.question, 52),
            (say.sub, 30),
            (say.direction, 9),
            (report.given, 8),
            (report.silent, 8),
            (report.score, 9),
            (report.gap, 9),
        ];
        let names = Names::new(&self.round.released.paper, self.language);
        let rows = self.at(&[Level::Item, Level::Sub]).map(|line| {
            let item = line.item.clone().unwrap_or_default();
            let part = line.part.as_ref().map(|part| names.part(part)).unwrap_or_default();
            let sub = if line.sub.is_some() { line.title.as_str() } else { "" };
            vec![
                text(part),
                text(item.as_str()),
                text(&names.number(&item)),
                text(names.item_text(&item)),
                text(sub),
                text(if line.is_reversed { report.reversed } else { "" }),
                line.given.map_or(Value::Nothing, Value::Count),
                line.silent.map_or(Value::Nothing, Value::Count),
                self.figure(line.figure.as_ref(), 2),
                self.gap(line),
            ]
        });
        self.sheet(say.items, &headings, rows.collect())
    }

    fn spreads(&self) -> Sheet {
        let (say, report) = (self.say, self.report);
        let headings = [
            (say.code, 8),
            (say.number, 8),
            (say.question, 44),
            (say.sub, 26),
            (say.place, 8),
            (report.choice, 26),
            (say.people, 9),
            (report.per_cent, 10),
        ];
        let names = Names::new(&self.round.released.paper, self.language);
        let rows = self.at(&[Level::Choice]).map(|line| {
            let item = line.item.clone().unwrap_or_default();
            let (people, of) = line.people.unwrap_or_default();
            vec![
                text(item.as_str()),
                text(&names.number(&item)),
                text(names.item_text(&item)),
                text(names.sub_text(&item, line.sub.as_ref())),
                line.choice.map_or(Value::Nothing, Value::Count),
                text(&line.title),
                Value::Count(people),
                of.map_or(Value::Nothing, |of| per_cent(people, of)),
            ]
        });
        self.sheet(say.spreads, &headings, rows.collect())
    }

    fn groups(&self) -> Sheet {
        let (say, report) = (self.say, self.report);
        let headings = [(report.unit, 44), (report.given, 10), (report.score, 12), (report.target, 10), (report.gap, 10)];
        let mut rows: Vec<Vec<Value>> = Vec::new();
        for line in self.at(&[Level::Group, Level::Hidden]) {
            let is_hidden = line.level == Level::Hidden;
            rows.push(vec![
                text(&line.title),
                line.given.map_or(Value::Nothing, Value::Count),
                if is_hidden { text(report.hidden) } else { self.figure(line.figure.as_ref(), line.decimals) },
                self.target().map_or(Value::Nothing, |target| number(&target.score, 2)),
                self.gap(line),
            ]);
        }
        if self.round.released.figures.groups.shown.is_empty() {
            rows.push(vec![text(report.none_shown)]);
        } else if !self.round.released.figures.groups.hidden.is_empty() {
            rows.push(vec![text(report.hidden_note)]);
        }
        self.sheet(say.groups, &headings, rows)
    }

    fn method(&self, telling: &Telling, imprint: &Imprint) -> Sheet {
        let (say, occasion, figures) = (self.say, &self.round.occasion, &self.round.released.figures);
        let method = report::words::method(self.language);
        let year = occasion.year.name_with_days(self.language);
        let days = dates::days(occasion.opened, occasion.closed, self.language);
        // Of so few that nothing was opened, neither how many nor their share.
        let has_any = figures.counted > 0;
        let count = |number: Option<u32>| number.map_or(Value::Nothing, Value::Count);
        let mut rows = vec![
            vec![text(say.department), text(&imprint.department)],
            vec![text(say.what), text(occasion.name.say(self.language))],
            vec![text(say.round), text(&(self.report.round)(occasion.round, &year))],
            vec![text(say.days), text(&days)],
            vec![text(say.printed), text(&dates::short_with_era(imprint.printed, self.language))],
            vec![
                text(say.counted),
                if has_any { Value::Count(figures.counted) } else { text(&(self.report.fewer_than)(figures.k)) },
            ],
            vec![text(say.on_roll), count(figures.roll)],
            vec![
                text(say.turnout),
                figures.roll.filter(|_| has_any).map_or(Value::Nothing, |roll| per_cent(figures.counted, roll)),
            ],
            vec![text(say.wanted), count(occasion.wanted_sample)],
            vec![text(say.smallest), Value::Count(figures.k)],
            vec![text(method.paper), text(&imprint.paper.to_hex())],
            vec![text(method.bulletin), text(&imprint.bulletin)],
        ];
        let lines = method_list(telling).into_iter().enumerate();
        rows.extend(lines.map(|(place, line)| vec![text(if place == 0 { method.heading } else { "" }), text(&line)]));
        rows.push(vec![Value::Nothing, text(say.rounded)]);
        self.sheet(say.method, &[(say.what, 30), (say.value, 80)], rows)
    }

    /// What is no number is a word, and never an empty cell.
    fn figure(&self, figure: Option<&Figure>, decimals: u8) -> Value {
        match figure {
            None => Value::Nothing,
            Some(Figure::Exact(score)) => number(score, decimals),
            Some(other) => Value::Text(written::figure(other, decimals, self.language)),
        }
    }

    fn gap(&self, line: &Line) -> Value {
        let gap = line.figure.as_ref().filter(|_| line.is_score).and_then(|figure| standing::gap(figure, self.target()));
        gap.map_or(Value::Nothing, |gap| number(&gap, 2))
    }

    fn meets(&self, line: &Line) -> Value {
        match line.figure.as_ref().and_then(|figure| self.target()?.is_met_by(figure)) {
            Some(true) => text(self.say.yes),
            Some(false) => text(self.say.no),
            None => Value::Nothing,
        }
    }
}

fn before_of<'it>(before: &'it Round, line: &Line) -> Option<&'it Figure> {
    let figures = &before.released.figures;
    match &line.part {
        None => Some(&figures.overall),
        Some(part) => Some(&figures.part(part)?.figure),
    }
}

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Nothing } else { Value::Text(text.to_owned()) }
}

/// As it is displayed: the sheet says what the paper says.
fn number(score: &Score, decimals: u8) -> Value {
    let shown = score.shown(decimals);
    shown.replace('−', "-").parse().map_or(Value::Text(shown), |number| Value::Number(number, decimals))
}

fn per_cent(part: u32, whole: u32) -> Value {
    // A hundredth of a per cent is a ten-thousandth.
    let shown = saying::per_cent(part, whole).hundredths();
    i32::try_from(shown).map_or(Value::Nothing, |shown| Value::PerCent(f64::from(shown) / 10_000.0))
}
