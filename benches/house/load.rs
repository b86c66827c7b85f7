//! Thirty-two browsers at once, first at one server, then at the other, again and again.
//!
//! Two threads each ask on all their connections and then read the answers. The threads share the
//! processors with the server, which dampens every ratio of rates; so the processor time that a server
//! spends on one request stands beside it.

use std::{
    io, thread,
    time::{Duration, Instant},
};

use super::{
    Outcome,
    http::{Connection, Request},
    program::Program,
    table::{Row, Table, median},
};

const THREADS: u32 = 2;
const CONNECTIONS_OF_A_THREAD: u32 = 16;
pub const CONNECTIONS: u32 = THREADS * CONNECTIONS_OF_A_THREAD;

const ROUNDS: u32 = 5;
const ROUND: Duration = Duration::from_secs(2);
const WARM_UP: Duration = Duration::from_millis(300);

/// One round at one server.
struct Round {
    requests_per_second: f64,
    processor_micros_per_request: f64,
}

/// Rounds of the house and of its limit, in pairs.
pub struct Comparison(Vec<(Round, Round)>);

pub fn compare(house: &Program, bare: &Program, request: &Request) -> Outcome<Comparison> {
    for program in [house, bare] {
        round(program, request, WARM_UP)?;
    }
    let pair = |_| Ok((round(house, request, ROUND)?, round(bare, request, ROUND)?));
    Ok(Comparison((0..ROUNDS).map(pair).collect::<Outcome<_>>()?))
}

impl Comparison {
    /// Two rows: requests per second, and processor time per request.
    pub fn report(&self, what: &str, least: Option<f64>, table: &mut Table) {
        let of = |figure: &dyn Fn(&(Round, Round)) -> f64| median(self.0.iter().map(figure));
        let target = least.map_or_else(String::new, |least| format!(", at least {least}"));
        table.add(
            Row::new(what)
                .measured(format!("{:.0}/s", of(&|(house, _)| house.requests_per_second)))
                .against(format!("bare actix {:.0}/s{target}", of(&|(_, bare)| bare.requests_per_second)))
                .ratio(of(&|(house, bare)| house.requests_per_second / bare.requests_per_second)),
        );
        table.add(
            Row::new("    its processor time")
                .measured(format!("{:.1} µs", of(&|(house, _)| house.processor_micros_per_request)))
                .against(format!("bare actix {:.1} µs", of(&|(_, bare)| bare.processor_micros_per_request)))
                .ratio(of(&|(house, bare)| house.processor_micros_per_request / bare.processor_micros_per_request)),
        );
    }
}

fn round(program: &Program, request: &Request, time: Duration) -> Outcome<Round> {
    let (begun, worked) = (Instant::now(), program.processor_time()?);
    let ask_for_a_while = || {
        let mut connections = connections(program, CONNECTIONS_OF_A_THREAD)?;
        let mut answered = 0;
        while begun.elapsed() < time {
            ask_once(&mut connections, request)?;
            answered += CONNECTIONS_OF_A_THREAD;
        }
        io::Result::Ok(answered)
    };
    let answered = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(ask_for_a_while)).collect();
        let broken = |_| Err(io::Error::other("a thread panicked"));
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(broken)).sum::<io::Result<u32>>()
    })?;
    let (took, worked) = (begun.elapsed(), program.processor_time()?.saturating_sub(worked));
    Ok(Round {
        requests_per_second: f64::from(answered) / took.as_secs_f64(),
        processor_micros_per_request: worked.as_secs_f64() * 1e6 / f64::from(answered),
    })
}

pub fn connections(program: &Program, count: u32) -> io::Result<Vec<Connection>> {
    (0..count).map(|_| Connection::open(program.address)).collect()
}

/// One request on every connection.
pub fn ask_once(connections: &mut [Connection], request: &Request) -> io::Result<()> {
    for connection in &mut *connections {
        connection.send(request)?;
    }
    connections.iter_mut().try_for_each(|connection| connection.receive().map(drop))
}
