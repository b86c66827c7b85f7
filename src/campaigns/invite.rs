//! Inviting whoever may answer a survey that is open and has not been invited: everybody at its opening, and later
//! those who were put on the roll since, or have got an address.

use super::{Campaign, Kind, post, store};
use crate::{
    clock::Moment,
    credentials::issue::{self, Link},
    db::RegisterConn,
    dice::Dice,
    ids::PersonId,
    people,
    secrets::MasterKey,
    surveys::{Door, Slips, Survey},
};

/// Gives everybody on the roll what opens the survey for them, and writes to those who have an address.
pub fn invite(
    conn: &mut RegisterConn,
    master: &MasterKey,
    survey: &Survey,
    now: Moment,
    dice: &mut Dice,
) -> diesel::QueryResult<()> {
    if survey.terms.door != Door::Roll {
        return Ok(());
    }
    issue::give_out(conn, master, survey)?;
    if survey.terms.slips == Slips::Drawn {
        return Ok(());
    }
    let uninvited = people::uninvited(conn, survey.id)?;
    if uninvited.is_empty() {
        return Ok(());
    }
    let campaign = if let Some(campaign) = store::invitation(conn, survey.id)? {
        campaign
    } else {
        let campaign = Campaign { id: dice.id(), survey: survey.id, kind: Kind::Invitation, number: 0, day: now.day() };
        store::insert(conn, &campaign)?;
        campaign
    };
    let hash = |(person, link): &(PersonId, i32)| Link::new(master, survey.id, *person, *link).hash(master);
    people::note_codes_out(conn, &uninvited.iter().map(hash).collect::<Vec<_>>())?;
    post::post(conn, master, &campaign, uninvited.into_iter().map(|(person, _)| person).collect(), now, dice)
}

/// Whether there is anybody to be invited to a survey that is open.
pub fn is_anybody_uninvited(conn: &mut RegisterConn, survey: &Survey) -> diesel::QueryResult<bool> {
    Ok(match (survey.terms.door, survey.terms.slips) {
        (Door::OpenLink, _) => false,
        (Door::Roll, Slips::Drawn) => issue::lacks_slips(conn, survey.id)?,
        (Door::Roll, Slips::Named) => {
            !people::without_code(conn, survey.id)?.is_empty() || !people::uninvited(conn, survey.id)?.is_empty()
        }
    })
}
