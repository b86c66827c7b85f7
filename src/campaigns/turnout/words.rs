//! The sentences about how many have taken part.
//!
//! Every figure is "at least": nobody is told more than that.

use super::{forecast::Forecast, look::WithoutAnswers};
use crate::language::{Language, fill, th};

pub struct Words {
    pub participation: &'static str,
    pub as_of: fn(&str) -> String,
    pub first_count: fn(&str) -> String,
    /// At least so many of so many.
    pub at_least: fn(u32, u32) -> String,
    pub at_least_short: fn(u32, u32) -> String,
    /// Nothing shown yet of so many; k.
    pub none_shown: fn(u32, u32) -> String,
    pub not_shown: &'static str,
    pub needed: fn(u32) -> String,
    pub is_reached: &'static str,
    pub more_needed: fn(u32) -> String,
    pub cannot_be_seen: &'static str,
    /// Days, and working days.
    pub days_left: fn(u32, usize) -> String,
    pub last_day: &'static str,
    pub is_over: &'static str,
    pub warning: &'static str,
    pub what_to_do: &'static str,
    pub to_do: [&'static str; 3],
    pub forecast: &'static str,
    pub too_early: &'static str,
    pub forecast_meaning: &'static str,
    pub groups: &'static str,
    pub groups_lead: fn(u32) -> String,
    pub by_day: &'static str,
    pub as_table: &'static str,
    pub day: &'static str,
    pub shown: &'static str,
    pub how_kept_safe: &'static str,
    pub safety: [&'static str; 4],
    pub steps_of: fn(u32) -> String,
    pub scores_later: &'static str,

    pub where_we_are: &'static str,
    pub no_roster: &'static str,
    pub import: &'static str,
    pub no_round: &'static str,
    pub see_rounds: &'static str,
    pub see_participation: &'static str,
    pub remind: &'static str,
    pub slips: &'static str,
    pub letters: &'static str,
    pub holidays: &'static str,
    pub undeliverable: fn(usize) -> String,
    pub next_reminder: fn(&str) -> String,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

/// A range for the close, or why there is none yet.
pub fn forecast_in_words(language: Language, forecast: Forecast) -> String {
    match (language, forecast) {
        (_, Forecast::TooEarly) => words(language).too_early.to_owned(),
        (Language::Thai, Forecast::Between { low, high }) if low == high => {
            fill(th!("ถึงวันปิดรับน่าจะได้อย่างน้อยประมาณ {}_คน"), &[&low])
        }
        (Language::Thai, Forecast::Between { low, high }) => fill(th!("ถึงวันปิดรับน่าจะได้ระหว่าง {} ถึง {}_คน"), &[&low, &high]),
        (Language::English, Forecast::Between { low, high }) if low == high => {
            fill("About {} people or more by the close", &[&low])
        }
        (Language::English, Forecast::Between { low, high }) => fill("Between {} and {} people by the close", &[&low, &high]),
    }
}

/// What it costs the whole department if nobody answers.
pub fn without_answers_in_words(language: Language, without: &WithoutAnswers) -> String {
    let most = format!("{}.00", without.total_most);
    let level = without.level.as_ref().map(|level| level.in_language(language).0);
    match (language, level) {
        (Language::Thai, Some(level)) => {
            fill(th!("ถ้าไม่มีคำตอบเลย IIT นับเป็น 0 คะแนนรวมจะไม่เกิน {} และได้ไม่เกินระดับ “{}”"), &[&most, &level])
        }
        (Language::Thai, None) => fill(th!("ถ้าไม่มีคำตอบเลย IIT นับเป็น 0 และคะแนนรวมจะไม่เกิน {}"), &[&most]),
        (Language::English, Some(level)) => fill(
            "With no answers IIT counts 0, the total cannot pass {}, and the level cannot be better than “{}”.",
            &[&most, &level],
        ),
        (Language::English, None) => fill("With no answers IIT counts 0, and the total cannot pass {}.", &[&most]),
    }
}

static THAI: Words = Words {
    participation: th!("การมีส่วนร่วม"),
    as_of: |day| fill(th!("ข้อมูล ณ 06.00 น. ของวันที่ {}"), &[&day]),
    first_count: |day| fill(th!("ยังไม่ได้นับ จะนับครั้งแรกเวลา 06.00 น. ของวันที่ {}"), &[&day]),
    at_least: |shown, all| fill(th!("ส่งแล้วอย่างน้อย {} จาก {}_คน"), &[&shown, &all]),
    at_least_short: |shown, all| fill(th!("อย่างน้อย {} จาก {}_คน"), &[&shown, &all]),
    none_shown: |all, k| fill(th!("ยังไม่แสดงจำนวน จากทั้งหมด {}_คน มีผู้ส่งน้อยกว่า {}_คน หรือยังไม่ถึงเวลานับ"), &[&all, &k]),
    not_shown: th!("ยังไม่แสดง"),
    needed: |needed| fill(th!("ขั้นต่ำตามเกณฑ์ {}_คน"), &[&needed]),
    is_reached: th!("ถึงขั้นต่ำแล้ว"),
    more_needed: |more| fill(th!("จากจำนวนที่แสดง ยังขาดอีกไม่เกิน {}_คน"), &[&more]),
    cannot_be_seen: th!("ขั้นต่ำใกล้กับจำนวนทุกคน ระบบไม่แสดงตัวเลขที่ใกล้ครบ จึงบอกไม่ได้ว่าถึงขั้นต่ำแล้วหรือยัง"),
    days_left: |days, working| fill(th!("เหลืออีก {}_วัน เป็นวันทำการ {}_วัน"), &[&days, &working]),
    last_day: th!("วันนี้เป็นวันสุดท้าย"),
    is_over: th!("ปิดรับแล้ว"),
    warning: th!("ใกล้ปิดรับแล้ว แต่จำนวนที่แสดงยังไม่ถึงขั้นต่ำ"),
    what_to_do: th!("ทำอะไรได้บ้าง"),
    to_do: [
        th!("ให้ฝ่ายบุคคลส่งคำเตือน"),
        th!("พิมพ์สลิปให้ผู้ที่ไม่มีอีเมลหรือจดหมายไปไม่ถึง"),
        th!("ขอให้หัวหน้าชวนทุกคนพร้อมกัน โดยไม่กดดันและไม่ถามว่าใครตอบแล้ว"),
    ],
    forecast: th!("แนวโน้ม"),
    too_early: th!("ยังเร็วเกินไปที่จะบอก ต้องมีข้อมูลอย่างน้อยสามวัน"),
    forecast_meaning: th!("คิดจากจำนวนที่แสดง ถ้ายังตอบกันเร็วเท่าที่ผ่านมา จำนวนจริงอาจต่างจากนี้"),
    groups: th!("แยกตามกลุ่ม"),
    groups_lead: |k| {
        fill(th!("“ยังไม่แสดง” หมายถึงส่งน้อยกว่า {}_คน ยังไม่ถึงเวลานับ หรือกลุ่มเล็กเกินไป ผลรวมของกลุ่มจึงอาจน้อยกว่าจำนวนทั้งหมด"), &[&k])
    },
    by_day: th!("รายวัน"),
    as_table: th!("ดูเป็นตาราง"),
    day: th!("วันที่"),
    shown: th!("อย่างน้อย"),
    how_kept_safe: th!("ตัวเลขนี้ปกป้องผู้ตอบอย่างไร"),
    safety: [
        th!("นับวันละครั้งเวลา 06.00 น. จึงเฝ้าดูไม่ได้ว่าใครส่งเมื่อใด"),
        th!("ทุกตัวเลขเป็นจำนวนอย่างน้อย จำนวนจริงอาจมากกว่า"),
        th!("ไม่แสดงตัวเลขที่ใกล้ครบทุกคน จึงไม่มีตัวเลขใดบอกว่าใครส่งแล้วแน่นอน"),
        th!("ไม่มีรายชื่อผู้ที่ส่งแล้วหรือยังไม่ส่ง ไม่ว่าหน้าใด"),
    ],
    steps_of: |k| fill(th!("ตัวเลขขยับครั้งละอย่างน้อย {}_คน หรือไม่ขยับเลย"), &[&k]),
    scores_later: th!("คะแนนจะแสดงเมื่อปิดรับ"),
    where_we_are: th!("ภาพรวมการตอบ"),
    no_roster: th!("ยังไม่มีรายชื่อบุคลากร นำเข้ารายชื่อก่อน"),
    import: th!("นำเข้ารายชื่อ"),
    no_round: th!("ตอนนี้ไม่มีรอบที่เปิดรับ ผู้ประสานงานเป็นผู้สร้างรอบและกำหนดเวลา สอบถามผู้ประสานงาน"),
    see_rounds: th!("ดูทุกรอบ"),
    see_participation: th!("ดูการมีส่วนร่วม"),
    remind: th!("ส่งคำเตือน"),
    slips: th!("พิมพ์สลิป"),
    letters: th!("ข้อความในจดหมาย"),
    holidays: th!("วันหยุดราชการ"),
    undeliverable: |count| fill(th!("จดหมายไปไม่ถึง {}_คน"), &[&count]),
    next_reminder: |day| fill(th!("คำเตือนครั้งถัดไป {}"), &[&day]),
};

static ENGLISH: Words = Words {
    participation: "Participation",
    as_of: |day| fill("As of 06:00 on {}", &[&day]),
    first_count: |day| fill("Not counted yet. The first count is at 06:00 on {}", &[&day]),
    at_least: |shown, all| fill("At least {} of {} people have handed in", &[&shown, &all]),
    at_least_short: |shown, all| fill("at least {} of {}", &[&shown, &all]),
    none_shown: |all, k| {
        fill("No number is shown yet, of {} people: fewer than {} have handed in, or they are not counted yet", &[&all, &k])
    },
    not_shown: "Not shown yet",
    needed: |needed| fill("Fewest answers by the rule: {}.", &[&needed]),
    is_reached: "That is reached",
    more_needed: |more| fill("By what is shown, at most {} more are needed", &[&more]),
    cannot_be_seen: "So many are nearly everyone. Numbers close to everyone are never shown, so it cannot be said here whether they have come.",
    days_left: |days, working| {
        let days = if days == 1 { "1 day".to_owned() } else { fill("{} days", &[&days]) };
        let working = if working == 1 { "1 working day".to_owned() } else { fill("{} working days", &[&working]) };
        fill("{} left, of which {}", &[&days, &working])
    },
    last_day: "Today is the last day",
    is_over: "Closed",
    warning: "The close is near, and what is shown is fewer than needed",
    what_to_do: "What can be done",
    to_do: [
        "Ask HR to send a reminder",
        "Print slips for those without e-mail, or whom letters do not reach",
        "Ask leaders to invite everyone together, without pressing and without asking who has answered",
    ],
    forecast: "Outlook",
    too_early: "Too early to say: at least three days of data are needed",
    forecast_meaning: "Worked out from what is shown, at the pace so far. What comes may be otherwise.",
    groups: "By group",
    groups_lead: |k| {
        fill(
            "“Not shown yet”: fewer than {} have handed in, they are not counted yet, or the group is too small. So the groups may add up to less than the whole.",
            &[&k],
        )
    },
    by_day: "Day by day",
    as_table: "See as a table",
    day: "Day",
    shown: "At least",
    how_kept_safe: "How these figures protect people",
    safety: [
        "They are counted once a day, at 06:00, so nobody can watch when somebody hands in",
        "Every figure is a least number: there may be more",
        "No figure comes close to everyone, so none says for certain that somebody has handed in",
        "There is no list of who has handed in and who has not, on any page",
    ],
    steps_of: |k| fill("A figure moves by at least {} people, or not at all", &[&k]),
    scores_later: "Scores appear after closing",
    where_we_are: "Where we are",
    no_roster: "There is nobody on the list of staff yet. Import it first",
    import: "Import a list",
    no_round: "No round is open now. Coordinators plan rounds and say when they open: ask a coordinator",
    see_rounds: "See all rounds",
    see_participation: "See participation",
    remind: "Send a reminder",
    slips: "Print slips",
    letters: "What the letters say",
    holidays: "Public holidays",
    undeliverable: |count| {
        if count == 1 { "Letters do not reach 1 person".to_owned() } else { fill("Letters do not reach {} people", &[&count]) }
    },
    next_reminder: |day| fill("Next reminder on {}", &[&day]),
};
