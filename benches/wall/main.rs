//! Speed of the wall: signing, casting, a million ballots, and a department that comes all at once.
//!
//! `cargo bench --bench wall`, or only some parts: `cargo bench --bench wall -- casting signing million
//! crowd`; another build of the program by `--program path/to/clearjai`. Like the bench `house` it prints, and
//! judges no time. How to read the figures: `docs/performance.md`. Called with `--bare` it is the limit itself
//! (`bare.rs`).

mod ballots;
mod bare;
mod casting;
mod clients;
mod crowd;
#[path = "../house/http.rs"]
#[expect(dead_code, reason = "the bench of the house asks for more")]
mod http;
mod million;
#[path = "../house/program.rs"]
#[expect(dead_code, reason = "the bench of the house asks for more")]
mod program;
mod round;
mod signing;
#[path = "../house/table.rs"]
#[expect(dead_code, reason = "the bench of the house asks for more")]
mod table;

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use program::Folder;
use table::Table;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// For both servers, so that both are asked to do the same.
const WORKERS: usize = 2;

const PARTS: [&str; 4] = ["casting", "signing", "million", "crowd"];

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let done = match arguments.first().map(String::as_str) {
        Some("--bare") => bare::serve(arguments.get(1)),
        _ => measure(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("wall: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn measure(arguments: &[String]) -> Outcome<()> {
    let (mut binary, mut parts) = (PathBuf::from(env!("CARGO_BIN_EXE_clearjai")), Vec::new());
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--program" => binary = arguments.next().ok_or("--program names a file")?.into(),
            part if PARTS.contains(&part) => parts.push(part),
            other => return Err(format!("{other} is none of {}", PARTS.join(", ")).into()),
        }
    }
    let binary = fs::canonicalize(binary)?;
    println!("{}, {WORKERS} workers, load of the machine {}", binary.display(), load_of_the_machine());
    for part in PARTS {
        if parts.contains(&part) || (parts.is_empty() && part != "million") {
            let mut table = Table::default();
            measure_part(part, &binary, &mut table)?;
            println!("{table}");
        }
    }
    println!("load of the machine at the end {}", load_of_the_machine());
    Ok(())
}

fn measure_part(part: &str, binary: &Path, table: &mut Table) -> Outcome<()> {
    match part {
        "casting" => casting::measure(binary, table),
        "signing" => signing::measure(binary, table),
        "million" => million::measure(binary, table),
        _ => crowd::measure(binary, table),
    }
}

fn load_of_the_machine() -> String {
    fs::read_to_string("/proc/loadavg").unwrap_or_default().split(' ').take(2).collect::<Vec<_>>().join(" ")
}

/// Of a house in a folder.
fn settings(folder: &Folder) -> Vec<(String, String)> {
    vec![("CLEARJAI_DATA".to_owned(), folder.path().display().to_string())]
}
