//! Opening a session: decided in one transaction, which fixes what is promised; brought to its end in another, once the
//! notice is up.

use zeroize::Zeroizing;

use super::{Hand, K_LEAST, Refusal, Stage, invite, store};
use crate::{
    accounts::{self, Deed},
    clock::Moment,
    credentials::issue::SigningKey,
    db::RegisterConn,
    department,
    dice::Dice,
    ids::MeetingId,
    notices::{Notice, NoticeHash},
    secrets::{MasterKey, Purpose},
};

/// A session that is on its way to be open.
#[derive(Clone, Debug)]
pub struct Opening {
    pub meeting: MeetingId,
    pub notice: Notice,
}

/// `key` was made outside any transaction, which takes a while. Where nobody writes by seat it is not used.
pub fn begin_opening(
    conn: &mut RegisterConn,
    hand: &Hand,
    id: MeetingId,
    key: &SigningKey,
    dice: &mut Dice,
) -> Result<(), Refusal> {
    let meeting = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    meeting.is_draft()?;
    if meeting.closes.is_some_and(|closes| closes <= hand.now || closes.seconds() <= meeting.plan.opens) {
        return Err(Refusal::Past);
    }
    let k = department::current(conn)?.and_then(|department| u32::try_from(department.k).ok()).unwrap_or(0).max(K_LEAST);
    if meeting.plan.has_links() {
        let invited = invite::meant(conn, &meeting.plan.invited, hand.now)?.len();
        if invited == 0 {
            return Err(Refusal::NobodyInvited);
        }
        if meeting.plan.ways.by_seat && u32::try_from(invited).is_ok_and(|invited| invited < k) {
            return Err(Refusal::TooFewInvited);
        }
    }
    let (public, sealed) = if meeting.plan.ways.by_seat {
        let der: Zeroizing<Vec<u8>> = key.to_der()?;
        (Some(key.spki()?), Some(hand.master.seal(Purpose::SigningKeys, id.as_bytes(), &der, dice)))
    } else {
        (None, None)
    };
    let text = meeting.plan.notice(id, hand.now, k, public).write()?;
    store::promise(conn, id, &text, NoticeHash::of(&text), sealed.as_ref(), meeting.closes)?;
    Ok(accounts::note(conn, hand.master, hand.by, Deed::MeetingOpened, &meeting.plan.title.th, hand.now)?)
}

/// `None`: it is not on its way, or not any more.
pub fn opening(conn: &mut RegisterConn, id: MeetingId) -> Result<Option<Opening>, Refusal> {
    let meeting = store::find(conn, id)?.filter(|meeting| meeting.stage == Stage::Opening);
    let Some(promised) = meeting.and_then(|meeting| meeting.promised) else { return Ok(None) };
    Ok(Some(Opening { meeting: id, notice: Notice::read(&promised.notice)? }))
}

/// Its notice is up: whoever is invited gets a link and a letter. Says whether this did it.
pub fn finish_opening(
    conn: &mut RegisterConn,
    master: &MasterKey,
    id: MeetingId,
    now: Moment,
    dice: &mut Dice,
) -> Result<bool, Refusal> {
    let Some(meeting) = store::find(conn, id)?.filter(|meeting| meeting.stage == Stage::Opening) else { return Ok(false) };
    store::open(conn, id)?;
    invite::invite(conn, master, &meeting, now, dice)?;
    Ok(true)
}
