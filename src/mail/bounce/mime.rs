//! As much of MIME as it takes to find one part of a message.

use data_encoding::BASE64;

/// Deeper than this, nobody wraps a report.
const DEEPEST: usize = 5;

/// A message, or a part of one: its fields, and what comes after them.
pub(super) struct Part {
    fields: Vec<(String, String)>,
    body: String,
}

impl Part {
    /// Lines may end in any way; what is no UTF-8 is in nothing that is read here.
    pub fn read(bytes: &[u8]) -> Self {
        Self::parse(&String::from_utf8_lossy(bytes).replace("\r\n", "\n").replace('\r', "\n"))
    }

    fn parse(text: &str) -> Self {
        // A part may have no fields at all.
        let (head, body) = match text.strip_prefix('\n') {
            Some(body) => ("", body),
            None => text.split_once("\n\n").unwrap_or((text, "")),
        };
        Self { fields: fields(head), body: body.to_owned() }
    }

    fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
    }

    /// `multipart/report`, in small letters.
    fn kind(&self) -> String {
        self.field("content-type").split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    fn parameter(&self, name: &str) -> Option<String> {
        parameters(self.field("content-type")).into_iter().find(|(found, _)| found == name).map(|(_, value)| value)
    }

    /// What the report of this message says for machines. A report may be wrapped, as by somebody who
    /// forwards it; what it brings back is not looked into.
    pub fn delivery_status(&self) -> Option<String> {
        self.search(0)
    }

    fn search(&self, depth: usize) -> Option<String> {
        let kind = self.kind();
        if depth > DEEPEST {
            return None;
        }
        if kind == "multipart/report" {
            let is_ours = self.parameter("report-type").is_none_or(|kind| kind.eq_ignore_ascii_case("delivery-status"));
            let mut parts = self.parts().into_iter().filter(|_| is_ours);
            let status =
                parts.find(|part| ["message/delivery-status", "message/global-delivery-status"].contains(&part.kind().as_str()));
            return status.map(|part| part.decoded());
        }
        if kind.starts_with("multipart/") {
            return self.parts().iter().find_map(|part| part.search(depth + 1));
        }
        (kind == "message/rfc822").then(|| Self::parse(&self.decoded()).search(depth + 1)).flatten()
    }

    fn parts(&self) -> Vec<Self> {
        let Some(boundary) = self.parameter("boundary").filter(|boundary| !boundary.is_empty()) else { return Vec::new() };
        let (between, end) = (format!("--{boundary}"), format!("--{boundary}--"));
        let (mut parts, mut part): (Vec<Self>, Option<String>) = (Vec::new(), None);
        for line in self.body.split('\n') {
            let is_end = line.trim_end() == end;
            if is_end || line.trim_end() == between {
                parts.extend(part.take().map(|text| Self::parse(&text)));
                if is_end {
                    return parts;
                }
                part = Some(String::new());
            } else if let Some(part) = &mut part {
                part.push_str(line);
                part.push('\n');
            }
        }
        parts.extend(part.map(|text| Self::parse(&text)));
        parts
    }

    fn decoded(&self) -> String {
        let bytes = match self.field("content-transfer-encoding").trim().to_ascii_lowercase().as_str() {
            "base64" => {
                let digits: String = self.body.split_whitespace().collect();
                BASE64.decode(digits.as_bytes()).unwrap_or_default()
            }
            "quoted-printable" => from_quoted(&self.body),
            _ => return self.body.clone(),
        };
        String::from_utf8_lossy(&bytes).replace("\r\n", "\n")
    }
}

/// Names in small letters, folded lines in one.
pub(super) fn fields(text: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    fields
}

/// `; name="a value"; other=value`
fn parameters(value: &str) -> Vec<(String, String)> {
    let (mut parameters, mut rest) = (Vec::new(), value.split_once(';').map_or("", |(_, rest)| rest));
    while let Some((name, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let (value, next) = match after.strip_prefix('"').and_then(|quoted| quoted.split_once('"')) {
            Some((value, next)) => (value, next),
            None => after.split_once(';').unwrap_or((after, "")),
        };
        parameters.push((name.trim_matches([' ', ';', '\t']).to_ascii_lowercase(), value.trim().to_owned()));
        rest = next;
    }
    parameters
}

fn from_quoted(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let joined = text.replace("=\n", "");
    let mut rest = joined.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let pair = after.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        if let Some(byte) = pair.filter(|_| first == b'=').and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    bytes
}
