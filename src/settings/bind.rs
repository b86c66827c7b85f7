//! Where the program listens.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use super::{fault::Advice, host::digits};

pub(super) const DEFAULT: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);

/// One or several addresses with their ports; `localhost` is 127.0.0.1.
pub(super) fn parse(text: &str) -> Result<Vec<SocketAddr>, Advice> {
    text.split(',').map(|part| one(part.trim())).collect()
}

fn one(text: &str) -> Result<SocketAddr, Advice> {
    if let Some(port) = text.strip_prefix("localhost:").and_then(digits) {
        return Ok(SocketAddr::new(DEFAULT.ip(), port));
    }
    text.parse().map_err(|_| advice(text))
}

fn advice(text: &str) -> Advice {
    let port = digits::<u16>(text.strip_prefix(':').unwrap_or(text));
    if let (Some(port), false) = (port, text.is_empty()) {
        return format!(
            "Write the address too: 127.0.0.1:{port} for this machine alone, \
             0.0.0.0:{port} for every network."
        )
        .into();
    }
    if let Ok(address) = text.parse::<IpAddr>() {
        return format!("Write the port too, such as {}.", SocketAddr::new(address, 8080)).into();
    }
    if let Some((address, port)) = text.rsplit_once(':')
        && let (Ok(address), Some(port)) = (address.parse::<Ipv6Addr>(), digits(port))
    {
        return format!("Write {}.", SocketAddr::new(address.into(), port)).into();
    }
    "Write an address and a port, such as 127.0.0.1:8080.".into()
}
