//! What the stories about questionnaires have in common: a small one, and forms sent as they are drawn.

use clearjai::{
    accounts::Actor,
    authoring::{self, Hand, Listed, Origin},
    ids::InstrumentId,
    instruments::{Asks, Code, Comparison, Condition, Instrument, Item, Part, Polarity, Rated, Scale, Text},
};

use crate::house::{House, Page, Visitor};

/// Three questions in two parts on a scale of two; the last is shown by the first.
pub fn small() -> Instrument {
    let mut instrument = Instrument::new("small", Text::new("แบบเล็ก", "Small form"));
    instrument
        .scales
        .push(Scale { code: Code::from("s"), levels: vec![Text::new("ไม่มี", "None"), Text::new("มี", "Some")] });
    let item = |code: &str, thai: &str, english: &str| {
        Item::new(code, Text::new(thai, english), Asks::Scale(Rated { scale: Code::from("s"), ..Rated::default() }))
    };
    let part = |code: &str, thai: &str, english: &str, items| Part {
        code: Code::from(code),
        title: Text::new(thai, english),
        items,
        ..Part::default()
    };
    let first = vec![item("i1", "งานเปิดเผย", "Work is open"), item("i2", "งานตรงเวลา", "Work is on time")];
    let last = Item {
        show_if: Some(Condition::answer("i1", Comparison::Given)), ..item("i3", "งานคุ้มค่า", "Work is worth it")
    };
    instrument.parts = vec![part("d1", "งาน", "Work", first), part("d2", "เงิน", "Money", vec![last])];
    instrument
}

pub fn of(id: InstrumentId, below: &str) -> String {
    format!("/instruments/{id}{below}")
}

pub fn put(house: &House, instrument: &Instrument) -> InstrumentId {
    let (instrument, master, now) = (instrument.clone(), house.rooms.master.clone(), house.clock.now());
    let chance = house.rooms.chance.clone();
    house
        .wait_for(house.rooms.db.register(move |conn| {
            let hand = Hand { master: &master, by: &Actor::command_line(), now };
            authoring::add(conn, &hand, instrument.clone(), Origin::New, None, &mut chance.dice())
        }))
        .unwrap()
}

pub fn all(house: &House) -> Vec<Listed> {
    house.wait_for(house.rooms.db.read_register(authoring::all)).unwrap()
}

pub fn read(house: &House, id: InstrumentId) -> Instrument {
    house.wait_for(house.rooms.db.read_register(move |conn| authoring::find(conn, id))).unwrap().unwrap().instrument
}

pub fn codes(instrument: &Instrument) -> Vec<&str> {
    instrument.items().map(|item| item.code.as_str()).collect()
}

/// Sends the form of an item as a browser would, but for these fields.
pub fn sends(visitor: &Visitor, page: &Page, changes: &[(&str, &str)]) -> Page {
    let mut fields = drawn(page);
    for (name, value) in changes {
        fields.retain(|(other, _)| other != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    let address =
        page.body.split("<form class=\"card").nth(1).unwrap().split("action=\"").nth(1).unwrap().split('"').next().unwrap();
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.sends_multipart(page, address, &fields)
}

/// What stands in the form of an item.
fn drawn(page: &Page) -> Vec<(String, String)> {
    let form = page.body.split("<form class=\"card").nth(1).unwrap().split("</form>").next().unwrap();
    let value = |text: &str, mark: &str| {
        let value = text.split(mark).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    };
    let mut fields = Vec::new();
    let mut selecting: Option<(String, String, bool)> = None;
    for tag in form.split('<').skip(1) {
        let (head, rest) = tag.split_once('>').unwrap_or((tag, ""));
        let is_ticked = !head.contains("type=\"checkbox\"") && !head.contains("type=\"radio\"") || head.contains(" checked");
        if head.starts_with("input") && is_ticked && !head.contains("name=\"key\"") {
            fields.push((value(head, "name=\""), value(head, "value=\"")));
        } else if head.starts_with("textarea") {
            fields.push((value(head, "name=\""), rest.trim_start_matches('\n').to_owned()));
        } else if head.starts_with("select") {
            selecting = Some((value(head, "name=\""), String::new(), true));
        } else if head.starts_with("option")
            && let Some((_, chosen, is_first)) = &mut selecting
        {
            if *is_first || head.contains(" selected") {
                *chosen = value(head, "value=\"");
            }
            *is_first = false;
        } else if head.starts_with("/select")
            && let Some((name, chosen, _)) = selecting.take()
        {
            fields.push((name, chosen));
        }
    }
    fields
}

/// Two hundred long ones in 34 parts, with every tag, a condition each, and something to mend in each.
pub fn busiest() -> Instrument {
    let mut instrument = small();
    instrument.parts.clear();
    for part in 0..34_usize {
        let numbers = (1..=200).filter(|number| number % 34 == part);
        let items = numbers.map(|number| {
            let text = format!("{number} {}", "ท่านเห็นว่าเรื่องนี้เป็นไปอย่างถูกต้องและเปิดเผยมากน้อยเพียงใดในรอบปีที่ผ่านมานี้");
            let mut item = Item { code: Code::new(format!("item_{number}")), ..small().parts[0].items[0].clone() };
            item.text = Text::new(text.clone(), text);
            item.required = false;
            item.show_if = Some(Condition::answer("item_34", Comparison::Equal(Code::from("1"))));
            if let Asks::Scale(rated) = &mut item.asks {
                rated.polarity = Polarity::Reversed;
            }
            item
        });
        let title = Text::new(format!("ตัวชี้วัดที่ {part}"), "");
        instrument.parts.push(Part { code: Code::new(format!("d{part}")), title, items: items.collect(), ..Part::default() });
    }
    instrument
}
