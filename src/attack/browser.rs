//! A browser of few words: GET, HEAD and POST over a plain connection, and a jar of cookies.
//!
//! It talks to the house that is played on this machine, and to nothing else.

use std::{
    collections::BTreeMap,
    io::{self, BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

const PATIENCE: Duration = Duration::from_secs(60);

/// Where every visitor claims to come from: to be found in no log.
pub const VISITORS_ADDRESS: &str = "203.0.113.77";

const FORM: &str = "application/x-www-form-urlencoded";

const AGENT: &str = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36";

pub struct Page {
    pub status: u16,
    pub location: String,
    pub body: String,
    /// The same, where it is no text: a workbook.
    pub bytes: Vec<u8>,
}

pub struct Browser {
    address: SocketAddr,
    pub cookies: BTreeMap<String, String>,
    /// What a program shows instead of signing in.
    pub token: &'static str,
    kept: Option<BufReader<TcpStream>>,
}

impl Browser {
    pub fn new(address: SocketAddr) -> Self {
        Self { address, cookies: BTreeMap::new(), token: "", kept: None }
    }

    pub fn get(&mut self, path: &str) -> io::Result<Page> {
        self.ask("GET", path, FORM, "")
    }

    pub fn head(&mut self, path: &str) -> io::Result<u16> {
        self.ask("HEAD", path, FORM, "").map(|page| page.status)
    }

    /// What a program sends.
    pub fn post_json(&mut self, path: &str, body: &str) -> io::Result<Page> {
        self.ask("POST", path, "application/json", body)
    }

    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> io::Result<Page> {
        let body = serde_urlencoded::to_string(fields).map_err(io::Error::other)?;
        self.ask("POST", path, FORM, &body)
    }

    /// A form with a file in it, which is a text.
    pub fn post_file(&mut self, path: &str, fields: &[(&str, &str)], file: &str) -> io::Result<Page> {
        let fields = fields.iter().map(|(name, value)| format!("form-data; name=\"{name}\"\r\n\r\n{value}"));
        let file = format!("form-data; name=\"file\"; filename=\"file\"\r\n\r\n{file}");
        let parts = fields.chain([file]).map(|part| format!("--border\r\nContent-Disposition: {part}\r\n"));
        self.ask("POST", path, "multipart/form-data; boundary=border", &(parts.collect::<String>() + "--border--\r\n"))
    }

    /// Sends what no browser would send, and waits until the server has had enough.
    pub fn babble(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut stream = self.connect()?.into_inner();
        stream.write_all(bytes)?;
        stream.shutdown(std::net::Shutdown::Write)?;
        io::copy(&mut stream, &mut io::sink()).map(drop)
    }

    fn connect(&self) -> io::Result<BufReader<TcpStream>> {
        let stream = TcpStream::connect_timeout(&self.address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        Ok(BufReader::new(stream))
    }

    fn ask(&mut self, method: &str, path: &str, kind: &str, body: &str) -> io::Result<Page> {
        // A kept connection may have been closed in between; a form goes over a fresh one, for it
        // must not be sent twice.
        let kept = self.kept.take().filter(|_| method != "POST");
        if let Some(kept) = kept
            && let Ok(page) = self.exchange(kept, method, path, kind, body)
        {
            return Ok(page);
        }
        let fresh = self.connect()?;
        self.exchange(fresh, method, path, kind, body)
    }

    fn exchange(
        &mut self,
        mut stream: BufReader<TcpStream>,
        method: &str,
        path: &str,
        kind: &str,
        body: &str,
    ) -> io::Result<Page> {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let token = if self.token.is_empty() { String::new() } else { format!("Authorization: Bearer {}\r\n", self.token) };
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nUser-Agent: {AGENT}\r\nX-Forwarded-For: {VISITORS_ADDRESS}\r\n\
             {token}Cookie: {}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            cookies.join("; "),
            body.len()
        );
        stream.get_mut().write_all(request.as_bytes())?;

        let status = line(&mut stream)?.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.ok_or_else(|| io::Error::other("no HTTP"))?;
        let (mut location, mut length, mut is_kept) = (String::new(), 0, true);
        loop {
            let header = line(&mut stream)?;
            let Some((name, value)) = header.split_once(": ") else { break };
            match name.to_ascii_lowercase().as_str() {
                "location" => value.clone_into(&mut location),
                "content-length" => length = value.parse().map_err(io::Error::other)?,
                "connection" => is_kept = value != "close",
                "set-cookie" => self.take_cookie(value),
                _ => {}
            }
        }
        let mut body = Vec::new();
        if method != "HEAD" {
            stream.by_ref().take(length).read_to_end(&mut body)?;
        }
        self.kept = is_kept.then_some(stream);
        Ok(Page { status, location, body: String::from_utf8_lossy(&body).into_owned(), bytes: body })
    }

    fn take_cookie(&mut self, cookie: &str) {
        let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
        let Some((name, value)) = pair.split_once('=') else { return };
        if attributes.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

fn line(stream: &mut BufReader<TcpStream>) -> io::Result<String> {
    let mut line = String::new();
    if stream.read_line(&mut line)? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(line.trim_end().to_owned())
}

impl Page {
    /// The value of a field of a form on this page.
    pub fn field(&self, name: &str) -> Option<&str> {
        let mark = format!("name=\"{name}\"");
        let tag = self.body.split('<').find(|tag| tag.starts_with("input") && tag.contains(&mark))?;
        tag.split("value=\"").nth(1)?.split('"').next()
    }

    /// What stands in the items of a list.
    pub fn items(&self) -> impl Iterator<Item = &str> {
        self.body.split("<li>").skip(1).filter_map(|item| item.split('<').next())
    }
}
