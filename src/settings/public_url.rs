//! An address at which browsers reach the service.

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr, SocketAddr},
};

use super::{fault::Advice, host::host_and_port};

/// Scheme, host and port, written as a browser writes an origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    is_https: bool,
    host: String,
    port: Option<u16>,
}

impl PublicUrl {
    /// An absolute URL of http or https without path, query and fragment.
    pub fn parse(text: &str) -> Result<Self, Advice> {
        let (scheme, rest) = text
            .split_once("://")
            .ok_or_else(|| Advice::from("Write it with https:// or http://, such as https://survey.example.go.th."))?;
        let (is_https, usual_port) = match scheme.to_ascii_lowercase().as_str() {
            "https" => (true, 443),
            "http" => (false, 80),
            _ => return Err("Write an address that starts with https:// or http://.".into()),
        };
        let authority = rest.strip_suffix('/').unwrap_or(rest);
        let (host, port) = host_and_port(authority).ok_or_else(|| advice(authority))?;
        let port = port.filter(|port| *port != usual_port);
        Ok(Self { is_https, host, port })
    }

    /// The URL of this machine, when no other was written.
    ///
    /// With port 0 it is not final; see [`PublicUrl::once_bound`].
    pub(super) fn of_bind(address: SocketAddr, is_https: bool) -> Self {
        // "Every network" is no place a browser can go to.
        let ip = match address.ip() {
            ip if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
            ip => ip,
        };
        let usual_port = if is_https { 443 } else { 80 };
        let port = Some(address.port()).filter(|port| *port != usual_port);
        let host = match ip {
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => format!("[{ip}]"),
        };
        Self { is_https, host, port }
    }

    /// Puts the port the system gave in place of port 0; changes nothing else.
    #[must_use]
    pub fn once_bound(self, port: u16) -> Self {
        match self.port {
            Some(0) => Self { port: Some(port), ..self },
            _ => self,
        }
    }

    pub fn scheme_is_https(&self) -> bool {
        self.is_https
    }

    /// The host without its port; an IPv6 address in brackets.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Scheme, host and port, without a slash at the end, as in the header `Origin`.
    pub fn origin(&self) -> String {
        self.to_string()
    }

    /// The URL of a page; the path starts with a slash.
    pub fn join(&self, path: &str) -> String {
        let slash = if path.starts_with('/') { "" } else { "/" };
        format!("{self}{slash}{path}")
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.is_https { "https" } else { "http" };
        write!(f, "{scheme}://{}", self.host)?;
        match self.port {
            Some(port) => write!(f, ":{port}"),
            None => Ok(()),
        }
    }
}

fn advice(authority: &str) -> Advice {
    if authority.contains('@') {
        "Write it without user name and password, such as https://survey.example.go.th.".into()
    } else if authority.contains(['/', '?', '#']) {
        "Write the scheme and host alone, with nothing after them, such as \
         https://survey.example.go.th; the service takes the whole host."
            .into()
    } else if !authority.is_ascii() {
        "Write the host as browsers send it, in its form that starts with xn--.".into()
    } else {
        "Write a host name or an IP address, with a port from 1 to 65535 if it needs one, such as \
         https://survey.example.go.th or http://127.0.0.1:8080."
            .into()
    }
}
