//! Ordering the letters of a campaign, one for each person, in no order.
//!
//! What lies in the outbox is sealed and says for which campaign and for whom; what the letter says is written when it
//! is sent.

use super::{Campaign, Kind, letters::Order};
use crate::{
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::{LetterId, PersonId},
    mail::{self, Batch, NewOrder},
    secrets::{MasterKey, Purpose},
};

pub fn post(
    conn: &mut RegisterConn,
    master: &MasterKey,
    campaign: &Campaign,
    mut to: Vec<PersonId>,
    now: Moment,
    dice: &mut Dice,
) -> diesel::QueryResult<()> {
    dice.shuffle(&mut to);
    let kind = match campaign.kind {
        Kind::Invitation => mail::Kind::SurveyInvitation,
        Kind::Reminder => mail::Kind::Reminder,
    };
    for person in to {
        let order = Order { campaign: campaign.id, person };
        let parts = [campaign.id.as_bytes(), person.as_bytes()];
        let recipient = master.keyed_hash(Purpose::Recipients, &parts);
        let id = letter(master, &order);
        let written = order.write();
        let order = NewOrder { id, kind, batch: Batch::of(campaign.id), recipient: &recipient, order: &written };
        mail::post_order(conn, master, &order, now, dice)?;
    }
    Ok(())
}

/// The same letter has the same number, however often it is sent.
fn letter(master: &MasterKey, order: &Order) -> LetterId {
    let hash = master.keyed_hash(Purpose::LetterIds, &[order.campaign.as_bytes(), order.person.as_bytes()]);
    LetterId::from_bytes(hash.first_chunk().copied().unwrap_or_default())
}
