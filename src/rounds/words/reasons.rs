//! Why something is not done with a round, and what to do about it.

use crate::{
    authoring,
    language::{Language, fill, th},
    rounds::{Obstacle, Refusal},
    surveys::NotNow,
};

/// What stands in the way, who does what about it.
pub fn obstacle_in_words(language: Language, obstacle: &Obstacle) -> String {
    let sentence = match (language, obstacle) {
        (Language::Thai, Obstacle::Unfinished { findings }) => {
            return fill(th!("คำถามยังมีเรื่องที่ต้องแก้ {}_เรื่อง ผู้ประสานงานแก้ได้ที่หน้าแบบสอบถาม"), &[findings]);
        }
        (Language::English, Obstacle::Unfinished { findings }) => {
            return fill(
                "The questions have {} things to mend. A coordinator does so on the page of the questionnaire.",
                &[findings],
            );
        }
        (Language::Thai, Obstacle::NoQuestions) => th!("ยังไม่มีคำถาม ผู้ประสานงานเลือกหรือเขียนคำถามก่อน"),
        (Language::Thai, Obstacle::NoRoll) => th!("ยังไม่มีบัญชีผู้มีสิทธิ ฝ่ายบุคคลยืนยันรายชื่อก่อน"),
        (Language::Thai, Obstacle::RollByOtherRule) => {
            th!("กฎหรือวันนับอายุงานเปลี่ยนไปหลังจัดทำบัญชีผู้มีสิทธิ ฝ่ายบุคคลจัดทำบัญชีใหม่ก่อน")
        }
        (Language::Thai, Obstacle::ElectionByOtherTerms) => {
            th!("การเลือกตั้งต้องให้ผู้มีสิทธิในบัญชีลงคะแนนคนละหนึ่งเสียง และนับคะแนนเมื่อปิดรับ ผู้ประสานงานแก้ในหน้า “สิ่งที่บอกผู้ตอบ”")
        }
        (Language::Thai, Obstacle::KBelowDepartment) => {
            th!("กลุ่มเล็กที่สุดที่แสดงผลของรอบนี้เล็กกว่าที่กรมกำหนด ผู้ประสานงานแก้ในหน้า “สิ่งที่บอกผู้ตอบ”")
        }
        (Language::Thai, Obstacle::GroupsForOtherK) => {
            th!("จำนวนคนขั้นต่ำของกลุ่มเปลี่ยนไปหลังจัดกลุ่ม ฝ่ายบุคคลจัดทำบัญชีผู้มีสิทธิใหม่ก่อน")
        }
        (Language::Thai, Obstacle::NobodyOnRoll) => {
            th!("ไม่มีใครอยู่ในบัญชีผู้มีสิทธิ ฝ่ายบุคคลตรวจรายชื่อและกฎ แล้วจัดทำบัญชีใหม่")
        }
        (Language::Thai, Obstacle::SinglesOut { .. }) => {
            th!("คำถามเกี่ยวกับตัวผู้ตอบทำให้รู้ได้ว่าเป็นใคร ผู้ประสานงานดูวิธีแก้ที่หน้าตรวจความเป็นส่วนตัว")
        }
        (Language::Thai, Obstacle::TimePast) => th!("เลยเวลาปิดไปแล้ว ผู้ประสานงานยกเลิกเวลาเดิม แล้วกำหนดเวลาใหม่"),
        (Language::English, Obstacle::NoQuestions) => "There are no questions yet. A coordinator chooses or writes them first.",
        (Language::English, Obstacle::NoRoll) => "The roll is not drawn up yet. HR confirms the list first.",
        (Language::English, Obstacle::RollByOtherRule) => {
            "The rule, or the day on which service is counted, changed after the roll was drawn up. HR draws it up anew first."
        }
        (Language::English, Obstacle::ElectionByOtherTerms) => {
            "An election is for those on the roll, one vote each, and counted when it closes. A coordinator changes it in the settings of the round."
        }
        (Language::English, Obstacle::KBelowDepartment) => {
            "The smallest group shown in this round is smaller than the department allows. A coordinator changes it in the settings of the round."
        }
        (Language::English, Obstacle::GroupsForOtherK) => {
            "The smallest group changed after the groups were formed. HR draws the roll up anew first."
        }
        (Language::English, Obstacle::NobodyOnRoll) => {
            "Nobody is on the roll. HR looks at the list and the rule, and draws it up anew."
        }
        (Language::English, Obstacle::SinglesOut { .. }) => {
            "What is asked about people would tell who answered. A coordinator finds the cure on the page of the privacy check."
        }
        (Language::English, Obstacle::TimePast) => {
            "The time to close has passed. A coordinator takes the schedule back and sets another."
        }
    };
    sentence.to_owned()
}

