//! How long pages and files of results take, after a round that a million people have answered.
//!
//! `cargo bench --bench results`, or of another number: `cargo bench --bench results -- 10000`; another build of
//! the program by `--program path/to/clearjai`. No ballot is opened: what is let out is made of tallies, by the
//! library's own rules, and put into the urn past the program. The program runs in a process of its own and is
//! asked over the network, as somebody who reads results. Prints, and judges no time; the limit is a bare server
//! that answers with as many bytes (`--bare`). How to read the figures: `docs/performance.md`.

#[path = "../house/bare.rs"]
mod bare;
mod furnish;
#[path = "../house/http.rs"]
#[expect(dead_code, reason = "the bench of the house asks for more")]
mod http;
#[path = "../release/instrument.rs"]
#[expect(dead_code, reason = "the bench of the release answers it too")]
mod instrument;
#[path = "../house/program.rs"]
#[expect(dead_code, reason = "the bench of the house asks for more")]
mod program;
mod round;
mod sign_in;
#[path = "../house/table.rs"]
#[expect(dead_code, reason = "the bench of the house asks for more")]
mod table;

use std::{env, error::Error, fs, path::Path, process::ExitCode, time::Instant};

use clearjai::{ids::SurveyId, web::at};
use http::{Connection, Request};
use program::{Folder, Program};
use table::{Row, Table, median};

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// For both servers, so that both are asked to do the same.
const WORKERS: usize = 2;

const ANSWERS: u32 = 1_000_000;

/// In milliseconds.
const PAGE: f64 = 30.0;
const FILE: f64 = 2_000.0;

const RUNS: usize = 21;

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let named = |name: &str| arguments.iter().position(|it| it == name).and_then(|at| arguments.get(at + 1));
    let done = match arguments.first().map(String::as_str) {
        Some("--bare") => bare::serve(named("--bare")),
        Some(count) if !count.starts_with("--") => {
            count.parse().map_err(Into::into).and_then(|count| measure(count, named("--program")))
        }
        _ => measure(ANSWERS, named("--program")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("results: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn measure(answers: u32, binary: Option<&String>) -> Outcome<()> {
    let binary = fs::canonicalize(binary.map_or(Path::new(env!("CARGO_BIN_EXE_clearjai")), Path::new))?;
    let folder = Folder::new()?;
    let survey = furnish::furnish(&folder, answers)?;
    let house = Program::house(&binary, &folder)?;
    let cookie = sign_in::sign_in(&house)?;
    println!("{answers} answers, {} units, {} rounds, {} comments", round::UNITS, furnish::ROUNDS, furnish::TEXTS);
    let mut table = Table::default();
    for (what, path) in pages(survey) {
        compare(&house, &Request::get_as(&path, &cookie), what, PAGE, &mut table)?;
    }
    for kind in ["xlsx", "docx", "csv", "json"] {
        let path = at::results(survey, &format!("/file/{kind}"));
        compare(&house, &Request::get_as(&path, &cookie), &kind.to_uppercase(), FILE, &mut table)?;
    }
    print!("{table}");
    Ok(())
}

fn pages(survey: SurveyId) -> Vec<(&'static str, String)> {
    let of_round = |below: &str| at::results(survey, below);
    vec![
        ("summary", of_round("")),
        ("items", of_round("/items")),
        ("units", of_round("/units")),
        ("rounds compared", of_round("/compare")),
        ("comments", of_round("/comments")),
        ("comments, page 1,000", of_round("/comments?page=1000")),
        ("comments on one question", of_round("/comments?item=c1&page=100")),
        ("report to print", at::report(survey)),
        ("list of rounds", at::SCORES.to_owned()),
        ("years", at::YEARS.to_owned()),
        ("for staff", at::published(survey)),
        ("list for staff", at::PUBLISHED.to_owned()),
    ]
}

/// The first time by itself, and the middle one of the others.
fn compare(house: &Program, request: &Request, what: &str, target: f64, table: &mut Table) -> Outcome<()> {
    let mut browser = Connection::open(house.address)?;
    let begun = Instant::now();
    let bytes = browser.ask(request)?.body.len();
    let first = begun.elapsed().as_secs_f64() * 1_000.0;
    let bare = Program::bare(bytes)?;
    let measured = median_time(&mut browser, request)?;
    let limit = median_time(&mut Connection::open(bare.address)?, &Request::get("/", ""))?;
    table.add(
        Row::new(format!("{what} ({bytes} B)"))
            .measured(format!("{measured:.2} ms"))
            .against(format!("at most {target:.0} ms; the first {first:.1} ms"))
            .ratio(measured / target),
    );
    table.add(
        Row::new("    beside bare actix")
            .measured(format!("{measured:.2} ms"))
            .against(format!("bare actix {limit:.2} ms"))
            .ratio(measured / limit),
    );
    Ok(())
}

/// In milliseconds.
fn median_time(browser: &mut Connection, request: &Request) -> Outcome<f64> {
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let begun = Instant::now();
        browser.ask(request)?;
        times.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    Ok(median(times.into_iter()))
}
