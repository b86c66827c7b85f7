//! What looking leaves behind, what is said about it, and how heavy the page for scripts is.

use std::io::Write as _;

use super::round::*;
use crate::{house::House, pages::is_well_made, rounds::desk::*};

#[test]
fn however_often_a_link_is_opened_not_a_byte_changes() {
    let house = House::open();
    let id = open(&house, &form("แบบวัดชีพจร"), &[]);
    let link = links(&house, id)[0].clone();
    let visitor = house.visitor();
    let looked_at = ["", "/answer", "/stop", "/stored", "/1", "/check"].map(|page| format!("/t/{link}{page}"));
    visitor.opens(&looked_at[0]);
    let before = bytes(&house);
    for _ in 0..17 {
        for address in &looked_at {
            let page = visitor.opens(address);
            assert!(!page.headers.contains_key("set-cookie"), "{address}");
            visitor.glances_at(address);
        }
    }
    for address in [format!("/surveys/{id}/replace"), format!("/surveys/{id}/replace/answer"), "/thanks".into()] {
        assert!(!visitor.opens(&address).is(200).headers.contains_key("set-cookie"), "{address}");
    }
    assert_eq!(bytes(&house), before);
    assert_eq!(collected(&house, id), 0);
}

#[test]
fn turning_pages_without_a_script_writes_nothing_until_it_is_sent() {
    let house = House::open();
    let id = open(&house, &form("แบบวัดชีพจร"), &[]);
    let start = format!("/t/{}", links(&house, id)[0]);
    let before = bytes(&house);
    let mut reader = Reader::begins(&house, &start);
    reader.next(&[("i1", "3")]).is(422);
    reader.next(&[("i2", "1")]).says("ทวนคำตอบ");
    assert_eq!(bytes(&house), before);
}

#[test]
fn the_holder_of_a_link_sees_the_literal_row_and_everyone_sees_what_such_rows_are() {
    let house = House::open();
    let id = open(&house, &form("แบบวัดชีพจร"), &[]);
    let link = links(&house, id)[0].clone();
    let stored = format!("/t/{link}/stored");
    let before = house.visitor().opens(&stored);
    is_well_made(before.is(200).says("ไม่บอกว่าเมื่อใด ค่าขณะนี้: false").says(&id.to_string()), "th");
    let mut reader = Reader::begins(&house, &format!("/t/{link}"));
    reader.next(&[("i1", "3"), ("i2", "1")]);
    reader.presses("go", "send", &[]);
    let after = house.visitor().opens(&stored);
    after.says("ไม่บอกว่าเมื่อใด ค่าขณะนี้: true").says("หาไม่ได้ว่าชุดไหนเป็นของท่าน");
    assert_ne!(before.text(), after.text());
    is_well_made(house.visitor().opens(&format!("/en{stored}")).is(200).says("not when Now: true"), "en");

    let about = house.visitor().opens("/about-your-answers");
    is_well_made(about.is(200), "th");
    about.says("สิ่งที่ระบบกันไม่ได้").says("กลุ่มเล็กซ่อนอย่างไร").says("sealed_ballots").says("superseded");
    is_well_made(house.visitor().opens("/en/about-your-answers").is(200).says("What we cannot prevent"), "en");
    is_well_made(house.visitor().opens("/thanks").is(200).says("ไม่มีรหัสและไม่มีคำตอบ"), "th");
    is_well_made(house.visitor().opens("/en/thanks").is(200), "en");
}

#[test]
fn the_page_for_scripts_holds_every_question_with_all_that_a_script_needs() {
    let house = House::open();
    let id = open(&house, &every_kind(), &[]);
    let link = links(&house, id)[0].clone();
    let page = house.visitor().opens(&format!("/t/{link}/answer"));
    page.is(200).says("หน้านี้ต้องใช้ JavaScript");
    for mark in [
        "data-page=\"1\"",
        "data-page=\"4\"",
        "data-page=\"check\"",
        "data-page=\"sending\"",
        "data-page=\"sent\"",
        "data-item=\"reversed\"",
        "data-item=\"head\"",
        "data-read=\"mixed.fair\"",
        "data-template=\"errors\"",
        "data-decimals=\"1\"",
        "data-longest=\"1000\"",
        "data-wrong-voted-and-blank=",
        "data-say=\"already_collected\"",
        "data-go=\"send\"",
        &format!("&quot;link&quot;:&quot;{link}&quot;"),
        "data-show-if=\"{&quot;answer&quot;:{&quot;of&quot;:&quot;amount&quot;",
    ] {
        assert!(page.body.contains(mark), "{mark}");
    }
    assert!(!page.body.contains("data-page=\"receipt\"") && !page.body.contains("<script>") && !page.body.contains("style=\""));
    let replacing = house.visitor().opens(&format!("/surveys/{id}/replace/answer"));
    assert!(replacing.body.contains("data-page=\"receipt\"") && replacing.body.contains("&quot;mode&quot;:&quot;replace&quot;"));
    let english = house.visitor().opens(&format!("/en/t/{link}/answer"));
    assert!(english.body.contains("<html lang=\"en\">") && english.body.contains("Choose an answer to question 1"));
}

#[test]
fn fifteen_items_on_six_levels_weigh_no_more_than_promised() {
    let house = House::open();
    let id = open(&house, &clearjai_iit(), &[]);
    let page = house.visitor().opens(&format!("/t/{}/answer", links(&house, id)[0]));
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    packed.write_all(page.is(200).body.as_bytes()).unwrap();
    let weight = packed.finish().unwrap().len();
    assert!(weight <= 20_000, "{weight} bytes");
}

/// As large as the assessment that most departments ask.
fn clearjai_iit() -> clearjai::instruments::Instrument {
    use clearjai::instruments::{Code, Text};
    let mut asked = form("แบบวัดภายใน");
    let level = |at: usize| Text::new(format!("ระดับที่ {at} ของความเห็น"), format!("Level {at} of the opinion"));
    asked.scales[0].levels = (1..=6).map(level).collect();
    let item = asked.parts[0].items[0].clone();
    let part = asked.parts[0].clone();
    asked.parts = (1..=5)
        .map(|part_at| {
            let items = (1..=3).map(|at| {
                let mut item = item.clone();
                item.code = Code::from(format!("i{part_at}{at}").as_str());
                let thai = format!("เจ้าหน้าที่ในหน่วยงานของท่าน ปฏิบัติงานเป็นไปตามขั้นตอนและระยะเวลา ข้อย่อยที่ {part_at}.{at} มากน้อยเพียงใด");
                item.text = Text::new(thai, format!("Staff of your unit follow steps and times, {part_at}.{at}"));
                item
            });
            let mut part = part.clone();
            part.code = Code::from(format!("p{part_at}").as_str());
            part.title = Text::new(format!("ตัวชี้วัดที่ {part_at}"), format!("Indicator {part_at}"));
            part.items = items.collect();
            part
        })
        .collect();
    asked
}
