//! The sentences of this room.

use super::{Level, Part, Reason, Rounding, Total};
use crate::{
    instruments::{Decimal, Fraction},
    language::{Language, fill, joined, th},
    results::figure::Score,
    yardsticks::Weights,
};

pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub check: &'static str,
    pub scores: &'static str,
    pub year: &'static str,
    pub total: &'static str,
    pub level: &'static str,
    pub title_of: fn(&str) -> String,
    pub saved: &'static str,
    pub removed: &'static str,
    pub parts: &'static str,
    pub part: &'static str,
    pub score: &'static str,
    pub points: &'static str,
    pub comes_from: &'static str,
    pub of_all: fn(i64) -> String,
    pub meaning: fn(Part) -> &'static str,
    pub missing: &'static str,
    pub no_answers: &'static str,
    pub too_few: &'static str,
    pub partly: &'static str,
    pub nobody_or_few: fn(u32) -> String,
    pub counted_as_nothing: &'static str,
    pub declared: &'static str,
    pub from_answers: &'static str,
    pub round: fn(&str) -> String,
    pub edit: &'static str,
    pub enter: &'static str,
    pub no_total: fn(&str) -> String,
    pub no_table: &'static str,
    pub no_table_short: &'static str,
    pub to_tables: &'static str,
    pub exact: fn(&str) -> String,
    pub flagged: fn(Decimal) -> String,
    pub flagged_meaning: &'static str,
    pub on_displayed: &'static str,
    pub edit_title: fn(&str, &str) -> String,
    pub from: &'static str,
    pub from_round: fn(&str) -> String,
    pub from_declared: &'static str,
    pub from_declared_meaning: &'static str,
    pub from_nothing: &'static str,
    pub no_rounds: &'static str,
    pub declared_fields: &'static str,
    pub without_answers: &'static str,
    pub without_answers_meaning: &'static str,
    pub source: &'static str,
    pub source_hint: &'static str,
    pub indicators: &'static str,
    pub indicators_meaning: &'static str,
    pub save: &'static str,
    pub choose_one: &'static str,
    pub score_wrong: &'static str,
    pub score_and_none: &'static str,
    pub source_wrong: &'static str,
    pub changed_meanwhile: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

/// “ผ่าน เพราะ IIT 75.40 < 85”
pub fn level_in_words(level: &Level, language: Language) -> String {
    let name = joined(level.level.name.say(language));
    let why = match (&level.reason, language) {
        (Reason::EveryAtLeast(bound), Language::Thai) => fill(th!("ทุกส่วนได้ {} ขึ้นไป"), &[bound]),
        (Reason::EveryAtLeast(bound), Language::English) => fill("every part has {} or more", &[bound]),
        (Reason::TotalAtLeast(bound), Language::Thai) => fill(th!("คะแนนรวมได้ {} ขึ้นไป"), &[bound]),
        (Reason::TotalAtLeast(bound), Language::English) => fill("the total is {} or more", &[bound]),
        (Reason::PartsBelow(parts, bound), _) => {
            let each = parts.iter().map(|(part, score)| format!("{}\u{A0}{}\u{A0}<\u{A0}{bound}", part.name(), score.shown(2)));
            let each = each.collect::<Vec<_>>().join(", ");
            if language == Language::Thai { format!(" {each}") } else { each }
        }
        (Reason::TotalBelow(score, bound), Language::Thai) => fill(th!("คะแนนรวม {}_<_{}"), &[&score.shown(2), bound]),
        (Reason::TotalBelow(score, bound), Language::English) => fill("the total {} < {}", &[&score.shown(2), bound]),
    };
    match language {
        Language::Thai => fill(th!("{} เพราะ{}"), &[&name, &why]),
        Language::English => fill("{}: {}", &[&name, &why]),
    }
}

/// “คะแนนรวมที่แท้จริงคือ 84.997 แสดงเป็น 85.00 …”
pub fn rounding_in_words(rounding: &Rounding, language: Language) -> String {
    let (exact, shown) = (in_full(&rounding.exact), rounding.exact.shown(2));
    match (rounding.part, language) {
        (None, Language::Thai) => fill(
            th!("คะแนนรวมที่แท้จริงคือ {} แสดงเป็น {} ระดับตัดสินจากตัวเลขสองตำแหน่งที่แสดง จึงถือว่าถึง {}"),
            &[&exact, &shown, &rounding.bound],
        ),
        (Some(part), Language::Thai) => {
            let name = part.name();
            fill(
                th!("{} ที่แท้จริงคือ {} แสดงเป็น {} ระดับตัดสินจากตัวเลขสองตำแหน่งที่แสดง จึงถือว่าถึง {}"),
                &[&name, &exact, &shown, &rounding.bound],
            )
        }
        (part, Language::English) => {
            let name = part.map_or("The total", Part::name);
            let sentence =
                "{} is exactly {} and shown as {}. Levels are given on the two decimals shown, so it counts as reaching {}";
            fill(sentence, &[&name, &exact, &shown, &rounding.bound])
        }
    }
}

