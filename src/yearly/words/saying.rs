//! What the papers say.

use crate::language::{Language, fill, th};

pub struct Words {
    pub report_title: fn(year: &str, part: &str) -> String,
    pub nothing_done: &'static str,
    pub what: &'static str,
    pub when: &'static str,
    pub summary: &'static str,
    pub outcome: &'static str,

    pub came: fn(&str) -> String,
    pub satisfaction: &'static str,
    /// The mean, how many answered, and on how many levels.
    pub figure: fn(&str, &str, &str) -> String,
    pub of_questions: fn(&str, u32) -> String,
    pub of_unknown: fn(&str) -> String,
    pub from: fn(&str, &str) -> String,
    pub survey: fn(i32) -> String,
    pub score: &'static str,
    pub not_counted: &'static str,
    pub fewer: fn(u32) -> String,
    pub answered: fn(&str) -> String,
    pub answered_of: fn(&str, &str, &str) -> String,

    pub summary_title: &'static str,
    pub on_day: fn(&str) -> String,
    pub in_period: fn(&str) -> String,
    pub at: fn(&str) -> String,
    pub objective: &'static str,
    pub method: &'static str,
    pub key_points: &'static str,
    pub good_practice: &'static str,
    pub done: &'static str,
    pub result: &'static str,
    pub attendance: &'static str,
    pub people: fn(&str) -> String,
    pub satisfaction_of: &'static str,
    pub satisfied: fn(&str) -> String,
    pub knowledge: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    report_title: |year, part| {
        fill(th!("รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {}{}"), &[&year, &part])
    },
    nothing_done: th!("ยังไม่มีกิจกรรมในช่วงเวลานี้"),
    what: th!("มาตรการ/กิจกรรมที่ดำเนินการ"),
    when: th!("ช่วงเวลาการดำเนินการ"),
    summary: th!("สรุปผลการดำเนินการ"),
    outcome: th!("ผลลัพธ์/ความพอใจของการดำเนินการ"),
    came: |people| fill(th!("ผู้เข้าร่วม {}_คน"), &[&people]),
    satisfaction: th!("ความพึงพอใจ"),
    figure: |mean, n, levels| fill(th!("{}_% (n_=_{}, {}_ระดับ)"), &[&mean, &n, &levels]),
    of_questions: |told, many| fill(th!("{} เฉลี่ยจาก {}_ข้อ"), &[&told, &many]),
    of_unknown: |told| fill(th!("{} ไม่ทราบจำนวนข้อที่ถาม จึงไม่ได้ตรวจว่าคำตอบให้ค่านี้ได้"), &[&told]),
    from: |told, source| fill(th!("{} ที่มา: {}"), &[&told, &source]),
    survey: |round| fill(th!("สำรวจความเห็นของบุคลากรโดยไม่เก็บชื่อ รอบที่_{}"), &[&round]),
    score: th!("คะแนนรวม"),
    not_counted: th!("กำลังนับคำตอบ"),
    fewer: |k| fill(th!("มีผู้ตอบน้อยกว่า {}_คน จึงไม่เปิดอ่านคำตอบ"), &[&k]),
    answered: |counted| fill(th!("ผู้ตอบ {}_คน"), &[&counted]),
    answered_of: |counted, roll, share| fill(th!("ผู้ตอบ {} จาก {}_คน (ร้อยละ_{})"), &[&counted, &roll, &share]),

    summary_title: th!("สรุปผลการดำเนินงานกิจกรรม"),
    on_day: |day| fill(th!("เมื่อ{}"), &[&day]),
    in_period: |period| fill(th!("ช่วงเวลา {}"), &[&period]),
    at: |venue| fill(th!("ณ {}"), &[&venue]),
    objective: th!("วัตถุประสงค์"),
    method: th!("วิธีดำเนินการ"),
    key_points: th!("สาระสำคัญของความรู้"),
    good_practice: th!("แนวปฏิบัติที่ดีในการปฏิบัติงาน (Best Practice)"),
    done: th!("สรุปผลการดำเนินการ"),
    result: th!("ผลลัพธ์"),
    attendance: th!("จำนวนบุคลากรที่เข้าร่วมกิจกรรม"),
    people: |people| fill(th!("จำนวน {}_คน"), &[&people]),
    satisfaction_of: th!("ความพึงพอใจต่อกิจกรรม"),
    satisfied: |told| match told.split_once("\u{a0}%") {
        Some((mean, behind)) => fill(th!("ความพึงพอใจคิดเป็นร้อยละ {}{}"), &[&mean, &behind]),
        None => told.to_owned(),
    },
    knowledge: th!("องค์ความรู้"),
};

static ENGLISH: Words = Words {
    report_title: |year, part| fill("Report on what was done for integrity and transparency, fiscal year {}{}", &[&year, &part]),
    nothing_done: "Nothing is recorded for this time yet.",
    what: "Measure or activity",
    when: "When",
    summary: "What was done",
    outcome: "Outcome and satisfaction",
    came: |people| fill("Attendance: {}", &[&people]),
    satisfaction: "Satisfaction",
    figure: |mean, n, levels| fill("{}\u{a0}% (n\u{a0}=\u{a0}{}, {}\u{a0}levels)", &[&mean, &n, &levels]),
    of_questions: |told, many| fill("{}, mean of {} questions", &[&told, &many]),
    of_unknown: |told| fill("{}, number of questions not known, so it was not checked whether answers can give this", &[&told]),
    from: |told, source| fill("{}; from {}", &[&told, &source]),
    survey: |round| fill("Staff were asked without their names, round {}", &[&round]),
    score: "Overall score",
    not_counted: "Answers are being counted",
    fewer: |k| fill("Fewer than {} answered, so no answer was opened", &[&k]),
    answered: |counted| fill("{} answered", &[&counted]),
    answered_of: |counted, roll, share| fill("{} of {} answered ({}%)", &[&counted, &roll, &share]),

    summary_title: "Summary of an activity",
    on_day: |day| fill("On {}", &[&day]),
    in_period: |period| fill("When: {}", &[&period]),
    at: |venue| fill("At {}", &[&venue]),
    objective: "Objective",
    method: "Method",
    key_points: "Key points",
    good_practice: "Good practice",
    done: "What was done",
    result: "Outcome",
    attendance: "Attendance",
    people: |people| people.to_owned(),
    satisfaction_of: "Satisfaction",
    satisfied: |told| told.to_owned(),
    knowledge: "Knowledge gained",
};
