//! A department in which everybody has an address, and a round of theirs, by the verbs that HR and coordinators use.

use clearjai::{
    accounts::Actor,
    address::EmailAddress,
    authoring::starters,
    campaigns::reminders,
    clock::DAY,
    house::House,
    ids::SurveyId,
    language::FiscalYear,
    people::{self, Category, EmployeeNumber, Name, NewPerson, NewUnit, ShortName},
    polling,
    rounds::{self, Beginning, Hand},
    surveys::{self, NewSurvey, Window},
};
use jiff::ToSpan as _;

use super::Outcome;

/// The clock stands at its minute: its invitations wait for the courier.
pub async fn open(house: &House, count: usize) -> Outcome<SurveyId> {
    let (master, chance, now) = (house.master.clone(), house.chance.clone(), house.clock.now());
    let unit = NewUnit {
        short_name: ShortName::parse("ก").map_err(|_| "no short name")?,
        name_thai: Name::parse("กองกลาง").map_err(|_| "no name")?,
        name_english: None,
        parent: None,
    };
    let staff =
        (0..count).map(|number| person(number, &unit, now.day().saturating_sub(5.years()))).collect::<Outcome<Vec<_>>>()?;
    let added = house.db.register(move |conn| {
        let (by, dice) = (&Actor::the_program(), &mut chance.dice());
        people::add_unit(conn, &master, by, &unit, now, dice)?;
        staff.iter().try_for_each(|person| people::add(conn, &master, by, person, now, dice).map(drop))
    });
    added.await.map_err(|refusal: people::Refusal| refusal.to_string())?;
    let survey = plan(house).await?;
    if !polling::open(&house.db, &house.master, &house.chance, survey, now).await? {
        return Err("the round does not open".into());
    }
    Ok(survey)
}

pub async fn remind(house: &House, survey: SurveyId) -> Outcome<()> {
    let (master, chance, now) = (house.master.clone(), house.chance.clone(), house.clock.now());
    let sent = house
        .db
        .register(move |conn| reminders::send(conn, &master, &Actor::the_program(), survey, now, &mut chance.dice()).map(drop));
    Ok(sent.await?)
}

fn person(number: usize, unit: &NewUnit, started: jiff::civil::Date) -> Outcome<NewPerson> {
    Ok(NewPerson {
        number: EmployeeNumber::parse(&format!("{}", 100_000 + number)).map_err(|_| "no number")?,
        name: Name::parse(&format!("กานดา ใจกว้าง {number}")).map_err(|_| "no name")?,
        unit: unit.short_name.clone(),
        category: Category::parse("ข้าราชการ").map_err(|_| "no category")?,
        email: Some(EmailAddress::parse(&format!("person{number}@example.go.th")).map_err(|_| "no address")?),
        language: None,
        started: Some(started),
    })
}

async fn plan(house: &House) -> Outcome<SurveyId> {
    let (master, chance, now) = (house.master.clone(), house.chance.clone(), house.clock.now());
    let new = NewSurvey {
        year: FiscalYear::of(now.day()),
        round: 1,
        name_thai: "แบบวัดการรับรู้ภายใน".into(),
        name_english: "Internal survey".into(),
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
        rounds::schedule(conn, &hand, id, Window { opens: now, closes: now.plus(28 * DAY) })?;
        Ok::<_, rounds::Refusal>(id)
    });
    planned.await.map_err(|refusal| format!("the round is not planned: {refusal:?}").into())
}
