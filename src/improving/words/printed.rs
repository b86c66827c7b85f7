//! The words of the two forms that are printed, as departments know them.

use crate::language::{Language, fill, th};

pub struct Words {
    pub months: &'static str,
    pub pirab: &'static str,
    pub policy: fn(&str) -> String,
    pub measure: &'static str,
    pub topics: &'static str,
    pub step: &'static str,
    /// With the months that the plan is for.
    pub when: fn(&str) -> String,
    pub budget: &'static str,
    pub owner: &'static str,
    pub letter: &'static str,
    pub reason: &'static str,
    /// `PIRAB`, of a measure without a letter.
    pub no_letter: &'static str,
    pub printed: fn(&str, &str) -> String,
    pub empty: &'static str,
}

pub const fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    months: th!("แบบตารางเดือน"),
    pirab: th!("แบบ PIRAB"),
    policy: |policy| fill(th!("นโยบาย: {}"), &[&policy]),
    measure: th!("มาตรการ"),
    topics: th!("ประเด็นความรู้"),
    step: th!("กิจกรรมดำเนินการ"),
    when: |months| fill(th!("ระยะเวลาดำเนินการ ({})"), &[&months]),
    budget: th!("งบประมาณ"),
    owner: th!("ผู้รับผิดชอบ"),
    letter: "PIRAB",
    reason: th!("เหตุผลในการกำหนดมาตรการ"),
    no_letter: "–",
    printed: |department, day| fill(th!("{} · พิมพ์เมื่อ {}"), &[&department, &day]),
    empty: th!("แผนนี้ยังไม่มีมาตรการ"),
};

static ENGLISH: Words = Words {
    months: "Table of months",
    pirab: "PIRAB table",
    policy: |policy| fill("Policy: {}", &[&policy]),
    measure: "Measure",
    topics: "Topics of knowledge",
    step: "Steps",
    when: |months| fill("When ({})", &[&months]),
    budget: "Budget",
    owner: "Owner",
    letter: "PIRAB",
    reason: "Reason",
    no_letter: "–",
    printed: |department, day| fill("{} · printed on {}", &[&department, &day]),
    empty: "This plan has no measure yet",
};
