//! What the check list found, and what to do about it.

use super::places::{item_in_words, place_in_words};
use crate::{
    instruments::{
        Asks, Code, Instrument,
        check::{Finding, Misdirected, Place, TextOf, What},
    },
    language::{Language, fill, th},
};

pub fn finding_in_words(language: Language, instrument: &Instrument, finding: &Finding) -> String {
    if finding.what == What::ChoicesFew && is_ballot_with_blank(instrument, &finding.place) {
        return few_candidates(language).to_owned();
    }
    if let Some(advice) = (!finding.stops()).then(|| advice_in_words(language, &finding.what)).flatten() {
        return advice;
    }
    match language {
        Language::Thai => in_thai(instrument, &finding.what),
        Language::English => in_english(instrument, &finding.what),
    }
}

/// What stops a survey where it is certain, and is only a guess here.
fn advice_in_words(language: Language, what: &What) -> Option<String> {
    match (language, what) {
        (Language::Thai, What::DoubleNegation(of)) => {
            let text = language_in_thai(*of);
            Some(fill(th!("ข้อความ{} อาจปฏิเสธซ้อนปฏิเสธ ลองอ่านอีกครั้ง ถ้าใช่ ควรเขียนใหม่ให้เหลือคำปฏิเสธไม่เกินหนึ่งคำ"), &[&text]))
        }
        (Language::English, What::DoubleNegation(of)) => {
            let text = language_in_english(*of);
            Some(fill("The {} text may have a negation within a negation. Read it again, and leave at most one if so.", &[&text]))
        }
        (Language::Thai, What::AsksWhoAnswers(word)) => {
            Some(fill(th!("ข้อนี้อาจถามสิ่งที่บอกว่าผู้ตอบเป็นใคร (“{}”) แบบสำรวจนี้ไม่เปิดเผยชื่อ ถ้าใช่ ควรลบข้อนี้"), &[word]))
        }
        (Language::English, What::AsksWhoAnswers(word)) => {
            Some(fill("It may ask who is answering (“{}”). Answers here carry no names: if it does, better remove it.", &[word]))
        }
        _ => None,
    }
}

fn is_ballot_with_blank(instrument: &Instrument, place: &Place) -> bool {
    let Place::Item(code) = place else { return false };
    instrument.item(code).is_some_and(|item| matches!(item.asks, Asks::Ballot { blank: true, .. }))
}

/// One candidate is enough where a blank vote says “not this one”.
const fn few_candidates(language: Language) -> &'static str {
    match language {
        Language::Thai => th!("ยังไม่มีผู้สมัคร เพิ่มอย่างน้อยหนึ่งคน"),
        Language::English => "There is no candidate yet. Add at least one.",
    }
}

