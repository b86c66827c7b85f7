//! All settings together, and how they are read.

use std::{
    ffi::OsString,
    fs, io,
    net::SocketAddr,
    num::NonZeroU32,
    ops::RangeInclusive,
    path::{Path, PathBuf},
    thread,
};

use super::{
    bind,
    database_url::DatabaseUrl,
    fault::{Advice, Fault, Faults},
    host::digits,
    known::{Known, SETTINGS},
    log_level::LogLevel,
    mail::{self, MailRoute},
    public_url::PublicUrl,
    secret::Secret,
    sources::{ReadFile, Sources},
    together,
};

/// Everything an installation decides. Paths are as written: relative to where the program starts.
#[derive(Clone, Debug)]
pub struct Settings {
    pub data: PathBuf,
    /// Never empty.
    pub bind: Vec<SocketAddr>,
    pub public_url: PublicUrl,
    /// Never the same as `public_url`.
    pub ballot_url: Option<PublicUrl>,
    pub register_url: DatabaseUrl,
    /// Never the same as `register_url`, and of the same kind.
    pub urn_url: DatabaseUrl,
    pub master_key: MasterKey,
    pub mail: MailRoute,
    /// Always there if `mail` is SMTP.
    pub mail_from: Option<String>,
    pub mail_parallel: usize,
    /// `None` is no limit.
    pub mail_per_minute: Option<NonZeroU32>,
    /// Where corruption, harassment and urgent danger are reported, as the clinic shows it.
    pub protected_channel: Option<String>,
    /// Who shows it may read how the program fares.
    pub metrics_token: Option<Secret>,
    pub tls: Option<TlsFiles>,
    pub workers: usize,
    pub database_connections: u32,
    pub max_connections: usize,
    pub log: LogLevel,
}

/// Where the master key is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MasterKey {
    File(PathBuf),
    /// In base64; not yet decoded.
    Given(Secret),
}

/// The two files of HTTPS, in PEM. Whether they are there is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlsFiles {
    pub certificate: PathBuf,
    pub key: PathBuf,
}

impl Settings {
    /// The address people reach us at, once the port that was left open is known.
    #[must_use]
    pub fn once_bound(self, addresses: &[SocketAddr]) -> Self {
        match addresses.first() {
            Some(address) => Self { public_url: self.public_url.once_bound(address.port()), ..self },
            None => self,
        }
    }

    /// Reads the environment of this process, and the file if there is one.
    pub fn from_environment() -> Result<Self, Faults> {
        Self::read(std::env::vars_os(), &read_if_there)
    }

    /// Reads from `variables`, of which all but `CLEARJAI_*` are passed over, and at most one file.
    ///
    /// `read_file` answers `None` for a file that is not there.
    pub fn read<K: Into<OsString>, V: Into<OsString>>(
        variables: impl IntoIterator<Item = (K, V)>,
        read_file: ReadFile<'_>,
    ) -> Result<Self, Faults> {
        let variables = variables.into_iter().map(|(k, v)| (k.into(), v.into()));
        let mut sources = Sources::gather(variables, read_file);
        let settings = settings(&mut sources);
        if !sources.is_incomplete {
            together::check(&mut sources, &settings);
        }
        if sources.faults.is_empty() { Ok(settings) } else { Err(Faults(sources.faults)) }
    }

    /// Every setting there is, for people.
    pub fn explain() -> &'static [Known] {
        SETTINGS
    }
}

