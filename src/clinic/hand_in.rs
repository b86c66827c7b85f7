//! Handing a message in: the right to it is checked and used up, and the message lies in the letterbox in the same
//! transaction. Sent again by the same form with the same in it, it is the same message with the same receipt.

use sha2::{Digest as _, Sha256};

use super::{
    hatch::{Busy, Hatch},
    letterbox::{self, Message},
    matter::{Way, month_of},
    posted::{Posted, Standing},
    receipt::{Lock, Receipt},
    said::{TEXT_MOST, Unfit, said},
    store::{self, Waiting},
    work::{Done, Work},
};
use crate::{
    clock::Moment,
    credentials::verify::{PreparedMessage, PublicKey},
    db::UrnConn,
    dice::Chance,
    ids::MeetingId,
    notices::Voucher,
    secrets::{MasterKey, Purpose},
    tidy::one_line,
};

/// Messages of one session that came through the open door and wait.
const DOOR_MOST: i64 = 200;
/// What a browser draws is as long at least; and no longer.
const ONCE: std::ops::RangeInclusive<usize> = 16..=64;
const NAME_MOST: usize = 400;

#[derive(Clone)]
pub struct HandIn {
    pub meeting: MeetingId,
    /// The code of one of its topics.
    pub topic: String,
    pub text: String,
    pub by: By,
    /// Whether the desk may put it on the board, in its own words.
    pub on_board: bool,
    /// Drawn by the form or the browser, and the same when it sends again: letters, digits, `-` and `_`.
    pub once: String,
}

/// By which right.
#[derive(Clone)]
pub enum By {
    Seat {
        message: PreparedMessage,
        signature: Vec<u8>,
    },
    /// As [`Voucher::write`] wrote it.
    Voucher(String),
    /// With a piece of [`Work`], and its answer, which may be empty.
    OpenDoor {
        work: String,
        answer: Vec<u32>,
    },
}

