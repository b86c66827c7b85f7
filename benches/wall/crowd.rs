//! A department that hands in from one address: 3,000 people in five minutes, through both doors, with the pages
//! they see on the way; and the same 3,000 as fast as they come.
//!
//! Everybody has two connections of their own, one to each door, blinds, finalizes and seals as a browser
//! does. Scripts and stylesheet are in their browsers' caches.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use clearjai::{
    credentials::{client::Blinding, verify::Receipt},
    dice::Dice,
    papers::{Bytes, PaperHash, pad},
};
use serde_json::{Value, json};

use super::{
    Outcome,
    ballots::sent,
    clients::{Latencies, post},
    http::{AS_BROWSERS_ASK, Connection, Request},
    program::{Folder, Program},
    round::Round,
    settings,
    table::{Row, Table, megabytes},
};

const PEOPLE: u32 = 3_000;
const MINUTES_5: Duration = Duration::from_secs(300);
/// At the same time, at most.
const AT_ONCE: usize = 64;

/// What they see on the way, behind their links.
const PAGES: [(&str, &str); 2] = [("start page", ""), ("answer page", "/answer")];

type Timed = BTreeMap<&'static str, Latencies>;

pub fn measure(binary: &Path, table: &mut Table) -> Outcome<()> {
    for (what, time) in [("as fast as they come", Duration::ZERO), ("in five minutes", MINUTES_5)] {
        let folder = Folder::new()?;
        let round = Round::open(&settings(&folder), usize::try_from(PEOPLE)?)?;
        let house = Program::house(binary, &folder)?;
        let (begun, worked) = (Instant::now(), house.processor_time()?);
        let timed = crowd(&round, house.address, time)?;
        let (took, worked) = (begun.elapsed(), house.processor_time()?.saturating_sub(worked));
        report(&format!("{PEOPLE} people {what}"), &timed, took, worked, table);
        if let Some(bytes) = house.memory("status", "VmHWM") {
            table.add(Row::new("    most memory").measured(megabytes(bytes)));
        }
    }
    Ok(())
}

/// Everybody comes at a moment of their own, one after the other.
fn crowd(round: &Round, address: SocketAddr, time: Duration) -> Outcome<Timed> {
    let pages = pages_there(round, address)?;
    let (next, begun) = (AtomicUsize::new(0), Instant::now());
    let some = || {
        let mut timed = Timed::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(link) = round.links.get(number) else { return Outcome::Ok(timed) };
            let comes = time * u32::try_from(number)? / PEOPLE;
            thread::sleep(comes.saturating_sub(begun.elapsed()));
            hand_in(round, &pages, link, address, &mut timed)?;
        }
    };
    thread::scope(|scope| {
        let all: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(some)).collect();
        let mut timed = Timed::new();
        for one in all {
            for (what, latencies) in one.join().map_err(|_| "somebody panicked")?? {
                timed.entry(what).or_default().add(latencies);
            }
        }
        Ok(timed)
    })
}

fn hand_in(round: &Round, pages: &[(&'static str, &str)], link: &str, address: SocketAddr, timed: &mut Timed) -> Outcome<()> {
    let dice = &mut Dice::real();
    let (mut door_one, mut door_two) = (Connection::open(address)?, Connection::open(address)?);
    for (what, path) in pages {
        ask(&mut door_one, what, &Request::get(&format!("/t/{link}{path}"), AS_BROWSERS_ASK), timed)?;
    }
    let asked = json!({ "link": link }).to_string();
    let looked = json_of(ask(&mut door_one, "link", &post("/api/v1/links", &asked, "HTTP/1.1 200 "), timed)?)?;
    let stratum = looked.get("stratum").and_then(serde_json::Value::as_str).unwrap_or_default().parse()?;
    let paper = format!("/api/v1/papers/{}", round.survey);
    ask(&mut door_two, "paper", &Request::get(&paper, AS_BROWSERS_ASK), timed)?;

    let message = Receipt::parse(&dice.digits(24))?.message(round.survey);
    let key = &round.paper.stratum(stratum).ok_or("no such stratum")?.key.0;
    let blinding = Blinding::new(key, message.clone(), &dice.bytes())?;
    let wanted = json!({ "link": link, "blinded": Bytes(blinding.blinded.clone()) }).to_string();
    let signed = json_of(ask(&mut door_one, "credential", &post("/api/v1/credentials", &wanted, "HTTP/1.1 200 "), timed)?)?;
    let signed: Bytes = serde_json::from_value(signed.get("signature").cloned().unwrap_or_default())?;
    let signature = blinding.finalize(&signed.0)?;

    let answers: Vec<_> = (1..=30).map(|number| (format!("i{number}"), "3".to_owned())).collect();
    let plaintext = pad(&answers, &round.paper.sizes)?;
    let hash = PaperHash::of(&round.text);
    let sealed = round.paper.sealing_key.seal(hash, stratum, message.as_bytes(), &plaintext, dice)?;
    ask(&mut door_two, "ballot", &sent(round.survey, stratum, &message, &signature, sealed), timed)?;
    Ok(())
}

/// A program that is older than its pages is measured without them.
fn pages_there(round: &Round, address: SocketAddr) -> Outcome<Vec<(&'static str, &'static str)>> {
    let link = round.links.first().ok_or("nobody is on the roll")?;
    let mut there = Vec::new();
    for (what, path) in PAGES {
        let head = format!("GET /t/{link}{path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        let answer = Connection::open(address)?.ask(&Request::new(head, "HTTP/1.1 "))?.head.starts_with(b"HTTP/1.1 200 ");
        if answer {
            there.push((what, path));
        }
    }
    Ok(there)
}

fn ask<'it>(connection: &'it mut Connection, what: &'static str, request: &Request, timed: &mut Timed) -> Outcome<&'it [u8]> {
    let begun = Instant::now();
    let body = connection.ask(request)?.body;
    let took = begun.elapsed();
    timed.entry(what).or_default().note(took);
    timed.entry("all requests").or_default().note(took);
    Ok(body)
}

fn json_of(body: &[u8]) -> Outcome<Value> {
    Ok(serde_json::from_slice(body)?)
}

fn report(what: &str, timed: &Timed, took: Duration, worked: Duration, table: &mut Table) {
    let each = worked.as_secs_f64() * 1000.0 / f64::from(PEOPLE);
    table.add(
        Row::new(what)
            .measured(format!("{:.1} s", took.as_secs_f64()))
            .against(format!("{:.0} people/s, processor time {each:.2} ms each", f64::from(PEOPLE) / took.as_secs_f64())),
    );
    for (name, latencies) in timed {
        let [half, most, nearly_all] = [50, 95, 99].map(|percent| latencies.millis(percent));
        table.add(
            Row::new(format!("    {name} ({}): half, 95, 99 in 100", latencies.count()))
                .measured(format!("{half:.1}; {most:.1}; {nearly_all:.1} ms"))
                .against(format!("95 in 100 within 300 ms; longest {:.1} ms", latencies.most_millis()))
                .ratio(most / 300.0),
        );
    }
}
