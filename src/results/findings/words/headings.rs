//! Headings of charts: the finding in one line, with the worst named.

use std::iter::successors;

use super::{
    Finding, Gap, Names, Standing,
    names::shown,
    rules::{self, highest, lowest},
};
use crate::{
    instruments::Code,
    language::{Language, fill, th},
    results::{
        Round,
        charts::{naming, written},
        figure::{Figure, Score},
        round_before,
    },
};

/// “4 ใน 5 ตัวชี้วัดถึงเป้าหมาย เหลือ “การใช้ทรัพย์สินของราชการ””
pub fn heading_of_indicators(round: &Round, language: Language) -> String {
    let names = Names::new(&round.released.paper, language);
    let parts = rules::parts(round);
    if parts.iter().all(|part| !part.figure.is_shown()) {
        return nothing(round, &parts, language);
    }
    let Some(target) = &round.occasion.target else { return without_target(&names, &parts, language) };
    let told: Vec<bool> = parts.iter().filter_map(|part| target.is_met_by(&part.figure)).collect();
    let (met, of) = (told.iter().filter(|is_met| **is_met).count(), told.len());
    let untold = parts.len() - of;
    let only = names.parts(parts.iter().map(|part| &part.code));
    let gaps = rules::gaps(target, &parts);
    let worst = gaps.first().map(|gap| gap.gap.hundredths());
    let furthest: Vec<&Gap> = gaps.iter().filter(|gap| Some(gap.gap.hundredths()) == worst).collect();
    let far = names.parts(furthest.iter().map(|gap| &gap.code));
    match (language, met) {
        (_, 0) if of == 0 => without_target(&names, &parts, language),
        (Language::Thai, met) if untold > 0 => {
            fill(th!("{} ใน {} ตัวชี้วัดถึงเป้าหมาย และมี {} ตัวที่บอกไม่ได้"), &[&met, &parts.len(), &untold])
        }
        (Language::English, met) if untold > 0 => {
            fill("{} of {} indicators meet the target; of {} it cannot be told", &[&met, &parts.len(), &untold])
        }
        (Language::Thai, 1) if of == 1 => fill(th!("{}ถึงเป้าหมาย"), &[&only]),
        (Language::English, 1) if of == 1 => fill("{} meets the target", &[&only]),
        (Language::Thai, _) if of == 1 => fill(th!("{}ยังไม่ถึงเป้าหมาย"), &[&only]),
        (Language::English, _) if of == 1 => fill("{} does not meet the target yet", &[&only]),
        (Language::Thai, met) if met == of => fill(th!("ตัวชี้วัดทั้ง {} ตัวถึงเป้าหมาย"), &[&of]),
        (Language::English, met) if met == of => fill("All {} indicators meet the target", &[&of]),
        (Language::Thai, 0) => fill(th!("ยังไม่มีตัวชี้วัดใดถึงเป้าหมาย ห่างที่สุดคือ {}"), &[&far]),
        (Language::English, 0) => fill("No indicator meets the target yet; furthest is {}", &[&far]),
        (Language::Thai, met) if furthest.len() == of - met => fill(th!("{} ใน {} ตัวชี้วัดถึงเป้าหมาย เหลือ {}"), &[&met, &of, &far]),
        (Language::English, met) if furthest.len() == of - met => {
            fill("{} of {} indicators meet the target, all but {}", &[&met, &of, &far])
        }
        (Language::Thai, met) => fill(th!("{} ใน {} ตัวชี้วัดถึงเป้าหมาย ห่างที่สุดคือ {}"), &[&met, &of, &far]),
        (Language::English, met) => fill("{} of {} indicators meet the target; furthest is {}", &[&met, &of, &far]),
    }
}

