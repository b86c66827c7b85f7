//! The sentences of this room.

use super::{Refusal, Unsound, Years};
use crate::language::{FiscalYear, Language, fill, th};

pub struct Words {
    pub yardsticks: &'static str,
    pub lead: &'static str,
    pub ratings: &'static str,
    pub samples: &'static str,
    pub title: &'static str,
    pub years: &'static str,
    pub check_manual: &'static str,
    pub confirmed: &'static str,
    pub saved: &'static str,
    pub copied: &'static str,
    pub copy: &'static str,
    pub copy_lead: &'static str,
    pub save: &'static str,
    pub title_thai: &'static str,
    pub title_english: &'static str,
    pub title_wrong: &'static str,
    pub name_wrong: &'static str,
    pub too_long: &'static str,
    pub first_year: &'static str,
    pub last_year: &'static str,
    pub last_year_hint: &'static str,
    pub year_wrong: &'static str,
    pub years_backwards: &'static str,
    pub is_confirmed: &'static str,
    pub is_confirmed_meaning: &'static str,
    pub weights: &'static str,
    pub weights_hint: &'static str,
    pub weight_wrong: &'static str,
    pub floor: &'static str,
    pub floor_hint: &'static str,
    pub levels_lead: &'static str,
    pub level: fn(usize) -> String,
    pub name_thai: &'static str,
    pub name_english: &'static str,
    pub when: &'static str,
    pub every_at_least: &'static str,
    pub total_at_least: &'static str,
    pub total_between: &'static str,
    pub otherwise: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub to_hint: &'static str,
    pub figure_wrong: &'static str,
    pub choose_when: &'static str,
    pub per_cent: &'static str,
    pub at_least: &'static str,
    pub most: &'static str,
    pub most_above: &'static str,
    pub per_cent_wrong: &'static str,
    pub people_wrong: &'static str,
    pub most_wrong: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

/// “2566 ถึง 2569”, “ตั้งแต่ 2562”.
pub fn years_in_words(language: Language, years: Years) -> String {
    let first = years.first.number();
    match (language, years.last.map(FiscalYear::number)) {
        (_, Some(last)) if last == first => first.to_string(),
        (Language::Thai, Some(last)) => fill(th!("{} ถึง {}"), &[&first, &last]),
        (Language::Thai, None) => fill(th!("ตั้งแต่ {}"), &[&first]),
        (Language::English, Some(last)) => fill("{} to {}", &[&first, &last]),
        (Language::English, None) => fill("From {}", &[&first]),
    }
}

pub fn unsound_in_words(language: Language, unsound: Unsound) -> String {
    let figure = |hundredths: i64| format!("{}.{:02}", hundredths / 100, hundredths % 100);
    match (language, unsound) {
        (Language::Thai, Unsound::Few) => th!("ใส่อย่างน้อยสองระดับ").to_owned(),
        (Language::English, Unsound::Few) => "Enter at least two levels".to_owned(),
        (_, Unsound::NameMissing(_)) => words(language).name_wrong.to_owned(),
        (Language::Thai, Unsound::WeightsWrong(sum)) => fill(th!("น้ำ~หนักสามส่วนรวมกันได้ {} แก้ให้รวมกันได้ 100"), &[&sum]),
        (Language::English, Unsound::WeightsWrong(sum)) => {
            fill("The three weights add up to {}. Change them so that they add up to 100", &[&sum])
        }
        (_, Unsound::BoundWrong(_) | Unsound::FloorWrong) => words(language).figure_wrong.to_owned(),
        (Language::Thai, Unsound::Backwards(_)) => th!("ค่าท้ายของช่วงน้อยกว่าค่าแรก สลับกัน").to_owned(),
        (Language::English, Unsound::Backwards(_)) => "The range ends before it begins. Swap the two".to_owned(),
        (Language::Thai, Unsound::Overlap(one, _)) => fill(th!("คะแนนบางค่าอยู่ทั้งในระดับนี้และระดับที่_{} แก้ช่วงไม่ให้ทับกัน"), &[&(one + 1)]),
        (Language::English, Unsound::Overlap(one, _)) => {
            fill("Some figures are both in this level and in level {}. Change the range so that they are not", &[&(one + 1)])
        }
        (Language::Thai, Unsound::NeverReached(_)) => {
            th!("ไม่มีคะแนนใดได้ระดับนี้ เพราะระดับก่อนหน้ารับไปหมดแล้ว แก้เงื่อนไขหรือลำดับ").to_owned()
        }
        (Language::English, Unsound::NeverReached(_)) => {
            "No figures come to this level, because the levels above take them all. Change its condition or place".to_owned()
        }
        (Language::Thai, Unsound::Gap { least, total }) => {
            fill(th!("คะแนนรวม {} ที่แบบวัดต่ำสุดได้ {} ยังไม่มีระดับ เพิ่มระดับ หรือแก้ช่วงให้ต่อกัน"), &[&figure(total), &figure(least)])
        }
        (Language::English, Unsound::Gap { least, total }) => fill(
            "A total of {} with {} in the lowest instrument has no level. Add a level, or close the gap",
            &[&figure(total), &figure(least)],
        ),
    }
}

pub fn years_taken(language: Language, refusal: &Refusal) -> Option<String> {
    let Refusal::YearsTaken(title) = refusal else { return None };
    Some(match language {
        Language::Thai => fill(th!("บางปีในช่วงนี้มีเกณฑ์อยู่แล้ว คือ “{}” แก้ปีของเกณฑ์นั้นก่อน หรือใช้ปีอื่น"), &[&title.say(language)]),
        Language::English => {
            fill("Some of these years have one already: “{}”. Change its years first, or use others", &[&title.say(language)])
        }
    })
}

static THAI: Words = Words {
    yardsticks: th!("เกณฑ์วัดผล"),
    lead: th!("เกณฑ์ของแต่ละปีงบประมาณ ปีหนึ่งมีได้ชนิดละหนึ่งเกณฑ์"),
    ratings: th!("ระดับผลการประเมิน"),
    samples: th!("จำนวนผู้ตอบขั้นต่ำ"),
    title: th!("เกณฑ์"),
    years: th!("ปีงบประมาณ"),
    check_manual: th!("ตรวจสอบกับคู่มือของปีนั้น"),
    confirmed: th!("ตรวจแล้ว"),
    saved: th!("บันทึกเกณฑ์แล้ว"),
    copied: th!("เพิ่มเกณฑ์แล้ว"),
    copy: th!("ทำสำเนาสำหรับปีอื่น"),
    copy_lead: th!("ใส่ปีใหม่ แล้วแก้ส่วนที่เปลี่ยน เกณฑ์เดิมอยู่ตามเดิม"),
    save: th!("บันทึกเกณฑ์"),
    title_thai: th!("ชื่อเกณฑ์ (ไทย)"),
    title_english: th!("ชื่อเกณฑ์ (อังกฤษ)"),
    title_wrong: th!("ใส่ชื่อเกณฑ์ภาษาไทย ไม่เกิน 200 ตัวอักษร"),
    name_wrong: th!("ใส่ชื่อระดับภาษาไทย ไม่เกิน 200 ตัวอักษร"),
    too_long: th!("ใช้ไม่เกิน 200 ตัวอักษร"),
    first_year: th!("ตั้งแต่ปีงบประมาณ (พ.ศ.)"),
    last_year: th!("ถึงปีงบประมาณ (พ.ศ.)"),
    last_year_hint: th!("เว้นว่างถ้ายังใช้อยู่"),
    year_wrong: th!("ใส่ปีงบประมาณเป็นตัวเลขสี่หลัก เช่น 2569"),
    years_backwards: th!("ปีสุดท้ายมาก่อนปีแรก แก้ปีใดปีหนึ่ง"),
    is_confirmed: th!("ตรวจกับคู่มือของปีนั้นแล้ว"),
    is_confirmed_meaning: th!("เลือกเมื่อเทียบกับคู่มือทางการของทุกปีในช่วงนี้แล้ว"),
    weights: th!("น้ำ~หนักของแต่ละส่วนในคะแนนรวม (ร้อยละ)"),
    weights_hint: th!("สามส่วนรวมกันต้องได้ 100 ส่วนที่ใส่ 0 ไม่นับในปีนั้น"),
    weight_wrong: th!("ใส่น้ำ~หนักเป็นจำนวนเต็มตั้งแต่ 0 ถึง 100"),
    floor: th!("คะแนนขั้นต่ำของตัวชี้วัด"),
    floor_hint: th!("ตัวชี้วัดที่ต่ำกว่านี้แสดงแยกไว้ให้ดูแลก่อน ไม่ว่าระดับรวมจะเป็นอย่างไร เว้นว่างถ้าไม่มี"),
    levels_lead: th!("เรียงจากดีที่สุด ผลได้ระดับแรกที่ตรงเงื่อนไข โดยดูคะแนนที่แสดง ทศนิยมสองตำแหน่ง ระดับที่เว้นว่างจะไม่ถูกบันทึก"),
    level: |number| fill(th!("ระดับที่_{}"), &[&number]),
    name_thai: th!("ชื่อระดับ (ไทย)"),
    name_english: th!("ชื่อระดับ (อังกฤษ)"),
    when: th!("เงื่อนไข"),
    every_at_least: th!("ทุกแบบวัดได้ตั้งแต่"),
    total_at_least: th!("คะแนนรวมตั้งแต่"),
    total_between: th!("คะแนนรวมอยู่ในช่วง"),
    otherwise: th!("ผลที่เหลือทั้งหมด"),
    from: th!("ตั้งแต่"),
    to: th!("ถึง"),
    to_hint: th!("ใส่เฉพาะเมื่อเป็นช่วง"),
    figure_wrong: th!("ใส่คะแนนตั้งแต่ 0 ถึง 100 ทศนิยมไม่เกินสองตำแหน่ง"),
    choose_when: th!("เลือกเงื่อนไข"),
    per_cent: th!("ร้อยละของผู้มีสิทธิ"),
    at_least: th!("อย่างน้อย (คน)"),
    most: th!("ไม่เกิน (คน)"),
    most_above: th!("ใช้จำนวนไม่เกินนี้ทันทีเมื่อผู้มีสิทธิมากกว่า (คน)"),
    per_cent_wrong: th!("ใส่ร้อยละตั้งแต่ 0 ถึง 100"),
    people_wrong: th!("ใส่จำนวนคนตั้งแต่ 0 ถึง 1000000"),
    most_wrong: th!("จำนวนมากสุดต้องไม่น้อยกว่าจำนวนอย่างน้อย"),
};

static ENGLISH: Words = Words {
    yardsticks: "Yardsticks",
    lead: "What each fiscal year is measured by: one of each kind a year.",
    ratings: "Levels of results",
    samples: "Fewest answers",
    title: "Yardstick",
    years: "Fiscal years",
    check_manual: "Check against that year's manual",
    confirmed: "Checked",
    saved: "The yardstick is saved",
    copied: "The yardstick is added",
    copy: "Copy for other years",
    copy_lead: "Enter the new years and change what is different. The old one stays as it is.",
    save: "Save the yardstick",
    title_thai: "Name of the yardstick (Thai)",
    title_english: "Name of the yardstick (English)",
    title_wrong: "Enter the Thai name of the yardstick, at most 200 characters",
    name_wrong: "Enter the Thai name of the level, at most 200 characters",
    too_long: "Use at most 200 characters",
    first_year: "From fiscal year (B.E.)",
    last_year: "To fiscal year (B.E.)",
    last_year_hint: "Leave empty if it still holds",
    year_wrong: "Enter the fiscal year in four digits, such as 2569",
    years_backwards: "The last year is before the first. Change one of them",
    is_confirmed: "Checked against that year's manual",
    is_confirmed_meaning: "Tick it once it was compared with the official manual of every one of these years",
    weights: "How much each part counts in the total (per cent)",
    weights_hint: "The three have to add up to 100. A part with 0 does not count in that year",
    weight_wrong: "Enter a weight as a whole number from 0 to 100",
    floor: "Floor of an indicator",
    floor_hint: "Indicators below it are shown apart, to be looked after first, whatever the level of the whole. Leave empty for none",
    levels_lead: "The best first. A result has the first level whose condition holds, on the figures shown, with two decimals. Levels left empty are not saved.",
    level: |number| fill("Level {}", &[&number]),
    name_thai: "Name of the level (Thai)",
    name_english: "Name of the level (English)",
    when: "Condition",
    every_at_least: "Every instrument at least",
    total_at_least: "Total at least",
    total_between: "Total in a range",
    otherwise: "Everything else",
    from: "From",
    to: "To",
    to_hint: "For a range only",
    figure_wrong: "Enter a figure from 0 to 100 with at most two decimals",
    choose_when: "Choose a condition",
    per_cent: "Per cent of those who may answer",
    at_least: "At least (people)",
    most: "Never more than (people)",
    most_above: "That many at once where more than this may answer (people)",
    per_cent_wrong: "Enter a per cent from 0 to 100",
    people_wrong: "Enter a number of people from 0 to 1000000",
    most_wrong: "The most must not be fewer than the least",
};
