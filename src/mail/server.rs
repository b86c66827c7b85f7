//! The mail server's address as it is set, and how it wants to be spoken to.

use std::fmt;

use lettre::transport::smtp::{authentication::Credentials, client::TlsParameters, extension::ClientId};
use percent_encoding::percent_decode_str;
use tokio_native_tls::TlsConnector;

#[derive(Clone)]
pub(super) struct Server {
    pub host: String,
    pub port: u16,
    pub tls: Tls,
    pub credentials: Option<Credentials>,
    /// As whom we present ourselves.
    pub hello: ClientId,
}

#[derive(Clone)]
pub(super) enum Tls {
    None,
    Opportunistic(TlsParameters),
    Required(TlsParameters),
    /// From the first byte on.
    Wrapped(TlsConnector),
}

/// What is wrong with the address of the mail server.
#[derive(Debug, thiserror::Error)]
#[error(
    "CLEARJAI_SMTP_URL does not name a mail server ({0}). Write smtp://name:password@host:587?tls=required, smtps://…, or folder:PATH."
)]
pub struct NoTransport(String);

fn fault(reason: &dyn fmt::Display) -> NoTransport {
    NoTransport(reason.to_string())
}

impl Server {
    pub fn by_url(url: &str) -> Result<Self, NoTransport> {
        let (scheme, rest) = url.split_once("://").ok_or_else(|| fault(&"it has no scheme"))?;
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, hello) = rest.split_once('/').unwrap_or((rest, ""));
        let (user, address) = authority.rsplit_once('@').map_or((None, authority), |(user, address)| (Some(user), address));
        let (host, port) = host_and_port(address)?;
        let wanted = query.split('&').find_map(|part| part.strip_prefix("tls="));
        let starttls = || TlsParameters::new(host.clone()).map_err(|reason| fault(&reason));
        let (tls, usual_port) = match (scheme, wanted) {
            ("smtp", None) => (Tls::None, 25),
            ("smtp", Some("opportunistic")) => (Tls::Opportunistic(starttls()?), 587),
            ("smtp", Some("required")) => (Tls::Required(starttls()?), 587),
            ("smtps", _) => (Tls::Wrapped(native_tls::TlsConnector::new().map_err(|reason| fault(&reason))?.into()), 465),
            _ => return Err(fault(&"it asks for something that is not known")),
        };
        let hello = if hello.is_empty() { ClientId::default() } else { ClientId::Domain(hello.trim_matches('/').to_owned()) };
        let credentials = user.map(credentials).transpose()?;
        Ok(Self { host, port: port.unwrap_or(usual_port), tls, credentials, hello })
    }
}

fn host_and_port(address: &str) -> Result<(String, Option<u16>), NoTransport> {
    let (host, port) = match address.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, after)) => (host, after.strip_prefix(':')),
        None => address.split_once(':').map_or((address, None), |(host, port)| (host, Some(port))),
    };
    if host.is_empty() {
        return Err(fault(&"it has no host"));
    }
    let port = port.map(str::parse).transpose().map_err(|reason| fault(&reason))?;
    Ok((host.to_owned(), port))
}

fn credentials(user: &str) -> Result<Credentials, NoTransport> {
    let plain = |text: &str| percent_decode_str(text).decode_utf8().map(String::from).map_err(|reason| fault(&reason));
    let (name, password) = user.split_once(':').ok_or_else(|| fault(&"it has a name without a password"))?;
    Ok(Credentials::new(plain(name)?, plain(password)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str) -> (String, u16, &'static str, bool) {
        let server = Server::by_url(url).unwrap();
        let tls = match server.tls {
            Tls::None => "none",
            Tls::Opportunistic(_) => "opportunistic",
            Tls::Required(_) => "required",
            Tls::Wrapped(_) => "wrapped",
        };
        (server.host, server.port, tls, server.credentials.is_some())
    }

    #[test]
    fn every_form_that_the_settings_take_is_understood() {
        assert_eq!(read("smtp://127.0.0.1"), ("127.0.0.1".into(), 25, "none", false));
        assert_eq!(read("smtp://[::1]:2525"), ("::1".into(), 2525, "none", false));
        assert_eq!(read("smtp://u:p@host.th:587?tls=required"), ("host.th".into(), 587, "required", true));
        assert_eq!(read("smtp://u:p@host.th?tls=opportunistic"), ("host.th".into(), 587, "opportunistic", true));
        assert_eq!(read("smtps://u:p@host.th"), ("host.th".into(), 465, "wrapped", true));
    }

    #[test]
    fn signs_in_names_and_passwords_are_written_as_in_addresses() {
        let server = Server::by_url("smtps://user%40host.th:p%2F%3Fw%E0%B8%81@host.th").unwrap();
        assert_eq!(server.credentials, Some(Credentials::new("user@host.th".into(), "p/?wก".into())));
    }

    #[test]
    fn what_names_no_server_is_refused() {
        for url in ["host", "http://host", "smtp://", "smtp://host?tls=maybe", "smtp://host:port", "smtp://name@host"] {
            assert!(Server::by_url(url).is_err(), "{url}");
        }
    }
}
