//! Any bytes as what is in a ballot: opened, held against a questionnaire, kept as a few bytes and read again.
//!
//! The first byte says what the others are: what was sealed, the fields of a form (line by line, `name=value`), answers as
//! they are kept, a whole sealed ballot, or a questionnaire with fields below a form feed.

#![no_main]

use std::sync::LazyLock;

use clearjai::{
    asking::{Fields, HandedIn},
    dice::Dice,
    instruments::{Answer, Answers, Compact, Instrument, check::Weight},
    papers::{OpeningKey, PaperHash, SIZES, pad, unpad},
};
use libfuzzer_sys::fuzz_target;

/// A question of every kind, and some that are put before those alone who answered another so.
const EVERY_KIND: &str = include_str!("../seeds/ballots/questionnaire");

static INSTRUMENT: LazyLock<Instrument> = LazyLock::new(|| {
    let instrument = EVERY_KIND.trim_start_matches('4').split('\u{c}').next().unwrap_or_default();
    Instrument::from_json(instrument).expect("a questionnaire of our own")
});

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, rest)) = bytes.split_first() else { return };
    match kind % 6 {
        0 => {
            let Ok(fields) = unpad(rest) else { return };
            hold(&INSTRUMENT, fields);
        }
        1 => hold(&INSTRUMENT, fields(&String::from_utf8_lossy(rest))),
        2 => {
            let compact = Compact::of(&INSTRUMENT);
            if let Ok(answers) = compact.read(rest) {
                assert_eq!(compact.write(&answers).as_deref(), Ok(rest));
            }
        }
        3 => sealed(rest),
        _ => {
            let text = String::from_utf8_lossy(rest);
            let (instrument, form) = text.split_once('\u{c}').unwrap_or((&text, ""));
            let Ok(instrument) = Instrument::from_json(instrument) else { return };
            assert_eq!(Instrument::from_json(&instrument.to_json()).ok().as_ref(), Some(&instrument));
            // No other comes before anybody.
            if instrument.check().iter().all(|finding| finding.weight != Weight::Stop) {
                hold(&instrument, fields(form));
            }
        }
    }
});

fn fields(form: &str) -> Vec<(String, String)> {
    let pairs = form.split('\n').filter_map(|line| line.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn hold(instrument: &Instrument, fields: Vec<(String, String)>) {
    if let Ok(padded) = pad(&fields, &SIZES) {
        assert!(SIZES.contains(&padded.len()));
        assert_eq!(unpad(&padded).as_ref(), Ok(&fields));
    }
    let form = HandedIn::to(instrument);
    let Some(answers) = form.read(fields) else { return };
    let items: Vec<_> = instrument.items().collect();
    let again = form.read(Fields::of(&items, &answers).pairs());
    assert_eq!(again.as_ref(), Some(&answers), "what was taken fills in the form from which it is taken again");
    let compact = Compact::of(instrument);
    let kept = compact.write(&answers).expect("what was taken can be kept");
    assert_eq!(compact.read(&kept).as_ref(), Ok(&without_texts(&answers)));
}

/// Texts lie apart.
fn without_texts(answers: &Answers) -> Answers {
    let mut others = Answers::default();
    for (question, answer) in answers.iter().filter(|(_, answer)| !matches!(answer, Answer::Text(_))) {
        others.put(question.clone(), answer.clone());
    }
    others
}

/// Nobody can make up a ballot that opens; one that was sealed opens in its own place.
fn sealed(bytes: &[u8]) {
    let dice = &mut Dice::loaded(1);
    let (opening, sealing) = OpeningKey::random(dice);
    let (paper, stratum) = (PaperHash::of(EVERY_KIND), dice.id());
    assert!(opening.open(paper, stratum, bytes, bytes).is_err());
    let sealed = sealing.seal(paper, stratum, bytes, bytes, dice).expect("anything can be sealed");
    assert_eq!(opening.open(paper, stratum, bytes, &sealed).as_deref(), Ok(bytes));
}
