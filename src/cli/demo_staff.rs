//! The staff of the throw-away department: invented people in six units, two of them too small to
//! be shown alone, and project staff who were hired during the year.

use jiff::{ToSpan as _, civil::Date};

use super::Complaint;
use crate::{
    accounts::Actor,
    address::EmailAddress,
    authoring::starters,
    house::House,
    instruments::Code,
    language::FiscalYear,
    people::{self, Category, EmployeeNumber, Name, NewPerson, NewUnit, Refusal, ShortName},
    rounds::{self, Beginning, Hand},
    surveys::NewSurvey,
};

/// Short name, Thai name, English name, the unit it belongs to, and how many people work there.
const UNITS: [(&str, &str, &str, Option<&str>, usize); 6] = [
    ("สลก.", "สำนักงานเลขานุการกรม", "Office of the Secretary", None, 14),
    ("คลัง", "ฝ่ายคลัง", "Finance", Some("สลก."), 3),
    ("พัสดุ", "กลุ่มพัสดุ", "Procurement", Some("สลก."), 4),
    ("กนผ.", "กองนโยบายและแผน", "Policy and Planning Division", None, 13),
    ("กมฐ.", "กองมาตรฐาน", "Standards Division", None, 11),
    ("กบช.", "กองบริการประชาชน", "Public Services Division", None, 9),
];

/// One list is not a multiple of the other, so no two people have both names in common.
const GIVEN_NAMES: [&str; 18] = [
    "กานดา",
    "ขจร",
    "จันทร์เพ็ญ",
    "ชลธิชา",
    "ณรงค์",
    "ดารุณี",
    "ธนากร",
    "นฤมล",
    "ปรีชา",
    "พรทิพย์",
    "ภูวดล",
    "มาลี",
    "รัตนา",
    "วิชัย",
    "ศิริพร",
    "สมศักดิ์",
    "อรุณี",
    "เกษม",
];
const FAMILY_NAMES: [&str; 17] = [
    "ใจกว้าง",
    "ยิ้มแย้ม",
    "รักงาน",
    "พูดตรง",
    "ฟังดี",
    "สุขเสมอ",
    "ตั้งมั่น",
    "เพียรดี",
    "ร่มเย็น",
    "สว่างใจ",
    "งามพร้อม",
    "คงมั่น",
    "ทองแท้",
    "นาดี",
    "บ้านสวน",
    "มีสุข",
    "แสงเช้า",
];

/// Every third person is project staff.
const CATEGORIES: [&str; 6] = ["ข้าราชการ", "พนักงานราชการ", "ลูกจ้างโครงการ", "ข้าราชการ", "ลูกจ้างประจำ", "ลูกจ้างโครงการ"];

/// Puts them on the roster by the same verbs as HR does, all in one transaction.
pub async fn hire(house: &House) -> Result<(), Complaint> {
    let (now, master, chance) = (house.clock.now(), house.master.clone(), house.chance.clone());
    let units = units()?;
    let staff = staff(now.day())?;
    let by = Actor::the_program();
    house
        .db
        .register(move |conn| {
            let dice = &mut chance.dice();
            for unit in &units {
                people::add_unit(conn, &master, &by, unit, now, dice)?;
            }
            for person in &staff {
                people::add(conn, &master, &by, person, now, dice)?;
            }
            Ok::<_, Refusal>(())
        })
        .await?;
    Ok(())
}

/// This year's first round, for HR to see who may answer, and coordinators what is asked.
pub async fn plan_a_survey(house: &House) -> Result<(), Complaint> {
    let (now, master, chance) = (house.clock.now(), house.master.clone(), house.chance.clone());
    let new = NewSurvey {
        year: FiscalYear::of(now.day()),
        round: 1,
        name_thai: "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน".into(),
        name_english: "Internal integrity survey".into(),
    };
    let starter = starters().into_iter().find(|starter| starter.code == Code::from("iit_2567"));
    let beginning = starter.map_or(Beginning::Empty, |starter| Beginning::Starter(Box::new(starter.instrument)));
    let planned = house.db.register(move |conn| {
        let by = Actor::the_program();
        rounds::plan(conn, &Hand { master: &master, by: &by, now }, &new, &beginning, &mut chance.dice()).map(drop)
    });
    planned.await.map_err(Complaint::from)
}

fn units() -> Result<Vec<NewUnit>, Complaint> {
    let unit = |(short, thai, english, parent, _): (&str, &str, &str, Option<&str>, usize)| {
        Ok(NewUnit {
            short_name: ShortName::parse(short)?,
            name_thai: Name::parse(thai)?,
            name_english: Some(Name::parse(english)?),
            parent: parent.map(ShortName::parse).transpose()?,
        })
    };
    UNITS.into_iter().map(unit).collect()
}

fn staff(today: Date) -> Result<Vec<NewPerson>, Complaint> {
    let desks = UNITS.into_iter().flat_map(|(short, _, _, _, size)| std::iter::repeat_n(short, size));
    let mut names = GIVEN_NAMES.into_iter().cycle().zip(FAMILY_NAMES.into_iter().cycle());
    let mut categories = CATEGORIES.into_iter().cycle();
    let mut staff = Vec::new();
    for ((number, unit), place) in (1001..).zip(desks).zip(0..) {
        let (given, family) = names.next().unwrap_or_default();
        // One in nine has no e-mail and gets a slip.
        let email = (place % 9 != 0).then(|| EmailAddress::parse(&format!("staff{number}@demo.clearjai.example")));
        staff.push(NewPerson {
            number: EmployeeNumber::parse(&number.to_string())?,
            name: Name::parse(&format!("{given} {family}"))?,
            unit: ShortName::parse(unit)?,
            category: Category::parse(categories.next().unwrap_or_default())?,
            email: email.transpose()?,
            language: None,
            started: Some(started(place, today)),
        });
    }
    Ok(staff)
}

/// Project staff came within the last ten months; everyone else has been here for more than two
/// years, so that whatever day it is, exactly the project staff wait for their first survey.
fn started(place: i32, today: Date) -> Date {
    if place % 3 == 2 {
        today.saturating_sub((5 + 5 * place).days())
    } else {
        today.saturating_sub((25 + 6 * place).months()).first_of_month()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use jiff::civil::date;

    use super::*;

    #[test]
    fn fifty_four_people_of_whom_eighteen_were_hired_during_the_year_on_any_day() {
        for today in [date(2026, 9, 30), date(2026, 10, 1), date(2026, 11, 21), date(2028, 2, 29)] {
            let staff = staff(today).unwrap();
            assert_eq!(staff.len(), 54);
            let cut_off = FiscalYear::of(today).first_day().saturating_sub(1.years());
            let new: Vec<_> = staff.iter().filter(|person| person.started.is_some_and(|day| day >= cut_off)).collect();
            assert_eq!(new.len(), 18);
            assert!(new.iter().all(|person| person.category.as_str() == "ลูกจ้างโครงการ"));
            let this_year = |day| day > today.saturating_sub(1.years()) && day < today;
            assert!(new.iter().all(|person| person.started.is_some_and(this_year)));
            let names: HashSet<_> = staff.iter().map(|person| person.name.as_str().to_owned()).collect();
            assert_eq!(names.len(), 54);
        }
    }

    #[test]
    fn two_of_the_six_units_are_smaller_than_five() {
        assert_eq!(units().unwrap().len(), 6);
        assert_eq!(UNITS.iter().filter(|unit| unit.4 < 5).count(), 2);
    }
}
