//! `clearjai people import`: a file of staff, taken in from the command line.

use std::{
    fs,
    io::{self, BufRead as _, IsTerminal as _, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::{Args, ValueEnum};

use super::{Complaint, open::with_house};
use crate::{
    accounts::Actor,
    house::House,
    language::{Era, Language, digits::grouped, plain},
    people::{
        Category,
        import::{self, Departed, Field, Findings, Import, Layout, LayoutFault, Means, Order, Progress, Refused},
        words,
    },
    sheets::{Kind, Table, limits},
};

/// Faulty rows and new units printed one by one.
const SHOWN: usize = 20;

#[derive(Args)]
pub struct ImportArguments {
    /// An Excel file (.xlsx) or CSV, with a row of headings
    file: PathBuf,
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Import without asking
    #[arg(long)]
    yes: bool,
    /// Leave faulty rows out and import the others; otherwise one faulty row stops everything
    #[arg(long)]
    skip_faulty: bool,
    /// What years of two digits are counted from
    #[arg(long, value_enum)]
    era: Option<EraName>,
    /// The kind of employment of newcomers, if the file has no column for it
    #[arg(long)]
    category: Option<String>,
    /// Which heading is what, where it is not recognised: started="Date of appointment"
    #[arg(long = "column", value_name = "FIELD=HEADING")]
    columns: Vec<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum EraName {
    /// 67 is 2567 (2024)
    Be,
    /// 67 is 1967
    Ce,
}

pub fn run(arguments: ImportArguments) -> Result<(), Complaint> {
    // What was typed and what the file holds is known before anything is opened or made.
    let table = Arc::new(read(&arguments.file)?);
    let layout = layout(&arguments, &table)?;
    with_house(|house, _, _| async move { take_in(&house, &arguments, table, layout).await })
}

fn read(path: &Path) -> Result<Table, Complaint> {
    let unread = |fault: io::Error| Complaint::new(format!("{} cannot be read: {fault}.", path.display()));
    let size = fs::metadata(path).map_err(unread)?.len();
    let limit = limits::FILE;
    // Before it fills the memory.
    let content = if usize::try_from(size).is_ok_and(|size| size <= limit) {
        fs::read(path).map_err(unread)?
    } else {
        return Err(in_english(&words::refused_file_in_words(Language::English, crate::sheets::Refusal::TooLarge { limit })));
    };
    import::understand(&content).map_err(|refusal| in_english(&words::refused_file_in_words(Language::English, refusal)))
}

/// Sentences of pages have no full stop.
fn in_english(sentence: &str) -> Complaint {
    Complaint::new(format!("{}.", plain(sentence)))
}

fn layout(arguments: &ImportArguments, table: &Table) -> Result<Layout, Complaint> {
    let mut layout = import::guess(table);
    let known = import::columns(table, &layout, 0);
    for column in &arguments.columns {
        let (field, heading) = column.split_once('=').ok_or_else(|| {
            Complaint::new(format!("“{column}” is not FIELD=HEADING. Write it like --column started=\"Date of appointment\"."))
        })?;
        let field = Field::from_code(field.trim()).ok_or_else(|| {
            let fields: Vec<_> = Field::ALL.iter().map(|field| field.code()).collect();
            Complaint::new(format!("There is no field “{field}”. The fields are {}.", fields.join(", ")))
        })?;
        let named = known.iter().find(|column| column.heading.trim() == heading.trim());
        let place = named.map(|column| column.place).ok_or_else(|| {
            let headings: Vec<_> = known.iter().map(|column| column.heading.as_str()).collect();
            Complaint::new(format!("The file has no heading “{heading}”. Its headings are: {}.", headings.join(", ")))
        })?;
        layout.columns.retain(|_, other| *other != place);
        layout.columns.insert(field, place);
    }
    layout.era = arguments.era.map(|era| match era {
        EraName::Be => Era::Buddhist,
        EraName::Ce => Era::Common,
    });
    layout.category = arguments
        .category
        .as_deref()
        .map(|category| Category::parse(category).map_err(|unfit| Complaint::new(format!("--category: {unfit}."))))
        .transpose()?;
    match layout.faults(table).first() {
        None => Ok(layout),
        Some(fault) => Err(Complaint::new(format!(
            "{}. {}",
            plain(&words::layout_fault_in_words(Language::English, *fault)),
            way_out(*fault)
        ))),
    }
}

fn way_out(fault: LayoutFault) -> String {
    match fault {
        LayoutFault::Missing(field) | LayoutFault::Twice(field) => {
            format!("Name its heading: --column {}=\"…\".", field.code())
        }
        LayoutFault::EraMissing => "Add --era be or --era ce.".to_owned(),
        LayoutFault::CategoryMissing => "Add --category, such as --category ข้าราชการ.".to_owned(),
    }
}

async fn take_in(house: &House, arguments: &ImportArguments, table: Arc<Table>, layout: Layout) -> Result<(), Complaint> {
    let now = house.clock.now();
    let progress = Progress::default();
    let shown = ProgressLine::follow(&progress);
    let found = {
        let (table, layout, chance, progress) = (table.clone(), layout.clone(), house.chance.clone(), progress.clone());
        house
            .db
            .read_register(move |conn| {
                let plan = import::plan(conn, &table, &layout, now.day(), &mut chance.dice(), &progress)?;
                Ok::<_, diesel::result::Error>(import::found(&plan))
            })
            .await?
    };
    shown.end().await;
    report(&table, &found);
    if found.faulty > 0 && !arguments.skip_faulty {
        return Err(Complaint::new(format!(
            "Nothing was changed: {} of {} rows are faulty. Mend them, or leave them out with --skip-faulty.",
            grouped_count(found.faulty),
            grouped_count(found.rows)
        )));
    }
    if found.taken_in() == 0 {
        println!("There is nothing to change.");
        return Ok(());
    }
    if arguments.dry_run {
        println!("Nothing was changed, as you asked (--dry-run).");
        return Ok(());
    }
    if !arguments.yes && !confirmed(found.taken_in())? {
        println!("Nothing was changed.");
        return Ok(());
    }
    carry_out(house, arguments, table, layout, found, progress).await
}

fn report(table: &Table, found: &Findings) {
    match table.kind {
        Kind::Xlsx => {
            println!("Excel, sheet “{}”", table.sheet.as_deref().unwrap_or_default());
            for sheet in &table.other_sheets {
                println!("  not read: the sheet “{sheet}”, which looks like a list as well");
            }
        }
        Kind::Csv { encoding, delimiter } => println!("CSV, {encoding:?}, parted by {delimiter:?}"),
    }
    for faulty in found.first_faulty.iter().take(SHOWN) {
        let field = words::field_in_words(Language::English, faulty.field);
        let reason = plain(&words::reason_in_words(Language::English, faulty));
        println!("  row {}, {field} “{}”: {reason}", faulty.row, faulty.cell.escape_debug());
    }
    if found.faulty > SHOWN {
        println!("  … and {} more faulty rows", grouped_count(found.faulty - SHOWN));
    }
    for name in found.first_new_units.iter().take(SHOWN) {
        println!("  new unit: {}", name.as_str());
    }
    if found.new_units > SHOWN {
        println!("  … and {} more new units", grouped_count(found.new_units - SHOWN));
    }
    println!(
        "{} new, {} changed ({} of them come back), {} unchanged, {} missing from the file (they stay), {} faulty",
        grouped_count(found.new),
        grouped_count(found.changed),
        grouped_count(found.returning),
        grouped_count(found.unchanged),
        grouped_count(found.missing),
        grouped_count(found.faulty)
    );
    if found.without_start > 0 {
        println!("{} without a start date: no survey can count their service", grouped_count(found.without_start));
    }
}

fn grouped_count(count: usize) -> String {
    grouped(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Asks on a terminal; without one, nobody can say yes.
fn confirmed(people: usize) -> Result<bool, Complaint> {
    if !io::stdin().is_terminal() {
        return Err(Complaint::new("Nothing was changed: nobody is here to ask. Add --yes to import, or --dry-run to look."));
    }
    print!("Import {} people? [y/N] ", grouped_count(people));
    io::stdout().flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

async fn carry_out(
    house: &House,
    arguments: &ImportArguments,
    table: Arc<Table>,
    layout: Layout,
    found: Findings,
    progress: Progress,
) -> Result<(), Complaint> {
    let now = house.clock.now();
    let (master, chance) = (house.master.clone(), house.chance.clone());
    let name = arguments.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let order = Order {
        digest: found.digest,
        leave_out_faulty: arguments.skip_faulty,
        departed: Departed::These(Vec::new()),
        on: now.day(),
    };
    let shown = ProgressLine::follow(&progress);
    let import = Import::begun(chance.dice().id(), None, &name, now);
    let id = import.id;
    house.db.register(move |conn| import::begin(conn, &import)).await?;
    let done = house
        .db
        .register(move |conn| {
            let by = Actor::command_line();
            let means = Means { master: &master, by: &by, table: &table, layout: &layout, progress: &progress, now };
            import::carry_out(conn, &means, id, &order, &mut chance.dice())
        })
        .await;
    shown.end().await;
    let done = done.map_err(|refused| match refused {
        Refused::RosterChanged => Complaint::new("Nothing was changed: the roster changed meanwhile. Run the command again."),
        other => Complaint::from(other),
    })?;
    println!("Imported: {} new, {} changed.", grouped_count(done.new), grouped_count(done.changed));
    println!("For 24 hours HR can undo it on the import page.");
    Ok(())
}

/// A line on a terminal that says how far it is; silent where nobody looks.
struct ProgressLine(Option<tokio::task::JoinHandle<()>>);

impl ProgressLine {
    fn follow(progress: &Progress) -> Self {
        let progress = progress.clone();
        Self(io::stderr().is_terminal().then(|| {
            tokio::spawn(async move {
                loop {
                    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
                    let (done, whole) = progress.seen();
                    if whole > 0 {
                        eprint!("\r{} of {} rows ", grouped_count(done), grouped_count(whole));
                    }
                }
            })
        }))
    }

    async fn end(self) {
        if let Some(line) = self.0 {
            line.abort();
            let _aborted = line.await;
            eprint!("\r{:40}\r", "");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_a_layout_has_an_option_that_mends_it() {
        assert_eq!(way_out(LayoutFault::Missing(Field::Started)), "Name its heading: --column started=\"…\".");
        assert_eq!(way_out(LayoutFault::EraMissing), "Add --era be or --era ce.");
    }
}