fn read_if_there(path: &Path) -> io::Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Each setting by itself. A faulty one is noted and takes its default, so that reading goes on.
fn settings(sources: &mut Sources) -> Settings {
    let data = sources.path("CLEARJAI_DATA").unwrap_or_else(|| "data".into());
    let bind = sources.parsed("CLEARJAI_BIND", bind::parse);
    let bind = bind.unwrap_or_else(|| vec![bind::DEFAULT]);
    let first = bind.first().copied().unwrap_or(bind::DEFAULT);
    let certificate = sources.path("CLEARJAI_TLS_CERT");
    let key = sources.path("CLEARJAI_TLS_KEY");
    let tls = certificate.zip(key).map(|(certificate, key)| TlsFiles { certificate, key });
    let file = |name| DatabaseUrl::Sqlite(data.join(name));
    Settings {
        public_url: sources
            .parsed("CLEARJAI_PUBLIC_URL", PublicUrl::parse)
            .unwrap_or_else(|| PublicUrl::of_bind(first, tls.is_some())),
        ballot_url: sources.parsed("CLEARJAI_BALLOT_URL", PublicUrl::parse),
        register_url: sources.parsed("CLEARJAI_REGISTER_URL", DatabaseUrl::parse).unwrap_or_else(|| file("register.db")),
        urn_url: sources.parsed("CLEARJAI_URN_URL", DatabaseUrl::parse).unwrap_or_else(|| file("urn.db")),
        master_key: master_key(sources, &data),
        mail: sources.parsed("CLEARJAI_SMTP_URL", MailRoute::parse).unwrap_or_else(|| MailRoute::Folder(data.join("letters"))),
        mail_from: sources.parsed("CLEARJAI_MAIL_FROM", mail::sender),
        mail_parallel: sources.number("CLEARJAI_MAIL_PARALLEL", 1..=64, 8),
        mail_per_minute: sources.number("CLEARJAI_MAIL_PER_MINUTE", 0..=1_000_000, 0).try_into().ok().and_then(NonZeroU32::new),
        metrics_token: sources.parsed("CLEARJAI_METRICS_TOKEN", token),
        protected_channel: sources.parsed("CLEARJAI_PROTECTED_CHANNEL", |text| Ok(text.to_owned())),
        workers: sources.number("CLEARJAI_WORKERS", 1..=256, processors()),
        database_connections: sources.number("CLEARJAI_DATABASE_CONNECTIONS", 2..=200, 8).try_into().unwrap_or(8),
        max_connections: sources.number("CLEARJAI_MAX_CONNECTIONS", 1..=1_000_000, 10_000),
        log: sources.parsed("CLEARJAI_LOG", LogLevel::parse).unwrap_or_default(),
        data,
        bind,
        tls,
    }
}

fn master_key(sources: &mut Sources, data: &Path) -> MasterKey {
    let given = sources.parsed("CLEARJAI_MASTER_KEY", |text| Ok(Secret::new(text)));
    let file = sources.path("CLEARJAI_KEY_FILE");
    match given {
        Some(key) => MasterKey::Given(key),
        None => MasterKey::File(file.unwrap_or_else(|| data.join("master.key"))),
    }
}

/// What a monitor shows; one that can be guessed is none.
fn token(text: &str) -> Result<Secret, Advice> {
    if text.len() < 16 || !text.chars().all(|c| c.is_ascii_graphic()) {
        return Err("Write 16 signs or more without blanks, such as `openssl rand -hex 24` prints.".into());
    }
    Ok(Secret::new(text))
}

fn processors() -> usize {
    thread::available_parallelism().map_or(1, |count| count.get().min(256))
}

impl Sources {
    /// `None` if nothing was written, or something that is noted as a fault now.
    fn parsed<T>(&mut self, name: &str, parse: impl Fn(&str) -> Result<T, Advice>) -> Option<T> {
        let given = self.given.get(name)?;
        match parse(&given.text) {
            Ok(value) => Some(value),
            Err(advice) => {
                let fault = Fault::value(name, &given.place, &given.text, &advice);
                self.faults.push(fault);
                None
            }
        }
    }

    fn path(&mut self, name: &str) -> Option<PathBuf> {
        self.parsed(name, |text| Ok(text.into()))
    }

    fn number(&mut self, name: &str, range: RangeInclusive<usize>, default: usize) -> usize {
        let (least, most) = (range.start(), range.end());
        let parse = |text: &str| {
            digits(text)
                .filter(|number| range.contains(number))
                .ok_or_else(|| format!("Write a whole number from {least} to {most}.").into())
        };
        self.parsed(name, parse).unwrap_or(default)
    }
}
