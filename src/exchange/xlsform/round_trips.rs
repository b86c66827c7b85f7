//! What is exported and imported is the same instrument, to the last sign.

use proptest::prelude::*;

use super::{read, write};
use crate::instruments::{Asks, Choice, Code, Instrument, Item, Part, Text, invented};

proptest! {
    #[test]
    fn export_and_import_are_the_identity(instrument in invented::instrument()) {
        let imported = read(&write(&instrument).unwrap(), "a.xlsx", None).unwrap();
        prop_assert_eq!(&imported.losses, &[]);
        prop_assert_eq!(&imported.instrument, &instrument);
    }

    #[test]
    fn no_change_to_a_form_makes_the_reader_panic(
        instrument in invented::instrument(), changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)
    ) {
        let mut file = write(&instrument).unwrap();
        for (place, byte) in changes {
            let place = place.index(file.len());
            file[place] = byte;
        }
        let _ = read(&file, "a.xlsx", None);
    }
}

#[test]
fn texts_that_look_like_something_else_stay_what_they_are() {
    let mut instrument = Instrument::new("x", Text::new("=1+1", " a "));
    for text in ["=1+1", "+1", "-1", "@a", "'=1", "''", "001", "1e5", " both ends ", "two\nlines", "_x000D_", "TRUE", "12/1/2026"]
    {
        let choice = Choice { code: Code::from("c"), label: Text::new(text, text), line: Text::new("", text) };
        let asks = Asks::SingleChoice { choices: vec![choice] };
        let code = Code::new(format!("i{}", instrument.items().count()));
        let part = Part { code: code.clone(), title: Text::new(text, ""), lead: Text::new(text, text), ..Part::default() };
        instrument.parts.push(Part { items: vec![Item::new(code, Text::new(text, text), asks)], ..part });
    }
    let imported = read(&write(&instrument).unwrap(), "a.xlsx", None).unwrap();
    assert_eq!(imported.instrument, instrument);
    assert_eq!(imported.losses, []);
}

#[test]
fn a_draft_with_codes_that_are_none_comes_back_as_it_was() {
    let mut instrument = Instrument::new("", Text::default());
    assert_eq!(read(&write(&instrument).unwrap(), "a.xlsx", None).unwrap().instrument, instrument);
    let item = |code: &str| Item::new(code, Text::new("ถาม", ""), Asks::LongText { longest: 9 });
    let codes = ["", "", "Q 1", "q_1", "ข้อ"];
    instrument.parts.push(Part { code: Code::from("A B"), items: codes.map(item).to_vec(), ..Part::default() });
    let imported = read(&write(&instrument).unwrap(), "a.xlsx", None).unwrap();
    assert_eq!(imported.instrument, instrument);
}
