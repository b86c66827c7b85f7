//! The cells that only our own exports have, written and read.

use super::{
    condition_writing::{Called, Calls, Holds},
    lists::Entry,
    sheet::{Sheet, guarded},
    write::{Cells, put, put_text},
    write_lists::Lists,
};
use crate::{
    instruments::{About, Asks, Assessment, Code, Instrument, Polarity, Text},
    language::Language,
};

/// The version of these columns.
pub(super) const FORMAT: &str = "1";

/// Columns of the survey that are read with every question.
pub(super) const READ: [&str; 20] = [
    "our::kind",
    "our::code",
    "our::decline",
    "our::about",
    "our::key_phrase",
    "our::relevant",
    "our::scale",
    "our::polarity",
    "our::labels",
    "our::meanings",
    "our::list",
    "our::required",
    "our::decimals",
    "our::unit",
    "our::top",
    "our::blank",
    "our::tie",
    "our::seats",
    "our::lead",
    "our::format",
];

/// What stands for a code of nothing, which only a draft has.
const NOTHING: &str = "''";

pub(super) fn quoted_if_empty(code: &str) -> &str {
    if code.is_empty() { NOTHING } else { code }
}

pub(super) fn unquoted(code: &str) -> &str {
    if code == NOTHING { "" } else { code }
}

pub(super) const fn holds(asks: &Asks) -> Holds {
    match asks {
        Asks::MultipleChoice { .. } | Asks::Ballot { .. } => Holds::Several,
        Asks::Ranking { .. } => Holds::Ranking,
        _ => Holds::One,
    }
}

pub(super) fn kind_of_row(asks: &Asks, list: &str) -> String {
    match asks {
        Asks::Heading => "note".to_owned(),
        Asks::Scale(rated) if !rated.subs.is_empty() => "begin group".to_owned(),
        Asks::Scale(_) | Asks::SingleChoice { .. } => format!("select_one {list}"),
        Asks::MultipleChoice { .. } | Asks::Ballot { .. } => format!("select_multiple {list}"),
        Asks::Number { decimals: 0, .. } => "integer".to_owned(),
        Asks::Number { .. } => "decimal".to_owned(),
        Asks::ShortText { .. } | Asks::LongText { .. } => "text".to_owned(),
        Asks::Ranking { .. } => format!("rank {list}"),
    }
}

/// Of nothing: no cell.
pub(super) fn count(number: usize) -> String {
    if number == 0 { String::new() } else { number.to_string() }
}

/// Of the first so many entries of a list.
pub(super) fn first(entries: Option<&[Entry]>, many: &str, text: impl Fn(&Entry) -> Text) -> Vec<Text> {
    entries.unwrap_or_default().iter().take(many.parse().unwrap_or(0)).map(text).collect()
}

/// What every question of a survey of ours is called, by its codes: what conditions were written with.
pub(super) fn called(survey: &Sheet) -> Calls {
    let (mut called, mut around) = (Calls::new(), None);
    for line in survey.lines() {
        let (kind, name, given) = (line.cell("our::kind"), line.cell("name"), line.cell("our::code"));
        let code = if given.is_empty() { Code::from(name.as_str()) } else { Code::from(unquoted(&given)) };
        let row = line.cell("type");
        let holds = match row.split(' ').next() {
            Some("select_multiple") => Holds::Several,
            Some("rank") => Holds::Ranking,
            _ => Holds::One,
        };
        let key = match (row.as_str(), kind.as_str(), &around) {
            ("end group", ..) => {
                around = None;
                continue;
            }
            ("begin group", "scale", _) => {
                around = Some(code.clone());
                (code, None)
            }
            ("begin group", ..) => continue,
            (_, "sub", Some(item)) => (item.clone(), Some(code)),
            _ => (code, None),
        };
        called.entry(key).or_insert(Called { name, holds });
    }
    called
}

pub(super) const fn polarity(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Straight => "straight",
        Polarity::Reversed => "reversed",
        Polarity::Unset => "unset",
    }
}

/// Among choices other programs keep every column as an element of XML, which has no colons.
pub(super) fn put_line(row: &mut Cells, line: &Text) {
    put(row, "clearjai_line_th", guarded(&line.th));
    put(row, "clearjai_line_en", guarded(&line.en));
}

/// Whoever leaves the cell empty has not said which way the scale runs.
pub(super) fn read_polarity(cell: &str) -> Polarity {
    match cell {
        "straight" => Polarity::Straight,
        "reversed" => Polarity::Reversed,
        _ => Polarity::Unset,
    }
}

pub(super) fn about(about: &About) -> String {
    match about {
        About::Category => "category".to_owned(),
        About::Unit => "unit".to_owned(),
        About::Service { from } => {
            let years: Vec<_> = from.iter().map(ToString::to_string).collect();
            format!("service {}", years.join(" ")).trim_end().to_owned()
        }
        About::Other => "other".to_owned(),
    }
}

pub(super) fn read_about(cell: &str) -> Option<About> {
    let mut words = cell.split_whitespace();
    Some(match words.next()? {
        "category" => About::Category,
        "unit" => About::Unit,
        "service" => About::Service { from: words.map(|year| year.parse().ok()).collect::<Option<_>>()? },
        "other" => About::Other,
        _ => return None,
    })
}

pub(super) fn settings(instrument: &Instrument, lists: &Lists) -> Cells {
    let mut row = Cells::new();
    let (title, language) = instrument.title.in_language(Language::Thai);
    put(&mut row, "form_title", guarded(title));
    put(&mut row, "form_id", instrument.code.as_str());
    put(&mut row, "version", FORMAT);
    put(&mut row, "default_language", if language == Language::Thai { "Thai (th)" } else { "English (en)" });
    put(&mut row, "our::format", FORMAT);
    put_text(&mut row, "our::title", &instrument.title);
    put_text(&mut row, "our::lead", &instrument.lead);
    put_text(&mut row, "our::caution", &instrument.caution);
    put(&mut row, "our::assessment", instrument.assessment.map(assessment).unwrap_or_default());
    put(&mut row, "our::scales", serde_json::to_string(&lists.scales).unwrap_or_default());
    row
}

const fn assessment(assessment: Assessment) -> &'static str {
    match assessment {
        Assessment::Iit => "iit",
        Assessment::Eit => "eit",
    }
}

pub(super) fn read_assessment(cell: &str) -> Option<Assessment> {
    [Assessment::Iit, Assessment::Eit].into_iter().find(|it| assessment(*it) == cell)
}
