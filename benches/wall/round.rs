//! A round that is open, with as many people on its roll as wanted.

use std::sync::Arc;

use clearjai::{
    accounts::Actor,
    authoring::starters,
    clock::{Clock, DAY},
    credentials::issue::{Keyring, personal_links},
    dice::Chance,
    house::House,
    ids::{StratumId, SurveyId},
    language::FiscalYear,
    papers::Paper,
    people::{self, Category, EmployeeNumber, Name, NewPerson, NewUnit, ShortName},
    polling,
    rounds::{self, Beginning, Hand},
    settings::Settings,
    surveys::{self, NewSurvey, Window},
    urn,
};
use jiff::ToSpan as _;
use openssl::{pkey::Private, rsa::Rsa};

use super::Outcome;

const UNITS: usize = 4;

pub struct Round {
    pub survey: SurveyId,
    pub paper: Paper,
    pub text: String,
    pub links: Vec<String>,
    /// What signs for each stratum.
    keys: Vec<(StratumId, Rsa<Private>)>,
}

impl Round {
    /// In the house that these settings say. Its server must not run yet: it finds everything done.
    pub fn open(settings: &[(String, String)], people: usize) -> Outcome<Self> {
        actix_web::rt::System::new().block_on(open(settings, people))
    }

    pub fn keys(&self) -> &[(StratumId, Rsa<Private>)] {
        &self.keys
    }
}

async fn open(settings: &[(String, String)], people: usize) -> Outcome<Round> {
    let variables = settings.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let settings = Settings::read(variables, &|_| Ok(None))?;
    let (house, _) = House::open(&settings, Clock::System, Chance::Real).await?;
    let now = house.clock.now();
    let (master, chance) = (house.master.clone(), house.chance.clone());
    let (units, staff) = (units()?, staff(people, now.day().saturating_sub(5.years()))?);
    house
        .db
        .register(move |conn| {
            let (by, dice) = (&Actor::the_program(), &mut chance.dice());
            for unit in &units {
                people::add_unit(conn, &master, by, unit, now, dice)?;
            }
            staff.iter().try_for_each(|person| people::add(conn, &master, by, person, now, dice).map(drop))
        })
        .await
        .map_err(|refusal: people::Refusal| refusal.to_string())?;
    let survey = plan(&house).await?;
    let (master, keyring, chance) = (house.master.clone(), Keyring::default(), house.chance.clone());
    let now = house.clock.now();
    if !polling::open(&house.db, &master, &chance, survey, now).await? {
        return Err("the round does not open".into());
    }
    polling::carry_over(&house.db, &master, &chance, now).await?;
    let text = house.db.read_urn(move |conn| urn::paper_text(conn, survey)).await?.ok_or("the paper is not in the urn")?.text;
    let paper = Paper::read(&text)?;
    let strata: Vec<_> = paper.strata.iter().map(|stratum| stratum.id).collect();
    let taken = house.db.read_register(move |conn| {
        let links = personal_links(conn, &master, survey)?;
        let keys: Result<Vec<_>, _> =
            strata.into_iter().map(|id| Ok::<_, diesel::result::Error>((id, keyring.key(conn, &master, id)))).collect();
        Ok::<_, diesel::result::Error>((links, keys?))
    });
    let (links, keys) = taken.await?;
    let keys = keys.into_iter().map(|(id, key)| {
        let key: Arc<_> = key.map_err(|_| "a key does not open")?;
        Ok((id, Rsa::private_key_from_der(&key.to_der()?)?))
    });
    Ok(Round {
        survey,
        text,
        keys: keys.collect::<Outcome<_>>()?,
        links: links.into_iter().map(|(_, link)| link.write()).collect(),
        paper,
    })
}

async fn plan(house: &House) -> Outcome<SurveyId> {
    let (now, master, chance) = (house.clock.now(), house.master.clone(), house.chance.clone());
    let new = NewSurvey {
        year: FiscalYear::of(now.day()), round: 1, name_thai: "แบบวัด".into(), name_english: "Survey".into()
    };
    let starter = starters().into_iter().next().ok_or("there is no starter")?;
    let planned = house.db.register(move |conn| {
        let (by, dice) = (Actor::the_program(), &mut chance.dice());
        let hand = Hand { master: &master, by: &by, now };
        let id = rounds::plan(conn, &hand, &new, &Beginning::Starter(Box::new(starter.instrument.clone())), dice)?;
        let survey = surveys::find(conn, id)?.ok_or(rounds::Refusal::NotFound)?;
        if people::draw_up_roll(conn, &master, &by, &survey, now, dice).is_err() {
            return Err(rounds::Refusal::NotFound);
        }
        rounds::schedule(conn, &hand, id, Window { opens: now, closes: now.plus(14 * DAY) })?;
        Ok::<_, rounds::Refusal>(id)
    });
    planned.await.map_err(|refusal| format!("the round does not open: {refusal:?}").into())
}

fn units() -> Outcome<Vec<NewUnit>> {
    let unit = |number: usize| {
        Ok(NewUnit {
            short_name: ShortName::parse(&format!("ก{number}")).map_err(|_| "no short name")?,
            name_thai: Name::parse(&format!("กองที่ {number}")).map_err(|_| "no name")?,
            name_english: None,
            parent: None,
        })
    };
    (1..=UNITS).map(unit).collect()
}

fn staff(people: usize, started: jiff::civil::Date) -> Outcome<Vec<NewPerson>> {
    let person = |number: usize| {
        Ok(NewPerson {
            number: EmployeeNumber::parse(&format!("{}", 100_000 + number)).map_err(|_| "no number")?,
            name: Name::parse(&format!("กานดา ใจกว้าง {number}")).map_err(|_| "no name")?,
            unit: ShortName::parse(&format!("ก{}", number % UNITS + 1)).map_err(|_| "no short name")?,
            category: Category::parse("ข้าราชการ").map_err(|_| "no category")?,
            email: None,
            language: None,
            started: Some(started),
        })
    };
    (0..people).map(person).collect()
}
