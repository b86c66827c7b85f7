//! What waits at the desk, once on a working day, by letter to everybody who answers there; nothing if nothing waits.
//!
//! The letter says what the desk has done and has to do, and of what nobody has opened yet that there is some: on which day
//! a matter came stands in no letter.

use diesel::QueryResult;
use jiff::civil::Date;

use super::{letters, store};
use crate::{
    accounts::{self, Account, AnswerInClinic, Permit as _},
    campaigns::calendar,
    clinic::{
        State,
        queue::{Queued, queue},
    },
    clock::Moment,
    db::{Db, RegisterConn},
    dice::Chance,
    language::Language,
    mail::{self, Batch, Kind, PostOffice},
    secrets::MasterKey,
    web::{Sign, at},
};

/// From this hour on, in Bangkok.
const HOUR: i8 = 8;

/// What the desk has to do something about.
const WAITING: [State; 2] = [State::New, State::Office];

/// Whose desk it is, and where it stands.
pub struct Desk<'house> {
    pub db: &'house Db,
    pub master: &'house MasterKey,
    pub chance: &'house Chance,
    pub sign: &'house Sign,
    pub public_url: &'house str,
}

/// Of everything that waits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Some of it nobody has opened.
    pub any_unread: bool,
    pub read: usize,
    /// Of what was opened: working days since.
    pub oldest: usize,
    pub overdue: usize,
}

/// Whether today is a working day whose letters are not written yet.
pub async fn is_due(db: &Db, now: Moment) -> QueryResult<bool> {
    if now.in_bangkok().hour() < HOUR {
        return Ok(false);
    }
    let today = now.day();
    let is_due = move |conn: &mut RegisterConn| {
        QueryResult::Ok(calendar::calendar(conn)?.is_working(today) && store::last(conn)?.is_none_or(|last| last < today))
    };
    db.read_register(is_due).await
}

/// Says whether anybody was written to.
pub async fn write(desk: &Desk<'_>, now: Moment) -> QueryResult<bool> {
    let calendar = desk.db.read_register(calendar::calendar).await?;
    let (master, today) = (desk.master.clone(), now.day());
    let days = move |from, to| calendar.working_days_between(from, to);
    let queued = desk.db.read_urn(move |conn| queue(conn, &master, &WAITING, today, &days)).await?;
    let (address, chance) = (desk.public_url.to_owned(), desk.chance.clone());
    let office = |language| {
        let masthead = desk.sign.now();
        PostOffice::new(desk.master.clone(), masthead.name(language), masthead.contact(language))
    };
    let offices = [office(Language::Thai), office(Language::English)];
    let post = move |conn: &mut RegisterConn| {
        // Two servers write once.
        if store::last(conn)?.is_some_and(|last| last >= today) {
            return Ok(false);
        }
        store::note(conn, today)?;
        let all = waiting(&queued, today, |_| true);
        if all == Waiting::default() {
            return Ok(false);
        }
        let mut dice = chance.dice();
        let batch = Batch::single(&mut dice);
        for account in accounts::all(conn)?.into_iter().filter(answers) {
            let own = waiting(&queued, today, |it| it.matter.owner.as_deref() == Some(account.name.as_str()));
            let link = format!("{address}{}{}", account.language.prefix(), at::CLINIC_DESK);
            let letter = letters::digest(&account, &all, &own, &link);
            let [thai, english] = &offices;
            let office = if account.language == Language::Thai { thai } else { english };
            mail::post(conn, office, Kind::Notice, batch, &letter, now, &mut dice)?;
        }
        Ok(true)
    };
    desk.db.register(post).await
}

fn answers(account: &Account) -> bool {
    account.may_sign_in() && AnswerInClinic::held_by(&account.roles)
}

fn waiting(queued: &[Queued], today: Date, of: impl Fn(&Queued) -> bool) -> Waiting {
    let mut waiting = Waiting::default();
    for it in queued.iter().filter(|it| of(it)) {
        match it.age {
            Some(age) => {
                waiting.read += 1;
                waiting.oldest = waiting.oldest.max(age);
            }
            None => waiting.any_unread = true,
        }
        waiting.overdue += usize::from(it.matter.due.is_some_and(|due| due < today));
    }
    waiting
}