pub const fn not_now_in_words(language: Language, not_now: NotNow) -> &'static str {
    match (language, not_now) {
        (Language::Thai, NotNow::NotADraft) => {
            th!("แก้ได้เฉพาะร่าง ถ้ารอบนี้ยังไม่เปิดรับ ยกเลิกเวลาที่กำหนดไว้ก่อน ถ้าเปิดรับแล้ว แก้ไม่ได้อีก")
        }
        (Language::Thai, NotNow::NotScheduled) => th!("รอบนี้ไม่ได้กำหนดเวลาไว้ หรือเปิดรับไปแล้ว"),
        (Language::Thai, NotNow::NotOpen) => th!("ขยายเวลาได้เฉพาะระหว่างเปิดรับ"),
        (Language::Thai, NotNow::NotClosed) => th!("เผยแพร่ได้เมื่อปิดรับแล้ว และเผยแพร่ครั้งเดียว"),
        (Language::Thai, NotNow::WindowPast) => th!("เวลาเปิดต้องยังมาไม่ถึง และเวลาปิดต้องอยู่หลังเวลาเปิด"),
        (Language::Thai, NotNow::TooEarly) => th!("ยังไม่ถึงเวลาที่ประกาศไว้"),
        (Language::Thai, NotNow::NotLater) => th!("เวลาปิดใหม่ต้องช้ากว่าเวลาปิดเดิม"),
        (Language::English, NotNow::NotADraft) => {
            "Only a draft may change. If this round is not open yet, take its schedule back first. Once it has opened, nothing changes."
        }
        (Language::English, NotNow::NotScheduled) => "This round is not scheduled, or has opened",
        (Language::English, NotNow::NotOpen) => "A close can be put off only while the round is open",
        (Language::English, NotNow::NotClosed) => "Results are published once, after the close",
        (Language::English, NotNow::WindowPast) => "The round must open later than now, and close after it opens",
        (Language::English, NotNow::TooEarly) => "It is not yet the time that was announced",
        (Language::English, NotNow::NotLater) => "The new close must be later than the present one",
    }
}

/// Nothing is said here of what has a page of its own: what does not exist, and a failing database.
pub fn refusal_in_words(language: Language, refusal: &Refusal) -> String {
    let sentence = match (language, refusal) {
        (_, Refusal::NotNow(not_now)) => not_now_in_words(language, *not_now),
        (_, Refusal::InTheWay(obstacles)) => {
            let sentences: Vec<_> = obstacles.iter().map(|obstacle| obstacle_in_words(language, obstacle)).collect();
            return sentences.join(" ");
        }
        (_, Refusal::NameTaken) => super::planning::words(language).name_taken,
        (Language::Thai, Refusal::Questions(authoring::Refusal::TooLarge(_))) => th!("แบบสอบถามนี้ใหญ่เกินกว่าที่ระบบรับได้"),
        (Language::Thai, Refusal::Questions(_)) => th!("แบบสอบถามฉบับนี้แก้ไม่ได้แล้ว ทำฉบับถัดไปก่อน"),
        (Language::Thai, _) => th!("ไม่พบรอบหรือแบบสอบถามนี้แล้ว อาจถูกลบไป"),
        (Language::English, Refusal::Questions(authoring::Refusal::TooLarge(_))) => {
            "This questionnaire is larger than the program holds"
        }
        (Language::English, Refusal::Questions(_)) => "This version does not change any more. Make the next version first",
        (Language::English, _) => "This round or questionnaire is no longer there",
    };
    sentence.to_owned()
}