fn in_thai(instrument: &Instrument, what: &What) -> String {
    match what {
        What::ThaiMissing(which) => fill(th!("ยังไม่มี{}ภาษาไทย เติมก่อนใช้"), &[&text_in_thai(*which)]),
        What::EnglishMissing => th!("ยังไม่มีภาษาอังกฤษครบ ผู้ตอบที่เลือกภาษาอังกฤษจะเห็นภาษาไทยแทน").to_owned(),
        What::CodeMalformed(code) => fill(th!("รหัส “{}” ใช้ไม่ได้ ใช้อักษรอังกฤษตัวเล็ก ตัวเลข และขีดล่าง เริ่มด้วยตัวอักษร เช่น i2"), &[code]),
        What::CodeTwice(code) => fill(th!("รหัส {} ซ้ำกัน เปลี่ยนให้ต่างกัน"), &[code]),
        What::SameTextAs(place) => {
            let place = place_in_words(Language::Thai, instrument, place);
            fill(th!("ข้อความเหมือนกับ{} ทุกคำ แก้ให้ต่างกัน หรือลบออกหนึ่งแห่ง"), &[&place])
        }
        What::NoItems => th!("ยังไม่มีคำถาม เพิ่มอย่างน้อยหนึ่งข้อ").to_owned(),
        What::PartEmpty => th!("ตอนนี้ยังไม่มีคำถาม เพิ่มคำถามหรือลบตอนนี้").to_owned(),
        What::PartLong(count) => fill(th!("ตอนนี้มี {}_ข้อ ผู้ตอบอ่านได้ดีเมื่อไม่เกิน 6 ข้อ แบ่งเป็นสองตอน"), &[count]),
        What::ScaleUnknown(code) => fill(th!("ไม่มีมาตรวัด {} เลือกมาตรวัดที่มีอยู่"), &[code]),
        What::ScaleShort => th!("มาตรวัดนี้มีไม่ถึงสองระดับ เพิ่มระดับ").to_owned(),
        What::LabelsMiscounted { are, levels } => {
            fill(th!("มีชื่อระดับ {} ชื่อ แต่มาตรวัดมี {}_ระดับ เขียนให้ครบทุกระดับ หรือใช้ชื่อของมาตรวัด"), &[are, levels])
        }
        What::MeaningsMiscounted { are, levels } => {
            fill(th!("มีความหมาย {} บรรทัด แต่มาตรวัดมี {}_ระดับ เขียนให้ครบทุกระดับ"), &[are, levels])
        }
        What::MeaningsMissing => th!("ข้อนี้ทิศกลับจากข้ออื่น เขียนความหมายของทุกระดับ เพื่อให้ผู้ตอบไม่เลือกผิดด้าน").to_owned(),
        What::DirectionUnset => th!("ยังไม่ได้บอกทิศของคะแนน เลือกว่าระดับสุดท้ายดีที่สุด หรือระดับแรกดีที่สุด").to_owned(),
        What::NegativeWord(word) => fill(th!("พบคำเชิงลบ “{}” แต่ตั้งไว้ว่าระดับสุดท้ายดีที่สุด ตรวจทิศอีกครั้ง หรือเขียนเป็นเชิงบวก"), &[word]),
        What::DoubleNegation(language) => {
            let text = language_in_thai(*language);
            fill(th!("ข้อความ{} ปฏิเสธซ้อนปฏิเสธ ผู้ตอบอ่านผิดง่าย เขียนใหม่ให้เหลือคำปฏิเสธไม่เกินหนึ่งคำ"), &[&text])
        }
        What::TwoQuestions(language) => fill(th!("ข้อความ{} อาจถามสองเรื่องในข้อเดียว แยกเป็นสองข้อ"), &[&language_in_thai(*language)]),
        What::KeyPhraseElsewhere(language) => {
            fill(th!("วลีสำคัญ{} ไม่อยู่ในข้อคำถาม คัดลอกจากข้อคำถามให้ตรงทุกตัวอักษร"), &[&language_in_thai(*language)])
        }
        What::ChoicesFew => th!("ตัวเลือกมีไม่พอ เพิ่มให้มีอย่างน้อยสองตัวเลือก").to_owned(),
        What::ChoiceBounds => th!("จำนวนที่ให้เลือกเป็นไปไม่ได้ ให้อยู่ระหว่าง 1 กับจำนวนตัวเลือก และน้อยสุดไม่เกินมากสุด").to_owned(),
        What::SeatBounds => th!("จำนวนผู้ได้รับเลือกเป็นไปไม่ได้ ให้อยู่ระหว่าง 1 กับจำนวนผู้สมัคร").to_owned(),
        What::ElectionAmongOthers => th!(
            "การลงคะแนนเลือกตั้งต้องอยู่ในแบบที่มีแต่บัตรลงคะแนน และทุกคนเห็นทุกบัตร เพราะคะแนนของผู้สมัครทุกคนจะประกาศครบ ย้ายข้ออื่นไปแบบอื่น และลบเงื่อนไขการแสดง"
        )
        .to_owned(),
        What::NumberBounds => th!("ไม่มีตัวเลขใดอยู่ในช่วงที่ตั้งไว้ แก้ค่าน้อยสุด ค่ามากสุด หรือจำนวนทศนิยม").to_owned(),
        What::LengthZero => th!("ตั้งความยาวคำตอบไว้เป็น 0 ใส่จำนวนตัวอักษรที่พิมพ์ได้").to_owned(),
        What::Misdirected(why) => misdirected_in_thai(instrument, why),
        What::NeverShown => th!("เงื่อนไขนี้ไม่มีวันเป็นจริง จึงไม่มีใครได้เห็น แก้เงื่อนไขหรือลบออก").to_owned(),
        What::LooksPersonal(word) => {
            fill(th!("ดูเหมือนถามข้อมูลของผู้ตอบ (“{}”) ระบุว่าข้อนี้ถามเรื่องใด เพื่อให้ระบบตรวจว่ายังเดาตัวผู้ตอบไม่ได้"), &[word])
        }
        What::AsksWhoAnswers(word) => fill(th!("ข้อนี้ถามสิ่งที่บอกว่าผู้ตอบเป็นใคร (“{}”) แบบสำรวจนี้ไม่เปิดเผยชื่อ ลบข้อนี้"), &[word]),
        What::AboutOddKind => th!("ข้อมูลของผู้ตอบถามได้เฉพาะข้อที่ให้เลือกหนึ่งอย่าง เปลี่ยนชนิดคำตอบ หรือเลิกระบุว่าถามเรื่องผู้ตอบ").to_owned(),
        What::ServiceBounds => th!("ช่วงอายุงานไม่ตรงกับตัวเลือก ใส่ปีเริ่มของทุกตัวเลือกยกเว้นตัวแรก เรียงจากน้อยไปมาก").to_owned(),
    }
}

