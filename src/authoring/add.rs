//! An instrument comes into the library, or is made for a round: new, copied, or as another version.

use super::{
    store,
    version::{Refusal, Version},
};
use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::{InstrumentId, SurveyId},
    instruments::Instrument,
    secrets::MasterKey,
};

/// Where an instrument comes from, for the diary and for whoever compares rounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Written here, or one of the starters.
    New,
    /// What nobody has read of its losses goes along.
    CopyOf(InstrumentId),
    /// With what could not be taken over from it, as JSON; nothing if everything was.
    File { losses: Option<String> },
}

/// Who does it, when, and by which chance.
pub struct Hand<'hand> {
    pub master: &'hand MasterKey,
    pub by: &'hand Actor,
    pub now: Moment,
}

/// The first version of a family of its own.
pub fn add(
    conn: &mut RegisterConn,
    hand: &Hand,
    instrument: Instrument,
    origin: Origin,
    round: Option<SurveyId>,
    dice: &mut Dice,
) -> Result<InstrumentId, Refusal> {
    instrument.check_size().map_err(Refusal::TooLarge)?;
    let (source, losses, deed) = match origin {
        Origin::New => (None, None, Deed::InstrumentAdded),
        Origin::CopyOf(id) => (Some(id), store::find(conn, id)?.and_then(|of| of.losses), Deed::InstrumentAdded),
        Origin::File { losses } => (None, losses, Deed::InstrumentImported),
    };
    let version = Version {
        id: dice.id(),
        family: dice.id(),
        number: 1,
        source,
        round,
        digest: store::digest(&instrument.to_json()),
        instrument,
        changed: hand.now.day(),
        is_fixed: false,
        is_put_away: false,
        losses,
    };
    store::insert(conn, &version)?;
    accounts::note(conn, hand.master, hand.by, deed, &version.instrument.title.th, hand.now)?;
    Ok(version.id)
}

/// The next version of the same family, to be changed in its place; the one there is where somebody
/// made it before.
pub fn new_version(
    conn: &mut RegisterConn,
    hand: &Hand,
    of: InstrumentId,
    round: Option<SurveyId>,
    dice: &mut Dice,
) -> Result<InstrumentId, Refusal> {
    let before = store::find(conn, of)?.ok_or(Refusal::NotFound)?;
    if let Some(open) = store::open_after(conn, before.family, before.number, round)? {
        return Ok(open);
    }
    let version = Version {
        id: dice.id(),
        number: store::latest_number(conn, before.family)? + 1,
        source: Some(of),
        round,
        changed: hand.now.day(),
        is_fixed: false,
        is_put_away: false,
        ..before
    };
    store::insert(conn, &version)?;
    let subject = format!("{} ({})", version.instrument.title.th, version.number);
    accounts::note(conn, hand.master, hand.by, Deed::InstrumentVersioned, &subject, hand.now)?;
    Ok(version.id)
}

/// For a round: the version itself if it never changes again, or else a copy that is the round's own.
pub fn for_round(
    conn: &mut RegisterConn,
    hand: &Hand,
    wanted: InstrumentId,
    round: SurveyId,
    dice: &mut Dice,
) -> Result<InstrumentId, Refusal> {
    let version = store::find(conn, wanted)?.ok_or(Refusal::NotFound)?;
    if version.is_fixed || version.round == Some(round) {
        return Ok(version.id);
    }
    add(conn, hand, version.instrument, Origin::CopyOf(wanted), Some(round), dice)
}
