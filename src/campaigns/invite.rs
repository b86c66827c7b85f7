//! Inviting whoever may answer a survey that is open and has not been invited: everybody at its opening, and later
//! those who were put on the roll since.

use std::collections::HashSet;

use super::{Campaign, Kind, post, store};
use crate::{
    clock::Moment,
    credentials::issue::{self, Link},
    db::RegisterConn,
    dice::Dice,
    people,
    secrets::MasterKey,
    surveys::{Door, Survey},
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
    let new = issue::give_out(conn, master, survey)?;
    if new.is_empty() {
        return Ok(());
    }
    let campaign = match store::invitation(conn, survey.id)? {
        Some(campaign) => campaign,
        None => {
            let campaign = Campaign { id: dice.id(), survey: survey.id, kind: Kind::Invitation, number: 0, day: now.day() };
            store::insert(conn, &campaign)?;
            campaign
        }
    };
    let new: HashSet<_> = new.into_iter().collect();
    let reached: Vec<_> = people::reached(conn, survey.id)?.into_iter().filter(|(person, _)| new.contains(person)).collect();
    for (person, link) in &reached {
        people::note_code_out(conn, &Link::new(master, survey.id, *person, *link).hash(master))?;
    }
    let to = reached.into_iter().map(|(person, _)| person).collect();
    post::post(conn, master, &campaign, to, now, dice)
}
