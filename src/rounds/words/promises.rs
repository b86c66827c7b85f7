//! The sentences about what a round promises and aims at: as fields, and as it stands.

use crate::{
    language::{Language, fill, th},
    surveys::{Comments, Comparator, Entrance, Release, Target},
};

pub struct Words {
    pub changed_meanwhile: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
    pub saved: &'static str,
    pub save: &'static str,
    pub stands_open: &'static str,
    pub stands_scheduled: &'static str,

    pub place: &'static str,
    pub door: &'static str,
    pub who: &'static str,
    pub results: &'static str,
    pub k: &'static str,
    pub k_hint: fn(i32) -> String,
    pub k_wrong: fn(i32) -> String,
    pub release: &'static str,
    pub comments: &'static str,
    pub aim: &'static str,
    pub target: &'static str,
    pub target_hint: &'static str,
    pub target_wrong: &'static str,
    pub target_unreachable: &'static str,
    pub no_target: &'static str,
    pub comparator: &'static str,
    pub answering: &'static str,
    pub without_script: &'static str,
    pub without_script_meaning: &'static str,
    pub with_script_only: &'static str,
    pub one_by_one: &'static str,
    pub one_by_one_meaning: &'static str,
    pub part_by_part: &'static str,
    pub grace: &'static str,
    pub grace_hint: &'static str,
    pub grace_wrong: &'static str,
    pub minutes: fn(i32) -> String,
    pub choose_one: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

pub const fn door_in_words(language: Language, entrance: Entrance) -> &'static str {
    match (language, entrance) {
        (Language::Thai, Entrance::Personal) => th!("ผู้มีชื่อในบัญชีผู้มีสิทธิ ด้วยลิงก์ของตน"),
        (Language::Thai, Entrance::Drawn) => th!("ผู้มีชื่อในบัญชีผู้มีสิทธิ ด้วยสลิปที่จับจากกล่อง"),
        (Language::Thai, Entrance::OpenLink) => th!("ลิงก์เปิด ไม่ใช่หนึ่งคนหนึ่งคำตอบ"),
        (Language::English, Entrance::Personal) => "Those on the roll, by links of their own",
        (Language::English, Entrance::Drawn) => "Those on the roll, by slips drawn from a box",
        (Language::English, Entrance::OpenLink) => "Open link, not one person one answer",
    }
}

pub const fn door_meaning(language: Language, entrance: Entrance) -> &'static str {
    match (language, entrance) {
        (Language::Thai, Entrance::Personal) => th!("แต่ละคนได้ลิงก์ของตนทางอีเมลหรือสลิป ตอบได้คนละหนึ่งชุด"),
        (Language::Thai, Entrance::Drawn) => {
            th!("รหัสไม่ผูกกับชื่อ ระบบไม่รู้แม้กระทั่งว่าใครตอบแล้ว จึงไม่ส่งจดหมายและเตือนใครไม่ได้ ตอบได้สลิปละหนึ่งชุด")
        }
        (Language::Thai, Entrance::OpenLink) => th!("ใครมีลิงก์หรือสแกนรหัสภาพก็ตอบได้ ระบบนับได้เพียงเบราว์เซอร์ละหนึ่งชุด"),
        (Language::English, Entrance::Personal) => "Each receives a link of their own by e-mail or on a slip, and answers once",
        (Language::English, Entrance::Drawn) => {
            "The codes are not tied to names. We do not even know who has answered, so no letters are sent and nobody can be reminded. One answer for each slip"
        }
        (Language::English, Entrance::OpenLink) => "Whoever has the link or scans the code may answer, once per browser",
    }
}

pub const fn release_in_words(language: Language, release: Release) -> &'static str {
    match (language, release) {
        (Language::Thai, Release::AtClose) => th!("เปิดนับเมื่อปิดรับ"),
        (Language::Thai, Release::InBlocks) => th!("เปิดนับเป็นชุดระหว่างเปิดรับ"),
        (Language::English, Release::AtClose) => "Counted after the close",
        (Language::English, Release::InBlocks) => "Counted in blocks while open",
    }
}

pub fn release_meaning(language: Language, release: Release, k: i32) -> String {
    match (language, release) {
        (Language::Thai, Release::AtClose) => th!("ไม่มีใครเห็นคำตอบใดก่อนปิดรับ").to_owned(),
        (Language::Thai, Release::InBlocks) => {
            fill(th!("สำหรับรอบที่เปิดรับนาน นับครั้งละ {}_ชุดเมื่อมีครบ {}_ชุด"), &[&k, &k.saturating_mul(2)])
        }
        (Language::English, Release::AtClose) => "Nobody sees any answer before the close".to_owned(),
        (Language::English, Release::InBlocks) => {
            fill("For rounds that stay open long: {} at a time, once there are {}", &[&k, &k.saturating_mul(2)])
        }
    }
}

