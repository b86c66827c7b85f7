//! An instrument as an XLSForm.
//!
//! What XLSForm has no place for stands in columns that begin with our name (`our::` within this room), which other programs
//! pass over.

use std::collections::BTreeMap;

use super::{
    bounds::constraint,
    condition_writing::{Calls, written},
    own,
    sheet::{guarded, header},
    write_lists::{Lists, names},
};
use crate::{
    exchange::naming::Names,
    instruments::{Asks, Code, Condition, Decimal, Instrument, Item, Part, Rated, Text},
    sheets::{Unwritable, xlsx},
};

/// One row by its columns.
pub(super) type Cells = BTreeMap<String, String>;

/// A workbook with the sheets `survey`, `choices` and `settings`.
pub fn write(instrument: &Instrument) -> Result<Vec<u8>, Unwritable> {
    let lists = Lists::of(instrument);
    let survey = Writer::new(instrument, &lists).survey();
    let settings = own::settings(instrument, &lists);
    xlsx(&[
        ("survey", table(&["type", "name", "label::Thai (th)", "label::English (en)", "required", "relevant"], &survey)),
        ("choices", table(&["list_name", "name", "label::Thai (th)", "label::English (en)"], lists.rows())),
        ("settings", table(&["form_title", "form_id", "version", "default_language"], &[settings])),
    ])
}

/// The columns that every form has, then whatever else stands in any row.
fn table(first: &[&str], rows: &[Cells]) -> Vec<Vec<String>> {
    let mut columns: Vec<&str> = first.to_vec();
    for column in rows.iter().flat_map(|row| row.keys()) {
        if !columns.contains(&column.as_str()) {
            columns.push(column);
        }
    }
    let cell = |row: &Cells, column: &str| row.get(column).cloned().unwrap_or_default();
    let rows = rows.iter().map(|row| columns.iter().map(|column| cell(row, column)).collect());
    std::iter::once(columns.iter().map(|column| header(column)).collect()).chain(rows).collect()
}

pub(super) fn put(cells: &mut Cells, column: &str, text: impl Into<String>) {
    let text = text.into();
    if !text.is_empty() {
        cells.insert(column.to_owned(), text);
    }
}

pub(super) fn put_text(cells: &mut Cells, column: &str, text: &Text) {
    put(cells, &format!("{column}::Thai (th)"), guarded(&text.th));
    put(cells, &format!("{column}::English (en)"), guarded(&text.en));
}

struct Writer<'it> {
    instrument: &'it Instrument,
    lists: &'it Lists,
    /// Names of parts, items and sub-questions in the order in which they stand.
    names: std::vec::IntoIter<String>,
    called: Calls,
    rows: Vec<Cells>,
}

impl<'it> Writer<'it> {
    fn new(instrument: &'it Instrument, lists: &'it Lists) -> Self {
        // Other programs have questions of these names already.
        let mut given = Names::default();
        for theirs in ["meta", "data"] {
            given.give(theirs, theirs);
        }
        let (names, called) = names(instrument, &mut given);
        Self { instrument, lists, names: names.into_iter(), called, rows: Vec::new() }
    }

    fn survey(mut self) -> Vec<Cells> {
        for (number, part) in self.instrument.parts.iter().enumerate() {
            self.part(part);
            for (place, item) in part.items.iter().enumerate() {
                self.item(item, (number, place));
            }
            self.end();
        }
        self.rows
    }

    fn part(&mut self, part: &Part) {
        let mut row = self.row("begin group", &part.code, &part.title);
        put_text(&mut row, "our::lead", &part.lead);
        self.shown_if(&mut row, part.show_if.as_ref());
        self.rows.push(row);
    }

    fn end(&mut self) {
        self.rows.push(Cells::from([("type".to_owned(), "end group".to_owned())]));
    }

    fn row(&mut self, kind: &str, code: &Code, label: &Text) -> Cells {
        let name = self.names.next().unwrap_or_default();
        let mut row = Cells::new();
        put(&mut row, "type", kind);
        put_text(&mut row, "label", label);
        if name != code.as_str() {
            // A code of nothing, in a draft, would look like none given.
            put(&mut row, "our::code", own::quoted_if_empty(code.as_str()));
        }
        put(&mut row, "name", name);
        row
    }