/// “3 ใน 4 หน่วยงานที่แสดงได้ถึงเป้าหมาย”
pub fn heading_of_units(round: &Round, language: Language) -> String {
    let groups = &round.released.figures.groups.shown;
    let figures: Vec<&Figure> = groups.iter().map(|group| &group.figure).filter(|figure| figure.is_shown()).collect();
    let of = figures.len();
    if of == 0 {
        return match language {
            Language::Thai => th!("ไม่มีหน่วยงานที่แสดงแยกได้ แสดงได้เฉพาะภาพรวม").to_owned(),
            Language::English => "No unit can be shown apart: there is only the whole".to_owned(),
        };
    }
    let Some(target) = &round.occasion.target else { return range(&figures, language) };
    let told: Vec<bool> = figures.iter().filter_map(|figure| target.is_met_by(figure)).collect();
    let (met, of) = (told.iter().filter(|is_met| **is_met).count(), told.len());
    match (language, met) {
        (_, 0) if of == 0 => range(&figures, language),
        (Language::Thai, met) if met == of => fill(th!("ทั้ง {} หน่วยงานที่แสดงได้ถึงเป้าหมาย"), &[&of]),
        (Language::Thai, 0) => th!("ยังไม่มีหน่วยงานใดที่แสดงได้ถึงเป้าหมาย").to_owned(),
        (Language::Thai, met) => fill(th!("{} ใน {} หน่วยงานที่แสดงได้ถึงเป้าหมาย"), &[&met, &of]),
        (Language::English, met) if met == of => fill("All {} units shown meet the target", &[&of]),
        (Language::English, 0) => "None of the units shown meets the target yet".to_owned(),
        (Language::English, met) => fill("{} of {} units shown meet the target", &[&met, &of]),
    }
}

/// “คะแนนรวมขึ้นต่อเนื่อง 3 รอบ เป้าหมายขยับจาก 85 เป็น 92.50”. The rounds in order, the latest last.
pub fn heading_of_rounds(rounds: &[&Round], language: Language) -> String {
    let chain = rounds.last().copied().filter(|last| exactly(last).is_some());
    let back = |round: &&Round| round_before(round, rounds.iter().copied()).filter(|before| exactly(before).is_some());
    let chain: Vec<&Round> = successors(chain, back).collect();
    let known: Vec<&Score> = chain.iter().rev().filter_map(|round| exactly(round)).collect();
    let ([.., before, now], [_, since, ..]) = (known.as_slice(), chain.as_slice()) else {
        return match language {
            Language::Thai if rounds.len() > 1 => th!("คะแนนรวมเทียบกับรอบก่อนไม่ได้").to_owned(),
            Language::English if rounds.len() > 1 => "The overall score cannot be compared with the round before".to_owned(),
            Language::Thai => th!("มีคะแนนรอบเดียว เริ่มเทียบได้เมื่อมีรอบต่อไป").to_owned(),
            Language::English => "Only one round has a score: comparing begins with the next".to_owned(),
        };
    };
    let (by, since) = (now.apart_from(before), naming::round(&since.occasion, language));
    let run = 1 + known.windows(2).rev().take_while(|two| goes_on(two, by.hundredths())).count();
    let head = match (language, by.hundredths()) {
        (Language::Thai, 0) => fill(th!("คะแนนรวมเท่ากับ{} คือ {}"), &[&since, &now.shown(2)]),
        (Language::English, 0) => fill("The overall score is the same as in {}, {}", &[&since, &now.shown(2)]),
        (Language::Thai, 1..) if run > 2 => fill(th!("คะแนนรวมขึ้นต่อเนื่อง {} รอบ"), &[&run]),
        (Language::English, 1..) if run > 2 => fill("The overall score has risen over {} rounds", &[&run]),
        (Language::Thai, _) if run > 2 => fill(th!("คะแนนรวมลดต่อเนื่อง {} รอบ"), &[&run]),
        (Language::English, _) if run > 2 => fill("The overall score has fallen over {} rounds", &[&run]),
        (Language::Thai, _) => fill(th!("คะแนนรวมเปลี่ยน {} จาก{} เป็น {}"), &[&by.shown_signed(2), &since, &now.shown(2)]),
        (Language::English, _) => {
            fill("The overall score changed by {} since {}, to {}", &[&by.shown_signed(2), &since, &now.shown(2)])
        }
    };
    let targets: Vec<String> = rounds.iter().filter_map(|round| Some(round.occasion.target.as_ref()?.score.shown(2))).collect();
    match (targets.as_slice(), language) {
        ([first, .., last], Language::Thai) if first != last => head + &fill(th!(" เป้าหมายขยับจาก {} เป็น {}"), &[first, last]),
        ([first, .., last], Language::English) if first != last => {
            head + &fill("; the target moved from {} to {}", &[first, last])
        }
        _ => head,
    }
}

