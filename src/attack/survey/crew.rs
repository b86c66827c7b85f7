//! The department that is asked: units large and small, a questionnaire, and rounds that open by the
//! timetable, all by the verbs that coordinators and HR use.

use std::{collections::BTreeSet, fmt::Display, time::Duration};

use jiff::civil::date;

use super::Voter;
use crate::{
    accounts::Actor,
    address::EmailAddress,
    attack::{NotCarriedOut, stage::Stage},
    clock::{DAY, HOUR, Moment},
    credentials::issue::personal_links,
    dice::Dice,
    ids::{PersonId, SurveyId},
    instruments::{Asks, Code, Instrument, Item, Part, Polarity, Rated, Scale, Text},
    language::FiscalYear,
    people::{self, Category, EmployeeNumber, Name, NewPerson, NewUnit, Refusal, ShortName},
    rounds::{self, Beginning, Hand},
    schedule,
    surveys::{self, NewSurvey, Release, Survey, Terms, Window},
};

/// Fewer would not fill the units, nor two blocks of the largest.
pub const FEWEST: usize = 66;

/// How many scales are asked, and of how many levels.
pub const ITEMS: usize = 8;
/// Answered by nobody but the first unit, all of whom say the same: too few to be told what they said.
pub const ALIKE: usize = 8;
pub const LEVELS: u64 = 5;

const OPEN_FOR: Duration = Duration::from_secs(20 * DAY.as_secs());

/// A round that is open, and everybody on its roll; when it will close.
pub fn open(stage: &Stage, count: usize) -> Result<(SurveyId, Moment, Vec<Voter>), NotCarriedOut> {
    let mut voters = hire(stage, count.max(FEWEST))?;
    let (survey, closes) = ask(stage, 1, Release::AtClose, &mut voters)?;
    if voters.len() < FEWEST { Err(stuck("opened a survey", &voters.len())) } else { Ok((survey, closes, voters)) }
}

/// A round of the whole department that opens now. Of these people those stay who got a link.
pub fn ask(stage: &Stage, round: i32, release: Release, voters: &mut Vec<Voter>) -> Result<(SurveyId, Moment), NotCarriedOut> {
    let survey = plan(stage, round, release)?;
    let opens = stage.clock.now().plus(HOUR);
    let window = Window { opens, closes: opens.plus(OPEN_FOR) };
    by_verb(stage, "scheduled a survey", move |conn, hand, _| rounds::schedule(conn, hand, survey, window))?;
    stage.turn(HOUR);
    settle(stage);
    let master = stage.house.master.clone();
    let links = stage.wait(stage.house.db.read_register(move |conn| personal_links(conn, &master, survey)))?;
    for voter in &mut *voters {
        voter.link.clear();
    }
    for (person, link) in links {
        if let Some(voter) = voters.iter_mut().find(|voter| voter.id == person) {
            voter.link = link.write();
        }
    }
    voters.retain(|voter| !voter.link.is_empty());
    Ok((survey, window.closes))
}

/// Time passes, and the timetable does what it does by itself; more than once, for some of it waits for
/// the rest.
pub fn settle(stage: &Stage) {
    for _ in 0..3 {
        stage.turn(HOUR);
        stage.wait(schedule::run_due(&stage.house));
    }
}

fn hire(stage: &Stage, count: usize) -> Result<Vec<Voter>, NotCarriedOut> {
    let rest = count - 34;
    let third = if rest < 42 { 0 } else { rest / 3 };
    let units = [("U1", None, 12), ("U2", None, 10), ("U3", None, 5 + third), ("U3a", Some("U3"), 3), ("U3b", Some("U3"), 4)];
    let units: Vec<_> = units.into_iter().chain([("U4", None, rest - third)]).collect();
    let mut voters = Vec::new();
    let mut patterns = BTreeSet::new();
    for (unit, parent, size) in units {
        let made = NewUnit {
            short_name: ShortName::parse(unit).map_err(|fault| stuck("named a unit", &fault))?,
            name_thai: Name::parse(&format!("หน่วยงานทดสอบ {unit}")).map_err(|fault| stuck("named a unit", &fault))?,
            name_english: None,
            parent: parent.map(ShortName::parse).transpose().map_err(|fault| stuck("named a unit", &fault))?,
        };
        by_verb(stage, "added a unit", move |conn, hand, dice| {
            people::add_unit(conn, hand.master, hand.by, &made, hand.now, dice).map(drop)
        })?;
        for _ in 0..size {
            stage.turn(Duration::ZERO);
            voters.push(hire_one(stage, unit, &mut patterns)?);
        }
    }
    Ok(voters)
}

