//! What the holder of a receipt may do: read, write again, say whether it helped, give a name, take it all away.

use std::time::Duration;

use diesel::QueryResult;

use super::{
    hatch::{Busy, Hatch},
    letterbox::Message,
    matter::{CardState, Kind, Matter, Outcome, Remark, Said, State, Thread, Way},
    receipt::{Lock, Receipt},
    store,
};
use crate::{
    db::UrnConn,
    dice::Dice,
    ids::{MatterId, RemarkId, WaitingId},
    secrets::MasterKey,
};

/// What of a matter is written anew when it is taken away.
pub const REMOVED: &[&str] = &["remarks", "matter_files", "matters", "letterbox_files", "letterbox", "cards", "votes"];
/// Remarks of one matter: nobody talks longer.
const REMARKS_MOST: i32 = 200;

/// Where a receipt leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nobody has read it yet.
    Waiting(WaitingId),
    Matter(MatterId),
}

#[derive(Debug, thiserror::Error)]
pub enum NotTried {
    #[error("too many at this moment")]
    Busy(#[from] Busy),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// `None`, after as much work, for a receipt that opens nothing, whatever the reason.
pub async fn find(hatch: &Hatch, receipt: &Receipt) -> Result<Option<Held>, NotTried> {
    let (sealer, in_letterbox, at_desk) =
        (hatch.master.clone(), receipt.locator(&hatch.master), receipt.locator_at_desk(&hatch.master));
    let locks = hatch.db.read_urn(move |conn| {
        let waiting = store::locks_waiting(conn, &sealer, &in_letterbox)?;
        let mut locks: Vec<(Held, Lock)> = waiting.into_iter().map(|(id, lock)| (Held::Waiting(id), lock)).collect();
        locks.extend(store::locks(conn, &sealer, &at_desk)?.into_iter().map(|(id, lock)| (Held::Matter(id), lock)));
        QueryResult::Ok(locks)
    });
    let locks = locks.await?;
    let (receipt, sealer) = (receipt.clone(), hatch.master.clone());
    let tried = hatch.in_turn(move || {
        if locks.is_empty() {
            receipt.opens(&sealer, &Lock::of_nobody());
        }
        locks.into_iter().find_map(|(held, lock)| receipt.opens(&sealer, &lock).then_some(held))
    });
    Ok(tried.await?)
}

/// A receipt that was wrong is answered later.
pub async fn hold_back(wait: Duration) {
    if !wait.is_zero() {
        tokio::time::sleep(wait).await;
    }
}

/// What the writer sees.
#[derive(Clone, Debug)]
pub enum Mine {
    Waiting(Lying),
    Matter(Box<Thread>),
}

/// A message that nobody has read.
#[derive(Clone, Debug)]
pub struct Lying {
    pub text: String,
    /// The session is over, and perhaps too few have taken their seats: its writer may let it go to the desk nevertheless.
    pub asks_leave: bool,
}

pub fn look(conn: &mut UrnConn, sealer: &MasterKey, held: Held) -> QueryResult<Option<Mine>> {
    match held {
        Held::Waiting(id) => {
            let Some(waiting) = store::find_waiting(conn, sealer, id)? else { return Ok(None) };
            let has_ended = store::posted(conn, waiting.meeting)?.is_some_and(|posted| posted.ended.is_some());
            let asks_leave = has_ended && waiting.way == Way::BySeat && !waiting.may_go;
            Ok(Some(Mine::Waiting(Lying { text: Message::open(sealer, id, waiting.sealed)?.text, asks_leave })))
        }
        Held::Matter(id) => {
            let Some(mut thread) = thread(conn, sealer, id)? else { return Ok(None) };
            // Answers to the one it was merged into are answers to it; questions to its writer are not.
            if let Some(other) = thread.matter.merged_into {
                let answers = store::remarks(conn, sealer, other)?.into_iter().filter(|it| it.kind == Kind::Answer);
                thread.remarks.extend(answers);
                thread.card = store::card_of(conn, other)?;
            }
            thread.remarks.retain(|remark| remark.kind != Kind::Note);
            thread.card = thread.card.filter(|card| card.state != CardState::Withdrawn);
            Ok(Some(Mine::Matter(Box::new(thread))))
        }
    }
}

pub fn thread(conn: &mut UrnConn, sealer: &MasterKey, id: MatterId) -> QueryResult<Option<Thread>> {
    let Some(matter) = store::matter(conn, sealer, id)? else { return Ok(None) };
    Ok(Some(Thread { matter, remarks: store::remarks(conn, sealer, id)?, card: store::card_of(conn, id)? }))
}

/// What the writer does with a matter that was brought to the desk.
pub enum Step {
    Write(String),
    Say(Outcome),
    Reveal(String),
}

/// `once`: of the form. Done twice, it is done once.
pub fn step(
    conn: &mut UrnConn,
    sealer: &MasterKey,
    id: MatterId,
    step: &Step,
    once: &[u8; 16],
    dice: &mut Dice,
) -> QueryResult<()> {
    let Some(matter) = store::matter(conn, sealer, id)? else { return Ok(()) };
    let changed = match step {
        Step::Write(text) => {
            let place = store::last_place(conn, id)? + 1;
            if place > REMARKS_MOST {
                return Ok(());
            }
            let remark = Remark { kind: Kind::Writer, said_on: None, said: Said { text: text.clone(), from: String::new() } };
            store::insert_remark(conn, sealer, (RemarkId::from_bytes(*once), id, place), &remark, dice)?;
            Matter { state: awake(matter.state), ..matter }
        }
        Step::Say(Outcome::NotYet) => Matter { outcome: Some(Outcome::NotYet), state: awake(matter.state), ..matter },
        Step::Say(outcome) => Matter { outcome: Some(*outcome), ..matter },
        Step::Reveal(name) if matter.name.is_none() => Matter { name: Some(name.clone()), ..matter },
        Step::Reveal(_) => return Ok(()),
    };
    store::set(conn, sealer, &changed, None, None, dice)
}

/// What was put aside stands before the desk again.
const fn awake(state: State) -> State {
    match state {
        State::Asked | State::Answered => State::New,
        other => other,
    }
}

/// A message that waits for more people goes to the desk at the next full hour.
pub fn let_go(conn: &mut UrnConn, id: WaitingId) -> QueryResult<()> {
    store::let_go(conn, id)
}

/// Its texts for good; what stays is a count.
pub fn remove(conn: &mut UrnConn, sealer: &MasterKey, held: Held) -> QueryResult<()> {
    match held {
        Held::Waiting(id) => {
            let Some(waiting) = store::find_waiting(conn, sealer, id)? else { return Ok(()) };
            store::delete_waiting(conn, id)?;
            store::count_removal(conn, waiting.meeting)
        }
        Held::Matter(id) => {
            let Some(matter) = store::matter(conn, sealer, id)? else { return Ok(()) };
            if let Some(card) = store::card_of(conn, id)? {
                store::blank_card(conn, card.id)?;
            }
            store::freed_from(conn, id)?;
            store::delete_matter(conn, id)?;
            store::count_removal(conn, matter.meeting)
        }
    }
}