/// “ข้อ 12 คะแนนต่ำสุด และคำตอบแยกเป็นสองขั้ว”: of one indicator.
pub fn heading_of_spread(round: &Round, part: &Code, language: Language) -> String {
    let names = Names::new(&round.released.paper, language);
    let items = rules::rated_items(round, Some(part));
    // Where nothing is rated, no score is missing.
    if !items.is_empty() && items.iter().all(|item| !item.figure.is_shown()) {
        return nothing(round, &items, language);
    }
    let split: Vec<Code> = rules::splits(round)
        .into_iter()
        .filter_map(|split| if let Finding::Split { item, .. } = split { Some(item) } else { None })
        .filter(|code| items.iter().any(|item| item.code == *code))
        .collect();
    let low: Vec<Code> = lowest(&items).into_iter().map(|item| item.code).collect();
    let (low_in_words, split_in_words) = (names.numbers(&low), names.numbers(&split));
    let is_same = low == split;
    match (language, low.is_empty() || low.len() == items.len(), split.is_empty()) {
        (Language::Thai, true, true) => fill(th!("คำตอบของ{}"), &[&names.part(part)]),
        (Language::English, true, true) => fill("Answers to {}", &[&names.part(part)]),
        (Language::Thai, false, true) => fill(th!("{} คะแนนต่ำสุด"), &[&low_in_words]),
        (Language::English, false, true) => fill("Lowest score: {}", &[&low_in_words]),
        (Language::Thai, false, false) if is_same => fill(th!("{} คะแนนต่ำสุด และคำตอบแยกเป็นสองขั้ว"), &[&low_in_words]),
        (Language::English, false, false) if is_same => fill("Lowest score and split answers: {}", &[&low_in_words]),
        (Language::Thai, false, false) => fill(th!("{} คะแนนต่ำสุด คำตอบของ{}แยกเป็นสองขั้ว"), &[&low_in_words, &split_in_words]),
        (Language::English, false, false) => fill("Lowest score: {}; split answers: {}", &[&low_in_words, &split_in_words]),
        (Language::Thai, true, false) => fill(th!("คำตอบของ{}แยกเป็นสองขั้ว"), &[&split_in_words]),
        (Language::English, true, false) => fill("Split answers: {}", &[&split_in_words]),
    }
}

fn exactly(round: &Round) -> Option<&Score> {
    round.released.figures.overall.exact()
}

fn goes_on(two: &&[&Score], by: i64) -> bool {
    matches!(two, [one, other] if other.apart_from(one).hundredths().signum() == by.signum())
}

fn without_target(names: &Names, parts: &[Standing], language: Language) -> String {
    let one = |rows: Vec<Standing>| {
        let figure = rows.first().map_or_else(String::new, |row| shown(&row.figure));
        (names.parts(rows.iter().map(|row| &row.code)), figure)
    };
    let ((high, top), (low, bottom)) = (one(highest(parts)), one(lowest(parts)));
    match (language, high.is_empty(), low.is_empty()) {
        (Language::Thai, false, false) if high == low => fill(th!("{} ได้ {}"), &[&high, &top]),
        (Language::English, false, false) if high == low => fill("{} has {}", &[&high, &top]),
        (Language::Thai, false, false) => fill(th!("สูงสุดคือ {} {} ต่ำสุดคือ {} {}"), &[&high, &top, &low, &bottom]),
        (Language::English, false, false) => fill("Highest: {} {}; lowest: {} {}", &[&high, &top, &low, &bottom]),
        (Language::Thai, ..) => th!("คะแนนรายตัวชี้วัด").to_owned(),
        (Language::English, ..) => "Scores by indicator".to_owned(),
    }
}

/// Groups have one decimal, and so has what is said of them.
fn range(figures: &[&Figure], language: Language) -> String {
    let least = figures.iter().filter_map(|figure| Some(figure.bounds()?.0)).min().map_or_else(String::new, |it| it.shown(1));
    let most = figures.iter().filter_map(|figure| Some(figure.bounds()?.1)).max().map_or_else(String::new, |it| it.shown(1));
    match language {
        Language::Thai => fill(th!("หน่วยงานที่แสดงได้ {} หน่วย อยู่ระหว่าง {} ถึง {}"), &[&figures.len(), &least, &most]),
        Language::English => fill("{} units shown, between {} and {}", &[&figures.len(), &least, &most]),
    }
}

fn nothing(round: &Round, rows: &[Standing], language: Language) -> String {
    let has_too_few = rows.iter().any(|row| row.figure == Figure::TooFew);
    match language {
        Language::Thai if rows.is_empty() => return th!("แบบสอบถามนี้ไม่มีข้อที่คิดเป็นคะแนน").to_owned(),
        Language::English if rows.is_empty() => return "Nothing in this survey is scored".to_owned(),
        _ => {}
    }
    let why = if has_too_few { Figure::TooFew } else { Figure::NoData };
    written::in_full(&why, written::WHOLE, round.released.figures.k, language)
}