fn misdirected_in_thai(instrument: &Instrument, why: &Misdirected) -> String {
    let item = |code: &Code| item_in_words(Language::Thai, instrument, code);
    match why {
        Misdirected::Itself => th!("เงื่อนไขดูคำตอบของข้อนี้เอง เลือกข้อที่อยู่ก่อนหน้า").to_owned(),
        Misdirected::Later(code) => fill(th!("เงื่อนไขดู{} ซึ่งมาทีหลัง เลือกข้อที่อยู่ก่อนหน้า หรือย้ายข้อ"), &[&item(code)]),
        Misdirected::NoSuchItem(code) => fill(th!("เงื่อนไขดูข้อ “{}” ซึ่งไม่มีแล้ว เลือกข้ออื่นหรือลบเงื่อนไข"), &[code]),
        Misdirected::NoSuchSub { item: code, sub } => fill(th!("เงื่อนไขดูข้อย่อย “{}” ของ{} ซึ่งไม่มี เลือกข้อย่อยอื่น"), &[sub, &item(code)]),
        Misdirected::SubMissing(code) => fill(th!("{} มีข้อย่อย บอกในเงื่อนไขว่าดูข้อย่อยใด"), &[&item(code)]),
        Misdirected::Heading(code) => fill(th!("เงื่อนไขดู{} ซึ่งไม่มีคำตอบ เลือกข้อคำถาม"), &[&item(code)]),
        Misdirected::NoSuchChoice { item: code, choice } => fill(th!("{} ไม่มีตัวเลือก “{}” เลือกตัวเลือกที่มีอยู่"), &[&item(code), choice]),
        Misdirected::NoSuchLevel { item: code, level } => fill(th!("{} ไม่มีระดับที่ “{}” เลือกระดับที่มีอยู่"), &[&item(code), level]),
        Misdirected::NeverHolds(code) => fill(th!("ไม่มีคำตอบใดของ{} ที่ตรงกับเงื่อนไขนี้ แก้ค่าที่เทียบ"), &[&item(code)]),
    }
}

const fn language_in_thai(language: Language) -> &'static str {
    match language {
        Language::Thai => th!("ภาษาไทย"),
        Language::English => th!("ภาษาอังกฤษ"),
    }
}

fn text_in_thai(which: TextOf) -> String {
    match which {
        TextOf::Title => th!("ชื่อ").to_owned(),
        TextOf::Lead => th!("คำนำ").to_owned(),
        TextOf::Caution => th!("ข้อควรระวัง").to_owned(),
        TextOf::Question => th!("ข้อคำถาม").to_owned(),
        TextOf::KeyPhrase => th!("วลีสำคัญ").to_owned(),
        TextOf::Help => th!("คำอธิบาย").to_owned(),
        TextOf::Unit => th!("หน่วยนับ").to_owned(),
        TextOf::Label(level) => fill(th!("ชื่อระดับที่_{} "), &[&level]),
        TextOf::Meaning(level) => fill(th!("ความหมายของระดับที่_{} "), &[&level]),
        TextOf::ChoiceLabel => th!("ชื่อตัวเลือก").to_owned(),
        TextOf::ChoiceLine => th!("คำอธิบายตัวเลือก").to_owned(),
    }
}

