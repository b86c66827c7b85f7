//! Why nothing is shown of a round, for those who may read results.

use crate::{
    language::{Language, th},
    web::Failure,
};

use super::look::NotShown;

pub fn failure(language: Language, reason: NotShown) -> Failure {
    let sentence = match (language, &reason) {
        (Language::Thai, NotShown::StillOpen) => th!("ระหว่างเปิดรับ แสดงเฉพาะจำนวนผู้ตอบ คะแนนและความเห็นจะแสดงเมื่อปิดรับ"),
        (Language::English, NotShown::StillOpen) => {
            "While open, only the number of answers is shown. Scores and comments appear after closing."
        }
        (Language::Thai, NotShown::NotYet(_)) => th!("ระบบกำลังเปิดนับคำตอบ ผลจะแสดงเมื่อนับเสร็จ โดยปกติใช้เวลาไม่กี่นาทีหลังพ้นเวลาผ่อนผัน"),
        (Language::English, NotShown::NotYet(_)) => {
            "The answers are being opened and counted. Results appear after that, usually a few minutes after the close."
        }
        _ => return broken(reason),
    };
    Failure::Refused(sentence.to_owned())
}

fn broken(reason: NotShown) -> Failure {
    match reason {
        NotShown::NoSuchRound => Failure::NotFound,
        NotShown::Database(fault) => fault.into(),
        fault => Failure::broken(fault),
    }
}
