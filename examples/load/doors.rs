//! Many at a door at once: each on a connection of its own, one request after the other; whoever is refused is counted.

use std::{
    net::SocketAddr,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Instant,
};

use super::{
    Outcome,
    clients::Latencies,
    http::{Connection, Request},
    program::Program,
};

/// One go at a server: what came back for each request, if it was what should come.
pub struct Go {
    pub answers: Vec<Option<Vec<u8>>>,
    pub per_second: f64,
    pub processor_micros: f64,
    pub latencies: Latencies,
    pub errors: usize,
}

/// Sends each request once, over so many connections.
pub fn send(program: &Program, requests: &[Request], connections: usize) -> Outcome<Go> {
    let (next, worked, begun) = (AtomicUsize::new(0), program.processor_time()?, Instant::now());
    let mut answers: Vec<Option<Vec<u8>>> = requests.iter().map(|_| None).collect();
    let mut latencies = Latencies::default();
    thread::scope(|scope| {
        let clients: Vec<_> = (0..connections).map(|_| scope.spawn(|| send_some(program.address, requests, &next))).collect();
        for client in clients {
            let (answered, took) = client.join().map_err(|_| "a client panicked")??;
            for (at, answer) in answered {
                if let Some(place) = answers.get_mut(at) {
                    *place = Some(answer);
                }
            }
            latencies.add(took);
        }
        Outcome::Ok(())
    })?;
    let (took, worked) = (begun.elapsed(), program.processor_time()?.saturating_sub(worked));
    let sent = f64::from(u32::try_from(requests.len())?);
    Ok(Go {
        errors: answers.iter().filter(|answer| answer.is_none()).count(),
        per_second: sent / took.as_secs_f64(),
        processor_micros: worked.as_secs_f64() * 1e6 / sent,
        answers,
        latencies,
    })
}

type Answered = (Vec<(usize, Vec<u8>)>, Latencies);

fn send_some(address: SocketAddr, requests: &[Request], next: &AtomicUsize) -> Outcome<Answered> {
    let (mut connection, mut answered, mut latencies) = (Connection::open(address)?, Vec::new(), Latencies::default());
    loop {
        let at = next.fetch_add(1, Ordering::Relaxed);
        let Some(request) = requests.get(at) else { return Ok((answered, latencies)) };
        let sent = Instant::now();
        let answer = connection.ask(request).map(|answer| answer.body.to_vec());
        latencies.note(sent.elapsed());
        match answer {
            Ok(body) => answered.push((at, body)),
            // What was left of the answer may still be on its way.
            Err(_) => connection = Connection::open(address)?,
        }
    }
}
