//! How letters leave, and from whom.

use std::{fmt, path::PathBuf};

use super::{
    fault::Advice,
    host::host_and_port,
    secret::{Secret, masked},
};

const ESCAPES: &str = "In a user name or password write / as %2F, ? as %3F, # as %23 and % as %25.";

/// Shows itself without its password.
#[derive(Clone, PartialEq, Eq)]
pub enum MailRoute {
    /// A URL as lettre takes it, with its password.
    Smtp(Secret),
    /// Every letter becomes a file: for trying out, and for the first hours of an installation.
    Folder(PathBuf),
}

impl MailRoute {
    /// `smtp://…`, `smtps://…` or `folder:PATH`.
    pub fn parse(text: &str) -> Result<Self, Advice> {
        if let Some(path) = text.strip_prefix("folder:") {
            return folder(path);
        }
        match text.split_once("://") {
            Some(("smtp" | "smtps", rest)) => smtp(rest)?,
            _ => {
                return Err("Write smtps://user:password@host, \
                            smtp://user:password@host:587?tls=required, or folder: and a path."
                    .into());
            }
        }
        Ok(Self::Smtp(Secret::new(text)))
    }

    pub fn is_smtp(&self) -> bool {
        matches!(self, Self::Smtp(_))
    }

    /// Whether letters are sure not to be read between here and the mail server.
    pub fn is_encrypted(&self) -> bool {
        match self {
            Self::Smtp(url) => {
                let url = url.expose();
                url.starts_with("smtps:") || tls(query(url)) == Some("required")
            }
            Self::Folder(_) => true,
        }
    }
}

/// A light check of the sender; the mail room has the last word.
pub(super) fn sender(text: &str) -> Result<String, Advice> {
    let address = match text.split_once('<') {
        Some((_, address)) => address.strip_suffix('>').unwrap_or_default(),
        None => text,
    };
    let is_address = address.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && c != '>';
    let is_one = text.matches('@').count() == 1;
    if is_address && is_one && address.chars().all(is_plain) && !text.contains(char::is_control) {
        Ok(text.to_owned())
    } else {
        Err("Write a name and one address on one line, such as \
             ClearJai <no-reply@example.go.th>."
            .into())
    }
}

fn folder(path: &str) -> Result<MailRoute, Advice> {
    if path.is_empty() || path.starts_with("//") {
        return Err("Write folder: and the path of a folder, such as folder:data/letters.".into());
    }
    Ok(MailRoute::Folder(PathBuf::from(path)))
}

fn smtp(rest: &str) -> Result<(), Advice> {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let server = match authority.rsplit_once('@') {
        Some((user, server)) => {
            signs_in(user)?;
            server
        }
        None => authority,
    };
    if host_and_port(server).is_none() {
        return Err("Write the host and perhaps its port, such as mail.example.go.th:587. In a \
                    password write / as %2F, ? as %3F, # as %23 and % as %25."
            .into());
    }
    let after = rest.get(authority.len()..).unwrap_or_default();
    if after.contains(['@', '#']) {
        return Err(ESCAPES.into());
    }
    let is_known = |part: &str| part.is_empty() || part.starts_with("tls=");
    match (query(rest).split('&').all(is_known), tls(query(rest))) {
        (true, None | Some("required" | "opportunistic")) => Ok(()),
        _ => Err("After the ? write tls=required or tls=opportunistic; \
                  leave it out for no encryption."
            .into()),
    }
}

/// lettre would sign in with neither if one of the two were missing.
fn signs_in(user: &str) -> Result<(), Advice> {
    match user.split_once(':') {
        Some((name, password)) if !name.is_empty() && !password.is_empty() => Ok(()),
        _ => Err("Write both a user name and a password, as smtps://user:password@host, \
                  or neither."
            .into()),
    }
}

fn query(url: &str) -> &str {
    url.split_once('?').map_or("", |(_, query)| query)
}

fn tls(query: &str) -> Option<&str> {
    query.split('&').find_map(|part| part.strip_prefix("tls="))
}

impl fmt::Display for MailRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Smtp(url) => f.write_str(&masked(url.expose())),
            Self::Folder(path) => write!(f, "folder:{}", path.display()),
        }
    }
}

impl fmt::Debug for MailRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MailRoute({self})")
    }
}
