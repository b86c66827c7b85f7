//! Writing to those who own steps: one letter for each address, whatever number of plans it stands in; nothing where nothing
//! is due. Two servers write once.

use diesel::QueryResult;
use jiff::civil::Date;

use super::{
    Whole,
    follow_up::{self, Round},
    letters::{self, Asked},
    store,
};
use crate::{
    accounts,
    address::EmailAddress,
    campaigns::calendar,
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

/// Whose plans they are, and where they stand.
pub struct Desk<'house> {
    pub db: &'house Db,
    pub master: &'house MasterKey,
    pub chance: &'house Chance,
    pub sign: &'house Sign,
    pub public_url: &'house str,
}

/// The letters that today is for and that are not written yet.
fn due(conn: &mut RegisterConn, today: Date) -> QueryResult<Option<Round>> {
    let Some(round) = follow_up::round(&calendar::calendar(conn)?, today) else { return Ok(None) };
    let last = store::last_letters(conn, round.code())?;
    Ok((last.as_deref() < Some(month_of(today).as_str())).then_some(round))
}

fn month_of(day: Date) -> String {
    day.strftime("%Y-%m").to_string()
}

pub async fn is_due(db: &Db, now: Moment) -> QueryResult<bool> {
    if now.in_bangkok().hour() < HOUR {
        return Ok(false);
    }
    let today = now.day();
    db.read_register(move |conn| due(conn, today).map(|round| round.is_some())).await
}

/// Says how many letters were written.
pub async fn write(desk: &Desk<'_>, now: Moment) -> QueryResult<usize> {
    let (address, chance, master) = (desk.public_url.to_owned(), desk.chance.clone(), desk.master.clone());
    let office = |language| {
        let masthead = desk.sign.now();
        PostOffice::new(desk.master.clone(), masthead.name(language), masthead.contact(language))
    };
    let offices = [office(Language::Thai), office(Language::English)];
    let today = now.day();
    let post = move |conn: &mut RegisterConn| {
        let Some(round) = due(conn, today)? else { return Ok(0) };
        store::note_letters(conn, round.code(), &month_of(today))?;
        let year = follow_up::year_asked(today);
        let mut plans = Vec::new();
        for plan in store::all(conn)?.into_iter().filter(|plan| plan.wanted.year == year) {
            plans.extend(store::find(conn, &master, plan.id)?);
        }
        let known = accounts::all(conn)?;
        let language = |email: &EmailAddress| {
            known.iter().find(|account| account.email == *email).map_or(Language::Thai, |account| account.language)
        };
        let mut dice = chance.dice();
        let batch = Batch::single(&mut dice);
        let mut written = 0;
        for (email, of) in by_owner(&plans, today) {
            let language = language(&email);
            let asked: Vec<Asked> = of.iter().map(|(whole, unsaid)| asked(whole, unsaid, &address, language)).collect();
            let letter = letters::to_owner(&email, language, round, today, &asked);
            let [thai, english] = &offices;
            let office = if language == Language::Thai { thai } else { english };
            written += usize::from(mail::post(conn, office, Kind::Notice, batch, &letter, now, &mut dice)?);
        }
        Ok(written)
    };
    desk.db.register(post).await
}

type Of<'plan> = (&'plan Whole, Vec<super::Unsaid<'plan>>);

fn by_owner(plans: &[Whole], today: Date) -> Vec<(EmailAddress, Vec<Of<'_>>)> {
    let mut all: Vec<(EmailAddress, Vec<Of>)> = Vec::new();
    for whole in plans {
        for owner in follow_up::owners(whole, today) {
            match all.iter_mut().find(|(email, _)| *email == owner.email) {
                Some((_, of)) => of.push((whole, owner.unsaid)),
                None => all.push((owner.email, vec![(whole, owner.unsaid)])),
            }
        }
    }
    all
}

fn asked<'plan>(whole: &'plan Whole, unsaid: &[super::Unsaid<'plan>], address: &str, language: Language) -> Asked<'plan> {
    Asked {
        title: whole.plan.title(language),
        link: format!("{address}{}{}", language.prefix(), at::plan(whole.plan.id, "")),
        year: whole.plan.wanted.year,
        unsaid: unsaid.to_vec(),
    }
}
