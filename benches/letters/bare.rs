//! The same conversations as bare as they can be had: no database, no letter, nothing to remember.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{SocketAddr, TcpStream},
    thread,
};

use super::Outcome;

pub fn send(to: &SocketAddr, letters: usize, conversations: usize, bytes: usize) -> Outcome<()> {
    let letter = format!("{}\r\n.\r\n", "bare line of text\r\n".repeat(bytes / 19));
    thread::scope(|threads| {
        let speaking: Vec<_> =
            (0..conversations).map(|_| threads.spawn(|| speak(to, letters / conversations, letter.as_bytes()))).collect();
        speaking.into_iter().try_for_each(|one| one.join().map_err(|_| "a bare client fell")?)
    })
}

fn speak(to: &SocketAddr, letters: usize, letter: &[u8]) -> Outcome<()> {
    let stream = TcpStream::connect(to)?;
    stream.set_nodelay(true)?;
    let (mut lines, mut out, mut line) = (BufReader::new(&stream), &stream, String::new());
    lines.read_line(&mut line)?;
    let mut say = |words: &[u8]| -> Outcome<()> {
        out.write_all(words)?;
        line.clear();
        lines.read_line(&mut line)?;
        Ok(())
    };
    say(b"EHLO bare\r\n")?;
    for _ in 0..letters {
        say(b"MAIL FROM:<no-reply@example.go.th>\r\n")?;
        say(b"RCPT TO:<person@example.go.th>\r\n")?;
        say(b"DATA\r\n")?;
        say(letter)?;
    }
    Ok(())
}
