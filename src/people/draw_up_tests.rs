//! What holds of a roll when it is drawn up, extended, and drawn up anew.

use std::collections::HashSet;

use jiff::civil::{Date, date};

use super::{
    Category, EmployeeNumber, Name, NotDrawnUp, Person, Roll, ShortName, Standing, Unit, draw_up_roll, extend_roll, store,
    strata::Misfit,
};
use crate::{
    accounts::Actor,
    clock::Moment,
    db::{RegisterConn, scratch::Scratch},
    dice::Dice,
    ids::StratumId,
    language::FiscalYear,
    secrets::MasterKey,
    surveys::{self, NewSurvey, Survey},
};

const TODAY: Date = date(2026, 11, 21);
const LONG_AGO: Date = date(2015, 5, 18);

/// A department of two large units, a small one below the first, and one without anybody who
/// may answer; and somebody everywhere who may not.
struct Bench {
    scratch: Scratch,
    dice: Dice,
    units: Vec<Unit>,
    people: Vec<Person>,
}

impl Bench {
    fn new() -> Self {
        let dice = &mut Dice::real();
        let unit = |short: &str, english: Option<&str>, parent, dice: &mut Dice| Unit {
            id: dice.id(),
            name_thai: Name::parse(&format!("กอง{short}")).unwrap(),
            name_english: english.map(|name| Name::parse(name).unwrap()),
            short_name: ShortName::parse(short).unwrap(),
            parent,
        };
        let first = unit("ก.", Some("Office"), None, dice);
        let below = unit("ข.", None, Some(first.id), dice);
        let second = unit("ค.", Some("Division"), None, dice);
        let empty = unit("ง.", None, None, dice);
        let units = vec![first, below, second, empty];
        let mut people = Vec::new();
        for (unit, eligible) in units.iter().zip([12, 4, 11, 0]) {
            for place in 0..=eligible {
                let started = if place == eligible { TODAY } else { LONG_AGO };
                people.push(Person {
                    id: dice.id(),
                    number: EmployeeNumber::parse(&format!("{}{place}", unit.short_name.as_str())).unwrap(),
                    name: Name::parse("สมศรี ใจงาม").unwrap(),
                    unit: unit.id,
                    category: Category::parse("ข้าราชการ").unwrap(),
                    email: None,
                    language: None,
                    started: Some(started),
                    departed: None,
                });
            }
        }
        Self { scratch: Scratch::new(), dice: Dice::real(), units, people }
    }

    /// Runs in one transaction, with everyone on the roster and the survey planned.
    async fn runs(mut self, story: fn(&mut Stage) -> Result<(), NotDrawnUp>) {
        let db = self.scratch.db();
        let (master, units, people) = (self.scratch.key.clone(), self.units.clone(), self.people.clone());
        let seed = self.dice.bytes::<8>();
        db.register(move |conn| {
            let dice = &mut Dice::loaded(u64::from_be_bytes(seed));
            let now = Moment::start_of(TODAY);
            for unit in &units {
                store::insert_unit(conn, unit)?;
            }
            for person in &people {
                store::insert(conn, person)?;
            }
            let year = FiscalYear::of(TODAY);
            let new = NewSurvey { year, round: 1, name_thai: "แบบวัด".into(), name_english: String::new() };
            let id = surveys::plan(conn, &master, &Actor::the_program(), &new, now, dice).unwrap();
            let survey = surveys::find(conn, id)?.unwrap();
            story(&mut Stage { conn, master: &master, survey, units: &units, people: &people, now, dice })
        })
        .await
        .unwrap();
    }
}

struct Stage<'run> {
    conn: &'run mut RegisterConn,
    master: &'run MasterKey,
    survey: Survey,
    units: &'run [Unit],
    people: &'run [Person],
    now: Moment,
    dice: &'run mut Dice,
}

impl Stage<'_> {
    fn draws_up(&mut self) -> Result<Roll, NotDrawnUp> {
        draw_up_roll(self.conn, self.master, &Actor::the_program(), &self.survey, self.now, self.dice)
    }

    fn adds(&mut self, number: &str) -> Result<(), NotDrawnUp> {
        let number = EmployeeNumber::parse(number).unwrap();
        extend_roll(self.conn, self.master, &Actor::the_program(), &self.survey, &number, self.now)
    }

    fn person(&self, number: &str) -> &Person {
        self.people.iter().find(|person| person.number.as_str() == number).unwrap()
    }

    fn stratum(&mut self, number: &str) -> Option<StratumId> {
        let person = self.person(number).id;
        match store::standing(self.conn, self.survey.id, person).unwrap() {
            Standing::OnRoll { stratum, .. } => Some(stratum),
            Standing::NotOnRoll | Standing::Left => None,
        }
    }
}