#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("there is no such session")]
    NoSuchSession,
    #[error("it is not open yet")]
    NotOpenYet,
    #[error("it is closed")]
    Closed,
    #[error("it was cancelled")]
    Cancelled,
    #[error("this way in is not offered")]
    WayNotOffered,
    #[error("the right is none of this session, or has ended")]
    NotEntitled,
    #[error("the right was used for another message")]
    Used,
    #[error("too many wait")]
    Full,
    #[error("sent faster than anybody writes")]
    TooEarly,
    #[error("no topic of this session")]
    NoSuchTopic,
    #[error("unfit: {0}")]
    Unfit(#[from] Unfit),
    #[error("the form is spoilt")]
    Malformed,
    #[error("too many at this moment")]
    Busy(#[from] Busy),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// What is used up, and who signs.
struct Right {
    way: Way,
    mark: [u8; 32],
    name: Option<String>,
}

/// The digits of the receipt.
pub async fn hand_in(hatch: &Hatch, sent: HandIn, now: Moment, chance: &Chance) -> Result<Receipt, Refused> {
    if !ONCE.contains(&sent.once.len()) || !sent.once.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_".contains(&it)) {
        return Err(Refused::Malformed);
    }
    let meeting = sent.meeting;
    let posted = hatch.db.read_urn(move |conn| store::posted(conn, meeting)).await?.ok_or(Refused::NoSuchSession)?;
    let text = said(&sent.text, TEXT_MOST)?;
    let right = right(hatch, &sent, &posted, now)?;
    let digest = hatch.master.keyed_hash(
        Purpose::Receipts,
        &[b"digest", sent.once.as_bytes(), sent.topic.as_bytes(), text.as_bytes(), &[u8::from(sent.on_board)]],
    );
    let receipt = Receipt::grow(&hatch.master, &sent.once, &right.mark);
    // Before anything slow is done for it.
    let (way, mark) = (right.way, right.mark);
    if let Some(before) = hatch.db.read_urn(move |conn| store::spent(conn, way, meeting, &mark)).await? {
        return if before == digest { Ok(receipt) } else { Err(Refused::Used) };
    }
    must_take(&posted, &sent, now)?;
    let (slow, master, dice) = (receipt.clone(), hatch.master.clone(), chance.clone());
    let lock = hatch.in_turn(move || slow.lock(&master, &mut dice.dice())).await?;
    let message = Message { topic: sent.topic, text, on_board: sent.on_board, name: right.name };
    let put = Put { meeting, way, mark, digest, lock, message, now };
    let (master, chance) = (hatch.master.clone(), chance.clone());
    hatch.db.urn(move |conn| put.lay(conn, &master, &chance)).await?;
    Ok(receipt)
}

fn right(hatch: &Hatch, sent: &HandIn, posted: &Posted, now: Moment) -> Result<Right, Refused> {
    let ways = posted.notice.ways;
    let is_offered = match sent.by {
        By::Seat { .. } => ways.by_seat,
        By::Voucher(_) => ways.by_name,
        By::OpenDoor { .. } => ways.open_door,
    };
    if !is_offered {
        return Err(Refused::WayNotOffered);
    }
    match &sent.by {
        By::Seat { message, signature } => {
            let key = posted.notice.key.as_ref().and_then(|key| PublicKey::from_spki(&key.0).ok());
            let verifier = key.and_then(|key| key.verifier().ok());
            if !verifier.is_some_and(|mut verifier| verifier.accepts(message, signature)) {
                return Err(Refused::NotEntitled);
            }
            Ok(Right { way: Way::BySeat, mark: Sha256::digest(message.as_bytes()).into(), name: None })
        }
        By::Voucher(text) => {
            let voucher = Voucher::read(&hatch.master, text, now).filter(|it| it.meeting == sent.meeting);
            let voucher = voucher.ok_or(Refused::NotEntitled)?;
            let name = one_line(&signed_as(&voucher), NAME_MOST).map_err(|_| Refused::NotEntitled)?;
            Ok(Right { way: Way::ByName, mark: Sha256::digest(voucher.nonce).into(), name: Some(name) })
        }
        By::OpenDoor { work, answer } => {
            let work = Work::read(&hatch.master, work).filter(|work| work.meeting == sent.meeting).ok_or(Refused::NotEntitled)?;
            match work.done(answer, now) {
                Done::Solved => {}
                Done::Waited => must_be_patient(hatch, sent.meeting, now)?,
                Done::TooEarly => return Err(Refused::TooEarly),
                Done::Expired => return Err(Refused::NotEntitled),
            }
            Ok(Right { way: Way::OpenDoor, mark: work.digest, name: None })
        }
    }
}

/// As the desk sees it.
pub fn signed_as(voucher: &Voucher) -> String {
    if voucher.unit.trim().is_empty() { voucher.name.clone() } else { format!("{} ({})", voucher.name, voucher.unit) }
}

/// Those who did no work are let in a few at a time.
fn must_be_patient(hatch: &Hatch, meeting: MeetingId, now: Moment) -> Result<(), Refused> {
    let key = Sha256::new().chain_update(b"patient").chain_update(meeting.as_bytes()).finalize().into();
    if hatch.may_come_by_patience(key, now) { Ok(()) } else { Err(Refused::Busy(Busy)) }
}

fn must_take(posted: &Posted, sent: &HandIn, now: Moment) -> Result<(), Refused> {
    match posted.standing(now) {
        Standing::NotYet => return Err(Refused::NotOpenYet),
        Standing::Closed => return Err(Refused::Closed),
        Standing::Cancelled => return Err(Refused::Cancelled),
        Standing::Open => {}
    }
    if posted.notice.topic(&sent.topic).is_none() {
        return Err(Refused::NoSuchTopic);
    }
    Ok(())
}

struct Put {
    meeting: MeetingId,
    way: Way,
    mark: [u8; 32],
    digest: [u8; 32],
    lock: Lock,
    message: Message,
    now: Moment,
}

impl Put {
    fn lay(&self, conn: &mut UrnConn, master: &MasterKey, chance: &Chance) -> Result<(), Refused> {
        match store::spent(conn, self.way, self.meeting, &self.mark)? {
            Some(before) if before == self.digest => return Ok(()),
            Some(_) => return Err(Refused::Used),
            None => {}
        }
        if self.way == Way::OpenDoor && store::count_waiting(conn, self.meeting, Way::OpenDoor)? >= DOOR_MOST {
            return Err(Refused::Full);
        }
        store::spend(conn, self.way, self.meeting, &self.mark, &self.digest)?;
        let mut dice = chance.dice();
        let id = dice.id();
        if !store::is_any_waiting(conn)? {
            letterbox::wait_for_the_hour(conn, self.now)?;
        }
        let waiting = Waiting {
            id,
            meeting: self.meeting,
            way: self.way,
            month: month_of(self.now.day()),
            lock: self.lock.clone(),
            sealed: self.message.seal(master, id, &mut dice)?,
            may_go: false,
        };
        Ok(store::insert_waiting(conn, master, &waiting, &mut dice)?)
    }
}
