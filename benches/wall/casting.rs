//! Ballots through door two: verified and stored, beside rows of the same size that are only stored.

use std::path::Path;

use super::{
    Outcome,
    ballots::ballots,
    clients::{Go, send},
    program::{Folder, Program},
    round::Round,
    settings,
    table::{Row, Table, median},
};

pub const CONNECTIONS: usize = 64;
const ROUNDS: usize = 5;
const BALLOTS: usize = 8_000;

pub fn measure(binary: &Path, table: &mut Table) -> Outcome<()> {
    let folder = Folder::new()?;
    let round = Round::open(&settings(&folder), 100)?;
    let house = Program::house(binary, &folder)?;
    let bare = bare(&folder)?;
    for program in [&house, &bare] {
        send(program, &ballots(&round, 1_000)?, CONNECTIONS)?;
    }
    let mut pairs = Vec::new();
    for _ in 0..ROUNDS {
        let sent = ballots(&round, BALLOTS)?;
        pairs.push((send(&house, &sent, CONNECTIONS)?, send(&bare, &sent, CONNECTIONS)?));
    }
    report(&pairs, &format!("ballots, {CONNECTIONS} connections"), table);
    let alone = ballots(&round, 500)?;
    report(&[(send(&house, &alone, 1)?, send(&bare, &alone, 1)?)], "ballots, 1 connection", table);
    Ok(())
}

pub fn bare(folder: &Folder) -> Outcome<Program> {
    let path = folder.path().join("bare.db");
    let mut command = std::process::Command::new(std::env::current_exe()?);
    Program::run(command.arg("--bare").arg(path))
}

fn report(pairs: &[(Go, Go)], what: &str, table: &mut Table) {
    let of = |figure: &dyn Fn(&(Go, Go)) -> f64| median(pairs.iter().map(figure));
    table.add(
        Row::new(what)
            .measured(format!("{:.0}/s", of(&|(house, _)| house.per_second)))
            .against(format!("bare actix, same commits {:.0}/s, at least 0.5", of(&|(_, bare)| bare.per_second)))
            .ratio(of(&|(house, bare)| house.per_second / bare.per_second)),
    );
    table.add(
        Row::new("    its processor time")
            .measured(format!("{:.0} µs", of(&|(house, _)| house.processor_micros)))
            .against(format!("bare actix {:.0} µs", of(&|(_, bare)| bare.processor_micros)))
            .ratio(of(&|(house, bare)| house.processor_micros / bare.processor_micros)),
    );
    let times =
        |go: &Go| format!("{:.1}; {:.1}; {:.1} ms", go.latencies.millis(50), go.latencies.millis(95), go.latencies.millis(99));
    if let Some((house, bare)) = pairs.get(pairs.len() / 2) {
        table.add(Row::new("    half, 95, 99 in 100 within").measured(times(house)).against(format!("bare {}", times(bare))));
    }
}
