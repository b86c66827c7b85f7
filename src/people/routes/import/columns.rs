//! Which column of the file is what.

use actix_web::{HttpResponse, web};
use jiff::civil::Date;

use super::{under_way::waiting, works};
use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    ids::ImportId,
    language::{self, Era},
    people::{
        Category,
        import::{Failed, Field, Import, Layout, LayoutFault, guess, guess_at, people_rows, read_row},
        pages::import::{self as pages, ColumnsForm, Preview, Understood, field_of},
        store,
        words::{import::columns::words, layout_fault_in_words, refused_file_in_words},
    },
    sheets::{Table, limits},
    web::{Body, Failure, Faults, Posted, at, see_other},
};

/// Further down than a spreadsheet goes there are no headings.
const LAST_ROW: u32 = 1_048_576;

/// Rows shown as they are understood.
const PREVIEWED: usize = 3;

/// `GET` [`at::IMPORT_COLUMNS`]
pub async fn columns(hr: May<KeepRoster>, gate: web::Data<Gatehouse>, id: web::Path<ImportId>) -> Result<HttpResponse, Failure> {
    let import = match waiting(&hr, &gate, id.into_inner()).await? {
        Ok(import) => import,
        Err(answer) => return Ok(answer),
    };
    let table = match works::table(&gate, import.id).await {
        Ok(table) => table,
        Err(fault) => return not_read(&hr, fault),
    };
    let layout = import.layout().unwrap_or_else(|| guess(&table));
    page(&hr, &gate, &import, &table, &ColumnsForm::of(&layout), &layout, &Faults::none()).await
}

/// `POST` [`at::IMPORT_COLUMNS`]
pub async fn set_columns(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<ImportId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = hr.visit.accept(body)?;
    let import = match waiting(&hr, &gate, id.into_inner()).await? {
        Ok(import) => import,
        Err(answer) => return Ok(answer),
    };
    let table = match works::table(&gate, import.id).await {
        Ok(table) => table,
        Err(fault) => return not_read(&hr, fault),
    };
    let form = typed(&posted);
    // Another row has the headings: so the columns are guessed anew, and looked at once more.
    let Some(headings) = language::arabic(&form.headings).parse::<u32>().ok().filter(|row| *row <= LAST_ROW) else {
        let fault = Faults::one("headings", words(hr.visit.language).headings_wrong);
        return page(&hr, &gate, &import, &table, &form, &form.layout(guess(&table).headings), &fault).await;
    };
    if posted.text("headings_drawn") != headings.to_string() {
        let layout = guess_at(&table, headings);
        return page(&hr, &gate, &import, &table, &ColumnsForm::of(&layout), &layout, &Faults::none()).await;
    }
    let layout = form.layout(headings);
    let faults = faults(&hr, &form, &layout, &table);
    if !faults.is_empty() {
        return page(&hr, &gate, &import, &table, &form, &layout, &faults).await;
    }
    let (id, said) = (import.id, layout.to_json());
    gate.db.register(move |conn| store::set_layout(conn, id, &said)).await?;
    Ok(see_other(&hr.visit.to(&at::import_check(id))))
}

fn typed(posted: &Posted) -> ColumnsForm {
    ColumnsForm {
        fields: (0..limits::COLUMNS).map(|place| Field::from_code(posted.text(field_of(place)))).collect(),
        headings: posted.text("headings").to_owned(),
        category: posted.text("category").to_owned(),
        era: match posted.text("era") {
            "buddhist" => Some(Era::Buddhist),
            "common" => Some(Era::Common),
            _ => None,
        },
    }
}

fn faults(hr: &May<KeepRoster>, form: &ColumnsForm, layout: &Layout, table: &Table) -> Faults {
    let language = hr.visit.language;
    let mut faults = Faults::none();
    let is_taken = |place: usize, field: Field| layout.columns.get(&field) != Some(&place);
    for (place, field) in form.fields.iter().enumerate() {
        if let Some(field) = field.filter(|field| is_taken(place, *field)) {
            faults.add(field_of(place), layout_fault_in_words(language, LayoutFault::Twice(field)));
        }
    }
    for fault in layout.faults(table) {
        let place = match fault {
            LayoutFault::EraMissing => "era",
            LayoutFault::CategoryMissing => "category",
            // The first column that is nothing yet: it may be the one.
            LayoutFault::Missing(_) | LayoutFault::Twice(_) => {
                field_of(form.fields.iter().position(Option::is_none).unwrap_or(0))
            }
        };
        if fault == LayoutFault::CategoryMissing && !form.category.is_empty() {
            faults.add(place, words(language).category_wrong);
        } else {
            faults.add(place, layout_fault_in_words(language, fault));
        }
    }
    faults
}

async fn page(
    hr: &May<KeepRoster>,
    gate: &Gatehouse,
    import: &Import,
    table: &Table,
    form: &ColumnsForm,
    layout: &Layout,
    faults: &Faults,
) -> Result<HttpResponse, Failure> {
    let known: Vec<Category> = gate.db.read_register(store::categories).await?.into_iter().collect();
    let shown = pages::Columns {
        import,
        table,
        form,
        layout,
        preview: &previews(table, layout, hr.visit.premises.now().day()),
        known: &known,
    };
    Ok(pages::columns(&hr.visit, &shown, faults))
}

/// The first rows, as the columns chosen make them understood; none until every column that is
/// needed is chosen.
fn previews(table: &Table, layout: &Layout, today: Date) -> Vec<Preview> {
    let faults = layout.faults(table);
    if faults.iter().any(|fault| matches!(fault, LayoutFault::Missing(_))) {
        return Vec::new();
    }
    // Names can be shown before it is known what the years are counted from.
    let waits = faults.contains(&LayoutFault::EraMissing);
    let without_start = || Layout {
        columns: layout.columns.iter().filter(|(field, _)| **field != Field::Started).map(|(field, at)| (*field, *at)).collect(),
        ..layout.clone()
    };
    let preview = |row| match read_row(row, &if waits { without_start() } else { layout.clone() }, today) {
        Ok(sound) if waits => Understood::UpToTheYear(sound),
        Ok(sound) => Understood::Somebody(sound),
        Err(refused) => Understood::Refused(refused),
    };
    people_rows(table, layout).take(PREVIEWED).map(|row| Preview { row: row.number, what: preview(row) }).collect()
}

fn not_read(hr: &May<KeepRoster>, fault: Failed) -> Result<HttpResponse, Failure> {
    match fault {
        Failed::Forgotten => Ok(pages::gone(&hr.visit)),
        Failed::NotUnderstood(refusal) => {
            Ok(pages::failed(&hr.visit, &refused_file_in_words(hr.visit.language, refusal), at::IMPORT))
        }
        Failed::Database(fault) => Err(fault.into()),
        other => Err(Failure::broken(other)),
    }
}
