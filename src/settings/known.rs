//! The list of every setting: what it is for, its default, an example.
//!
//! `clearjai doctor --settings`, the README and the check for unknown names all read this list.

/// A setting, described for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The environment variable; in the file, the same in lower case and without `CLEARJAI_`.
    pub name: &'static str,
    pub purpose: &'static str,
    pub default: &'static str,
    pub example: &'static str,
}

pub(super) const PREFIX: &str = "CLEARJAI_";

pub const SETTINGS: &[Known] = &[
    Known {
        name: "CLEARJAI_CONFIG",
        purpose: "A TOML file with any of the settings below. The environment goes before it.",
        default: "clearjai.toml in the data folder, if it is there",
        example: "/etc/clearjai.toml",
    },
    Known {
        name: "CLEARJAI_DATA",
        purpose: "The folder for everything the program keeps.",
        default: "data",
        example: "/var/lib/clearjai",
    },
    Known {
        name: "CLEARJAI_BIND",
        purpose: "The address and port to listen on, or several with commas. Port 0 takes any free port.",
        default: "127.0.0.1:8080",
        example: "0.0.0.0:8080",
    },
    Known {
        name: "CLEARJAI_PUBLIC_URL",
        purpose: "The address at which people reach the service; links in letters start with it.",
        default: "http:// (with TLS https://) and the first address of CLEARJAI_BIND",
        example: "https://survey.example.go.th",
    },
    Known {
        name: "CLEARJAI_BALLOT_URL",
        purpose: "Another address for answering, apart from the one for signing in.",
        default: "not set: CLEARJAI_PUBLIC_URL serves both",
        example: "https://ballot.example.go.th",
    },
    Known {
        name: "CLEARJAI_REGISTER_URL",
        purpose: "The database of who: an SQLite file or a PostgreSQL database.",
        default: "register.db in the data folder",
        example: "postgres://register:password@db.example.go.th/register",
    },
    Known {
        name: "CLEARJAI_URN_URL",
        purpose: "The database of what: never the same as the register, but of the same kind.",
        default: "urn.db in the data folder",
        example: "postgres://urn:password@db.example.go.th/urn",
    },
    Known {
        name: "CLEARJAI_KEY_FILE",
        purpose: "The file with the master key. Keep a copy of it apart from the databases.",
        default: "master.key in the data folder",
        example: "/etc/clearjai/master.key",
    },
    Known {
        name: "CLEARJAI_MASTER_KEY",
        purpose: "The master key itself, 32 bytes in base64, instead of a key file.",
        default: "not set: the key file is used",
        example: "(what `openssl rand -base64 32` prints)",
    },
    Known {
        name: "CLEARJAI_SMTP_URL",
        purpose: "How letters leave: an SMTP server, or folder: and a folder to put them in. \
                  With smtps:// or ?tls=required they travel encrypted.",
        default: "folder: and letters in the data folder",
        example: "smtp://user:password@mail.example.go.th:587?tls=required",
    },
    Known {
        name: "CLEARJAI_MAIL_FROM",
        purpose: "The sender of all letters. Needed with an SMTP server.",
        default: "not set",
        example: "ClearJai <no-reply@example.go.th>",
    },
    Known {
        name: "CLEARJAI_MAIL_PARALLEL",
        purpose: "How many letters are sent at the same time, 1 to 64.",
        default: "8",
        example: "4",
    },
    Known {
        name: "CLEARJAI_MAIL_PER_MINUTE",
        purpose: "How many letters are sent per minute at most; 0 means no limit.",
        default: "0",
        example: "300",
    },
    Known {
        name: "CLEARJAI_PROTECTED_CHANNEL",
        purpose: "Where corruption, harassment and urgent danger are reported: an address or a telephone number that the clinic shows.",
        default: "not set: the clinic names none",
        example: "https://protected.example.go.th",
    },
    Known {
        name: "CLEARJAI_METRICS_TOKEN",
        purpose: "What a monitor shows to read /metrics (Authorization: Bearer …), 16 signs or more.",
        default: "not set: nothing is there",
        example: "(what `openssl rand -hex 24` prints)",
    },
    Known {
        name: "CLEARJAI_TLS_CERT",
        purpose: "The certificate chain (PEM), if the program itself is to speak HTTPS.",
        default: "not set: plain HTTP, for use behind a reverse proxy",
        example: "/etc/clearjai/fullchain.pem",
    },
    Known {
        name: "CLEARJAI_TLS_KEY",
        purpose: "The private key (PEM) of that certificate.",
        default: "not set",
        example: "/etc/clearjai/privkey.pem",
    },
    Known {
        name: "CLEARJAI_WORKERS",
        purpose: "How many threads answer requests, 1 to 256.",
        default: "the number of processors",
        example: "4",
    },
    Known {
        name: "CLEARJAI_DATABASE_CONNECTIONS",
        purpose: "How many connections are kept to each database, 2 to 200.",
        default: "8",
        example: "32",
    },
    Known {
        name: "CLEARJAI_MAX_CONNECTIONS",
        purpose: "How many browsers may be connected at the same time, 1 to 1000000.",
        default: "10000",
        example: "20000",
    },
    Known {
        name: "CLEARJAI_LOG",
        purpose: "How much is logged: off, error, warn, info or debug.",
        default: "info",
        example: "warn",
    },
];

/// The name of a setting as the file spells it.
pub(super) fn key(name: &str) -> String {
    bare(name).to_ascii_lowercase()
}

/// The setting of exactly this name.
pub(super) fn find(name: &str) -> Option<&'static Known> {
    SETTINGS.iter().find(|known| known.name == name)
}

/// The name without `CLEARJAI_`.
pub(super) fn bare(name: &str) -> &str {
    name.strip_prefix(PREFIX).unwrap_or(name)
}
