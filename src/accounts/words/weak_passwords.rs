//! Why a password is refused, in words.

use crate::{
    accounts::Weak,
    language::{Language, th},
};

pub fn weak_in_words(language: Language, weak: Weak) -> &'static str {
    match (language, weak) {
        (Language::Thai, Weak::TooShort) => th!("ใช้อย่างน้อย 12 ตัวอักษร เช่น คำสี่คำที่จำได้"),
        (Language::Thai, Weak::TooLong) => th!("ใช้ไม่เกิน 1,000 ตัวอักษร"),
        (Language::Thai, Weak::TooEasy) => th!("เดาง่ายเกินไป อย่าใช้ชื่อตนเอง ตัวอักษรซ้ำ หรือรหัสที่คนใช้กันมาก"),
        (Language::English, Weak::TooShort) => "Use at least 12 characters, for example four words you will remember",
        (Language::English, Weak::TooLong) => "Use at most 1,000 characters",
        (Language::English, Weak::TooEasy) => "Too easy to guess: not your own name, repeated characters, or a common password",
    }
}
