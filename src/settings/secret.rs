//! Values that must not be shown, and addresses shown without their password.

use std::fmt;

/// Settings whose value may hold a password.
const BEARERS: [&str; 3] = ["CLEARJAI_REGISTER_URL", "CLEARJAI_URN_URL", "CLEARJAI_SMTP_URL"];

/// Parts of a query that never hold a secret; the values of all others are hidden.
const HARMLESS: [&str; 10] =
    ["application_name", "connect_timeout", "dbname", "host", "options", "port", "sslmode", "sslrootcert", "tls", "user"];

const LONGEST_SHOWN: usize = 100;

/// A text that neither `Debug` nor any fault shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself, for the one place that needs it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The value as a fault may show it; `None` if that might give a secret away.
pub(super) fn presentable(name: &str, value: &str) -> Option<String> {
    if ["CLEARJAI_MASTER_KEY", "CLEARJAI_METRICS_TOKEN"].contains(&name) {
        return None;
    }
    if value.contains("://") {
        return Some(printable(&masked(value)));
    }
    let is_suspect = value.contains(['@', '=']) || name == "CLEARJAI_SMTP_URL";
    if BEARERS.contains(&name) && is_suspect && !value.starts_with("folder:") {
        return None;
    }
    Some(printable(value))
}

/// A URL with `…` for its password and for whatever else might be secret.
///
/// Meant for broken URLs too, so it rather hides too much: an unescaped `@`, `/`, `?` or `#` in a
/// password must not bring a part of it to light.
pub(super) fn masked(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return "…".to_owned();
    };
    if !scheme.chars().all(|c| c.is_ascii_alphanumeric()) {
        return "…".to_owned();
    }
    let (user, place) = match rest.rsplit_once('@') {
        Some((user, place)) => (masked_user(user), place),
        None => (String::new(), rest),
    };
    let (place, fragment) = match place.split_once('#') {
        Some((place, _)) => (place, "#…"),
        None => (place, ""),
    };
    let (place, query) = match place.split_once('?') {
        Some((place, query)) => (place, masked_query(query)),
        None => (place, String::new()),
    };
    let authority = place.split('/').next().unwrap_or_default();
    match authority.split(',').find(|host| !has_clean_port(host)) {
        Some(host) => {
            let start = host.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}{start}:…")
        }
        None => format!("{scheme}://{user}{place}{query}{fragment}"),
    }
}

fn masked_user(user: &str) -> String {
    match user.split_once([':', '/', '?', '#']) {
        Some((name, _)) => format!("{name}:…@"),
        None => format!("{user}@"),
    }
}

fn masked_query(query: &str) -> String {
    let parts = query.split('&').map(|part| match part.split_once('=') {
        Some((key, _)) if HARMLESS.contains(&key) => part.to_owned(),
        Some((key, _)) => format!("{key}=…"),
        None => "…".to_owned(),
    });
    format!("?{}", parts.collect::<Vec<_>>().join("&"))
}

/// Whether what follows the colon is a port, and not half of `user:password`.
fn has_clean_port(host: &str) -> bool {
    let after_brackets = host.rsplit(']').next().unwrap_or_default();
    match after_brackets.split_once(':') {
        Some((_, port)) => port.chars().all(|c| c.is_ascii_digit()),
        None => true,
    }
}

/// One line of bounded length, with control characters spelt out.
pub(super) fn printable(text: &str) -> String {
    let mut shown = String::new();
    for (count, c) in text.chars().enumerate() {
        if count == LONGEST_SHOWN {
            shown.push('…');
            break;
        }
        if c.is_control() {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}
