//! Why nothing was done, in words.

use crate::{
    language::{Language, th},
    meetings::Refusal,
};

/// `None`: that is no matter for people.
pub const fn refusal_in_words(language: Language, refusal: &Refusal) -> Option<&'static str> {
    Some(match (refusal, language) {
        (Refusal::NotNow, Language::Thai) => th!("ทำไม่ได้ในขั้นนี้ของคลินิกครั้งนี้ เปิดหน้าใหม่เพื่อดูว่าตอนนี้ถึงไหน"),
        (Refusal::NotNow, Language::English) => {
            "This cannot be done at this stage of the session. Open its page again to see where it stands"
        }
        (Refusal::Past, Language::Thai) => th!("เวลาที่รับเรื่องผ่านไปแล้ว แก้วันเวลาก่อนเปิด"),
        (Refusal::Past, Language::English) => "The time for contributions has passed. Change it before opening",
        (Refusal::NotLater, Language::Thai) => th!("เวลาใหม่ต้องช้ากว่าเวลาเดิม และยังมาไม่ถึง"),
        (Refusal::NotLater, Language::English) => "The new time must be later than the present one, and to come",
        (Refusal::NobodyInvited, Language::Thai) => th!("ไม่มีบุคลากรที่ตรงกับผู้ได้รับเชิญ ให้ฝ่ายบุคคลนำเข้ารายชื่อ หรือแก้ผู้ได้รับเชิญ"),
        (Refusal::NobodyInvited, Language::English) => {
            "Nobody on the roster is meant. Have HR import the staff, or change who is invited"
        }
        (Refusal::TooFewInvited, Language::Thai) => {
            th!("ผู้ได้รับเชิญน้อยเกินกว่าจะไม่บอกชื่อได้ เชิญให้มากขึ้น หรือไม่รับแบบไม่บอกชื่อ")
        }
        (Refusal::TooFewInvited, Language::English) => {
            "Too few are invited for anybody to stay without a name. Invite more, or do not offer it"
        }
        (Refusal::RoundTaken, Language::Thai) => {
            th!("มีรอบชื่อนี้แล้ว เลือกรอบนั้นในรายงาน หรือวางแผนรอบใหม่ด้วยชื่ออื่น")
        }
        (Refusal::RoundTaken, Language::English) => {
            "There is a round of this name. Choose it in the report, or plan another one by another name"
        }
        _ => return None,
    })
}
