//! The second step: how the file was read, and which column is what.

use std::sync::LazyLock;

use jiff::civil::Date;
use maud::{Markup, html};

use super::{choose::file_name, steps::head};
use crate::{
    language::{Era, dates},
    people::{
        Category,
        import::{Column, Faulty, Field, Import, Layout, Sound, columns as columns_of, people_rows, two_digit_year},
        words::{
            field_in_words,
            import::{
                Step,
                columns::{Words, day_in_era, encoding_in_words, kind_in_words, words},
                rows, service,
            },
            reason_in_words,
        },
    },
    sheets::{Cell, Kind, Table, limits},
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, fault_at},
    },
};

/// Cells shown of each column.
const EXAMPLES: usize = 3;

/// The names of the fields of the form, one for each column that a file may have.
static FIELDS: LazyLock<Vec<String>> = LazyLock::new(|| (0..limits::COLUMNS).map(|place| format!("column-{place}")).collect());

/// The field of the form that says what this column is.
pub fn field_of(place: usize) -> &'static str {
    FIELDS.get(place).map_or("headings", String::as_str)
}

/// What is chosen in the form: as typed, or as it was said or guessed before.
#[derive(Clone, Debug, Default)]
pub struct ColumnsForm {
    /// What each column is, from the first one on.
    pub fields: Vec<Option<Field>>,
    /// The row of the headings, as it was typed.
    pub headings: String,
    pub category: String,
    pub era: Option<Era>,
}

impl ColumnsForm {
    pub fn of(layout: &Layout) -> Self {
        let field = |place: usize| layout.columns.iter().find(|(_, at)| **at == place).map(|(field, _)| *field);
        let category = layout.category.as_ref().map(|category| category.as_str().to_owned()).unwrap_or_default();
        let headings = layout.headings.to_string();
        Self { fields: (0..limits::COLUMNS).map(field).collect(), headings, category, era: layout.era }
    }

    /// Of two columns with one field the first is taken.
    pub fn layout(&self, headings: u32) -> Layout {
        let mut layout = Layout { headings, era: self.era, category: Category::parse(&self.category).ok(), ..Layout::default() };
        for (place, field) in self.fields.iter().enumerate() {
            if let Some(field) = field {
                layout.columns.entry(*field).or_insert(place);
            }
        }
        layout
    }
}

/// A row of the file, as far as it is understood.
pub struct Preview {
    pub row: u32,
    pub what: Understood,
}

pub enum Understood {
    Somebody(Sound),
    /// Somebody, whose start waits for the answer about years.
    UpToTheYear(Sound),
    Refused(Faulty),
}

/// A file, and what is known of its columns so far.
pub struct Columns<'page> {
    pub import: &'page Import,
    pub table: &'page Table,
    pub form: &'page ColumnsForm,
    /// What the form says, as far as it can be used.
    pub layout: &'page Layout,
    pub preview: &'page [Preview],
    /// Categories of people on the roster.
    pub known: &'page [Category],
}

pub fn columns(visit: &Visit, shown: &Columns, faults: &Faults) -> Page {
    let Columns { import, table, form, layout, preview, known } = *shown;
    let say = words(visit.language);
    let title = Step::Columns.name(visit.language);
    let has_category = layout.columns.contains_key(&Field::Category);
    let fields = html! {
        section.card.stack {
            h2 { (say.columns) }
            p.muted { (say.lead) }
            input type="hidden" name="headings_drawn" value=(layout.headings);
            (parts::Field::new("headings", say.headings, faults).hint(say.headings_hint).value(&form.headings).number())
            div.fields {
                @for column in columns_of(table, layout, EXAMPLES) { (select(visit, &column, form, faults)) }
            }
        }
        @if !has_category || faults.at("category").is_some() {
            section.card { (category(say, form, known, faults)) }
        }
        @if let Some(question) = era(visit, table, layout, form, faults) { section.card { (question) } }
        section.card.stack-s { h2 { (say.preview) } (previews(visit, preview)) }
        div.acts { button.btn { (say.go_on) } }
    };
    let main = html! {
        (head(visit, Step::Columns, title, &html! {}))
        section.card.stack-s { h2 { (say.read_as) } (read_as(visit, import, table, layout)) }
        @if let Some(sheet) = table.sheet.as_deref().filter(|_| !table.other_sheets.is_empty()) {
            (parts::warning(&(say.other_sheets)(sheet, &table.other_sheets.join(", "))))
        }
        (visit.form(&at::import_columns(import.id), &fields))
        (visit.button(&at::import_drop(import.id), "link bad", say.drop))
    };
    visit.page_with_faults(title, Width::Wide, faults, &main)
}

fn read_as(visit: &Visit, import: &Import, table: &Table, layout: &Layout) -> Markup {
    let say = words(visit.language);
    let count = people_rows(table, layout).count();
    html! {
        dl.dl {
            div { dt { (say.file) } dd { (file_name(visit, import)) } }
            div { dt { (say.kind) } dd { (kind_in_words(visit.language, table.kind)) } }
            @if let Kind::Csv { encoding, .. } = table.kind {
                div { dt { (say.encoding) } dd { (encoding_in_words(visit.language, encoding)) } }
            }
            @if let Some(sheet) = &table.sheet { div { dt { (say.sheet) } dd { (sheet) } } }
            div { dt { (say.rows) } dd { ((say.rows_below)(&rows(visit.language, count), layout.headings)) } }
        }
    }
}

