//! A host and a port, as they stand in a URL.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Splits `host`, `host:port` or `[ipv6]:port`; the host in lower case, `None` if it is not one.
pub(super) fn host_and_port(text: &str) -> Option<(String, Option<u16>)> {
    let colon = match text.rfind(']') {
        Some(bracket) => text.get(bracket..)?.find(':').map(|at| bracket + at),
        None => text.find(':'),
    };
    let (host, port) = match colon {
        Some(colon) => {
            let port: u16 = digits(text.get(colon + 1..)?)?;
            (text.get(..colon)?, Some(port))
        }
        None => (text, None),
    };
    let host = usual(&host.to_ascii_lowercase())?;
    (port != Some(0)).then_some((host, port))
}

/// A number of digits alone: Rust would also take a plus sign.
pub(super) fn digits<T: std::str::FromStr>(text: &str) -> Option<T> {
    let is_plain = text.chars().all(|c| c.is_ascii_digit());
    if is_plain { text.parse().ok() } else { None }
}

/// The host as browsers write it; `None` if it is not one.
fn usual(host: &str) -> Option<String> {
    if let Some(address) = host.strip_prefix('[') {
        let address: Ipv6Addr = address.strip_suffix(']')?.parse().ok()?;
        return Some(format!("[{address}]"));
    }
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_host = if last.chars().all(|c| c.is_ascii_digit()) {
        host.parse::<Ipv4Addr>().is_ok()
    } else {
        host.len() <= 253 && host.split('.').all(is_label)
    };
    is_host.then(|| host.to_owned())
}

fn is_label(label: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (1..=63).contains(&label.len()) && label.chars().all(is_plain) && !label.starts_with('-')
}