fn in_english(instrument: &Instrument, what: &What) -> String {
    match what {
        What::ThaiMissing(which) => fill("The Thai {} is missing. Write it before use.", &[&text_in_english(*which)]),
        What::EnglishMissing => "English is incomplete. Whoever chooses English sees Thai instead.".to_owned(),
        What::CodeMalformed(code) => fill(
            "The code “{}” cannot be used. Use small letters, digits and underscores after a first letter, such as i2.",
            &[code],
        ),
        What::CodeTwice(code) => fill("The code {} stands twice. Change one of them.", &[code]),
        What::SameTextAs(place) => {
            let place = place_in_words(Language::English, instrument, place);
            fill("Word for word the same as this: {}. Change one, or take one out.", &[&place])
        }
        What::NoItems => "There is no question yet. Add at least one.".to_owned(),
        What::PartEmpty => "This part has no question. Add one, or remove the part.".to_owned(),
        What::PartLong(count) => fill("This part has {} questions. Up to 6 are read well. Make two parts of it.", &[count]),
        What::ScaleUnknown(code) => fill("There is no scale {}. Choose one that exists.", &[code]),
        What::ScaleShort => "This scale has fewer than two levels. Add a level.".to_owned(),
        What::LabelsMiscounted { are, levels } => {
            let (labels, levels) = (counted(*are, "label"), counted(*levels, "level"));
            fill("{} for {}. Write one for each level, or use the scale’s own.", &[&labels, &levels])
        }
        What::MeaningsMiscounted { are, levels } => {
            let (meanings, levels) = (counted(*are, "meaning"), counted(*levels, "level"));
            fill("{} for {}. Write one for each level.", &[&meanings, &levels])
        }
        What::MeaningsMissing => {
            "This one runs the other way. Write what each level means, so that nobody picks the wrong end.".to_owned()
        }
        What::DirectionUnset => "Say which way it runs: is the last level the best, or the first?".to_owned(),
        What::NegativeWord(word) => fill(
            "It has the negative word “{}”, and the last level is said to be the best. Check the direction, or word it positively.",
            &[word],
        ),
        What::DoubleNegation(language) => {
            let text = language_in_english(*language);
            fill("The {} text has a negation within a negation and is easily misread. Leave at most one.", &[&text])
        }
        What::TwoQuestions(language) => {
            fill("The {} text may ask two things at once. Make two questions of it.", &[&language_in_english(*language)])
        }
        What::KeyPhraseElsewhere(language) => fill(
            "The {} key phrase does not stand in the question. Copy it from there, to the letter.",
            &[&language_in_english(*language)],
        ),
        What::ChoicesFew => "There are too few choices. Offer at least two.".to_owned(),
        What::ChoiceBounds => {
            "That many cannot be chosen. Use numbers from 1 to the number of choices, and a least that is not above the most."
                .to_owned()
        }
        What::SeatBounds => "That many cannot be chosen. Use a number from 1 to the number of candidates.".to_owned(),
        What::ElectionAmongOthers => {
            "A vote that decides stands in a form of ballots only, each of them put before everybody: all its votes are counted out \
             and told. Move the other questions to another form, and remove conditions."
                .to_owned()
        }
        What::NumberBounds => "No number lies within these bounds. Change the least, the most or the decimals.".to_owned(),
        What::LengthZero => "The answer may have 0 characters. Enter how many may be typed.".to_owned(),
        What::Misdirected(why) => misdirected_in_english(instrument, why),
        What::NeverShown => {
            "This condition can never hold, so nobody is shown this. Change the condition, or remove it.".to_owned()
        }
        What::LooksPersonal(word) => fill(
            "It seems to ask about whoever answers (“{}”). Say what it asks, so that we can check that nobody is singled out.",
            &[word],
        ),
        What::AsksWhoAnswers(word) => {
            fill("It asks who is answering (“{}”). Answers here carry no names: remove this question.", &[word])
        }
        What::AboutOddKind => {
            "Facts about whoever answers are asked by a single choice only. Change the kind, or do not mark it as such a fact."
                .to_owned()
        }
        What::ServiceBounds => {
            "The years of service do not fit the choices. Enter the first year of every choice but the first, in ascending order."
                .to_owned()
        }
    }
}

/// “1 level”, “4 levels”.
fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