    fn shown_if(&self, row: &mut Cells, condition: Option<&Condition>) {
        let Some(condition) = condition else { return };
        let called = |item: &Code, sub: Option<&Code>| self.called.get(&(item.clone(), sub.cloned())).cloned();
        put(row, "relevant", written(condition, &called));
        // XLSForm does not tell a list of one condition from the condition: this does.
        put(row, "our::relevant", serde_json::to_string(condition).unwrap_or_default());
    }

    fn item(&mut self, item: &Item, place: (usize, usize)) {
        let list = self.lists.of_item(place);
        let mut row = self.row(&own::kind_of_row(&item.asks, list), &item.code, &item.text);
        put_text(&mut row, "hint", &item.help);
        put_text(&mut row, "our::key_phrase", &item.key_phrase);
        put(&mut row, "our::decline", if item.may_decline { "yes" } else { "no" });
        put(&mut row, "our::about", item.about.as_ref().map(own::about).unwrap_or_default());
        self.shown_if(&mut row, item.show_if.as_ref());
        asked(&mut row, &item.asks);
        // A note that is required would hold other programs up.
        let required = if item.is_heading() { "our::required" } else { "required" };
        put(&mut row, required, if item.required { "yes" } else { "no" });
        match &item.asks {
            Asks::Scale(rated) => self.rated(row, item, rated, place),
            _ => self.rows.push(row),
        }
    }

    fn rated(&mut self, mut row: Cells, item: &Item, rated: &Rated, place: (usize, usize)) {
        put(&mut row, "our::kind", "scale");
        put(&mut row, "our::scale", own::quoted_if_empty(rated.scale.as_str()));
        put(&mut row, "our::polarity", own::polarity(rated.polarity));
        put(&mut row, "our::labels", own::count(rated.labels.len()));
        put(&mut row, "our::meanings", own::count(rated.meanings.len()));
        if rated.subs.is_empty() {
            self.rows.push(row);
            return;
        }
        put(&mut row, "our::list", self.lists.of_item(place));
        row.remove("required");
        put(&mut row, "our::required", if item.required { "yes" } else { "no" });
        self.rows.push(row);
        for (at, sub) in rated.subs.iter().enumerate() {
            let list = self.lists.of_sub(place, at);
            let mut row = self.row(&format!("select_one {list}"), &sub.code, &sub.text);
            put(&mut row, "our::kind", "sub");
            put(&mut row, "our::polarity", own::polarity(sub.polarity));
            put(&mut row, "our::meanings", own::count(sub.meanings.len()));
            if item.required {
                put(&mut row, "required", "yes");
            }
            self.rows.push(row);
        }
        self.end();
    }
}

/// What is asked, as far as it is not in the type and the list.
fn asked(row: &mut Cells, asks: &Asks) {
    let whole = |number: u16| Decimal::whole(i32::from(number));
    match asks {
        Asks::Heading | Asks::Scale(_) | Asks::SingleChoice { .. } => {}
        Asks::MultipleChoice { least, most, .. } => {
            put(row, "constraint", constraint("count-selected(.)", least.map(whole), most.map(whole)));
        }
        Asks::Number { least, most, decimals, unit } => {
            put(row, "constraint", constraint(".", *least, *most));
            put(row, "our::decimals", own::count((*decimals).into()));
            put_text(row, "our::unit", unit);
        }
        Asks::ShortText { longest } => put(row, "constraint", constraint("string-length(.)", None, Some(whole(*longest)))),
        Asks::LongText { longest } => {
            put(row, "appearance", "multiline");
            put(row, "constraint", constraint("string-length(.)", None, Some(whole(*longest))));
        }
        Asks::Ranking { top, .. } => put(row, "our::top", top.map(|top| top.to_string()).unwrap_or_default()),
        Asks::Ballot { most, blank, election, .. } => {
            put(row, "our::kind", "ballot");
            put(row, "constraint", constraint("count-selected(.)", None, Some(whole(*most))));
            put(row, "our::blank", if *blank { "yes" } else { "no" });
            if let Some(election) = election {
                put(row, "our::tie", election.tie.code());
                put(row, "our::seats", election.seats.to_string());
            }
        }
    }
}
