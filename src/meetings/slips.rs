//! Links on paper, with names: for those whom no letter reaches.

use std::collections::HashMap;

use diesel::QueryResult;

use super::{Hand, Meeting, Refusal, links, store};
use crate::{
    accounts::{self, Deed},
    campaigns::slips::{Choice, Extent, Slip, To},
    db::RegisterConn,
    ids::{MeetingId, PersonId},
    language::Language,
    people::{self, Addressee},
};

fn meant(conn: &mut RegisterConn, meeting: MeetingId, choice: &Choice) -> QueryResult<Vec<Addressee>> {
    let everybody = people::invited_by_name(conn, meeting)?;
    Ok(choice.among(everybody, &people::all_units(conn)?))
}

pub fn extent(conn: &mut RegisterConn, meeting: MeetingId, choice: &Choice) -> QueryResult<Extent> {
    let meant = meant(conn, meeting, choice)?;
    Ok(Extent { slips: meant.len(), void: meant.iter().filter(|person| person.has_code).count() })
}

/// Slips for those who are meant, and a line in the diary: how many, and what kind of choice it was. Never who, and never a
/// code.
pub fn print(conn: &mut RegisterConn, hand: &Hand, meeting: &Meeting, choice: &Choice) -> Result<Vec<Slip>, Refusal> {
    store::find(conn, meeting.id)?.ok_or(Refusal::NotFound)?.is_open()?;
    let meant = meant(conn, meeting.id, choice)?;
    let ids: Vec<PersonId> = meant.iter().map(|person| person.id).collect();
    let printed = links::print_named(conn, hand.master, meeting.id, &ids)?.into_iter();
    let codes: HashMap<PersonId, String> = printed.map(|(person, link)| (person, link.write())).collect();
    let units: HashMap<_, _> = people::all_units(conn)?.into_iter().map(|unit| (unit.id, unit)).collect();
    let slip = |person: &Addressee| {
        let unit = units.get(&person.unit).map(|unit| unit.name(Language::Thai).to_owned()).unwrap_or_default();
        let to = To::Person { name: person.name.as_str().to_owned(), number: person.number.as_str().to_owned(), unit };
        Some(Slip { code: codes.get(&person.id)?.clone(), to })
    };
    let slips: Vec<_> = meant.iter().filter_map(slip).collect();
    let subject = format!("{} · {} · {}", meeting.plan.title.th, slips.len(), choice.code());
    accounts::note(conn, hand.master, hand.by, Deed::MeetingSlipsPrinted, &subject, hand.now)?;
    Ok(slips)
}
