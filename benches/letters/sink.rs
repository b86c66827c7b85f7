//! A mail server that takes every letter at once and keeps none.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use super::Outcome;

pub struct Sink {
    pub address: SocketAddr,
    letters: Arc<AtomicUsize>,
    bytes: Arc<AtomicUsize>,
}

impl Sink {
    pub fn open() -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let sink = Self { address: listener.local_addr()?, letters: Arc::default(), bytes: Arc::default() };
        let (letters, bytes) = (sink.letters.clone(), sink.bytes.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (letters, bytes) = (letters.clone(), bytes.clone());
                thread::spawn(move || talk(&stream, &letters, &bytes));
            }
        });
        Ok(sink)
    }

    /// How many letters, and how long they were together.
    pub fn taken(&self) -> (usize, usize) {
        (self.letters.load(Ordering::Relaxed), self.bytes.load(Ordering::Relaxed))
    }
}

fn talk(stream: &TcpStream, letters: &AtomicUsize, bytes: &AtomicUsize) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut lines = BufReader::new(stream);
    let (mut out, mut line, mut is_letter) = (stream, Vec::new(), false);
    out.write_all(b"220 sink ESMTP\r\n").ok()?;
    while lines.read_until(b'\n', &mut line).ok()? > 0 {
        if is_letter {
            bytes.fetch_add(line.len(), Ordering::Relaxed);
            if line == b".\r\n" {
                is_letter = false;
                letters.fetch_add(1, Ordering::Relaxed);
                out.write_all(b"250 taken\r\n").ok()?;
            }
        } else {
            is_letter = line.starts_with(b"DATA");
            out.write_all(if is_letter { b"354 go on\r\n" } else { b"250 ok\r\n" }).ok()?;
        }
        line.clear();
    }
    Some(())
}
