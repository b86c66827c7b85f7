//! Speed and size of a release: sealed ballots opened, checked, shuffled, written and counted; and a page of
//! what came of it.
//!
//! `cargo bench --bench release`, or of another number: `cargo bench --bench release -- 1000000`. Prints, and
//! judges no time. The limit is the opening of the same ballots by the library of HPKE alone, on the same cores
//! at the same moment: no release can be faster. It works in a program of its own, so that its memory is its
//! own: this one, called again. How to read the figures: `docs/performance.md`.

mod fill;
#[path = "../house/http.rs"]
#[expect(dead_code, reason = "the bench of the house asks for more")]
mod http;
mod instrument;
#[path = "../house/program.rs"]
#[expect(dead_code, reason = "the bench of the house asks for more")]
mod program;
#[path = "../house/table.rs"]
#[expect(dead_code, reason = "the bench of the house asks for more")]
mod table;
mod work;

use std::{
    env,
    error::Error,
    process::{Command, ExitCode},
    thread,
};

use program::Folder;
use table::{Row, Table, megabytes};

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Of the programs that other benches start; this one starts none.
const WORKERS: usize = 2;

const BALLOTS: usize = 20_000;
const MEMORY: u64 = 400_000_000;
/// For each core and second.
const TARGET: f64 = 5_000.0;

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let done = match arguments.first().map(String::as_str) {
        Some("--work") => work::release(arguments.get(1)),
        Some(count) => count.parse().map_err(Into::into).and_then(measure),
        None => measure(BALLOTS),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("release: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn measure(count: usize) -> Outcome<()> {
    let folder = Folder::new()?;
    let bare = fill::fill(folder.path(), count)?;
    let done = Command::new(env::current_exe()?).args(["--work", &folder.path().display().to_string()]).output()?;
    let said = String::from_utf8(done.stdout)?;
    if !done.status.success() {
        return Err(format!("the release failed: {}", String::from_utf8_lossy(&done.stderr)).into());
    }
    let figure = |name: &str| said.lines().find_map(|line| line.strip_prefix(name)).map(str::trim).ok_or("it did not say all");
    let cores = f64::from(u32::try_from(thread::available_parallelism().map_or(1, usize::from))?);
    let (seconds, counting) = (figure("released")?.parse::<f64>()?, figure("settled")?.parse::<f64>()?);
    let rate = f64::from(u32::try_from(count)?) / (seconds + counting) / cores;
    let mut table = Table::default();
    table.add(
        Row::new(format!("{count} ballots of 30 questions, {cores} cores"))
            .measured(format!("{:.1} s, {rate:.0} a core and second", seconds + counting))
            .against(format!("target {TARGET:.0}"))
            .ratio(rate / TARGET),
    );
    table.add(
        Row::new("    of that counting")
            .measured(format!("{counting:.2} s"))
            .against("all of it".to_owned())
            .ratio(counting / (seconds + counting)),
    );
    table.add(
        Row::new("    beside opening them alone")
            .measured(format!("{rate:.0} a core and second"))
            .against(format!("HPKE alone {bare:.0}"))
            .ratio(rate / bare),
    );
    table.add(Row::new("    most memory").at_most(figure("memory")?.parse()?, MEMORY, megabytes));
    println!("{table}");
    Ok(())
}
