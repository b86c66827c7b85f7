//! A deed of the desk: into the diary first, then into the urn.
//!
//! Taken up after a kill in between, it comes to the same; a form that has done its deed does nothing more.

use diesel::QueryResult;

use crate::{
    accounts::{self, Actor, Deed as Noted},
    clinic::deeds::{self, Deed, Hand, NotDone},
    clock::Moment,
    db::{Db, RegisterConn},
    dice::Chance,
    ids::{CardId, MatterId},
    secrets::MasterKey,
    web::{Begun, FormKey, begin, end},
};

/// Who does it, by which form, and when.
pub struct By {
    pub master: MasterKey,
    pub chance: Chance,
    pub actor: Actor,
    pub key: FormKey,
    pub now: Moment,
}

pub async fn do_it(db: &Db, by: By, id: MatterId, deed: Deed, hand: Hand) -> Result<(), NotDone> {
    let (master, wanted) = (by.master.clone(), deed.clone());
    // What will be refused is not noted.
    db.read_urn(move |conn| deeds::check(conn, &master, id, &wanted, hand)).await?;
    let (noted, key) = (noted(&deed), by.key);
    let (master, actor, now) = (by.master.clone(), by.actor, by.now);
    let begun = db.register(move |conn| begin(conn, key, now, |conn| accounts::note(conn, &master, &actor, noted, "", now)));
    if begun.await? == Begun::Done {
        return Ok(());
    }
    let (master, chance) = (by.master, by.chance);
    db.urn(move |conn| deeds::act(conn, &master, id, &deed, hand, &mut chance.dice())).await?;
    Ok(db.register(move |conn| end(conn, key)).await?)
}

/// A card whose matter is forgotten, off the board.
pub async fn take_down(db: &Db, by: By, id: CardId) -> QueryResult<()> {
    let (key, now) = (by.key, by.now);
    let note = move |conn: &mut RegisterConn| accounts::note(conn, &by.master, &by.actor, Noted::MatterWithdrawn, "", now);
    if db.register(move |conn| begin(conn, key, now, &note)).await? == Begun::Done {
        return Ok(());
    }
    db.urn(move |conn| deeds::take_down(conn, id)).await?;
    db.register(move |conn| end(conn, key)).await
}

const fn noted(deed: &Deed) -> Noted {
    match deed {
        Deed::TakeOn { .. } => Noted::MatterTakenOn,
        Deed::PassOn { .. } => Noted::MatterPassedOn,
        Deed::Note { .. } => Noted::MatterNoted,
        Deed::Ask { .. } => Noted::MatterAskedBack,
        Deed::Answer { .. } => Noted::MatterAnswered,
        Deed::Show(_) => Noted::MatterShown,
        Deed::Withdraw => Noted::MatterWithdrawn,
        Deed::MergeInto(_) => Noted::MatterMerged,
        Deed::HoldBack(_) => Noted::MatterHeldBack,
        Deed::Changed(_) => Noted::MatterChangedThings,
    }
}