fn misdirected_in_english(instrument: &Instrument, why: &Misdirected) -> String {
    let item = |code: &Code| item_in_words(Language::English, instrument, code);
    match why {
        Misdirected::Itself => "The condition looks at this very question. Choose one before it.".to_owned(),
        Misdirected::Later(code) => {
            fill("The condition looks at what comes later: {}. Choose a question before this one, or move it.", &[&item(code)])
        }
        Misdirected::NoSuchItem(code) => {
            fill("The condition looks at “{}”, which does not exist. Choose another question, or remove the condition.", &[code])
        }
        Misdirected::NoSuchSub { item: code, sub } => {
            fill("{} has no sub-question “{}”. Choose another in the condition.", &[&item(code), sub])
        }
        Misdirected::SubMissing(code) => fill("{} has sub-questions. Say in the condition which one to look at.", &[&item(code)]),
        Misdirected::Heading(code) => fill("{} has no answer to look at. Choose a question.", &[&item(code)]),
        Misdirected::NoSuchChoice { item: code, choice } => {
            fill("{} has no choice “{}”. Choose one that exists.", &[&item(code), choice])
        }
        Misdirected::NoSuchLevel { item: code, level } => {
            fill("{} has no level “{}”. Choose one that exists.", &[&item(code), level])
        }
        Misdirected::NeverHolds(code) => {
            fill("{}: no answer fits this condition. Change what it is compared with.", &[&item(code)])
        }
    }
}

const fn language_in_english(language: Language) -> &'static str {
    match language {
        Language::Thai => "Thai",
        Language::English => "English",
    }
}

fn text_in_english(which: TextOf) -> String {
    match which {
        TextOf::Title => "title".to_owned(),
        TextOf::Lead => "introduction".to_owned(),
        TextOf::Caution => "caution".to_owned(),
        TextOf::Question => "question".to_owned(),
        TextOf::KeyPhrase => "key phrase".to_owned(),
        TextOf::Help => "help note".to_owned(),
        TextOf::Unit => "unit".to_owned(),
        TextOf::Label(level) => fill("label of level {}", &[&level]),
        TextOf::Meaning(level) => fill("meaning of level {}", &[&level]),
        TextOf::ChoiceLabel => "name of the choice".to_owned(),
        TextOf::ChoiceLine => "line about the choice".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instruments::{Item, Part, Text, check::Weight};

    fn few_in(asks: Asks) -> String {
        let mut instrument = Instrument::new("x", Text::default());
        let items = vec![Item::new("i1", Text::new("ก", "A"), asks)];
        instrument.parts.push(Part { code: Code::from("d1"), items, ..Part::default() });
        let findings = instrument.check();
        let few = findings.iter().find(|finding| finding.what == What::ChoicesFew).unwrap();
        finding_in_words(Language::English, &instrument, few)
    }

    #[test]
    fn a_ballot_with_a_blank_vote_is_asked_for_one_candidate_only() {
        let ballot = |blank| Asks::Ballot { candidates: Vec::new(), most: 1, blank, election: None };
        assert!(few_in(ballot(true)).ends_with("Add at least one."));
        assert!(few_in(ballot(false)).ends_with("Offer at least two."));
        assert!(few_in(Asks::SingleChoice { choices: Vec::new() }).ends_with("Offer at least two."));
    }

    #[test]
    fn a_guess_sounds_like_one() {
        let instrument = Instrument::new("x", Text::default());
        for what in [What::AsksWhoAnswers("name"), What::DoubleNegation(Language::English)] {
            let said = |language, weight| {
                let finding = Finding { place: Place::Instrument, what: what.clone(), weight };
                finding_in_words(language, &instrument, &finding)
            };
            assert!(said(Language::English, Weight::Advice).contains(" may "));
            assert!(!said(Language::English, Weight::Stop).contains(" may "));
            assert!(said(Language::Thai, Weight::Advice).contains("อาจ"));
            assert!(!said(Language::Thai, Weight::Stop).contains("อาจ"));
        }
    }

    #[test]
    fn one_is_counted_as_one() {
        let instrument = Instrument::new("x", Text::default());
        let said = in_english(&instrument, &What::LabelsMiscounted { are: 1, levels: 4 });
        assert!(said.starts_with("1 label for 4 levels."), "{said}");
        let said = in_english(&instrument, &What::MeaningsMiscounted { are: 2, levels: 1 });
        assert!(said.starts_with("2 meanings for 1 level."), "{said}");
    }
}
