//! An urn full of ballots that open, put there past the program: their signatures hold nothing, which nobody
//! asks at the release.

use std::{path::Path, thread, time::Instant};

use clearjai::{
    dice::Dice,
    ids::{StratumId, SurveyId},
    papers::{Comments, Door, InBoth, OpeningKey, Paper, PaperHash, Release, SIZES, Slips, Stratum, pad},
};
use diesel::{
    Connection as _, QueryResult, RunQueryDsl as _, SqliteConnection,
    connection::SimpleConnection as _,
    sql_types::{Binary, Integer},
};

use super::{Outcome, instrument, work};

const STRATA: usize = 60;
/// In one transaction.
const BATCH: usize = 20_000;
/// Opened for the limit.
const BARE: usize = 4_000;

struct Sealed {
    message: [u8; 64],
    stratum: StratumId,
    content: Vec<u8>,
}

/// Says how many a core opens in a second with the library of HPKE alone.
pub fn fill(folder: &Path, count: usize) -> Outcome<f64> {
    let dice = &mut Dice::real();
    let (key, sealing_key) = OpeningKey::random(dice);
    let name = |number: usize| InBoth { th: format!("กองที่ {number}"), en: format!("Division {number}") };
    let roll = u32::try_from(count.div_ceil(STRATA))?;
    let strata = (1..=STRATA).map(|number| Stratum::new(dice.id(), name(number), roll, vec![0; 4])).collect();
    let paper = Paper {
        survey: dice.id(),
        title: name(0),
        opens: 0,
        closes: 1,
        grace_minutes: 10,
        k: 5,
        release: Release::AtClose,
        comments: Comments::Department,
        door: Door::Roll,
        slips: Slips::Named,
        without_script: true,
        one_by_one: false,
        strata,
        sealing_key,
        sizes: SIZES.to_vec(),
        instrument: instrument::instrument(),
    };
    let text = paper.write()?;
    work::post(folder, &text, &key)?;
    let hash = PaperHash::of(&text);
    let mut urn = SqliteConnection::establish(&folder.join("urn.db").to_string_lossy())?;
    urn.batch_execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = 20000")?;
    let mut some = Vec::new();
    for start in (0..count).step_by(BATCH) {
        let mut ballots = seal(&paper, hash, BATCH.min(count - start))?;
        // In the order of their keys, as a table is filled fastest.
        ballots.sort_unstable_by_key(|ballot| ballot.message);
        urn.transaction(|conn| ballots.iter().try_for_each(|ballot| insert(conn, paper.survey, ballot)))?;
        some = ballots;
    }
    some.truncate(BARE);
    bare(&key, hash, &some)
}

fn seal(paper: &Paper, hash: PaperHash, count: usize) -> Outcome<Vec<Sealed>> {
    on_all_cores(count, |share| {
        let dice = &mut Dice::real();
        let sealed = |stratum: &Stratum| {
            let message: [u8; 64] = dice.bytes();
            let plaintext = pad(&instrument::fields(dice), &SIZES)?;
            let content = paper.sealing_key.seal(hash, stratum.id, &message, &plaintext, dice)?;
            Ok(Sealed { message, stratum: stratum.id, content })
        };
        paper.strata.iter().cycle().take(share).map(sealed).collect::<Outcome<Vec<_>>>()
    })
}

/// As fast as they open at all, on every core at once.
fn bare(key: &OpeningKey, hash: PaperHash, ballots: &[Sealed]) -> Outcome<f64> {
    let begun = Instant::now();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let opened = on_all_cores(ballots.len() * cores, |_| {
        let key = OpeningKey::from_bytes(&key.to_bytes()).ok_or("no key")?;
        let open = |ballot: &Sealed| Ok(key.open(hash, ballot.stratum, &ballot.message, &ballot.content)?);
        ballots.iter().map(open).collect::<Outcome<Vec<_>>>()
    })?;
    let took = begun.elapsed().as_secs_f64();
    Ok(f64::from(u32::try_from(opened.len())?) / took / f64::from(u32::try_from(cores)?))
}

fn on_all_cores<T: Send>(count: usize, work: impl Fn(usize) -> Outcome<Vec<T>> + Sync) -> Outcome<Vec<T>> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let share = |core: usize| count * (core + 1) / cores - count * core / cores;
        let work = &work;
        let workers: Vec<_> = (0..cores).map(|core| scope.spawn(move || work(share(core)))).collect();
        let mut all = Vec::with_capacity(count);
        for worker in workers {
            all.extend(worker.join().map_err(|_| "a thread panicked")??);
        }
        Ok(all)
    })
}

fn insert(conn: &mut SqliteConnection, survey: SurveyId, ballot: &Sealed) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO sealed_ballots (message, survey_id, stratum_id, signature, sealed, digest, superseded, replaced)
         VALUES (?, ?, ?, ?, ?, ?, x'', ?)",
    )
    .bind::<Binary, _>(&ballot.message[..])
    .bind::<Binary, _>(survey.as_bytes())
    .bind::<Binary, _>(ballot.stratum.as_bytes())
    .bind::<Binary, _>(ballot.message.repeat(4))
    .bind::<Binary, _>(&ballot.content[..])
    .bind::<Binary, _>(&ballot.message[..16])
    .bind::<Integer, _>(0)
    .execute(conn)
    .map(drop)
}