/// Why a total holds a 0 that nobody scored, and what follows from it.
pub fn cap_in_words(total: &Total, language: Language) -> Vec<String> {
    let cap = total.cap.shown(2);
    let about = |part: &Part| match language {
        Language::Thai => fill(
            th!("{} ไม่มีคะแนน เพราะไม่มีคำตอบ ซึ่งไม่ใช่คะแนน 0 แต่เกณฑ์ทางการนับเป็น 0 เมื่อ {} เป็น 0 คะแนนรวมไม่เกิน {}"),
            &[&part.name(), &part.name(), &cap],
        ),
        Language::English => fill(
            "{} has no score because there are no answers. That is not a score of 0, but officially it counts as 0. With {} 0 the total cannot pass {}",
            &[&part.name(), &part.name(), &cap],
        ),
    };
    total.without_answers.iter().map(about).collect()
}

/// How the total came about: `0.30 × 91.61 + …`.
pub fn about_total(total: &Total, weights: Weights, language: Language) -> String {
    let weight = |part: Part| Score::from_hundredths(part.weight(weights)).shown(2);
    let each = total.parts.iter().map(|(part, score)| format!("{}\u{A0}×\u{A0}{}", weight(*part), score.shown(2)));
    let each = each.collect::<Vec<_>>().join(" + ");
    match language {
        Language::Thai => fill(th!("{} คำนวณจากค่าที่ยังไม่ปัดเศษ แล้วปัดครั้งเดียว"), &[&each]),
        Language::English => fill("{}, worked out from figures that are not rounded, and rounded once", &[&each]),
    }
}

/// Every digit there is, or six decimals and a sign that there are more.
pub fn in_full(score: &Score) -> String {
    for decimals in 2..=6_u8 {
        let unit = 10_i64.pow(u32::from(decimals));
        let written = Score::new(Fraction::new(score.rounded(decimals).into(), unit.into()));
        if written == *score {
            return score.shown(decimals);
        }
    }
    format!("≈\u{A0}{}", score.shown(6))
}

const fn meaning_thai(part: Part) -> &'static str {
    match part {
        Part::Iit => th!("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน"),
        Part::Eit => th!("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก"),
        Part::Oit => th!("แบบวัดการเปิดเผยข้อมูลสาธารณะ"),
    }
}

const fn meaning_english(part: Part) -> &'static str {
    match part {
        Part::Iit => "What staff say",
        Part::Eit => "What those served say",
        Part::Oit => "What is published",
    }
}

static THAI: Words = Words {
    title: th!("คะแนน ITA รายปี"),
    lead: th!("คะแนนรวมของปีงบประมาณคิดจากสามส่วน คือ IIT EIT และ OIT ใช้ผลจากรอบในระบบนี้ หรือใส่ค่าที่หน่วยงานอื่นประกาศ"),
    check: th!("ตรวจคะแนนที่รายงาน"),
    scores: th!("ผลสำรวจแต่ละรอบ"),
    year: th!("ปีงบประมาณ"),
    total: th!("คะแนนรวม"),
    level: th!("ระดับ"),
    title_of: |year| fill(th!("คะแนน ITA {}"), &[&year]),
    saved: th!("บันทึกแล้ว"),
    removed: th!("ลบออกแล้ว"),
    parts: th!("คะแนนแต่ละส่วน"),
    part: th!("ส่วน"),
    score: th!("คะแนน"),
    points: th!("คิดเป็น"),
    comes_from: th!("ที่มา"),
    of_all: |weight| fill(th!("เต็ม {}"), &[&weight]),
    meaning: meaning_thai,
    missing: th!("ยังไม่ใส่"),
    no_answers: th!("ไม่มีคำตอบ"),
    too_few: th!("ผู้ตอบน้อยเกินกว่าจะแสดง"),
    partly: th!("ยังไม่ครบ"),
    nobody_or_few: |k| fill(th!("ไม่มีผู้ตอบ หรือมีไม่ถึง {} คน ซึ่งระบบไม่เปิดผล"), &[&k]),
    counted_as_nothing: th!("นับเป็น 0 ตามเกณฑ์"),
    declared: th!("ค่าที่ประกาศ"),
    from_answers: th!("คำนวณจากคำตอบ"),
    round: |place| fill(th!("รอบ_{}"), &[&place]),
    edit: th!("แก้ไข"),
    enter: th!("ใส่คะแนน"),
    no_total: |parts| fill(th!("ยังไม่มีคะแนนรวม เพราะยังไม่มีคะแนนที่แน่นอนของ {}"), &[&parts]),
    no_table: th!("ยังไม่มีเกณฑ์ของปีนี้ จึงยังไม่ทราบน้ำ~หนักของแต่ละส่วน และยังไม่มีคะแนนรวม ผู้ประสานงานทำสำเนาเกณฑ์ของปีก่อนสำหรับปีนี้ได้ที่หน้าเกณฑ์วัดผล"),
    no_table_short: th!("ยังไม่มีเกณฑ์"),
    to_tables: th!("ไปที่เกณฑ์วัดผล"),
    exact: |exact| fill(th!("ค่าที่แท้จริง {}"), &[&exact]),
    flagged: |floor| fill(th!("ตัวชี้วัดที่ต่ำกว่า {}"), &[&floor]),
    flagged_meaning: th!("ควรดูแลก่อน ไม่ว่าระดับรวมจะเป็นอย่างไร"),
    on_displayed: th!("ระดับตัดสินจากตัวเลขสองตำแหน่งที่แสดง"),
    edit_title: |part, year| fill(th!("คะแนน {} {}"), &[&part, &year]),
    from: th!("ใช้คะแนนจากไหน"),
    from_round: |round| fill(th!("รอบ_{}"), &[&round]),
    from_declared: th!("ค่าที่ประกาศ"),
    from_declared_meaning: th!("หน่วยงานอื่นวัดและประกาศไว้ ใส่คะแนนและที่มา"),
    from_nothing: th!("ยังไม่ใส่"),
    no_rounds: th!("ปีนี้ยังไม่มีรอบของส่วนนี้ที่เปิดผลแล้ว"),
    declared_fields: th!("ถ้าเป็นค่าที่ประกาศ"),
    without_answers: th!("ไม่มีผู้ตอบเลย"),
    without_answers_meaning: th!("ไม่ใช่คะแนน 0 แต่เกณฑ์ทางการนับเป็น 0"),
    source: th!("ที่มา"),
    source_hint: th!("เอกสารหรือหน้าเว็บที่ประกาศ และวันที่"),
    indicators: th!("ตัวชี้วัดที่ประกาศมาด้วย (ถ้ามี)"),
    indicators_meaning: th!("ระบบจะตรวจว่าค่าเฉลี่ยของตัวชี้วัดตรงกับคะแนนหรือไม่"),
    save: th!("บันทึก"),
    choose_one: th!("เลือกหนึ่งข้อ"),
    score_wrong: th!("ใส่คะแนนตั้งแต่ 0 ถึง 100 ทศนิยมไม่เกิน 2 ตำแหน่ง"),
    score_and_none: th!("ถ้าไม่มีผู้ตอบเลย ไม่ต้องใส่คะแนน"),
    source_wrong: th!("ใส่ที่มา ไม่เกิน 300 ตัวอักษร"),
    changed_meanwhile: th!("มีผู้อื่นเปลี่ยนคะแนนส่วนนี้ไปแล้วระหว่างที่ท่านกรอก เปิดหน้านี้ใหม่เพื่อดูค่าล่าสุด แล้วแก้จากค่านั้น"),
};

