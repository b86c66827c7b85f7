//! A letter to whoever's way in was changed. If it was not them they learn of it, in their mail, where the stranger is not.

use super::{Account, Gatehouse, Refusal, letters};
use crate::{
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    mail::{self, Batch, Kind},
    web::at,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    Password,
    SecondFactorOn,
    SecondFactorOff,
    RecoveryCodes,
}

/// Posts the letter, in the transaction that makes the change.
pub fn tell(
    conn: &mut RegisterConn,
    house: &Gatehouse,
    account: &Account,
    what: Changed,
    now: Moment,
    dice: &mut Dice,
) -> Result<(), Refusal> {
    let office = house.post_office(account.language);
    let link = house.link(account.language, at::FORGOTTEN);
    let letter = letters::changed(account, what, &office.sender.department, &link, now);
    mail::post(conn, &office, Kind::Notice, Batch::single(dice), &letter, now, dice)?;
    Ok(())
}
