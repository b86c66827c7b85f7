//! Phones that listen, each on a connection and a thread of its own, and note when they have heard what.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{SocketAddr, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use super::Outcome;

/// Longer than this and something is broken.
const PATIENCE: Duration = Duration::from_secs(30);

/// When the sum of all votes was so high, as one phone has heard it.
type Notes = Arc<Mutex<Vec<(Instant, u64)>>>;

pub struct Crowd(Vec<Notes>);

/// In milliseconds, sorted.
pub struct Heard {
    /// For each press and each phone.
    pub all: Vec<f64>,
    /// For each press until the last phone has it.
    pub last: Vec<f64>,
    pub events: f64,
}

impl Crowd {
    /// Everybody has heard how things stand.
    pub fn gather(address: SocketAddr, path: &str, phones: usize) -> Outcome<Self> {
        let mut crowd = Vec::new();
        for _ in 0..phones {
            let mut stream = TcpStream::connect(address)?;
            write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n")?;
            let notes = Notes::default();
            let own = notes.clone();
            thread::Builder::new().stack_size(256 * 1024).spawn(move || listen(stream, &own))?;
            crowd.push(notes);
        }
        let crowd = Self(crowd);
        crowd.until(0)?;
        Ok(crowd)
    }

    /// What was heard until now does not count.
    pub fn begin(&self) {
        for notes in &self.0 {
            let mut notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
            notes.clear();
        }
    }

    /// Waits until everybody has heard of all of these presses.
    pub fn heard(&self, pressed: &[(u64, Instant)]) -> Outcome<Heard> {
        self.until(pressed.iter().map(|(number, _)| *number).max().unwrap_or_default())?;
        let phones: Vec<_> = self.0.iter().map(|notes| notes.lock().unwrap_or_else(PoisonError::into_inner).clone()).collect();
        let (mut all, mut last) = (Vec::new(), Vec::new());
        for (number, at) in pressed {
            let first = |notes: &Vec<(Instant, u64)>| notes.iter().find(|(_, sum)| sum >= number).map(|(heard, _)| *heard);
            let delays = phones.iter().filter_map(first).map(|heard| heard.saturating_duration_since(*at).as_secs_f64() * 1000.0);
            let delays: Vec<f64> = delays.collect();
            last.push(delays.iter().copied().fold(0.0, f64::max));
            all.extend(delays);
        }
        all.sort_by(f64::total_cmp);
        last.sort_by(f64::total_cmp);
        let events = phones.iter().map(Vec::len).sum::<usize>();
        Ok(Heard { all, last, events: f64::from(u32::try_from(events)?) })
    }

    fn until(&self, sum: u64) -> Outcome<()> {
        let begun = Instant::now();
        for notes in &self.0 {
            while notes.lock().unwrap_or_else(PoisonError::into_inner).last().is_none_or(|(_, heard)| *heard < sum) {
                if begun.elapsed() > PATIENCE {
                    return Err(format!("somebody never heard of press {sum}").into());
                }
                thread::sleep(Duration::from_millis(5));
            }
        }
        Ok(())
    }
}

/// Until the server is gone.
fn listen(stream: TcpStream, notes: &Notes) {
    for line in BufReader::with_capacity(4096, stream).lines().map_while(Result::ok) {
        let Some(told) = line.strip_prefix("data: ") else { continue };
        let at = Instant::now();
        let Ok(told) = serde_json::from_str::<Value>(told) else { continue };
        let votes = told.get("list").and_then(Value::as_array).into_iter().flatten().filter_map(|pair| pair.get(1)?.as_u64());
        notes.lock().unwrap_or_else(PoisonError::into_inner).push((at, votes.sum()));
    }
}