fn select(visit: &Visit, column: &Column, form: &ColumnsForm, faults: &Faults) -> Markup {
    let say = words(visit.language);
    let name = field_of(column.place);
    let is_wrong = faults.at(name).is_some();
    let chosen = form.fields.get(column.place).copied().flatten();
    let heading = if column.heading.trim().is_empty() { say.no_heading } else { column.heading.trim() };
    let examples: Vec<_> = column.examples.iter().map(|cell| short(&example(visit, *cell))).collect();
    let examples = if examples.is_empty() { say.nothing_in_it.to_owned() } else { examples.join(" · ") };
    html! {
        div.field.bad[is_wrong] {
            label for=(name) { ((say.column)(&letters(column.place), &short(heading))) }
            p.hint id={ (name) "-hint" } { (examples) }
            (fault_at(name, faults))
            select.inp id=(name) name=(name) aria-invalid=[is_wrong.then_some("true")]
                aria-describedby=(if is_wrong { format!("{name}-hint {name}-fault") } else { format!("{name}-hint") }) {
                option value="" selected[chosen.is_none()] { (say.not_used) }
                @for field in Field::ALL {
                    option value=(field.code()) selected[chosen == Some(field)] { (field_in_words(visit.language, field)) }
                }
            }
        }
    }
}

fn example(visit: &Visit, cell: Cell) -> String {
    match cell {
        Cell::Day(day) => dates::short(day, visit.language),
        other => other.text().trim().to_owned(),
    }
}

fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.chars().count() <= LONGEST { text.to_owned() } else { text.chars().take(LONGEST).chain(['…']).collect() }
}

/// A, B … Z, AA, AB …, as spreadsheets call their columns.
fn letters(place: usize) -> String {
    let letter = |place: usize| u8::try_from(place % 26).map_or('?', |place| char::from(b'A' + place));
    match place / 26 {
        0 => letter(place).to_string(),
        before => format!("{}{}", letter(before - 1), letter(place)),
    }
}

fn category(say: &Words, form: &ColumnsForm, known: &[Category], faults: &Faults) -> Markup {
    let is_wrong = faults.at("category").is_some();
    html! {
        div.field.bad[is_wrong] {
            label for="category" { (say.category) }
            p.hint #category-hint { (say.category_hint) }
            (fault_at("category", faults))
            input.inp.mid type="text" id="category" name="category" list="categories" value=(form.category) autocomplete="off"
                aria-describedby=(if is_wrong { "category-hint category-fault" } else { "category-hint" }) aria-invalid=[is_wrong.then_some("true")];
            datalist #categories { @for category in known { option value=(category.as_str()) {} } }
        }
    }
}

/// Asked with a date of the file, if there is one whose year has two digits.
fn era(visit: &Visit, table: &Table, layout: &Layout, form: &ColumnsForm, faults: &Faults) -> Option<Markup> {
    let say = words(visit.language);
    let (cell, reading) = two_digit_year(table, layout)?;
    let meaning = |era: Era| match reading.in_era(era) {
        Ok(day) => day_in_era(visit.language, era, day),
        Err(_) => (say.era_unknown)(era).to_owned(),
    };
    let (buddhist, common) = (meaning(Era::Buddhist), meaning(Era::Common));
    let choice = |value, label, era| Choice { value, label, meaning: "", is_chosen: form.era == Some(era), language: None };
    let choices = [choice("buddhist", &buddhist, Era::Buddhist), choice("common", &common, Era::Common)];
    Some(parts::choices("era", &(say.era)(cell.trim()), false, &choices, faults))
}

fn previews(visit: &Visit, previews: &[Preview]) -> Markup {
    let say = words(visit.language);
    if previews.is_empty() {
        return html! { p.muted { (say.waits_for_columns) } };
    }
    let today = visit.premises.now().day();
    let table = html! {
        table {
            thead { tr { th.num scope="col" { (say.row) } th scope="col" { (say.name) } th scope="col" { (say.unit) } th scope="col" { (say.started) } } }
            tbody { @for preview in previews { (preview_row(visit, preview, today)) } }
        }
    };
    parts::table(say.preview, &table)
}

fn preview_row(visit: &Visit, preview: &Preview, today: Date) -> Markup {
    let say = words(visit.language);
    let who = |sound: &Sound| html! { th scope="row" { (sound.name.as_str()) } td { (sound.unit.as_str()) } };
    html! {
        tr {
            td.num { (preview.row) }
            @match &preview.what {
                Understood::Refused(faulty) => td colspan="3" {
                    b { (field_in_words(visit.language, faulty.field)) } ": " (reason_in_words(visit.language, faulty))
                },
                Understood::UpToTheYear(sound) => { (who(sound)) td.muted { (say.waits_for_era) } }
                Understood::Somebody(sound) => {
                    (who(sound))
                    td {
                        @match sound.started {
                            Some(day) => { (dates::short(day, visit.language)) br; span.small.muted { (service(visit.language, day, today)) } }
                            None => span.muted { (say.no_start) },
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        for (place, called) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (199, "GR")] {
            assert_eq!(letters(place), called);
        }
        assert_eq!((field_of(3), field_of(limits::COLUMNS)), ("column-3", "headings"));
    }
}
