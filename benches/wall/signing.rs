//! Credentials: the function that signs beside the library's private operation, and door one around it.

use std::{
    path::Path,
    thread,
    time::{Duration, Instant},
};

use clearjai::{credentials::issue::SigningKey, dice::Dice, papers::Bytes};
use openssl::rsa::Padding;
use serde_json::json;

use super::{
    Outcome, WORKERS,
    casting::CONNECTIONS,
    clients::{post, send},
    program::{Folder, Program},
    round::Round,
    settings,
    table::{Row, Table, median},
};

const PEOPLE: usize = 6_000;
const ROUNDS: usize = 5;
const ROUND: Duration = Duration::from_secs(1);

pub fn measure(binary: &Path, table: &mut Table) -> Outcome<()> {
    let folder = Folder::new()?;
    let round = Round::open(&settings(&folder), PEOPLE)?;
    let (_, raw) = round.keys().first().ok_or("no key")?;
    let key = SigningKey::from_der(&raw.private_key_to_der()?)?;
    let limit = |blinded: &[u8]| Ok(raw.private_encrypt(blinded, &mut vec![0; 256], Padding::NONE).map(drop)?);
    let ours = |blinded: &[u8]| Ok(key.sign(blinded).map(drop)?);
    let mut pairs = Vec::new();
    for _ in 0..ROUNDS {
        pairs.push((rate(&ours)?, rate(&limit)?));
    }
    let library = median(pairs.iter().map(|(_, limit)| *limit));
    table.add(
        Row::new(format!("signing, {WORKERS} threads"))
            .measured(format!("{:.0}/s", median(pairs.iter().map(|(ours, _)| *ours))))
            .against(format!("OpenSSL's RSA-2048 private {library:.0}/s, at least 0.8"))
            .ratio(median(pairs.iter().map(|(ours, limit)| ours / limit))),
    );
    door(binary, &folder, &round, library, table)
}

fn rate(sign: &(impl Fn(&[u8]) -> Outcome<()> + Sync)) -> Outcome<f64> {
    let begun = Instant::now();
    let sign_for_a_while = || {
        let (mut signed, dice) = (0_u32, &mut Dice::real());
        while begun.elapsed() < ROUND {
            sign(&blinded(dice))?;
            signed += 1;
        }
        Outcome::Ok(signed)
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..WORKERS).map(|_| scope.spawn(sign_for_a_while)).collect();
        let mut signed = 0;
        for thread in threads {
            signed += thread.join().map_err(|_| "a thread panicked")??;
        }
        Ok(f64::from(signed) / begun.elapsed().as_secs_f64())
    })
}

/// Any number below n is signed.
fn blinded(dice: &mut Dice) -> Vec<u8> {
    let mut blinded: Vec<u8> = (0..8).flat_map(|_| dice.bytes::<32>()).collect();
    if let Some(first) = blinded.first_mut() {
        *first &= 0x7f;
    }
    blinded
}

/// Everybody collects; then everybody asks for the same again.
fn door(binary: &Path, folder: &Folder, round: &Round, library: f64, table: &mut Table) -> Outcome<()> {
    let house = Program::house(binary, folder)?;
    let dice = &mut Dice::real();
    let ask = |link: &String| {
        let sent = json!({ "link": link, "blinded": Bytes(blinded(dice)) });
        post("/api/v1/credentials", &sent.to_string(), "HTTP/1.1 200 ")
    };
    let requests: Vec<_> = round.links.iter().map(ask).collect();
    for what in [format!("credentials through door one, {CONNECTIONS} connections"), "    the same once more".to_owned()] {
        let go = send(&house, &requests, CONNECTIONS)?;
        table.add(
            Row::new(what)
                .measured(format!("{:.0}/s", go.per_second))
                .against(format!("OpenSSL's RSA-2048 private {library:.0}/s"))
                .ratio(go.per_second / library),
        );
        table.add(
            Row::new("    its processor time; half, 99 in 100 within")
                .measured(format!("{:.0} µs", go.processor_micros))
                .against(format!("{:.1}; {:.1} ms", go.latencies.millis(50), go.latencies.millis(99)))
                .ratio(go.processor_micros * library / 1e6 / f64::from(u32::try_from(WORKERS)?)),
        );
    }
    Ok(())
}
