//! A voucher from a personal link: a name on its way into one message. Nothing is written down.

use super::{NoEntry, look, look::Early};
use crate::{
    clock::Moment, db::RegisterConn, dice::Dice, ids::MeetingId, language::Language, notices::Voucher, people, secrets::MasterKey,
};

#[derive(Debug, thiserror::Error)]
pub enum NotVouched {
    #[error("{0}")]
    NoEntry(#[from] NoEntry),
    #[error("contributions are not taken yet")]
    NotOpenYet,
    #[error("contributions are not taken any more")]
    Closed,
    #[error("nobody writes by name here")]
    NotByName,
    #[error("the voucher cannot be written")]
    Written(#[from] serde_json::Error),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// The session it is for, and the voucher as it travels.
pub fn vouch(
    conn: &mut RegisterConn,
    master: &MasterKey,
    link: &str,
    now: Moment,
    dice: &mut Dice,
) -> Result<(MeetingId, String), NotVouched> {
    let entrant = look(conn, master, link)?;
    entrant.is_let_in(now).map_err(|early| match early {
        Early::NotYet => NotVouched::NotOpenYet,
        Early::NoMore => NotVouched::Closed,
    })?;
    if !entrant.meeting.ways().by_name {
        return Err(NotVouched::NotByName);
    }
    let person = people::find_by_id(conn, entrant.person)?.ok_or(NoEntry::NoSuchLink)?;
    let units = people::all_units(conn)?;
    let unit = units.iter().find(|unit| unit.id == person.unit).map(|unit| unit.name(Language::Thai).to_owned());
    let name = person.name.as_str().to_owned();
    let voucher = Voucher::new(entrant.meeting.id, name, unit.unwrap_or_default(), now, dice);
    Ok((entrant.meeting.id, voucher.write(master, dice)?))
}
