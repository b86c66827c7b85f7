//! An item: put into a form, and read from it.

use super::{
    Typed,
    asks::{read_asks, set_asks},
    condition::read_condition,
    set_condition,
};
use crate::{
    authoring::kind::Kind,
    instruments::{About, Code, Instrument, Item, Scale},
    language::{Language, arabic},
    web::Faults,
};

use super::super::words::forms::words;

pub fn set_item(typed: &mut Typed, item: &Item) {
    typed.set("code", &item.code);
    typed.set_text("text", &item.text);
    typed.set_text("key", &item.key_phrase);
    typed.set_text("help", &item.help);
    typed.tick("required", item.required);
    typed.tick("may_decline", item.may_decline);
    let (about, service) = match &item.about {
        None => ("", String::new()),
        Some(About::Category) => ("category", String::new()),
        Some(About::Unit) => ("unit", String::new()),
        Some(About::Other) => ("other", String::new()),
        Some(About::Service { from }) => ("service", from.iter().map(u8::to_string).collect::<Vec<_>>().join(", ")),
    };
    typed.set("about", about);
    typed.set("service", service);
    set_asks(typed, &item.asks);
    set_condition(typed, item.show_if.as_ref());
}

/// An item as a form has it, and what has to change beside it.
#[derive(Debug, Clone)]
pub struct ReadItem {
    pub item: Item,
    pub scale: Option<Scale>,
    pub moved: Vec<(Code, Code)>,
}

/// `before` is the item as it stands. What is wrong is put down at its field; what came of it is
/// still good enough for a preview.
pub fn read_item(
    typed: &Typed,
    kind: Kind,
    instrument: &Instrument,
    before: Option<&Item>,
    language: Language,
    faults: &mut Faults,
) -> ReadItem {
    let is_taken = |code: &Code| instrument.item(code).is_some_and(|item| before.is_none_or(|before| before.code != item.code));
    let code = typed.code("code", language, is_taken, faults);
    let text = typed.text("text", language, faults);
    if text.is_empty() && faults.at("text_th").is_none() && faults.at("text_en").is_none() {
        faults.add("text_th", words(language).text_missing);
    }
    let (key_phrase, help) = (typed.text("key", language, faults), typed.text("help", language, faults));
    let (asks, beside) = read_asks(typed, kind, instrument, language, faults);
    let about = read_about(typed, language, faults);
    let show_if = read_condition(typed, instrument, before.and_then(|item| item.show_if.as_ref()), language, faults);
    let item = Item {
        code,
        text,
        key_phrase,
        help,
        required: typed.is_ticked("required"),
        may_decline: typed.is_ticked("may_decline"),
        show_if,
        about,
        asks,
    };
    ReadItem { item, scale: beside.scale, moved: beside.moved }
}

fn read_about(typed: &Typed, language: Language, faults: &mut Faults) -> Option<About> {
    match typed.get("about") {
        "category" => Some(About::Category),
        "unit" => Some(About::Unit),
        "other" => Some(About::Other),
        "service" => {
            let years = arabic(typed.get("service"));
            let years = years.split([',', ' ']).filter(|year| !year.is_empty());
            let from: Option<Vec<u8>> = years.map(|year| year.parse().ok()).collect();
            faults.take("service", from.ok_or(words(language).service_wrong)).map(|from| About::Service { from })
        }
        _ => None,
    }
}