fn hire_one(stage: &Stage, unit: &str, patterns: &mut BTreeSet<Vec<u8>>) -> Result<Voter, NotCarriedOut> {
    let mut dice = stage.house.chance.dice();
    let (number, name) = (dice.digits(12), format!("Somsak {}", dice.digits(12)));
    let email = format!("voter.{}@audit.example", dice.digits(12));
    let failed = |fault: people::Unfit| stuck("hired somebody", &fault);
    let person = NewPerson {
        number: EmployeeNumber::parse(&number).map_err(failed)?,
        name: Name::parse(&name).map_err(failed)?,
        unit: ShortName::parse(unit).map_err(failed)?,
        category: Category::parse("ข้าราชการ").map_err(failed)?,
        email: Some(EmailAddress::parse(&email)?),
        language: None,
        started: Some(date(2015, 5, 18)),
    };
    let id: PersonId = by_verb(stage, "hired somebody", move |conn, hand, dice| {
        people::add(conn, hand.master, hand.by, &person, hand.now, dice) as Result<_, Refusal>
    })?;
    let mut levels = pattern(&mut dice, patterns);
    levels.push(if unit == "U1" { 5 } else { 0 });
    Ok(Voter {
        id,
        number,
        name,
        email,
        link: String::new(),
        stratum: None,
        receipt: String::new(),
        message: Vec::new(),
        signature: Vec::new(),
        sealed: Vec::new(),
        levels,
        text: words(&mut dice),
        has_cast: false,
    })
}

/// To all questions but the last, and nobody else's.
pub fn pattern(dice: &mut Dice, patterns: &mut BTreeSet<Vec<u8>>) -> Vec<u8> {
    loop {
        let levels: Vec<u8> = (1..ITEMS).map(|_| u8::try_from(dice.below(LEVELS) + 1).unwrap_or(1)).collect();
        if patterns.insert(levels.clone()) {
            return levels;
        }
    }
}

/// Some write a lot, and no two write as much.
pub fn words(dice: &mut Dice) -> String {
    let from = if dice.below(3) == 0 { 1_500 } else { 0 };
    let length = usize::try_from(from + dice.below(500)).unwrap_or_default();
    format!("In my own words {} {} {}", dice.digits(20), "x".repeat(length), dice.digits(30))
}

fn plan(stage: &Stage, round: i32, release: Release) -> Result<SurveyId, NotCarriedOut> {
    let new = NewSurvey {
        year: FiscalYear::of(stage.clock.now().day()),
        round,
        name_thai: format!("แบบสำรวจที่ตรวจสอบ {round}"),
        name_english: format!("The survey that is audited, {round}"),
    };
    let survey = by_verb(stage, "planned a survey", move |conn, hand, dice| {
        rounds::plan(conn, hand, &new, &Beginning::Starter(Box::new(form())), dice)
    })?;
    by_verb(stage, "chose how ballots are opened", move |conn, hand, _| {
        let before = surveys::find(conn, survey)?.ok_or(surveys::Refusal::NotFound)?;
        let after = Survey { terms: Terms { release, ..before.terms }, ..before };
        surveys::change(conn, hand.master, hand.by, &after, hand.now)
    })?;
    by_verb(stage, "drew up the roll", move |conn, hand, dice| {
        let survey = surveys::find(conn, survey)?.ok_or(people::NotDrawnUp::NoRoll)?;
        people::draw_up_roll(conn, hand.master, hand.by, &survey, hand.now, dice).map(drop)
    })?;
    Ok(survey)
}

fn form() -> Instrument {
    let mut form = Instrument::new("audited", Text::new("แบบสำรวจที่ตรวจสอบ", "The survey that is audited"));
    let levels = (1..=LEVELS).map(|level| Text::new(format!("ระดับ {level}"), format!("Level {level}"))).collect();
    form.scales.push(Scale { code: Code::from("agree"), levels });
    let rated = || Rated { scale: Code::from("agree"), polarity: Polarity::Straight, ..Rated::default() };
    let item = |nth: usize| {
        let text = Text::new(format!("ท่านเห็นด้วยกับข้อ {nth}"), format!("You agree with number {nth}"));
        let item = Item::new(format!("i{nth}").as_str(), text, Asks::Scale(rated()));
        Item { required: nth != ALIKE, ..item }
    };
    let mut items: Vec<_> = (1..=ITEMS).map(item).collect();
    items.push(Item::new("t1", Text::new("ข้อเสนอแนะ", "In your own words"), Asks::LongText { longest: 3_000 }));
    form.parts.push(Part { code: Code::from("p1"), title: Text::new("งาน", "Work"), items, ..Part::default() });
    form
}

/// A deed in the register, by the program itself.
pub fn by_verb<T, E>(
    stage: &Stage,
    deed: &str,
    verb: impl Fn(&mut crate::db::RegisterConn, &Hand, &mut crate::dice::Dice) -> Result<T, E> + Send + 'static,
) -> Result<T, NotCarriedOut>
where
    T: Send + 'static,
    E: std::error::Error + From<diesel::result::Error> + Send + 'static,
{
    let (now, master, chance) = (stage.clock.now(), stage.house.master.clone(), stage.house.chance.clone());
    let done = stage.house.db.register(move |conn| {
        let by = Actor::the_program();
        verb(conn, &Hand { master: &master, by: &by, now }, &mut chance.dice())
    });
    stage.wait(done).map_err(|fault| stuck(deed, &fault))
}

fn stuck(deed: &str, fault: &dyn Display) -> NotCarriedOut {
    NotCarriedOut::Stuck(format!("{deed} ({fault})"))
}