static ENGLISH: Words = Words {
    title: "ITA by year",
    lead: "The total of a fiscal year has three parts: IIT, EIT and OIT. Take them from rounds held here, or enter what others declared.",
    check: "Check a reported figure",
    scores: "Results of each round",
    year: "Fiscal year",
    total: "Total",
    level: "Level",
    title_of: |year| fill("ITA, {}", &[&year]),
    saved: "Saved",
    removed: "Removed",
    parts: "Scores by part",
    part: "Part",
    score: "Score",
    points: "Counts",
    comes_from: "Comes from",
    of_all: |weight| fill("of {}", &[&weight]),
    meaning: meaning_english,
    missing: "Not entered yet",
    no_answers: "No answers",
    too_few: "Too few answers to show",
    partly: "Not complete",
    nobody_or_few: |k| fill("Nobody answered, or fewer than {} did, whose answers stay closed", &[&k]),
    counted_as_nothing: "officially counted as 0",
    declared: "Declared",
    from_answers: "Worked out from answers",
    round: |place| fill("Round {}", &[&place]),
    edit: "Change",
    enter: "Enter",
    no_total: |parts| fill("There is no total yet: no definite score of {}", &[&parts]),
    no_table: "There is no rating table for this year yet, so how much each part counts is not known and there is no total. A coordinator can copy that of an earlier year on the page of yardsticks",
    no_table_short: "No table yet",
    to_tables: "Go to yardsticks",
    exact: |exact| fill("Exactly {}", &[&exact]),
    flagged: |floor| fill("Indicators below {}", &[&floor]),
    flagged_meaning: "To be looked after first, whatever the level of the whole",
    on_displayed: "Levels are given on the two decimals shown",
    edit_title: |part, year| fill("{}, {}", &[&part, &year]),
    from: "Where the score comes from",
    from_round: |round| fill("Round {}", &[&round]),
    from_declared: "Declared",
    from_declared_meaning: "Others measured and declared it. Enter the score and where it stands",
    from_nothing: "Not entered yet",
    no_rounds: "No round of this part has its results out in this year",
    declared_fields: "If it was declared",
    without_answers: "Nobody answered",
    without_answers_meaning: "Not a score of 0, but officially counted as 0",
    source: "Source",
    source_hint: "The paper or page that declares it, and its date",
    indicators: "Indicators that came with it (if any)",
    indicators_meaning: "We check whether their mean is the score",
    save: "Save",
    choose_one: "Choose one",
    score_wrong: "Enter a score from 0 to 100 with at most 2 decimals",
    score_and_none: "If nobody answered, leave the score empty",
    source_wrong: "Enter the source, at most 300 characters",
    changed_meanwhile: "Somebody else changed this part while you were writing. Open this page again to see the latest, and change that.",
};
