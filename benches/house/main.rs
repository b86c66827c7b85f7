//! Speed and size of the house, each beside the limit of this very machine or the target for it.
//!
//! `cargo bench --bench house`; another build of the program is measured by naming it:
//! `cargo bench --bench house -- path/to/clearjai`. Machines are noisy, so nothing here judges a
//! time: it prints, and fails only if something does not work at all. How to read the figures:
//! `docs/performance.md`. Called with `--bare` it is the limit itself (`bare.rs`).

mod bare;
mod first_visit;
mod http;
mod load;
mod memory;
mod program;
mod roster;
mod start;
mod table;

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use first_visit::FirstVisit;
use http::{Connection, Request};
use program::{Folder, Program};
use table::{Row, Table};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// For both servers, so that both are asked to do the same.
const WORKERS: usize = 2;

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let done = match arguments.first().map(String::as_str) {
        Some("--bare") => bare::serve(arguments.get(1)),
        Some(binary) => measure(Path::new(binary)),
        None => measure(Path::new(env!("CARGO_BIN_EXE_clearjai"))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("house: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn measure(binary: &Path) -> Outcome<()> {
    let binary = fs::canonicalize(binary)?;
    println!("{}, {WORKERS} workers, load of the machine {}", binary.display(), load_of_the_machine());
    let mut table = Table::default();
    size(&binary, &mut table)?;
    start::measure(&binary, &mut table)?;
    memory::measure(&binary, &mut table)?;

    let folder = Folder::new()?;
    let house = Program::house(&binary, &folder)?;
    let visit = FirstVisit::to(&house, "/signin")?;
    table.add(visit.bytes());
    table.add(visit.requests());
    for (what, path, encodings) in [
        ("plain page", "/en/accessibility", ""),
        ("plain page, as browsers ask", "/en/accessibility", http::AS_BROWSERS_ASK),
        ("page with a form", "/signin", ""),
        ("page with a form, as browsers ask", "/signin", http::AS_BROWSERS_ASK),
        ("stylesheet, as browsers ask", visit.stylesheet.as_str(), http::AS_BROWSERS_ASK),
    ] {
        let request = Request::get(path, encodings);
        let bytes = Connection::open(house.address)?.ask(&request)?.body.len();
        let bare = Program::bare(bytes)?;
        let least = if path == visit.stylesheet { None } else { Some(0.5) };
        let title = format!("{what} ({bytes} B)");
        load::compare(&house, &bare, &request)?.report(&title, least, &mut table);
    }
    roster::measure(&binary, &mut table)?;
    print!("{table}");
    println!("load of the machine at the end {}", load_of_the_machine());
    Ok(())
}

fn size(binary: &PathBuf, table: &mut Table) -> Outcome<()> {
    let bytes = fs::metadata(binary)?.len();
    table.add(Row::new("size of the binary").at_most(bytes, 25_000_000, table::megabytes));
    Ok(())
}

fn load_of_the_machine() -> String {
    fs::read_to_string("/proc/loadavg").unwrap_or_default().split(' ').take(2).collect::<Vec<_>>().join(" ")
}
