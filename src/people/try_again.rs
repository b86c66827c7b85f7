//! Trying addresses again that letters did not reach: a mailbox that was full, a mail server that was set up wrong.

use diesel::QueryResult;

use super::store;
use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::RegisterConn,
    ids::PersonId,
    secrets::MasterKey,
};

/// That of one person, or all. Whoever has no other code in their hands is invited by it.
pub fn try_again(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    person: Option<PersonId>,
    now: Moment,
) -> QueryResult<()> {
    let freed = store::try_addresses_again(conn, person)?;
    if freed == 0 {
        return Ok(());
    }
    accounts::note(conn, master, by, Deed::AddressesTriedAgain, &freed.to_string(), now)
}
