//! A round of the throw-away department behind an open link, open at once, for those it serves.

use std::time::Duration;

use super::Complaint;
use crate::{
    accounts::Actor,
    clock::DAY,
    house::House,
    instruments::{About, Asks, Choice, Code, Instrument, Item, Part, Text},
    language::FiscalYear,
    polling,
    rounds::{self, Beginning, Hand, Refusal},
    surveys::{self, Door, NewSurvey, Survey, Terms, Window},
};

const OPEN_FOR: Duration = Duration::from_secs(14 * DAY.as_secs());

pub async fn open_to_everyone(house: &House) -> Result<(), Complaint> {
    let (now, master, chance) = (house.clock.now(), house.master.clone(), house.chance.clone());
    let new = NewSurvey {
        year: FiscalYear::of(now.day()),
        round: 1,
        name_thai: "แบบสอบถามความเห็นของผู้รับบริการ".into(),
        name_english: "Opinions of service users".into(),
    };
    let opened = house.db.register(move |conn| {
        let by = Actor::the_program();
        let hand = Hand { master: &master, by: &by, now };
        let beginning = Beginning::Starter(Box::new(questions()));
        let id = rounds::plan(conn, &hand, &new, &beginning, &mut chance.dice())?;
        let survey = surveys::find(conn, id)?.ok_or(Refusal::NotFound)?;
        let terms = Terms { door: Door::OpenLink, ..survey.terms };
        surveys::change(conn, &master, &by, &Survey { terms, ..survey }, now)?;
        rounds::schedule(conn, &hand, id, Window { opens: now, closes: now.plus(OPEN_FOR) })?;
        Ok::<_, Refusal>(id)
    });
    let id = opened.await?;
    polling::open(&house.db, &house.master, &house.chance, id, now).await?;
    Ok(())
}

fn questions() -> Instrument {
    let choice = |code: &str, thai: &str, english: &str| Choice {
        code: Code::from(code),
        label: Text::new(thai, english),
        ..Choice::default()
    };
    let service = vec![
        choice("permit", "ขออนุญาต", "A permit"),
        choice("advice", "ขอคำปรึกษา", "Advice"),
        choice("other", "เรื่องอื่น", "Something else"),
    ];
    let comes_as = vec![choice("person", "ประชาชน", "A member of the public"), choice("firm", "นิติบุคคล", "A company")];
    let comes_as = Item::new("e2", Text::new("ท่านมาในฐานะใด", "You come as"), Asks::SingleChoice { choices: comes_as });
    let mut instrument = Instrument::new("users", Text::new("ความเห็นของผู้รับบริการ", "Opinions of service users"));
    instrument.parts.push(Part {
        code: Code::from("d1"),
        title: Text::new("การให้บริการ", "Service"),
        items: vec![
            Item::new("e1", Text::new("ท่านมาเรื่องใด", "What did you come for"), Asks::SingleChoice { choices: service }),
            Item { about: Some(About::Other), ..comes_as },
            Item::new("e3", Text::new("ควรปรับปรุงเรื่องใด", "What should be better"), Asks::LongText { longest: 1_000 }),
        ],
        ..Part::default()
    });
    instrument
}
