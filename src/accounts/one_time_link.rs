//! Links that work once: the first administrator, invitations, forgotten passwords.
//!
//! Opening one changes nothing, however often (mail scanners do); only sending its form uses it.

use std::time::Duration;

use diesel::{QueryResult, deserialize::FromSqlRow, expression::AsExpression, sql_types::Text};

use super::{Refusal, store};
use crate::{
    clock::{DAY, HOUR, Moment},
    db::RegisterConn,
    dice::Dice,
    ids::AccountId,
    secrets::Token,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub enum Purpose {
    /// To make the first administrator.
    Setup,
    Invitation,
    Reset,
}

impl Purpose {
    const ALL: [Self; 3] = [Self::Setup, Self::Invitation, Self::Reset];

    const fn code(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::Invitation => "invitation",
            Self::Reset => "reset",
        }
    }

    const fn good_for(self) -> Duration {
        match self {
            Self::Setup => DAY,
            Self::Invitation => Duration::from_secs(7 * DAY.as_secs()),
            Self::Reset => HOUR,
        }
    }
}

crate::db::stored_as_text!(Purpose, |purpose| purpose.code(), |code| Purpose::ALL
    .into_iter()
    .find(|purpose| purpose.code() == code));

/// A new link; one for the same purpose that was given out before stops working. Not so of a first administrator: every
/// server that starts shows an address, and whichever somebody copied works.
pub fn mint(
    conn: &mut RegisterConn,
    purpose: Purpose,
    account: Option<AccountId>,
    now: Moment,
    dice: &mut Dice,
) -> QueryResult<Token> {
    let token = Token::random(dice);
    if purpose != Purpose::Setup {
        store::delete_links(conn, Some(purpose), account)?;
    }
    store::insert_link(conn, &token.digest(), purpose, account, now.plus(purpose.good_for()))?;
    Ok(token)
}

/// Whose link this is, without using it.
pub fn look(conn: &mut RegisterConn, purpose: Purpose, token: &Token, now: Moment) -> Result<Option<AccountId>, Refusal> {
    match store::link(conn, &token.digest())? {
        Some((its_purpose, account, expires)) if its_purpose == purpose && now <= expires => Ok(account),
        _ => Err(Refusal::LinkSpent),
    }
}

/// Uses the link up, and every other link of that account with it.
pub fn spend(conn: &mut RegisterConn, purpose: Purpose, token: &Token, now: Moment) -> Result<Option<AccountId>, Refusal> {
    let account = look(conn, purpose, token, now)?;
    store::delete_links(conn, account.is_none().then_some(purpose), account)?;
    Ok(account)
}

pub fn forget_expired(conn: &mut RegisterConn, now: Moment) -> QueryResult<usize> {
    store::forget_links_before(conn, now)
}
