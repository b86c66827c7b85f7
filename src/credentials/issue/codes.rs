//! Handing out links and slips: who has none gets one, and a new one makes the old one void.

use super::{Link, store};
use crate::{
    db::RegisterConn,
    ids::{PersonId, StratumId, SurveyId},
    people::{self, Owner},
    secrets::MasterKey,
    surveys::{Slips, Survey},
};

/// Among ten thousand people two have the same sixteen digits once in two hundred million surveys.
const TRIES: usize = 4;

/// A link for everyone on the roll who has none yet.
fn give_links(conn: &mut RegisterConn, master: &MasterKey, survey: SurveyId) -> diesel::QueryResult<()> {
    let mut missing = people::without_code(conn, survey)?;
    for _ in 0..TRIES {
        let mut codes: Vec<_> = missing
            .iter()
            .map(|(person, link)| {
                let owner = Owner { survey, person: *person, link: *link, is_printed: false };
                (Link::new(master, survey, *person, *link).hash(master), owner)
            })
            .collect();
        // Not by person: the order of rows says nothing.
        codes.sort_unstable_by_key(|(hash, _)| *hash);
        if people::keep_codes(conn, &codes)? == codes.len() {
            return Ok(());
        }
        for (person, _) in people::without_code(conn, survey)? {
            people::renew_link(conn, survey, person)?;
        }
        missing = people::without_code(conn, survey)?;
    }
    Err(diesel::result::Error::SerializationError("no sixteen digits are free".into()))
}

/// As many slips for each group as it has people; those that are there stay.
fn give_slips(conn: &mut RegisterConn, master: &MasterKey, survey: SurveyId) -> diesel::QueryResult<()> {
    let mut new = Vec::new();
    for (stratum, links) in drawn_slips(conn, master, survey)? {
        let there = usize::try_from(store::count_slips(conn, stratum)?).unwrap_or(usize::MAX);
        new.extend(links.iter().skip(there).map(|link| (link.hash(master), stratum)));
    }
    new.sort_unstable_by_key(|(hash, _)| *hash);
    store::keep_slips(conn, survey, &new)
}

/// What opens a survey for everybody on its roll; whoever has it already keeps it.
pub fn give_out(conn: &mut RegisterConn, master: &MasterKey, survey: &Survey) -> diesel::QueryResult<()> {
    match survey.terms.slips {
        Slips::Named => give_links(conn, master, survey.id),
        Slips::Drawn => give_slips(conn, master, survey.id),
    }
}

/// Links for slips with names. Whoever's link stands in a letter or on a slip already gets a new one, and that one is
/// void.
pub fn print_named(
    conn: &mut RegisterConn,
    master: &MasterKey,
    survey: SurveyId,
    of: &[PersonId],
) -> diesel::QueryResult<Vec<(PersonId, Link)>> {
    for (person, _, is_out) in people::codes_of(conn, survey, of)? {
        if is_out {
            people::renew_link(conn, survey, person)?;
        }
    }
    give_links(conn, master, survey)?;
    let codes = people::codes_of(conn, survey, of)?.into_iter();
    let printed: Vec<_> = codes.map(|(person, which, _)| (person, Link::new(master, survey, person, which))).collect();
    let hashes: Vec<_> = printed.iter().map(|(_, link)| link.hash(master)).collect();
    people::note_codes_printed(conn, &hashes)?;
    Ok(printed)
}

/// The slips of each group, the same however often they are printed.
pub fn drawn_slips(
    conn: &mut RegisterConn,
    master: &MasterKey,
    survey: SurveyId,
) -> diesel::QueryResult<Vec<(StratumId, Vec<Link>)>> {
    let strata = people::roll(conn, survey)?.map(|roll| roll.strata).unwrap_or_default();
    let slips = |stratum: StratumId, size: i32| {
        (0..u32::try_from(size).unwrap_or(0)).map(|place| Link::drawn(master, stratum, place)).collect()
    };
    Ok(strata.into_iter().map(|stratum| (stratum.id, slips(stratum.id, stratum.size))).collect())
}

/// A link for everyone on the roll, for whoever tries a survey out.
pub fn personal_links(
    conn: &mut RegisterConn,
    master: &MasterKey,
    survey: SurveyId,
) -> diesel::QueryResult<Vec<(PersonId, Link)>> {
    let roll = people::links(conn, survey)?.into_iter();
    Ok(roll.map(|(person, which)| (person, Link::new(master, survey, person, which))).collect())
}

/// How many of each group have collected, by a link of their own or by a slip from the box.
pub fn collected(conn: &mut RegisterConn, survey: SurveyId) -> diesel::QueryResult<Vec<(StratumId, i64)>> {
    let by_slip = store::collected_by_slip(conn, survey)?;
    if by_slip.is_empty() { people::collected(conn, survey) } else { Ok(by_slip) }
}

/// Whether a group has more people than slips.
pub fn lacks_slips(conn: &mut RegisterConn, survey: SurveyId) -> diesel::QueryResult<bool> {
    for stratum in people::roll(conn, survey)?.map(|roll| roll.strata).unwrap_or_default() {
        if store::count_slips(conn, stratum.id)? < i64::from(stratum.size) {
            return Ok(true);
        }
    }
    Ok(false)
}
