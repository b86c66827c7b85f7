//! What coordinators do with the pages of a round, and questionnaires for them to do it with.

use clearjai::{
    accounts::Actor,
    authoring::{self, Hand, Origin},
    ids::{InstrumentId, SurveyId},
    instruments::{Asks, Code, Instrument, Item, Part, Polarity, Rated, Scale, Text},
    web::at,
};

use crate::{
    eligible::crew::confirms,
    house::{House, Page, Visitor},
};

/// Two questions on four levels, with nothing to mend.
pub fn form(title: &str) -> Instrument {
    let mut form = Instrument::new("pulse", Text::new(title, "Pulse"));
    let levels = [("ไม่เห็นด้วย", "Disagree"), ("เห็นด้วยน้อย", "A little"), ("เห็นด้วยมาก", "A lot"), ("เห็นด้วยที่สุด", "Fully")];
    let levels = levels.map(|(thai, english)| Text::new(thai, english)).to_vec();
    form.scales.push(Scale { code: Code::from("agree"), levels });
    let item = |code: &str, thai: &str, english: &str| {
        let rated = Rated { scale: Code::from("agree"), polarity: Polarity::Straight, ..Rated::default() };
        Item::new(code, Text::new(thai, english), Asks::Scale(rated))
    };
    let items = vec![
        item("i1", "ท่านได้รับข้อมูลที่จำเป็นต่องาน", "You have the facts you need for work"),
        item("i2", "หัวหน้ารับฟังท่าน", "Your head listens to you"),
    ];
    form.parts.push(Part { code: Code::from("p1"), title: Text::new("งาน", "Work"), items, ..Part::default() });
    form
}

/// Puts a questionnaire into the library.
pub fn shelves(house: &House, form: &Instrument) -> InstrumentId {
    let (now, master, chance, form) = (house.clock.now(), house.rooms.master.clone(), house.rooms.chance.clone(), form.clone());
    house.wait_for(async {
        let added = house.rooms.db.register(move |conn| {
            let hand = Hand { master: &master, by: &Actor::the_program(), now };
            authoring::add(conn, &hand, form.clone(), Origin::New, None, &mut chance.dice())
        });
        added.await.unwrap()
    })
}

/// Changes what a round asks, as its author would; says why not, where it may not.
pub fn rewords(house: &House, id: InstrumentId, text: &str) -> Result<(), authoring::Refusal> {
    let (now, master, text) = (house.clock.now(), house.rooms.master.clone(), text.to_owned());
    house.wait_for(house.rooms.db.register(move |conn| {
        let hand = Hand { master: &master, by: &Actor::the_program(), now };
        authoring::change(conn, &hand, id, "", |form| {
            form.parts[0].items[0].text.th.clone_from(&text);
            Ok(())
        })
    }))
}

pub fn round(id: SurveyId) -> String {
    at::round(id)
}

pub fn page(id: SurveyId, name: &str) -> String {
    format!("/rounds/{id}/{name}")
}

/// The id in an address such as `/rounds/…?done=planned`.
pub fn id_in(address: &str) -> SurveyId {
    address.trim_start_matches("/rounds/").split(['?', '/']).next().unwrap().parse().unwrap()
}

pub fn chooses(coordinator: &Visitor, id: SurveyId, what: InstrumentId) -> Page {
    coordinator.fills_in(&page(id, "form"), &[("what", &format!("version:{what}"))])
}

/// From nine on one day of December to half past four on another.
pub fn schedules(coordinator: &Visitor, id: SurveyId, from: u8, to: u8) -> Page {
    coordinator.fills_in(&page(id, "schedule"), &window(&from.to_string(), "9.00", &to.to_string(), "16.30"))
}

pub fn window<'it>(from: &'it str, opens: &'it str, to: &'it str, closes: &'it str) -> [(&'it str, &'it str); 8] {
    [
        ("opens_day", from),
        ("opens_month", "12"),
        ("opens_year", "2569"),
        ("opens_time", opens),
        ("closes_day", to),
        ("closes_month", "12"),
        ("closes_year", "2569"),
        ("closes_time", closes),
    ]
}

pub fn extends(coordinator: &Visitor, id: SurveyId, day: &str, time: &str) -> Page {
    let fields = [("closes_day", day), ("closes_month", "12"), ("closes_year", "2569"), ("closes_time", time)];
    coordinator.sends(&coordinator.opens("/account"), &page(id, "extension"), &fields)
}

/// Turns the clock to a minute of December 2569, and does what is due.
pub fn comes(house: &House, day: i8, hour: i8, minute: i8) {
    let there = jiff::civil::date(2026, 12, day).at(hour, minute, 0, 0);
    let now = house.clock.now().in_bangkok();
    let span = now.until((jiff::Unit::Second, there)).unwrap();
    house.turn(std::time::Duration::from_secs(span.get_seconds().unsigned_abs()));
}

/// The demo's round, with questions and a roll, scheduled from 1 to 14 December.
pub fn ready(house: &House, coordinator: &Visitor, hr: &Visitor, id: SurveyId) -> InstrumentId {
    let form = shelves(house, &form("แบบวัดชีพจร"));
    chooses(coordinator, id, form).is(303);
    confirms(hr, id).is(303);
    schedules(coordinator, id, 1, 14).is(303);
    form
}

/// The settings of a round as they stand, with some typed otherwise.
pub fn settings<'it>(typed: &[(&'it str, &'it str)]) -> Vec<(&'it str, &'it str)> {
    let usual = [
        ("name_thai", "แบบวัด"),
        ("name_english", "Integrity survey"),
        ("year", "2570"),
        ("round", "1"),
        ("door", "roll"),
        ("k", "5"),
        ("release", "at_close"),
        ("comments", "department"),
        ("target", ""),
        ("comparator", "at_least"),
        ("grace", "10"),
        ("without_script", "yes"),
    ];
    let kept = usual.into_iter().filter(|(name, _)| typed.iter().all(|(other, _)| name != other));
    kept.chain(typed.iter().copied()).collect()
}
