//! One sheet of a form: its columns by what they hold and in which language, its rows by their cells.

use crate::{
    instruments::{Text, limits},
    language::Language,
    sheets::{Cell, Row, Table},
};

/// The language that a column says it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    None,
    Ours(Language),
    Other(String),
}

pub(super) struct Column {
    /// Such as `label`, `list_name` or `our::kind`.
    pub(super) key: String,
    pub(super) tongue: Tongue,
    /// As it stands in the file.
    pub(super) header: String,
    place: usize,
}

/// Where texts go that say no language of ours.
#[derive(Clone, Debug, Default)]
pub(super) struct Tongues {
    pub(super) plain: Language,
    /// Another language whose texts are taken for want of any of ours.
    pub(super) adopted: Option<String>,
    /// Written by us: blanks at the ends of texts are meant.
    pub(super) exact: bool,
}

pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
}

/// One row of a sheet.
#[derive(Clone, Copy)]
pub(super) struct Line<'it> {
    pub(super) sheet: &'it Sheet,
    pub(super) row: &'it Row,
}

/// What stands in the columns that can be in several languages.
const SPOKEN: [&str; 9] =
    ["label", "hint", "form_title", "constraint_message", "required_message", "guidance_hint", "image", "audio", "video"];

impl Sheet {
    pub(super) fn of(table: Table) -> Self {
        let mut rows = table.rows;
        let head = if rows.is_empty() { None } else { Some(rows.remove(0)) };
        // Below no heading may stand something too.
        let wide = rows.iter().map(Row::len).max().unwrap_or(0).max(head.as_ref().map_or(0, Row::len));
        let heading = |place: usize| head.as_ref().map(|head| head.cell(place).text().trim().to_owned()).unwrap_or_default();
        let columns = (0..wide).map(|place| column(place, &heading(place))).collect();
        Self { name: table.sheet.unwrap_or_default(), columns, rows }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.columns.iter().any(|column| column.key == key)
    }

    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.rows.iter().map(|row| Line { sheet: self, row })
    }
}

impl<'it> Line<'it> {
    /// What stands in the first column of that kind that says anything, without blanks at its ends.
    pub(super) fn cell(self, key: &str) -> String {
        let columns = self.sheet.columns.iter().filter(|column| column.key == key);
        let mut texts = columns.map(|column| self.row.cell(column.place).text().trim().to_owned());
        texts.find(|text| !text.is_empty()).unwrap_or_default()
    }

    pub(super) fn is(self, key: &str) -> bool {
        matches!(self.cell(key).to_ascii_lowercase().as_str(), "yes" | "true" | "true()" | "1")
    }

    pub(super) fn text(self, key: &str, tongues: &Tongues) -> Text {
        let mut text = Text::default();
        for column in self.sheet.columns.iter().filter(|column| column.key == key) {
            let cell = self.row.cell(column.place).text();
            let cell = if tongues.exact { unguarded(&cell) } else { cell.trim().to_owned() };
            let Some(language) = tongues.of(column).filter(|_| !cell.is_empty()) else { continue };
            let place = match language {
                Language::Thai => &mut text.th,
                Language::English => &mut text.en,
            };
            if place.is_empty() || matches!(column.tongue, Tongue::Ours(_)) {
                *place = cell.chars().take(limits::TEXT).collect();
            }
        }
        text
    }

    /// Texts that others in the same language were preferred to, with their headings.
    pub(super) fn passed_over(self, tongues: &Tongues) -> Vec<String> {
        let mut over = Vec::new();
        for key in if tongues.exact { [].as_slice() } else { &["label", "hint", "form_title"] } {
            let text = self.text(key, tongues);
            for (column, cell) in self.cells().filter(|(column, _)| column.key == *key) {
                let cell: String = cell.text().trim().chars().take(limits::TEXT).collect();
                if tongues.of(column).is_some_and(|language| text.exactly(language) != cell) {
                    over.push(format!("{}: {cell}", column.header));
                }
            }
        }
        over
    }

    /// Every cell with something in it.
    pub(super) fn cells(self) -> impl Iterator<Item = (&'it Column, Cell<'it>)> {
        let cells = self.sheet.columns.iter().map(move |column| (column, self.row.cell(column.place)));
        cells.filter(|(_, cell)| !cell.text().trim().is_empty())
    }
}