#[tokio::test]
async fn everyone_who_may_answer_stands_once_in_the_stratum_of_their_unit_and_nobody_else_does() {
    let story = |stage: &mut Stage| {
        let roll = stage.draws_up()?;
        assert_eq!(store::roll(stage.conn, stage.survey.id)?.as_ref(), Some(&roll), "reads back what was drawn up");
        assert_eq!((roll.entered, roll.added, roll.size(), roll.drawn), (27, 0, 27, TODAY));
        let told: Vec<_> =
            roll.strata.iter().map(|stratum| (stratum.name_thai.as_str(), stratum.name_english.as_str(), stratum.size)).collect();
        assert_eq!(told, [("ก. + ข.", "ก. + ข.", 16), ("กองค.", "Division", 11)]);

        let on_roll: Vec<_> = store::everyone_on_roll(stage.conn, stage.survey.id)?.into_iter().map(|person| person.id).collect();
        let eligible: HashSet<_> =
            stage.people.iter().filter(|person| person.started == Some(LONG_AGO)).map(|person| person.id).collect();
        assert_eq!(on_roll.len(), eligible.len());
        assert_eq!(on_roll.into_iter().collect::<HashSet<_>>(), eligible);
        for (unit, stratum) in [("ก.", Some(0)), ("ข.", Some(0)), ("ค.", Some(1)), ("ง.", None)] {
            let expected = stratum.map(|index: usize| roll.strata[index].id);
            let unit = stage.units.iter().find(|other| other.short_name.as_str() == unit).unwrap();
            assert_eq!(store::stratum_of_unit(stage.conn, stage.survey.id, unit.id)?, expected);
            let of_unit: Vec<_> =
                stage.people.iter().filter(|person| person.unit == unit.id && person.started == Some(LONG_AGO)).collect();
            for person in of_unit {
                assert_eq!(stage.stratum(person.number.as_str()), expected);
            }
        }
        Ok(())
    };
    Bench::new().runs(story).await;
}

#[tokio::test]
async fn whoever_is_added_joins_the_stratum_of_their_unit_or_else_the_largest() {
    let story = |stage: &mut Stage| {
        assert!(matches!(stage.adds("ค.11"), Err(NotDrawnUp::NoRoll)));
        let roll = stage.draws_up()?;
        stage.adds("ค.11")?;
        assert_eq!(stage.stratum("ค.11"), Some(roll.strata[1].id));
        stage.adds("ง.0")?;
        assert_eq!(stage.stratum("ง.0"), Some(roll.strata[0].id));
        assert!(matches!(stage.adds("ค.11"), Err(NotDrawnUp::OnRoll)));
        assert!(matches!(stage.adds("777"), Err(NotDrawnUp::NoSuchPerson)));
        let gone = stage.person("ก.12").id;
        store::set_departed(stage.conn, gone, Some(TODAY))?;
        assert!(matches!(stage.adds("ก.12"), Err(NotDrawnUp::NoSuchPerson)));

        let roll = store::roll(stage.conn, stage.survey.id)?.unwrap();
        assert_eq!((roll.entered, roll.added, roll.size()), (27, 2, 29));
        assert_eq!(roll.strata.iter().map(|stratum| stratum.size).collect::<Vec<_>>(), [17, 12]);
        Ok(())
    };
    Bench::new().runs(story).await;
}

#[tokio::test]
async fn drawn_up_anew_it_replaces_the_one_before_until_the_survey_is_open() {
    let story = |stage: &mut Stage| {
        stage.draws_up()?;
        stage.adds("ง.0")?;
        let gone = stage.person("ค.0").id;
        store::set_departed(stage.conn, gone, Some(TODAY))?;
        let standing = store::standing(stage.conn, stage.survey.id, gone)?;
        assert_eq!(standing, Standing::Left);
        assert_eq!(store::roll(stage.conn, stage.survey.id)?.unwrap().size(), 28, "who left is not subtracted");

        let roll = stage.draws_up()?;
        assert_eq!((roll.entered, roll.added, roll.strata[1].size), (26, 0, 10));
        assert_eq!(stage.stratum("ง.0"), None, "whoever was added by hand goes with the old roll");

        let roll = store::roll(stage.conn, stage.survey.id)?.unwrap();
        store::open_roll(stage.conn, &roll)?;
        assert!(matches!(stage.draws_up(), Err(NotDrawnUp::Open)));
        assert_eq!(store::roll(stage.conn, stage.survey.id)?, Some(roll));
        stage.adds("ง.0")
    };
    Bench::new().runs(story).await;
}

#[tokio::test]
async fn fewer_than_k_make_no_roll() {
    let story = |stage: &mut Stage| {
        for person in stage.people.iter().filter(|person| person.started == Some(LONG_AGO)).skip(4) {
            store::set_departed(stage.conn, person.id, Some(TODAY))?;
        }
        assert!(matches!(stage.draws_up(), Err(NotDrawnUp::Misfit(Misfit::TooFew(_)))));
        assert_eq!(store::roll(stage.conn, stage.survey.id)?, None);
        Ok(())
    };
    Bench::new().runs(story).await;
}
