//! An urn that fills up: casting when nothing is in it, with 100,000 sealed ballots and with a million.
//!
//! Most of them are put there past the program, by the library alone: their signatures hold nothing, which nobody
//! asks before the release. Needs 6 GB of disk, and is measured only where it is named.

use std::{fs, path::Path};

use clearjai::{dice::Dice, papers::sealed_sizes};
use diesel::{
    Connection as _, QueryResult, RunQueryDsl as _, SqliteConnection,
    connection::SimpleConnection as _,
    sql_types::{Binary, Integer},
};

use super::{
    Outcome,
    ballots::ballots,
    casting::{CONNECTIONS, bare},
    clients::send,
    program::{Folder, Program},
    round::Round,
    settings,
    table::{Row, Table, median, megabytes},
};

const SIZES: [usize; 3] = [0, 100_000, 1_000_000];
const GOES: usize = 3;
const BALLOTS: usize = 6_000;
/// In one transaction.
const BATCH: usize = 20_000;

pub fn measure(binary: &Path, table: &mut Table) -> Outcome<()> {
    let folder = Folder::new()?;
    let round = Round::open(&settings(&folder), 100)?;
    let (mut filled, mut empty) = (0, None);
    for size in SIZES {
        fill(&folder, &round, size - filled)?;
        filled = size;
        // The same machine at the same moment: a table that is empty each time.
        let beside = Folder::new()?;
        let (house, bare) = (Program::house(binary, &folder)?, bare(&beside)?);
        let (mut rates, mut ratios) = (Vec::new(), Vec::new());
        for _ in 0..GOES {
            let sent = ballots(&round, BALLOTS)?;
            let (ours, limit) = (send(&house, &sent, CONNECTIONS)?, send(&bare, &sent, CONNECTIONS)?);
            rates.push(ours.per_second);
            ratios.push(ours.per_second / limit.per_second);
        }
        let (rate, ratio) = (median(rates.into_iter()), median(ratios.into_iter()));
        let at_first = *empty.get_or_insert(ratio);
        let file = fs::metadata(folder.path().join("urn.db"))?.len();
        table.add(
            Row::new(format!("casting into an urn of {size} ({})", megabytes(file)))
                .measured(format!("{rate:.0}/s, {ratio:.2} of bare actix"))
                .against(format!("into the empty one {at_first:.2}"))
                .ratio(ratio / at_first),
        );
        if let Some(bytes) = house.memory("status", "VmHWM") {
            table.add(Row::new("    most memory").measured(megabytes(bytes)));
        }
    }
    Ok(())
}

fn fill(folder: &Folder, round: &Round, count: usize) -> Outcome<()> {
    let mut urn = SqliteConnection::establish(&folder.path().join("urn.db").to_string_lossy())?;
    urn.batch_execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = 20000")?;
    let dice = &mut Dice::real();
    let mut strata = round.paper.strata.iter().cycle();
    let sealed = vec![7; sealed_sizes(&round.paper.sizes).next().ok_or("no size")?];
    for start in (0..count).step_by(BATCH) {
        // In the order of their keys, as a table is filled fastest.
        let mut messages: Vec<[u8; 64]> = (start..count.min(start + BATCH)).map(|_| dice.bytes()).collect();
        messages.sort_unstable();
        urn.transaction(|conn| {
            messages.iter().try_for_each(|message| {
                let stratum = strata.next().map(|stratum| stratum.id.as_bytes().to_vec()).unwrap_or_default();
                insert(conn, message, round.survey.as_bytes(), &stratum, &sealed)
            })
        })?;
    }
    Ok(())
}

fn insert(conn: &mut SqliteConnection, message: &[u8], survey: &[u8], stratum: &[u8], sealed: &[u8]) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO sealed_ballots (message, survey_id, stratum_id, signature, sealed, digest, superseded, replaced)
         VALUES (?, ?, ?, ?, ?, ?, x'', ?)",
    )
    .bind::<Binary, _>(message)
    .bind::<Binary, _>(survey)
    .bind::<Binary, _>(stratum)
    .bind::<Binary, _>(message.repeat(4))
    .bind::<Binary, _>(sealed)
    .bind::<Binary, _>(message.get(..16).unwrap_or_default())
    .bind::<Integer, _>(0)
    .execute(conn)
    .map(drop)
}
