//! A load generator: plays respondents through both doors of a house of its own, and prints what it took.
//!
//! `cargo build --release && cargo run --release --example load`, with `--database postgres://…` on PostgreSQL, `--people 3000`
//! for more of them at each number of connections, `--ballots 100000` for the curve, `--program path/to/clearjai` for
//! another build. Whoever is played looks what their link is for, blinds, has it signed, finalizes, seals answers that
//! count, and hands in, with the crates and the rules of docs/protocol.md. That work is done before each measurement, on all
//! processors: otherwise the server would wait for its clients. Prints, and judges no time; fails if a ballot
//! is missing in the end. How to read the figures: docs/performance.md. Called with `--bare` it is the limit itself (`bare.rs`).

mod bare;
#[path = "../../benches/wall/clients.rs"]
#[expect(dead_code, reason = "the bench of the wall asks for more")]
mod clients;
mod doors;
mod house;
#[path = "../../benches/house/http.rs"]
#[expect(dead_code, reason = "the bench of the house asks for more")]
mod http;
#[path = "../../benches/house/program.rs"]
#[expect(dead_code, reason = "the bench of the house asks for more")]
mod program;
mod respondents;
#[path = "../../benches/wall/round.rs"]
#[expect(dead_code, reason = "the bench of the wall asks for more")]
mod round;
#[path = "../../benches/house/table.rs"]
#[expect(dead_code, reason = "the bench of the house asks for more")]
mod table;

use std::{env, error::Error, path::PathBuf, process::ExitCode};

use doors::{Go, send};
use house::House;
use program::Program;
use respondents::hand_in;
use round::Round;
use table::{Row, Table, megabytes};

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// For both servers, so that both are asked to do the same.
const WORKERS: usize = 2;

const CONNECTIONS: [usize; 3] = [1, 8, 64];
/// As many people are prepared at once, and no more, since what they are about to send takes memory.
const BLOCK: usize = 5_000;
/// Where the curve is measured: in the block that ends with so many ballots in the urn.
const CURVE: [usize; 4] = [10_000, 30_000, 100_000, 1_000_000];

struct Wishes {
    program: PathBuf,
    database: Option<String>,
    people: usize,
    ballots: usize,
}

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let done = match arguments.first().map(String::as_str) {
        Some("--bare") => bare::serve(),
        _ => wishes(&arguments).and_then(|wishes| measure(&wishes)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("load: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn wishes(arguments: &[String]) -> Outcome<Wishes> {
    // target/release/examples/load stands beside target/release/clearjai.
    let beside = env::current_exe()?.ancestors().nth(2).map(|folder| folder.join("clearjai")).unwrap_or_default();
    let mut wishes = Wishes { program: beside, database: None, people: 1_500, ballots: 0 };
    let mut arguments = arguments.iter();
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{name} needs a value"))?;
        match name.as_str() {
            "--program" => wishes.program = value.into(),
            "--database" => wishes.database = Some(value.clone()),
            "--people" => wishes.people = value.parse()?,
            "--ballots" => wishes.ballots = value.parse()?,
            _ => return Err(format!("{name} is none of --program, --database, --people, --ballots").into()),
        }
    }
    if !wishes.program.is_file() {
        return Err(format!("{} is not there: cargo build --release, or --program", wishes.program.display()).into());
    }
    Ok(wishes)
}

fn measure(wishes: &Wishes) -> Outcome<()> {
    let house = House::new(wishes.database.as_deref())?;
    let roll = wishes.ballots.max(wishes.people * CONNECTIONS.len());
    let round = Round::open(&house.settings(), roll)?;
    let (server, bare) =
        (house.start(&wishes.program)?, Program::run(std::process::Command::new(env::current_exe()?).arg("--bare"))?);
    println!("{}, {}, {WORKERS} workers, {roll} people on the roll", wishes.program.display(), house.engine());
    let (mut links, mut in_the_urn) = (round.links.as_slice(), 0);

    let mut table = Table::default();
    for connections in CONNECTIONS {
        let some = links.split_off(..wishes.people).ok_or("too few on the roll")?;
        let went = hand_in(&round, some, &server, connections)?;
        in_the_urn += went.handed_in();
        report(&format!("{connections} at once"), &went, &bare, connections, &mut table)?;
    }
    println!("\n{table}");

    let mut curve = Table::default();
    let most_connections = CONNECTIONS.into_iter().max().unwrap_or(1);
    for place in CURVE.into_iter().filter(|place| *place <= wishes.ballots) {
        while let behind @ 1.. = place.saturating_sub(roll - links.len()) {
            let some = links.split_off(..behind.min(BLOCK)).ok_or("too few on the roll")?;
            let went = hand_in(&round, some, &server, most_connections)?;
            in_the_urn += went.handed_in();
            if behind <= BLOCK {
                report(&format!("until {place} ballots"), &went, &bare, most_connections, &mut curve)?;
                let size = house.size_of_urn().map(megabytes).unwrap_or_default();
                curve.add(Row::new("    the server's memory at most; the urn").measured(format!("{}; {size}", memory(&server))));
            }
        }
    }
    if wishes.ballots >= CURVE.into_iter().min().unwrap_or_default() {
        println!("{curve}");
    }
    println!("The server's memory at most: {}.", memory(&server));
    let there = house.ballots_in_the_urn()?;
    println!("{in_the_urn} ballots were acknowledged; {there} are in the urn.");
    if there == in_the_urn { Ok(()) } else { Err("these are not the same".into()) }
}

fn memory(server: &Program) -> String {
    server.memory("status", "VmHWM").map_or_else(|| "unknown".into(), megabytes)
}

/// Beside the bare server, which is sent the same by as many.
fn report(what: &str, went: &respondents::Went, bare: &Program, connections: usize, table: &mut Table) -> Outcome<()> {
    let mut each = 0.0;
    for (door, requests, go) in &went.doors {
        let limit = send(bare, requests, connections)?;
        let times = |go: &Go| {
            let [half, most, nearly_all] = [50, 95, 99].map(|percent| go.latencies.millis(percent));
            format!("{half:.1}; {most:.1}; {nearly_all:.1} ms")
        };
        each += go.processor_micros;
        table.add(
            Row::new(format!("{what}: {door}"))
                .measured(format!("{:.0}/s", go.per_second))
                .against(format!("bare actix {:.0}/s", limit.per_second))
                .ratio(go.per_second / limit.per_second),
        );
        table.add(Row::new("    half, 95, 99 in 100 within").measured(times(go)).against(format!("bare {}", times(&limit))));
        table.add(
            Row::new("    the server's processor time; errors")
                .measured(format!("{:.0} µs; {} of {}", go.processor_micros, go.errors, requests.len()))
                .against(format!("bare {:.0} µs; {}", limit.processor_micros, limit.errors))
                .ratio(go.processor_micros / limit.processor_micros),
        );
    }
    table
        .add(Row::new(format!("{what}: the server's processor time for a hand-in")).measured(format!("{:.2} ms", each / 1000.0)));
    Ok(())
}
