//! How scores are worked out, and what is not shown: the last page of a report and the last sheet of a workbook.

use crate::language::{Language, fill, th};

pub struct Method {
    pub heading: &'static str,
    pub of_level: &'static str,
    pub of_means: &'static str,
    pub exact: &'static str,
    pub sum: fn(overall: &str, parts: &str, many: usize) -> String,
    pub exactly: fn(fraction: &str) -> String,
    pub left_out: fn(parts: &str) -> String,
    pub silent: &'static str,
    pub small: fn(k: u32, twice: u32) -> String,
    pub bands: fn(thrice: u32) -> String,
    /// Where a question is asked under a condition.
    pub of_some: fn(k: u32) -> String,
    /// Where there are units.
    pub of_groups: &'static str,
    pub own: &'static str,
    pub to_check: &'static str,
    pub what: &'static str,
    pub value: &'static str,
    pub bulletin: &'static str,
    pub paper: &'static str,
}

pub fn method(language: Language) -> &'static Method {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Method = Method {
    heading: th!("วิธีคิดคะแนน"),
    of_level: th!(
        "คะแนนของคำตอบคือ 100 × i ÷ (L − 1) เมื่อ L คือจำนวนระดับ และ i คือลำดับของระดับที่เลือกโดยเริ่มนับจาก 0 ข้อที่ทิศกลับคิดเป็น 100 ลบด้วยค่านี้"
    ),
    of_means: th!("คะแนนข้อคือค่าเฉลี่ยของข้อย่อย คะแนนตัวชี้วัดคือค่าเฉลี่ยของข้อ คะแนนรวมคือค่าเฉลี่ยของตัวชี้วัด ทุกชั้นมีน้ำหนักเท่ากัน ไม่ถ่วงด้วยจำนวนผู้ตอบ"),
    exact: th!("คำนวณด้วยเศษส่วนแม่นตรง และปัดเศษครั้งเดียวเมื่อแสดงผล ตั้งแต่ครึ่งหนึ่งปัดขึ้น ผลต่างคิดจากตัวเลขที่แสดง ผู้อ่านลบเองได้ค่าเดียวกัน"),
    sum: |overall, parts, many| fill(th!("คะแนนรวม_{} คือ ({}) ÷_{}"), &[&overall, &parts, &many]),
    exactly: |fraction| fill(th!("คะแนนรวมก่อนปัดเศษคือ_{}"), &[&fraction]),
    left_out: |parts| fill(th!("ไม่ได้นำมาคิด เพราะไม่มีคะแนนที่แสดงได้: {}"), &[&parts]),
    silent: th!("คำตอบว่าไม่ทราบหรือไม่ประสงค์จะตอบ และข้อที่ไม่ได้ตอบ ไม่นับเป็น 0 และไม่อยู่ในตัวหาร"),
    small: |k, twice| {
        fill(
            th!("ไม่แสดงผลที่มาจากผู้ตอบน้อยกว่า {} คน แสดงการกระจายเมื่อมีผู้ตอบตั้งแต่ {} คน และตัวเลขที่แสดงลบกันแล้วไม่เหลือคนน้อยกว่า {} คน"),
            &[&k, &twice, &k],
        )
    },
    bands: |thrice| {
        fill(
            th!(
                "เมื่อผู้ตอบน้อยกว่า {} คนและตอบเกือบเหมือนกันทั้งหมด คะแนนจะแสดงเป็นช่วง เพราะตัวเลขเดียวจะบอกคำตอบของแต่ละคน ปลายล่างของช่วงปัดลง ปลายบนปัดขึ้น"
            ),
            &[&thrice],
        )
    },
    of_some: |k| {
        let sentence =
            th!("ข้อที่ไม่ได้ถามทุกคน แสดงผลเฉพาะเมื่อเงื่อนไขขึ้นกับคำถามเดียวที่แสดงการกระจายแล้ว และทั้งผู้ที่ถูกถามกับผู้ที่ไม่ถูกถามมีตั้งแต่ {} คน หรือไม่มีเลย");
        fill(sentence, &[&k])
    },
    of_groups: th!(
        "คะแนนของหน่วยงานปัดเป็นทศนิยมหนึ่งตำแหน่ง การถึงเป้า ระยะห่างเป้า และทุกไฟล์ใช้ตัวเลขที่ปัดแล้วนี้ ไม่มีที่ใดละเอียดกว่า หน่วยงานที่คะแนนอาจบอกได้ว่าใครตอบอย่างไรถูกซ่อน และซ่อนหน่วยงานอื่นเพิ่มเท่าที่จำเป็น"
    ),
    own: th!("เป็นการวัดภายในของหน่วยงาน ไม่ใช่ผลการประเมินอย่างเป็นทางการ"),
    to_check: th!("สำหรับตรวจสอบ"),
    what: th!("รายการ"),
    value: th!("ค่า"),
    bulletin: th!("ประกาศการนับคำตอบ"),
    paper: th!("เอกลักษณ์แบบสอบถาม (SHA~-~256)"),
};

static ENGLISH: Method = Method {
    heading: "How scores are worked out",
    of_level: "An answer is worth 100 × i ÷ (L − 1), where L is the number of levels and i the place of the chosen one, counted from 0. Where a question runs the other way, it is 100 less that.",
    of_means: "A question is the mean of its sub-questions, an indicator the mean of its questions, and the overall score the mean of the indicators. All weigh the same at every step, whatever the number of answers.",
    exact: "Everything is worked out in exact fractions and rounded once, when it is shown, halves up. Differences are those of the figures shown, so that whoever subtracts them gets the same.",
    sum: |overall, parts, many| fill("The overall score {} is ({}) ÷ {}.", &[&overall, &parts, &many]),
    exactly: |fraction| fill("Before rounding, the overall score is {}.", &[&fraction]),
    left_out: |parts| fill("Not part of it, having no score that may be shown: {}", &[&parts]),
    silent: "Not knowing, not wishing to say, and saying nothing are not counted as 0 and are not divided by.",
    small: |k, twice| {
        fill(
            "Nothing is shown of fewer than {} answers, spreads from {} answers on, and no two figures differ by fewer than {} people.",
            &[&k, &twice, &k],
        )
    },
    bands: |thrice| {
        fill(
            "Where fewer than {} answered and nearly all said the same, the score is a range: one number would tell what each of them said. The lower end of a range is rounded down and the upper one up.",
            &[&thrice],
        )
    },
    of_some: |k| {
        let sentence = "A question that was put only before some is told where its condition looks at one question whose spread is told, and both those who were asked and those who were not are at least {}, or nobody.";
        fill(sentence, &[&k])
    },
    of_groups: "Scores of units are rounded to one decimal. Whether one meets the target, how far it is from it, and every file follow from that figure; nothing holds more of it. Units whose score might tell who answered how are hidden, and as many more as it takes.",
    own: "This is the department’s own measure, not the result of the official assessment.",
    to_check: "To check it",
    what: "What",
    value: "Value",
    bulletin: "Bulletin of the count",
    paper: "Questionnaire (SHA-256)",
};
