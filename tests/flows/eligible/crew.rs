//! Departments that do not exist, and what HR does with the pages about who may answer.

use clearjai::{
    accounts::Actor,
    ids::{SurveyId, UnitId},
    language::FiscalYear,
    people::{self, Category, EmployeeNumber, Name, NewPerson, NewUnit, Refusal, ShortName, Standing},
    surveys::{self, NewSurvey},
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};

use crate::house::{House, Page, Visitor};

pub const OFFICIAL: &str = "ข้าราชการ";
pub const PROJECT: &str = "ลูกจ้างโครงการ";
/// Long enough ago for every rule here.
pub const LONG_AGO: Date = date(2015, 5, 18);

/// The units of the throw-away department, and how many people work in each.
const UNITS: [(&str, Option<&str>, usize); 6] = [
    ("สลก.", None, 14),
    ("คลัง", Some("สลก."), 3),
    ("พัสดุ", Some("สลก."), 4),
    ("กนผ.", None, 13),
    ("กมฐ.", None, 11),
    ("กบช.", None, 9),
];

/// A survey of fiscal year 2570, in a house with these units and no people.
pub fn survey(house: &House, units: &[(&str, Option<&str>)]) -> SurveyId {
    let (now, master, chance) = (house.clock.now(), house.rooms.master.clone(), house.rooms.chance.clone());
    let units: Vec<_> = units.iter().map(|(short, parent)| ((*short).to_owned(), parent.map(ToOwned::to_owned))).collect();
    house.wait_for(async {
        house
            .rooms
            .db
            .register(move |conn| {
                let dice = &mut chance.dice();
                for (short, parent) in &units {
                    let new = NewUnit {
                        short_name: ShortName::parse(short).unwrap(),
                        name_thai: Name::parse(&format!("หน่วยงาน {short}")).unwrap(),
                        name_english: Some(Name::parse(&format!("Unit {}", short.chars().count())).unwrap()),
                        parent: parent.as_ref().map(|parent| ShortName::parse(parent).unwrap()),
                    };
                    people::add_unit(conn, &master, &Actor::the_program(), &new, now, dice).unwrap();
                }
                let new = NewSurvey {
                    year: FiscalYear::new(2570).unwrap(),
                    round: 1,
                    name_thai: "แบบวัด".into(),
                    name_english: "Integrity survey".into(),
                };
                surveys::plan(conn, &master, &Actor::the_program(), &new, now, dice)
            })
            .await
            .unwrap()
    })
}

pub fn hires(house: &House, crew: &[(&str, &str, &str, Option<Date>)]) {
    let (now, master, chance) = (house.clock.now(), house.rooms.master.clone(), house.rooms.chance.clone());
    let crew: Vec<_> = crew
        .iter()
        .map(|(number, unit, category, started)| NewPerson {
            number: EmployeeNumber::parse(number).unwrap(),
            name: Name::parse(&format!("บุคคล {number}")).unwrap(),
            unit: ShortName::parse(unit).unwrap(),
            category: Category::parse(category).unwrap(),
            email: None,
            language: None,
            started: *started,
        })
        .collect();
    house.wait_for(async {
        house
            .rooms
            .db
            .register(move |conn| {
                for person in &crew {
                    people::add(conn, &master, &Actor::the_program(), person, now, &mut chance.dice())?;
                }
                Ok::<_, Refusal>(())
            })
            .await
            .unwrap();
    });
}

/// So many who have been in a unit for long, with numbers from this one on.
pub fn hires_many(house: &House, unit: &str, from: usize, count: usize) {
    let numbers: Vec<_> = (from..from + count).map(|number| number.to_string()).collect();
    let crew: Vec<_> = numbers.iter().map(|number| (number.as_str(), unit, OFFICIAL, Some(LONG_AGO))).collect();
    hires(house, &crew);
}

/// 54 people, 18 of them hired during the year, as `clearjai demo` has them.
pub fn demo(house: &House) -> SurveyId {
    let id = survey(house, &UNITS.map(|(short, parent, _)| (short, parent)));
    let today = house.clock.now().day();
    let desks = UNITS.iter().flat_map(|(short, _, size)| std::iter::repeat_n(*short, *size));
    let crew: Vec<_> = desks
        .zip(0_i32..)
        .map(|(unit, place)| match place % 3 {
            2 => (place.to_string(), unit, PROJECT, today.saturating_sub((5 + 5 * place).days())),
            _ => (place.to_string(), unit, OFFICIAL, LONG_AGO),
        })
        .collect();
    let crew: Vec<_> = crew.iter().map(|(number, unit, category, day)| (number.as_str(), *unit, *category, Some(*day))).collect();
    hires(house, &crew);
    id
}

pub fn departs(house: &House, number: &str) {
    let (now, master) = (house.clock.now(), house.rooms.master.clone());
    let number = EmployeeNumber::parse(number).unwrap();
    house.wait_for(async {
        house
            .rooms
            .db
            .register(move |conn| {
                let person = people::find(conn, &number)?.unwrap();
                people::depart(conn, &master, &Actor::the_program(), &person, now.day(), now)
            })
            .await
            .unwrap();
    });
}

pub fn standing(house: &House, survey: SurveyId, number: &str) -> Standing {
    let number = EmployeeNumber::parse(number).unwrap();
    let asked = house.rooms.db.read_register(move |conn| {
        let person = people::find(conn, &number)?.unwrap();
        people::standing(conn, survey, person.id)
    });
    house.wait_for(asked).unwrap()
}

/// The id of a unit, as the fields of the pages call it.
pub fn unit(house: &House, short: &str) -> UnitId {
    let short = ShortName::parse(short).unwrap();
    house.wait_for(house.rooms.db.read_register(move |conn| people::find_unit(conn, &short))).unwrap().unwrap().id
}

pub fn eligible(id: SurveyId) -> String {
    format!("/hr/rounds/{id}/eligible")
}

/// Sends the form that draws up the roll.
pub fn confirms(hr: &Visitor, id: SurveyId) -> Page {
    let page = hr.opens(&eligible(id));
    hr.sends(&page, &format!("/hr/rounds/{id}/roll"), &[])
}

/// The usual rule, with some fields filled in otherwise.
pub fn sets_rule(hr: &Visitor, id: SurveyId, fields: &[(&str, &str)]) -> Page {
    let usual = [("years", "1"), ("months", "0"), ("comparator", "over"), ("reference", "fiscal_year")];
    let kept = usual.into_iter().filter(|(name, _)| fields.iter().all(|(other, _)| name != other));
    let all: Vec<_> = kept.chain(fields.iter().copied()).collect();
    hr.fills_in(&format!("/hr/rounds/{id}/rule"), &all)
}
