//! The links by which people come: made of ids and the master key, and known here by a keyed hash alone.

use std::collections::HashSet;

use diesel::QueryResult;

use crate::{
    credentials::issue::Link,
    db::RegisterConn,
    ids::{MeetingId, PersonId},
    people,
    secrets::MasterKey,
};

/// Two have the same sixteen digits once in two hundred million sessions; this often in a row, never.
const TRIES: i32 = 4;

/// The first link of these that nobody has.
fn free(
    conn: &mut RegisterConn,
    master: &MasterKey,
    meeting: MeetingId,
    of: &[(PersonId, i32)],
) -> QueryResult<Vec<(PersonId, i32, [u8; 32])>> {
    let code = |person, which| Link::to_meeting(master, meeting, person, which).hash(master);
    let mut proposed: Vec<_> = of.iter().map(|(person, which)| (*person, *which, code(*person, *which))).collect();
    for _ in 0..TRIES {
        let codes: Vec<_> = proposed.iter().map(|(.., code)| *code).collect();
        let held = people::codes_with_seats(conn, &codes)?;
        let mut seen = HashSet::new();
        let mut is_clear = true;
        for (person, which, hash) in &mut proposed {
            if held.contains(hash.as_slice()) || !seen.insert(*hash) {
                *which += 1;
                *hash = code(*person, *which);
                is_clear = false;
            }
        }
        if is_clear {
            return Ok(proposed);
        }
    }
    Err(diesel::result::Error::SerializationError("no sixteen digits are free".into()))
}

/// Seats and a link for each of these, who have none.
pub(super) fn give(conn: &mut RegisterConn, master: &MasterKey, meeting: MeetingId, to: &[PersonId]) -> QueryResult<()> {
    let to: Vec<_> = to.iter().map(|person| (*person, 1)).collect();
    let given = free(conn, master, meeting, &to)?;
    people::give_seats(conn, meeting, &given)
}

/// Links for slips with names. Whoever's link stands in a letter or on a slip already gets a new one, and that one is
/// void.
pub fn print_named(
    conn: &mut RegisterConn,
    master: &MasterKey,
    meeting: MeetingId,
    of: &[PersonId],
) -> QueryResult<Vec<(PersonId, Link)>> {
    let of: HashSet<_> = of.iter().collect();
    let meant: Vec<_> = people::invited(conn, meeting)?.into_iter().filter(|one| of.contains(&one.person)).collect();
    let out: Vec<_> = meant.iter().filter(|one| one.is_out).map(|one| (one.person, one.which + 1)).collect();
    for (person, which, code) in free(conn, master, meeting, &out)? {
        people::renew_seats(conn, meeting, person, which, &code)?;
    }
    let people: Vec<_> = meant.iter().map(|one| one.person).collect();
    people::note_seats_out(conn, meeting, &people, true)?;
    let links = personal_links(conn, master, meeting)?.into_iter();
    Ok(links.filter(|(person, _)| of.contains(person)).collect())
}

/// A link for everyone who is invited and still here.
pub fn personal_links(conn: &mut RegisterConn, master: &MasterKey, meeting: MeetingId) -> QueryResult<Vec<(PersonId, Link)>> {
    let invited = people::invited(conn, meeting)?.into_iter();
    Ok(invited.map(|one| (one.person, Link::to_meeting(master, meeting, one.person, one.which))).collect())
}