impl Tongues {
    /// The language of ours that texts of a column go to.
    fn of(&self, column: &Column) -> Option<Language> {
        match &column.tongue {
            Tongue::Ours(language) => Some(*language),
            Tongue::None => Some(self.plain),
            Tongue::Other(name) => (self.adopted.as_ref() == Some(name)).then_some(self.plain),
        }
    }
}

impl Column {
    /// Whether what stands in it is put before people.
    pub(super) fn is_text(&self) -> bool {
        let ours = ["our::line", "our::lead", "our::title", "our::caution", "our::key_phrase", "our::unit"];
        ["label", "hint", "form_title", "title"].iter().chain(&ours).any(|key| self.key == *key)
    }
}

/// Does not show, and keeps `$` and `{` from being taken for a reference.
const GUARD: char = '\u{2060}';

/// The same text for other programs: what looks like a reference is none, and one that is guarded already is guarded
/// once more, so that `unguarded` gives back exactly what was there.
pub(super) fn guarded(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter == '{' && guarded.trim_end_matches(GUARD).ends_with('$') {
            guarded.push(GUARD);
        }
        guarded.push(letter);
    }
    guarded
}

fn unguarded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter == '{' && plain.ends_with(GUARD) && plain.trim_end_matches(GUARD).ends_with('$') {
            plain.pop();
        }
        plain.push(letter);
    }
    plain
}

/// As it stands in the file.
pub(super) fn header(key: &str) -> String {
    key.replacen("our::", concat!("clearjai", "::"), 1)
}

fn column(place: usize, header: &str) -> Column {
    if header.is_empty() {
        let header = format!("#{}", place + 1);
        return Column { key: header.clone(), tongue: Tongue::None, header, place };
    }
    let mut parts: Vec<&str> = if header.contains("::") {
        header.split("::").map(str::trim).collect()
    } else {
        header.split(':').map(str::trim).collect()
    };
    let among_choices = ["clearjai_code", "clearjai_line_th", "clearjai_line_en"].contains(&header);
    if among_choices {
        parts = header.split('_').collect();
    }
    let base = parts.first().map(|base| base.to_lowercase()).unwrap_or_default();
    let is_prefix = parts.len() > 1 && matches!(base.as_str(), "clearjai" | "bind" | "media");
    if is_prefix {
        parts.remove(0);
    }
    let first = parts.first().copied().unwrap_or_default().to_lowercase().replace(' ', "_");
    let key = match first.as_str() {
        _ if base == "clearjai" => format!("our::{first}"),
        "relevance" => "relevant".to_owned(),
        "caption" => "label".to_owned(),
        _ => first,
    };
    let is_spoken = base == "clearjai" || SPOKEN.contains(&key.as_str());
    let (key, tongue) = match parts.get(1) {
        Some(name) if is_spoken => (key, tongue(name)),
        Some(_) => (parts.join("::").to_lowercase(), Tongue::None),
        None => (key, Tongue::None),
    };
    Column { key, tongue, header: header.trim().to_owned(), place }
}

pub(super) fn tongue(name: &str) -> Tongue {
    let lower = name.trim().to_lowercase();
    let code = lower.rsplit_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(code, _)| code.trim());
    match code.unwrap_or(&lower) {
        "th" | "thai" | "ไทย" | "ภาษาไทย" => Tongue::Ours(Language::Thai),
        "en" | "english" | "eng" | "อังกฤษ" | "ภาษาอังกฤษ" => Tongue::Ours(Language::English),
        _ => Tongue::Other(name.trim().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_in_the_spelling_of_every_age() {
        let known = |header: &str| {
            let column = column(0, header);
            (column.key, column.tongue)
        };
        for (header, key, tongue) in [
            ("label::Thai (th)", "label", Tongue::Ours(Language::Thai)),
            ("Label:english", "label", Tongue::Ours(Language::English)),
            ("hint::Français", "hint", Tongue::Other("Français".to_owned())),
            ("list name", "list_name", Tongue::None),
            ("relevance", "relevant", Tongue::None),
            ("bind::required", "required", Tongue::None),
            ("body::accuracyThreshold", "body::accuracythreshold", Tongue::None),
            (&header("our::key_phrase::English (en)"), "our::key_phrase", Tongue::Ours(Language::English)),
            (&header("our::kind"), "our::kind", Tongue::None),
        ] {
            assert_eq!(known(header), (key.to_owned(), tongue), "{header}");
        }
    }
}