pub const fn comments_in_words(language: Language, comments: Comments) -> &'static str {
    match (language, comments) {
        (Language::Thai, Comments::Nowhere) => th!("ไม่ถาม"),
        (Language::Thai, Comments::Department) => th!("แสดงรวมทั้งหน่วยงาน"),
        (Language::Thai, Comments::Groups) => th!("แสดงตามกลุ่ม"),
        (Language::English, Comments::Nowhere) => "Not asked for",
        (Language::English, Comments::Department) => "Shown for the whole department",
        (Language::English, Comments::Groups) => "Shown by group",
    }
}

pub fn comments_meaning(language: Language, comments: Comments, k: i32) -> String {
    let twice = k.saturating_mul(2);
    match (language, comments) {
        (Language::Thai, Comments::Nowhere) => th!("ไม่มีช่องให้พิมพ์ข้อความในแบบสำรวจนี้").to_owned(),
        (Language::Thai, Comments::Department) => fill(th!("สลับลำดับแล้ว และเมื่อมีผู้ตอบอย่างน้อย {}_คน"), &[&twice]),
        (Language::Thai, Comments::Groups) => fill(th!("เฉพาะกลุ่มที่มีผู้ตอบอย่างน้อย {}_คน"), &[&twice]),
        (Language::English, Comments::Nowhere) => "There is nowhere to write in this survey".to_owned(),
        (Language::English, Comments::Department) => fill("Shuffled, and from {} answers on", &[&twice]),
        (Language::English, Comments::Groups) => fill("Only of groups with at least {} answers", &[&twice]),
    }
}

pub const fn comparator_in_words(language: Language, comparator: Comparator) -> &'static str {
    match (language, comparator) {
        (Language::Thai, Comparator::AtLeast) => th!("ไม่น้อยกว่า (≥)"),
        (Language::Thai, Comparator::Over) => th!("มากกว่า (>)"),
        (Language::English, Comparator::AtLeast) => "At least (≥)",
        (Language::English, Comparator::Over) => "Over (>)",
    }
}

pub const fn comparator_meaning(language: Language, comparator: Comparator) -> &'static str {
    match (language, comparator) {
        (Language::Thai, Comparator::AtLeast) => th!("คะแนนเท่าเป้าพอดี ถือว่าถึงเป้า"),
        (Language::Thai, Comparator::Over) => th!("คะแนนเท่าเป้าพอดี ยังไม่ถึงเป้า"),
        (Language::English, Comparator::AtLeast) => "Exactly the target is enough",
        (Language::English, Comparator::Over) => "Exactly the target is not enough",
    }
}

/// `≥ 92.50`
pub fn target_in_words(target: Target) -> String {
    let sign = match target.comparator {
        Comparator::AtLeast => "≥",
        Comparator::Over => ">",
    };
    format!("{sign}\u{A0}{}", hundredths(target.hundredths))
}

/// `92.50`
pub fn hundredths(hundredths: i32) -> String {
    format!("{}.{:02}", hundredths.div_euclid(100), hundredths.rem_euclid(100))
}

