//! The diary of deeds: what those who manage did, append-only, each entry holding on to the one
//! before.
//!
//! The link of the chain is a keyed hash under the master key, over the entry and the link before
//! it. Whoever has a copy of the database can read the diary but cannot change, remove or insert
//! an entry without breaking the chain. Cutting off its end leaves a shorter, whole chain; so
//! [`verify`] returns the last link, to be written down elsewhere and shown to it next time.

use data_encoding::HEXLOWER;
use diesel::QueryResult;

use super::{
    Account, Deed,
    store::{self, DiaryRow},
};
use crate::{
    clock::Moment,
    db::RegisterConn,
    ids::AccountId,
    secrets::{MasterKey, Purpose},
};

/// Entries read at a time.
const PAGE: i64 = 500;

/// Who did it.
#[derive(Clone, Debug)]
pub struct Actor {
    pub id: Option<AccountId>,
    pub name: String,
}

impl Actor {
    pub fn command_line() -> Self {
        Self { id: None, name: "command line".to_owned() }
    }

    pub fn the_program() -> Self {
        Self { id: None, name: "ClearJai".to_owned() }
    }
}

impl From<&Account> for Actor {
    fn from(account: &Account) -> Self {
        Self { id: Some(account.id), name: account.name.clone() }
    }
}

/// An entry as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub number: i64,
    pub happened: Moment,
    pub actor: String,
    pub deed: Deed,
    /// Whom or what it was done to, in a few words.
    pub subject: String,
}

/// Writes a deed down, in the transaction of the deed itself.
pub fn note(
    conn: &mut RegisterConn,
    master: &MasterKey,
    actor: &Actor,
    deed: Deed,
    subject: &str,
    now: Moment,
) -> QueryResult<()> {
    let (number, before) = match store::last_in_diary(conn)? {
        Some((number, chain)) => (number + 1, chain),
        None => (1, Vec::new()),
    };
    let mut row = DiaryRow {
        number,
        happened: now,
        actor: actor.id,
        actor_name: actor.name.clone(),
        deed: deed.code().to_owned(),
        subject: subject.to_owned(),
        chain: Vec::new(),
    };
    row.chain = link(master, &before, &row);
    store::append_to_diary(conn, &row)
}

/// Before the first question of a long deed that will end in the diary: on `PostgreSQL` others wait
/// with their entries until it is done, or it would lose every race for the next number.
pub fn hold(conn: &mut RegisterConn) -> QueryResult<()> {
    store::hold_diary(conn)
}

/// A page of the diary, the latest first, from before that number on.
pub fn entries(conn: &mut RegisterConn, before: i64, most: i64) -> QueryResult<Vec<Entry>> {
    let rows = store::diary_before(conn, before, most)?;
    Ok(rows
        .into_iter()
        .map(|row| Entry {
            number: row.number,
            happened: row.happened,
            actor: row.actor_name,
            deed: Deed::from_code(&row.deed),
            subject: row.subject,
        })
        .collect())
}

/// To whom or what a deed was done, whenever it was.
pub fn subjects(conn: &mut RegisterConn, deed: Deed) -> QueryResult<Vec<String>> {
    store::subjects_in_diary(conn, deed.code())
}

/// A diary that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    pub entries: i64,
    /// `number:link` of the last entry; shown to [`verify`] later, it proves that nothing was cut off.
    pub seal: String,
}

#[derive(Debug, thiserror::Error)]
pub enum Broken {
    #[error("The diary is broken at entry {0}: it was changed, or an entry before it was removed or inserted.")]
    At(i64),
    #[error("The diary does not contain the seal you gave: its end was cut off or rewritten since then.")]
    SealMissing,
    #[error("That is not a seal. Give the whole text that an earlier check printed, such as 42:9f86d0….")]
    NotASeal,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// Walks the whole chain. With the seal of an earlier check, that entry must still be there.
pub fn verify(conn: &mut RegisterConn, master: &MasterKey, earlier: Option<&str>) -> Result<Verified, Broken> {
    let earlier = earlier.map(|seal| parse_seal(seal).ok_or(Broken::NotASeal)).transpose()?;
    let mut is_sealed = earlier.as_ref().is_none_or(|(number, _)| *number == 0);
    let (mut number, mut before) = (0, Vec::new());
    loop {
        let page = store::diary_after(conn, number, PAGE)?;
        if page.is_empty() {
            break;
        }
        for row in page {
            if row.number != number + 1 || row.chain != link(master, &before, &row) {
                return Err(Broken::At(number + 1));
            }
            is_sealed |= earlier.as_ref().is_some_and(|(sealed, chain)| *sealed == row.number && *chain == row.chain);
            (number, before) = (row.number, row.chain);
        }
    }
    if is_sealed {
        Ok(Verified { entries: number, seal: format!("{number}:{}", HEXLOWER.encode(&before)) })
    } else {
        Err(Broken::SealMissing)
    }
}

fn parse_seal(seal: &str) -> Option<(i64, Vec<u8>)> {
    let (number, chain) = seal.trim().split_once(':')?;
    Some((number.parse().ok()?, HEXLOWER.decode(chain.as_bytes()).ok()?))
}

fn link(master: &MasterKey, before: &[u8], row: &DiaryRow) -> Vec<u8> {
    let parts: [&[u8]; 7] = [
        before,
        &row.number.to_be_bytes(),
        &row.happened.micros().to_be_bytes(),
        row.actor.as_ref().map_or(&[][..], |actor| actor.as_bytes()),
        row.actor_name.as_bytes(),
        row.deed.as_bytes(),
        row.subject.as_bytes(),
    ];
    master.keyed_hash(Purpose::Diary, &parts).to_vec()
}
