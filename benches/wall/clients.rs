//! Many at once: each on a connection of its own, one request after the other.
//!
//! They share the processors with the server, which brings every ratio of rates nearer to one; so the
//! processor time that a server spends on one request stands beside it.

use std::{
    net::SocketAddr,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use super::{
    Outcome,
    http::{Connection, Request},
    program::Program,
};

/// JSON for a program, as docs/protocol.md has it.
pub fn post(path: &str, json: &str, expected: &'static str) -> Request {
    let head = format!("POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json");
    Request::new(format!("{head}\r\nContent-Length: {}\r\n\r\n{json}", json.len()), expected)
}

/// One go at a server.
pub struct Go {
    pub per_second: f64,
    pub processor_micros: f64,
    pub latencies: Latencies,
}

/// Sends each request once, over so many connections.
pub fn send(program: &Program, requests: &[Request], connections: usize) -> Outcome<Go> {
    let (next, worked, begun) = (AtomicUsize::new(0), program.processor_time()?, Instant::now());
    let mut latencies = Latencies::default();
    thread::scope(|scope| {
        let clients: Vec<_> = (0..connections).map(|_| scope.spawn(|| send_some(program.address, requests, &next))).collect();
        for client in clients {
            latencies.add(client.join().map_err(|_| "a client panicked")??);
        }
        Outcome::Ok(())
    })?;
    let (took, worked) = (begun.elapsed(), program.processor_time()?.saturating_sub(worked));
    let sent = f64::from(u32::try_from(requests.len())?);
    Ok(Go { per_second: sent / took.as_secs_f64(), processor_micros: worked.as_secs_f64() * 1e6 / sent, latencies })
}

fn send_some(address: SocketAddr, requests: &[Request], next: &AtomicUsize) -> Outcome<Latencies> {
    let (mut connection, mut latencies) = (Connection::open(address)?, Latencies::default());
    while let Some(request) = requests.get(next.fetch_add(1, Ordering::Relaxed)) {
        let sent = Instant::now();
        connection.ask(request)?;
        latencies.note(sent.elapsed());
    }
    Ok(latencies)
}

/// How long answers took.
#[derive(Clone, Default)]
pub struct Latencies(Vec<Duration>);

impl Latencies {
    pub fn note(&mut self, took: Duration) {
        self.0.push(took);
    }

    pub fn add(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// So many in a hundred were answered faster.
    pub fn millis(&self, percent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
        sorted.get(at).map_or(0.0, |took| took.as_secs_f64() * 1000.0)
    }

    pub fn most_millis(&self) -> f64 {
        self.millis(100)
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }
}
