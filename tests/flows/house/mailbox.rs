//! The letters of a house, read back from the folder where they were put down.

use std::{fs, path::Path};

#[derive(Debug, Clone)]
pub struct Letter {
    pub raw: String,
}

pub fn letters(folder: &Path) -> Vec<Letter> {
    let Ok(files) = fs::read_dir(folder.join("letters")) else { return Vec::new() };
    let mut files: Vec<_> = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
        .map(|path| (fs::metadata(&path).unwrap().modified().unwrap(), path))
        .collect();
    files.sort();
    files.into_iter().map(|(_, path)| Letter { raw: fs::read_to_string(path).unwrap() }).collect()
}

#[track_caller]
pub fn latest_to(folder: &Path, address: &str) -> Letter {
    letters(folder)
        .into_iter()
        .rfind(|letter| letter.header("To").contains(address))
        .unwrap_or_else(|| panic!("there is no letter to {address}"))
}

impl Letter {
    pub fn header(&self, name: &str) -> String {
        let head = self.raw.split("\r\n\r\n").next().unwrap_or_default().replace("\r\n ", " ");
        head.lines().find_map(|line| line.strip_prefix(&format!("{name}: "))).unwrap_or_default().to_owned()
    }

    /// The plain text part.
    pub fn text(&self) -> String {
        let part = self
            .raw
            .split("Content-Type: text/plain")
            .nth(1)
            .and_then(|part| part.split_once("\r\n\r\n"))
            .map_or("", |(_, body)| body);
        let (head, body) = (self.raw.split("Content-Type: text/plain").nth(1).unwrap_or_default(), part);
        let body = body.split("\r\n--").next().unwrap_or_default();
        if head.split("\r\n\r\n").next().unwrap_or_default().contains("base64") {
            let packed: String = body.split_whitespace().collect();
            String::from_utf8(data_encoding::BASE64.decode(packed.as_bytes()).unwrap()).unwrap()
        } else {
            quoted_printable(body)
        }
    }

    /// The address of the first link, without the host.
    #[track_caller]
    pub fn link(&self) -> String {
        let text = self.text();
        let start = text.find("http://clear.example").unwrap_or_else(|| panic!("no link in {text}"));
        let link = text[start..].split_whitespace().next().unwrap();
        link.trim_start_matches("http://clear.example").to_owned()
    }
}

fn quoted_printable(body: &str) -> String {
    let body = body.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = body.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'=' {
            let code = [rest.next().unwrap_or(b'0'), rest.next().unwrap_or(b'0')];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&code).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}
