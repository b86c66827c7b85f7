//! Just enough HTTP to ask and to know where an answer ends. Kept alive, one request at a time.

use std::{
    io::{Error, Read, Result, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

pub const AS_BROWSERS_ASK: &str = "br, gzip";

/// Longer than this and something is broken.
const PATIENCE: Duration = Duration::from_secs(30);

/// A request, ready to be sent.
pub struct Request {
    text: String,
    /// What the answer must begin with.
    expected: &'static str,
}

impl Request {
    /// Anything at all, and what its answer must begin with.
    pub const fn new(text: String, expected: &'static str) -> Self {
        Self { text, expected }
    }

    /// With no encodings the answer comes as it is.
    pub fn get(path: &str, encodings: &str) -> Self {
        let accept = if encodings.is_empty() { String::new() } else { format!("Accept-Encoding: {encodings}\r\n") };
        Self::new(format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{accept}\r\n"), "HTTP/1.1 200 ")
    }

    /// The page as somebody signed in sees it.
    pub fn get_as(path: &str, cookie: &str) -> Self {
        Self::new(format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n"), "HTTP/1.1 200 ")
    }

    /// A form that the server must find fault with.
    pub fn post_in_vain(path: &str, cookie: &str, form: &str) -> Self {
        Self::post(path, cookie, form, "HTTP/1.1 422 ")
    }

    /// A form that the server must accept, and lead on to another page.
    pub fn post_to_be_led_on(path: &str, cookie: &str, form: &str) -> Self {
        Self::post(path, cookie, form, "HTTP/1.1 303 ")
    }

    fn post(path: &str, cookie: &str, form: &str, expected: &'static str) -> Self {
        let (kind, length) = ("application/x-www-form-urlencoded", form.len());
        let head = format!("POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\nContent-Type: {kind}");
        Self::new(format!("{head}\r\nContent-Length: {length}\r\n\r\n{form}"), expected)
    }
}

/// What came, as it travelled.
pub struct Answer<'received> {
    pub head: &'received [u8],
    pub body: &'received [u8],
}

impl<'received> Answer<'received> {
    pub fn cookie(&self) -> Option<&'received str> {
        value(str::from_utf8(self.head).ok()?, "set-cookie")?.split(';').next()
    }
}

pub struct Connection {
    stream: TcpStream,
    received: Vec<u8>,
    expected: &'static str,
}

impl Connection {
    pub fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream, received: vec![0; 256 * 1024], expected: "" })
    }

    pub fn ask(&mut self, request: &Request) -> Result<Answer<'_>> {
        self.send(request)?;
        self.receive()
    }

    pub fn send(&mut self, request: &Request) -> Result<()> {
        self.expected = request.expected;
        self.stream.write_all(request.text.as_bytes())
    }

    /// Waits for the whole answer; an error unless it is the one expected.
    pub fn receive(&mut self) -> Result<Answer<'_>> {
        let mut filled = 0;
        let (head, end) = loop {
            let room = self.received.get_mut(filled..).unwrap_or_default();
            match self.stream.read(room)? {
                0 => return Err(Error::other("an answer ended early, or is too long")),
                count => filled += count,
            }
            if let Some(borders) = borders(self.received.get(..filled).unwrap_or_default(), self.expected)? {
                break borders;
            }
        };
        let (head, rest) = self.received.split_at(head);
        Ok(Answer { head, body: rest.get(..end - head.len()).unwrap_or_default() })
    }
}

/// Where the head of an answer ends and where its body does; none while parts are missing.
fn borders(bytes: &[u8], expected: &str) -> Result<Option<(usize, usize)>> {
    let Some(blank) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { return Ok(None) };
    let head = blank + 4;
    let (head_bytes, body) = bytes.split_at(head);
    let text = str::from_utf8(head_bytes).map_err(Error::other)?;
    if !text.starts_with(expected) {
        return Err(Error::other(format!("not {expected} but {}", text.lines().next().unwrap_or_default())));
    }
    let length = match (value(text, "content-length"), value(text, "transfer-encoding")) {
        (Some(length), _) => Some(length.parse().map_err(Error::other)?),
        (None, Some("chunked")) => length_of_chunks(body),
        _ => return Err(Error::other("an answer without a length")),
    };
    Ok(length.map(|length| head + length).filter(|end| *end <= bytes.len()).map(|end| (head, end)))
}

fn value<'head>(head: &'head str, name: &str) -> Option<&'head str> {
    let mut fields = head.lines().filter_map(|line| line.split_once(": "));
    fields.find_map(|(field, value)| field.eq_ignore_ascii_case(name).then_some(value))
}

/// None while the last chunk is missing.
fn length_of_chunks(body: &[u8]) -> Option<usize> {
    let mut rest = body;
    loop {
        let line = rest.windows(2).position(|two| two == b"\r\n")?;
        let size = usize::from_str_radix(str::from_utf8(rest.get(..line)?).ok()?, 16).ok()?;
        rest = rest.get(line + 2 + size + 2..)?;
        if size == 0 {
            return Some(body.len() - rest.len());
        }
    }
}
