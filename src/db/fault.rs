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
        } else if reason.contains("not a database") {
            "The file is not a ClearJai database; choose another with CLEARJAI_DATA, or restore a backup."
        } else if place.is_sqlite() {
            "Check that the folder exists and that the account that runs ClearJai may write to it."
        } else {
            "Check that PostgreSQL runs, and the address, name and password in the settings."
        };
        Self::Unopened { side, place: place.clone(), reason, advice }
    }
}

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
            ["database is locked", "disk is full", "terminating connection", "statement timeout", "lock timeout"]
                .iter()
                .any(|sign| message.contains(sign))
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
