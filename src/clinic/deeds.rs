//! What the desk does with a matter. Each deed is one transaction; by the same form it is done once, and one that was
//! drawn from an older state of the matter does nothing.

use diesel::QueryResult;
use jiff::civil::Date;

use super::{
    matter::{Card, CardState, Face, Kind, Matter, Reason, Remark, Said, State},
    store,
};
use crate::{
    db::UrnConn,
    dice::Dice,
    ids::{CardId, MatterId, RemarkId},
    secrets::MasterKey,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Somebody of the desk has it, perhaps until a day.
    TakeOn {
        owner: String,
        due: Option<Date>,
    },
    /// To an office, in a few words, which the writer reads too.
    PassOn {
        office: String,
        text: String,
    },
    Note {
        text: String,
        by: String,
    },
    Ask {
        text: String,
    },
    /// To the writer; with a face, on the board as well.
    Answer {
        text: String,
        office: String,
        board: Option<Face>,
    },
    /// On the board, or its words there changed.
    Show(Face),
    /// Off the board.
    Withdraw,
    MergeInto(MatterId),
    HoldBack(Reason),
    /// What was changed because of it, for the board.
    Changed(String),
}

#[derive(Debug, thiserror::Error)]
pub enum NotDone {
    #[error("there is no such matter")]
    NoSuchMatter,
    #[error("it was changed meanwhile")]
    Changed,
    #[error("it cannot be merged into that one")]
    NotMergeable,
    #[error("it does not stand on the board")]
    NotOnBoard,
    #[error("its writer wants no card")]
    Unwanted,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// By which form, drawn from which edition, on which day, and how many working days after it was first read.
#[derive(Clone, Copy, Debug)]
pub struct Hand {
    pub once: [u8; 16],
    pub edition: i32,
    pub today: Date,
    pub age: i32,
}

/// The desk opens a matter.
pub fn read(conn: &mut UrnConn, id: MatterId, today: Date) -> QueryResult<()> {
    store::open_on(conn, id, today)
}

/// Whether it can be done, without doing it.
pub fn check(conn: &mut UrnConn, sealer: &MasterKey, id: MatterId, deed: &Deed, hand: Hand) -> Result<(), NotDone> {
    if store::is_done(conn, id, &hand.once)? {
        return Ok(());
    }
    let matter = store::matter(conn, sealer, id)?.ok_or(NotDone::NoSuchMatter)?;
    if matter.edition != hand.edition {
        return Err(NotDone::Changed);
    }
    match deed {
        Deed::Show(_) | Deed::Answer { board: Some(_), .. } if !matter.wants_board => Err(NotDone::Unwanted),
        Deed::MergeInto(other) => must_merge(conn, sealer, &matter, *other),
        Deed::Changed(_) | Deed::Withdraw if store::card_of(conn, id)?.is_none() => Err(NotDone::NotOnBoard),
        _ => Ok(()),
    }
}

pub fn act(
    conn: &mut UrnConn,
    sealer: &MasterKey,
    id: MatterId,
    deed: &Deed,
    hand: Hand,
    dice: &mut Dice,
) -> Result<(), NotDone> {
    if store::is_done(conn, id, &hand.once)? {
        return Ok(());
    }
    check(conn, sealer, id, deed, hand)?;
    let matter = store::matter(conn, sealer, id)?.ok_or(NotDone::NoSuchMatter)?;
    let is_first_answer = matter.answered_on.is_none() && matches!(deed, Deed::Answer { .. });
    let waited = is_first_answer.then_some(hand.age);
    if let Some(remark) = remark(deed, hand.today) {
        let place = store::last_place(conn, id)? + 1;
        store::insert_remark(conn, sealer, (RemarkId::from_bytes(hand.once), id, place), &remark, dice)?;
    }
    card(conn, &matter, deed, hand.today, dice)?;
    if let Deed::MergeInto(other) = deed {
        store::follow(conn, id, *other)?;
    }
    let after = after(matter, deed, hand.today);
    store::set(conn, sealer, &after, waited, Some(&hand.once), dice)?;
    if matches!(deed, Deed::Answer { .. } | Deed::MergeInto(_) | Deed::HoldBack(_)) {
        store::done_on(conn, id, hand.today)?;
    }
    Ok(())
}

/// Whether a card stands on the board, or stood there, with no matter behind it any more.
pub fn is_left(conn: &mut UrnConn, id: CardId) -> QueryResult<bool> {
    Ok(store::card(conn, id)?.is_some_and(|card| card.matter.is_none()))
}

/// Takes such a card off the board.
pub fn take_down(conn: &mut UrnConn, id: CardId) -> QueryResult<()> {
    if is_left(conn, id)? { store::blank_card(conn, id) } else { Ok(()) }
}

fn must_merge(conn: &mut UrnConn, sealer: &MasterKey, matter: &Matter, other: MatterId) -> Result<(), NotDone> {
    let other = store::matter(conn, sealer, other)?.ok_or(NotDone::NotMergeable)?;
    let is_chain = other.merged_into.is_some();
    let is_taken = store::card_of(conn, matter.id)?.is_some_and(|card| card.state != CardState::Withdrawn);
    if other.id == matter.id || is_chain || is_taken { Err(NotDone::NotMergeable) } else { Ok(()) }
}

fn remark(deed: &Deed, today: Date) -> Option<Remark> {
    let (kind, text, from) = match deed {
        Deed::PassOn { office, text } => (Kind::Office, text, office.as_str()),
        Deed::Note { text, by } => (Kind::Note, text, by.as_str()),
        Deed::Ask { text } => (Kind::Ask, text, ""),
        Deed::Answer { text, office, .. } => (Kind::Answer, text, office.as_str()),
        _ => return None,
    };
    Some(Remark { kind, said_on: Some(today), said: Said { text: text.clone(), from: from.to_owned() } })
}

fn card(conn: &mut UrnConn, matter: &Matter, deed: &Deed, today: Date, dice: &mut Dice) -> QueryResult<()> {
    let present = store::card_of(conn, matter.id)?;
    let card = match (deed, present) {
        (Deed::Show(face) | Deed::Answer { board: Some(face), .. }, present) => {
            let base = present.unwrap_or_else(|| Card {
                id: dice.id(),
                matter: Some(matter.id),
                meeting: matter.meeting,
                topic: matter.topic.clone(),
                month: matter.month.clone(),
                state: CardState::Waiting,
                face: Face::default(),
                answered_on: None,
                change: String::new(),
                changed_on: None,
                votes: 0,
            });
            let is_answered = !face.answer.is_empty();
            let state = if is_answered { CardState::Answered } else { CardState::Waiting };
            let answered_on = if is_answered { base.answered_on.or(Some(today)) } else { None };
            Card { state, answered_on, face: face.clone(), ..base }
        }
        (Deed::Withdraw | Deed::HoldBack(_), Some(card)) => Card { state: CardState::Withdrawn, ..card },
        (Deed::Changed(change), Some(card)) => Card { change: change.clone(), changed_on: Some(today), ..card },
        _ => return Ok(()),
    };
    store::keep_card(conn, &card)
}

fn after(matter: Matter, deed: &Deed, today: Date) -> Matter {
    match deed {
        Deed::TakeOn { owner, due } => Matter { owner: Some(owner.clone()), due: *due, ..matter },
        Deed::PassOn { office, .. } => Matter { state: State::Office, office: Some(office.clone()), ..matter },
        Deed::Ask { .. } => Matter { state: State::Asked, ..matter },
        Deed::Answer { .. } => Matter {
            state: State::Answered,
            answered_on: matter.answered_on.or(Some(today)),
            outcome: None,
            held_back: None,
            merged_into: None,
            ..matter
        },
        Deed::MergeInto(other) => Matter { state: State::Merged, merged_into: Some(*other), ..matter },
        Deed::HoldBack(reason) => Matter { state: State::HeldBack, held_back: Some(*reason), ..matter },
        Deed::Show(_) => {
            let state = if matter.state == State::HeldBack { State::New } else { matter.state };
            Matter { state, held_back: None, ..matter }
        }
        Deed::Note { .. } | Deed::Withdraw | Deed::Changed(_) => matter,
    }
}
