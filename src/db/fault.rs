//! What can be wrong with a database, and what to do about it.

use diesel::result::{DatabaseErrorKind, Error};

use super::Place;

/// Why the databases cannot be used. People read these sentences at the command line.
#[derive(Debug, thiserror::Error)]
pub enum OpenFault {
    #[error(
        "The folder {0} cannot be written ({1}). Give the account that runs ClearJai the right to write there, or choose another folder with CLEARJAI_DATA."
    )]
    FolderNotWritable(String, std::io::Error),
    #[error("The {side} database {place} cannot be opened: {reason}. {advice}")]
    Unopened { side: &'static str, place: Place, reason: String, advice: &'static str },
    #[error(
        "The {side} database {place} was written by a newer ClearJai (it knows the step {step}). Use that version or a later one, or restore a backup from before the upgrade."
    )]
    Newer { side: &'static str, place: Place, step: String },
    #[error(
        "The {side} database {place} could not be brought up to date: {reason}. The step that failed left nothing behind; put the cause right and start again."
    )]
    NotMigrated { side: &'static str, place: Place, reason: String },
    #[error(
        "The {0} database was written under another master key. Put the key file that belongs to this data in place (CLEARJAI_KEY_FILE or CLEARJAI_MASTER_KEY)."
    )]
    OtherKey(&'static str),
    #[error("The register and the urn belong to two different installations. Restore both from backups of the same one.")]
    NotAPair,
    #[error("The urn database is empty, but the register is in use. Restore the urn from its backup, or check CLEARJAI_URN_URL.")]
    UrnMissing,
}

impl OpenFault {
    pub(super) fn unopened(side: &'static str, place: &Place, fault: &dyn std::error::Error) -> Self {
        let reason = fault.to_string().trim().trim_end_matches('.').to_owned();
        let advice = if reason.contains("disk is full") {
            "Free some space and start again."
        } else if reason.contains("disk I/O error") {
            "Check that the disk is well and has room, and start again."
        } else if reason.contains("not a database") {
            "The file is not a ClearJai database; choose another with CLEARJAI_DATA, or restore a backup."
        } else if place.is_sqlite() {
            "Check that the folder exists and that the account that runs ClearJai may write to it."
        } else {
            "Check that PostgreSQL runs, and the address, name and password in the settings."
        };
        Self::Unopened { side, place: place.clone(), reason, advice }
    }

    /// Whether the same start may succeed in a moment: the server of the databases is not up yet, or the disk has room
    /// again. What is wrong in a setting, or in the data, stays wrong.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Unopened { reason, .. } | Self::NotMigrated { reason, .. } => {
                AWAY.iter().chain(&BUSY_OR_FULL).any(|sign| reason.contains(sign))
            }
            _ => false,
        }
    }
}

/// What PostgreSQL's client and server say of a server that is on its way up or down, or hard to reach.
const AWAY: [&str; 10] = [
    "Connection refused",
    "starting up",
    "shutting down",
    "not yet accepting connections",
    "in recovery mode",
    "server closed the connection",
    "connection slots",
    "too many clients",
    "timed out",
    "Temporary failure in name resolution",
];

/// What either engine says in the middle of a deed that may succeed later. A disk that is full shows itself to SQLite as
/// a fault of the disk too, where it cannot make a file beside its own.
const BUSY_OR_FULL: [&str; 7] = [
    "database is locked",
    "disk is full",
    "disk I/O error",
    "No space left on device",
    "terminating connection",
    "statement timeout",
    "lock timeout",
];

/// The database's own error inside whatever error a deed returned.
pub fn root_cause<'fault>(fault: &'fault (dyn std::error::Error + 'static)) -> Option<&'fault Error> {
    let mut next = Some(fault);
    while let Some(fault) = next {
        if let Some(found) = fault.downcast_ref::<Error>() {
            return Some(found);
        }
        next = fault.source();
    }
    None
}

/// The database is there no more, is too busy, or has no room: later may be better.
pub fn is_out_of_reach(fault: &Error) -> bool {
    match fault {
        Error::DatabaseError(DatabaseErrorKind::UnableToSendCommand | DatabaseErrorKind::ClosedConnection, _)
        | Error::BrokenTransactionManager => true,
        Error::DatabaseError(_, detail) => {
            let message = detail.message();
            BUSY_OR_FULL.iter().any(|sign| message.contains(sign))
        }
        _ => false,
    }
}

/// Two writers met: the same deed, done again, may succeed.
pub(super) fn is_conflict(fault: &Error) -> bool {
    match fault {
        Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => true,
        Error::DatabaseError(_, detail) => detail.message().contains("deadlock detected"),
        _ => false,
    }
}

/// A fault of ours in the shape of a fault of the database, so that deeds know one kind only.
pub(super) fn out_of_reach(reason: &dyn std::fmt::Display) -> Error {
    Error::DatabaseError(DatabaseErrorKind::UnableToSendCommand, Box::new(reason.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_is_worth_another_try_where_nothing_is_wrong_but_the_moment() {
        let unopened = |reason: &str| {
            let place = Place::Postgres("postgres://db.example/register".to_owned());
            OpenFault::unopened("register", &place, &Error::QueryBuilderError(reason.into()))
        };
        for passes in
            ["connection to server failed: Connection refused", "FATAL:  the database system is starting up", "disk I/O error"]
        {
            assert!(unopened(passes).may_pass(), "{passes}");
        }
        for stays in ["FATAL:  password authentication failed", "FATAL:  role \"who\" does not exist", "file is not a database"] {
            assert!(!unopened(stays).may_pass(), "{stays}");
        }
        assert!(!OpenFault::NotAPair.may_pass());
    }

    #[test]
    fn a_full_disk_is_no_fault_of_ours() {
        for message in ["database or disk is full", "disk I/O error", "could not extend file: No space left on device"] {
            let fault = Error::DatabaseError(DatabaseErrorKind::Unknown, Box::new(message.to_owned()));
            assert!(is_out_of_reach(&fault), "{message}");
        }
    }
}