static THAI: Words = Words {
    changed_meanwhile: th!("มีผู้แก้รอบนี้ไปแล้วระหว่างที่ท่านเปิดหน้านี้ ด้านล่างคือสิ่งที่ท่านใส่ กดบันทึกอีกครั้งเพื่อใช้แทน"),
    title: th!("สิ่งที่บอกผู้ตอบ และเป้าหมาย"),
    lead: th!("สิ่งเหล่านี้ขึ้นหน้าสาธารณะเมื่อกำหนดเวลาแล้ว และเมื่อเปิดรับแล้ว แก้ไม่ได้"),
    saved: th!("บันทึกแล้ว"),
    save: th!("บันทึก"),
    stands_open: th!("รอบนี้เปิดรับไปแล้ว มีผู้ตอบโดยเชื่อตามนี้ จึงแก้ไม่ได้ ทั้งจากหน้านี้และจากที่อื่น"),
    stands_scheduled: th!("รอบนี้กำหนดเวลาเปิดรับแล้ว ถ้าจะแก้ ยกเลิกเวลาที่กำหนดไว้ก่อน"),
    place: th!("ชื่อและรอบ"),
    door: th!("ใครตอบได้"),
    who: th!("ผู้ตอบ"),
    results: th!("การแสดงผล"),
    k: th!("กลุ่มเล็กที่สุดที่แสดงผลได้ (คน)"),
    k_hint: |least| fill(th!("กลุ่มที่มีผู้ตอบน้อยกว่านี้จะไม่แสดงแยก ต่ำกว่า {} ไม่ได้ตามที่หน่วยงานกำหนด"), &[&least]),
    k_wrong: |least| fill(th!("ใส่จำนวนตั้งแต่ {} ถึง 100"), &[&least]),
    release: th!("เปิดนับคำตอบเมื่อใด"),
    comments: th!("ความเห็นที่พิมพ์เป็นข้อความ"),
    aim: th!("เป้าหมาย"),
    target: th!("คะแนนเป้าหมาย"),
    target_hint: th!("จาก 0 ถึง 100 ทศนิยมไม่เกินสองตำแหน่ง เช่น 92.50 เว้นว่างได้ถ้าไม่มีเป้าหมาย"),
    target_wrong: th!("ใส่คะแนนตั้งแต่ 0 ถึง 100 ใช้จุดทศนิยมไม่เกินสองตำแหน่ง เช่น 92.50"),
    target_unreachable: th!("ไม่มีคะแนนที่มากกว่า 100 ใช้ไม่น้อยกว่า หรือลดเป้าหมาย"),
    no_target: th!("ไม่มีเป้าหมาย"),
    comparator: th!("เทียบกับเป้าหมายอย่างไร"),
    answering: th!("การตอบ"),
    without_script: th!("ตอบได้แม้เบราว์เซอร์ไม่มี JavaScript"),
    without_script_meaning: th!("ผู้ตอบแบบนั้นต้องเชื่อว่าระบบไม่จับคู่ชื่อกับคำตอบ เพราะเครื่องของท่านพิสูจน์เองไม่ได้"),
    with_script_only: th!("ต้องเปิด JavaScript"),
    one_by_one: th!("แสดงหน้าละหนึ่งข้อ"),
    one_by_one_meaning: th!("ถ้าไม่เลือก แสดงหน้าละหนึ่งตอน"),
    part_by_part: th!("หน้าละหนึ่งตอน"),
    grace: th!("ผ่อนผันหลังปิดรับ (นาที)"),
    grace_hint: th!("ผู้ที่เริ่มส่งก่อนปิดรับยังส่งได้อีกเท่านี้ ตั้งแต่ 0 ถึง 60"),
    grace_wrong: th!("ใส่จำนวนนาทีตั้งแต่ 0 ถึง 60"),
    minutes: |minutes| fill(th!("{}_นาที"), &[&minutes]),
    choose_one: th!("เลือกหนึ่งข้อ"),
};

static ENGLISH: Words = Words {
    changed_meanwhile: "Somebody changed this round while the page was open. Below is what you entered: save again to have it instead",
    title: "What people are told, and the target",
    lead: "This stands on the public page once the round is scheduled, and does not change once it has opened.",
    saved: "Saved",
    save: "Save",
    stands_open: "This round has opened. People have answered trusting in this, so it does not change, here or anywhere else.",
    stands_scheduled: "This round is scheduled. To change anything, take the schedule back first.",
    place: "Name and round",
    door: "Who may answer",
    who: "Who answers",
    results: "How results are shown",
    k: "Smallest group that may be shown (people)",
    k_hint: |least| {
        fill("Groups with fewer answers are not shown by themselves. Not below {}, as the department has set", &[&least])
    },
    k_wrong: |least| fill("Enter a number from {} to 100", &[&least]),
    release: "When answers are counted",
    comments: "Comments in people's own words",
    aim: "Target",
    target: "Score to reach",
    target_hint: "From 0 to 100, at most two decimals, such as 92.50. Leave it empty if there is no target",
    target_wrong: "Enter a score from 0 to 100, with a point and at most two decimals, such as 92.50",
    target_unreachable: "No score is over 100. Use “at least”, or a lower target",
    no_target: "No target",
    comparator: "How the score is compared with it",
    answering: "How people answer",
    without_script: "Browsers without JavaScript may answer",
    without_script_meaning: "Who answers so must trust that we do not match names with answers: their device cannot make sure of it",
    with_script_only: "JavaScript is needed",
    one_by_one: "One question on a page",
    one_by_one_meaning: "Otherwise one part on a page",
    part_by_part: "One part on a page",
    grace: "Grace after the close (minutes)",
    grace_hint: "Who began to send before the close has so much longer, from 0 to 60",
    grace_wrong: "Enter a number of minutes from 0 to 60",
    minutes: |minutes| if minutes == 1 { "1 minute".to_owned() } else { fill("{} minutes", &[&minutes]) },
    choose_one: "Choose one",
};
