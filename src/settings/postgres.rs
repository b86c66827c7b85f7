//! Which database and schema a `PostgreSQL` URL names, read as libpq reads it.
//!
//! See <https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS>.

use super::{fault::Advice, host::digits};

const ESCAPES: &str = "In a user name or password write @ as %40, : as %3A, / as %2F, ? as %3F, \
                       # as %23 and % as %25.";

/// What tells one database from another; who signs in does not matter.
#[derive(PartialEq, Eq)]
pub(super) struct Target {
    hosts: Vec<String>,
    ports: Vec<u16>,
    database: String,
    schema: String,
}

impl Target {
    pub fn parse(url: &str) -> Result<Self, Advice> {
        let (_, rest) = url.split_once("://").unwrap_or_default();
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, path) = place.split_once('/').unwrap_or((place, ""));
        let servers = match authority.rsplit_once('@') {
            Some((user, servers)) if !user.contains('@') => servers,
            Some(_) => return Err(ESCAPES.into()),
            None => authority,
        };
        let is_broken_by_password = path.contains('@') || decoded(rest).is_none();
        if is_broken_by_password {
            return Err(ESCAPES.into());
        }
        let (hosts, ports) = hosts_and_ports(servers, query)?;
        let database = parameter(query, "dbname").or_else(|| decoded(path));
        let database = database
            .filter(|name| !name.is_empty())
            .ok_or_else(|| Advice::from("Write the name of the database too: postgres://user:password@host/database."))?;
        let options = parameter(query, "options").unwrap_or_default();
        Ok(Self { hosts, ports, database, schema: schema(&options) })
    }
}

fn hosts_and_ports(servers: &str, query: &str) -> Result<(Vec<String>, Vec<u16>), Advice> {
    let (mut hosts, mut ports) = (Vec::new(), Vec::new());
    for server in servers.split(',') {
        let start = server.rfind(']').unwrap_or_default();
        let (host, port) = match server.get(start..).and_then(|end| end.find(':')) {
            Some(colon) => server.split_at_checked(start + colon).unwrap_or_default(),
            None => (server, ""),
        };
        hosts.push(decoded(host).unwrap_or_default());
        ports.push(port.trim_start_matches(':').to_owned());
    }
    let written = parameter(query, "hostaddr").or_else(|| parameter(query, "host"));
    if let Some(written) = written {
        hosts = written.split(',').map(str::to_owned).collect();
    }
    if let Some(written) = parameter(query, "port") {
        ports = written.split(',').map(str::to_owned).collect();
    }
    let ports: Option<Vec<u16>> = ports.iter().map(|port| port_or_usual(port)).collect();
    let ports = ports.ok_or_else(|| {
        Advice::from(format!(
            "Write the port as a number from 1 to 65535, such as postgres://user:password@host:5432/database. {ESCAPES}"
        ))
    })?;
    Ok((hosts.iter().map(|host| usual_host(host)).collect(), ports))
}

fn port_or_usual(port: &str) -> Option<u16> {
    match port {
        "" => Some(5432),
        port => digits(port).filter(|port| *port != 0),
    }
}

/// One name for this machine, in lower case for all others.
fn usual_host(host: &str) -> String {
    match host.to_ascii_lowercase().as_str() {
        "" | "127.0.0.1" | "[::1]" | "::1" => "localhost".to_owned(),
        // A folder of Unix sockets.
        host if host.starts_with('/') => "localhost".to_owned(),
        host => host.to_owned(),
    }
}

fn parameter(query: &str, name: &str) -> Option<String> {
    let mut parts = query.split('&').filter_map(|part| part.split_once('='));
    let (_, value) = parts.rfind(|(key, _)| *key == name)?;
    decoded(value)
}

/// The schema that new tables go to: the first of the search path.
fn schema(options: &str) -> String {
    let Some((_, path)) = options.rsplit_once("search_path=") else {
        return "public".to_owned();
    };
    let path = path.split_whitespace().next().unwrap_or_default();
    let first = path.split(',').next().unwrap_or_default();
    match first.trim_matches('\\').strip_prefix('"') {
        Some(quoted) => quoted.trim_end_matches('"').to_owned(),
        None => first.to_ascii_lowercase(),
    }
}

/// `None` if a percent sign starts no escape or the result is not text.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut parts = text.split('%');
    bytes.extend(parts.next()?.bytes());
    for part in parts {
        let (escape, rest) = part.split_at_checked(2)?;
        let is_hex = escape.chars().all(|c| c.is_ascii_hexdigit());
        let byte = u8::from_str_radix(escape, 16).ok()?;
        if !is_hex || byte == 0 {
            return None;
        }
        bytes.push(byte);
        bytes.extend(rest.bytes());
    }
    String::from_utf8(bytes).ok()
}
