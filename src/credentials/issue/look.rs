//! Whom a link belongs to and what can be done with it. Looking changes nothing, however often.

use data_encoding::HEXLOWER;

use super::{
    Link,
    store::{self, SpentAdmission},
};
use crate::{
    clock::{MINUTE, Moment},
    credentials::admission::Admission,
    db::RegisterConn,
    ids::{PersonId, StratumId, SurveyId},
    people::{self, Owner},
    secrets::MasterKey,
    surveys::{self, Survey},
};

/// In place of what is kept and not shown to whoever may hold a copy of a code.
const HIDDEN: &str = "•••";

/// Somebody with a link that counts, of a survey that is planned for good.
#[derive(Clone, Debug)]
pub struct Entrant {
    pub survey: Survey,
    pub stage: Stage,
    pub who: Who,
    /// None behind an open link that is not open yet.
    pub stratum: Option<StratumId>,
    pub has_collected: bool,
    /// The hash of what was signed for them, if anything was.
    pub(super) blinded: Vec<u8>,
    pub is_left_alone: bool,
    /// Whether somebody else may have the same code: HR printed it. Then nothing tells what has been done with it but
    /// trying to hand in, which nobody can do in secret.
    pub is_shared: bool,
    /// Which of their links this is.
    which: i32,
}

/// Whether ballots are taken: while a survey is open, and a little longer those that were signed before.
pub fn is_in_grace(survey: &Survey, now: Moment) -> bool {
    let grace = MINUTE * survey.terms.grace_minutes.unsigned_abs();
    survey.state.has_opened() && survey.state.window().is_some_and(|window| now < window.closes.plus(grace))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Person(PersonId),
    /// Whoever drew this slip from the box: nobody knows.
    Slip([u8; 32]),
    /// A browser with an admission.
    Browser([u8; 16]),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    NotOpenYet,
    Open,
    Closed,
}

impl Stage {
    /// A round whose close has come is closed, also before the timetable has seen to it.
    pub fn of(survey: &Survey, now: Moment) -> Self {
        match survey.state.window() {
            Some(window) if survey.state.is_open() && now < window.closes => Self::Open,
            _ if survey.state.has_opened() => Self::Closed,
            _ => Self::NotOpenYet,
        }
    }
}

impl Entrant {
    /// Their link has been used. For themselves alone to hear: of a code that others may have nobody is told.
    pub const fn is_spent(&self) -> bool {
        self.has_collected && !self.is_shared
    }

    /// Whether they may still hand in, as far as it may be told: a while after the close those who collected before.
    pub fn is_let_in(&self, now: Moment) -> bool {
        self.stage == Stage::Open || (self.is_spent() || self.is_shared) && is_in_grace(&self.survey, now)
    }

    /// Their row of the roll, or that of the slip they drew, as it is, in the order of its columns; none behind an open
    /// link. For themselves alone to see.
    pub fn row(&self) -> Option<Vec<String>> {
        let (survey, stratum) = (self.survey.id.to_string(), self.stratum.map(|stratum| stratum.to_string()).unwrap_or_default());
        let (has_collected, blinded) = if self.is_shared {
            (HIDDEN.to_owned(), HIDDEN.to_owned())
        } else {
            (self.has_collected.to_string(), HEXLOWER.encode(&self.blinded))
        };
        match self.who {
            Who::Person(person) => {
                let is_left_alone = if self.is_shared { HIDDEN.to_owned() } else { self.is_left_alone.to_string() };
                let which = self.which.to_string();
                Some(vec![survey, person.to_string(), stratum, has_collected, blinded, which, is_left_alone])
            }
            Who::Slip(hash) => Some(vec![HEXLOWER.encode(&hash), survey, stratum, has_collected, blinded]),
            Who::Browser(_) => None,
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum NoEntry {
    #[error("the link was not made here, or belongs to nobody who may answer")]
    NoSuchLink,
    #[error("a newer link was made")]
    Replaced,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

pub fn look(conn: &mut RegisterConn, master: &MasterKey, link: &str, now: Moment) -> Result<Entrant, NoEntry> {
    match (Link::read(link), Admission::read(master, link, now)) {
        (Some(link), _) => by_code(conn, link.hash(master), now),
        (None, Some(admission)) => admitted(conn, &admission, now),
        (None, None) => Err(NoEntry::NoSuchLink),
    }
}

fn by_code(conn: &mut RegisterConn, hash: [u8; 32], now: Moment) -> Result<Entrant, NoEntry> {
    match people::owner_of_code(conn, &hash)? {
        Some(owner) => person(conn, owner, now),
        None => slip(conn, hash, now),
    }
}

fn person(conn: &mut RegisterConn, owner: Owner, now: Moment) -> Result<Entrant, NoEntry> {
    let entry = people::entry(conn, owner.survey, owner.person)?.ok_or(NoEntry::NoSuchLink)?;
    if owner.link != entry.link {
        return Err(NoEntry::Replaced);
    }
    let survey = planned(conn, owner.survey)?;
    Ok(Entrant {
        stage: Stage::of(&survey, now),
        survey,
        who: Who::Person(owner.person),
        stratum: Some(entry.stratum),
        has_collected: entry.has_collected,
        blinded: entry.blinded,
        is_left_alone: entry.is_left_alone,
        is_shared: owner.is_printed,
        which: entry.link,
    })
}

fn slip(conn: &mut RegisterConn, hash: [u8; 32], now: Moment) -> Result<Entrant, NoEntry> {
    let slip = store::drawn_slip(conn, &hash)?.ok_or(NoEntry::NoSuchLink)?;
    let survey = planned(conn, slip.survey)?;
    Ok(Entrant {
        stage: Stage::of(&survey, now),
        survey,
        who: Who::Slip(hash),
        stratum: Some(slip.stratum),
        has_collected: slip.has_collected,
        blinded: slip.blinded,
        is_left_alone: false,
        is_shared: true,
        which: 0,
    })
}

fn admitted(conn: &mut RegisterConn, admission: &Admission, now: Moment) -> Result<Entrant, NoEntry> {
    let survey = planned(conn, admission.survey)?;
    let spent: Option<SpentAdmission> = store::spent_admission(conn, &admission.nonce)?;
    Ok(Entrant {
        stage: Stage::of(&survey, now),
        stratum: store::only_stratum(conn, survey.id)?,
        survey,
        who: Who::Browser(admission.nonce),
        has_collected: spent.is_some(),
        blinded: spent.unwrap_or_default(),
        is_left_alone: false,
        is_shared: false,
        which: 0,
    })
}

fn planned(conn: &mut RegisterConn, id: SurveyId) -> Result<Survey, NoEntry> {
    surveys::find(conn, id)?.filter(|survey| !survey.state.is_draft()).ok_or(NoEntry::NoSuchLink)
}

/// They are not reminded of this survey again; or they are, if they have thought better of it.
pub fn stop_reminding(
    conn: &mut RegisterConn,
    master: &MasterKey,
    link: &str,
    is_left_alone: bool,
    now: Moment,
) -> Result<(), NoEntry> {
    let entrant = look(conn, master, link, now)?;
    let Who::Person(person) = entrant.who else { return Err(NoEntry::NoSuchLink) };
    Ok(people::leave_alone(conn, entrant.survey.id, person, is_left_alone)?)
}
