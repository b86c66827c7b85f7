//! What is said of a round on every page that shows one: how far it is, when it is open, and that
//! its close was put off.

use super::{Extension, State, Window};
use crate::language::{Language, dates, fill, moment_in_words, th};

pub const fn state_in_words(language: Language, state: &State) -> &'static str {
    match (language, state) {
        (Language::Thai, State::Draft { .. }) => th!("ร่าง"),
        (Language::Thai, State::Scheduled { trouble: None, .. }) => th!("กำหนดเวลาแล้ว"),
        (Language::Thai, State::Scheduled { trouble: Some(_), .. }) => th!("เปิดตามเวลาไม่ได้"),
        (Language::Thai, State::Open { .. }) => th!("เปิดรับอยู่"),
        (Language::Thai, State::Closed { .. }) => th!("ปิดรับแล้ว"),
        (Language::Thai, State::Published { .. }) => th!("เผยแพร่แล้ว"),
        (Language::English, State::Draft { .. }) => "Draft",
        (Language::English, State::Scheduled { trouble: None, .. }) => "Scheduled",
        (Language::English, State::Scheduled { trouble: Some(_), .. }) => "Could not open",
        (Language::English, State::Open { .. }) => "Open",
        (Language::English, State::Closed { .. }) => "Closed",
        (Language::English, State::Published { .. }) => "Published",
    }
}

pub fn window_in_words(language: Language, window: Window) -> String {
    let [opens, closes] = [window.opens, window.closes].map(|moment| moment_in_words(language, moment));
    match language {
        Language::Thai => fill(th!("{} ถึง {}"), &[&opens, &closes]),
        Language::English => fill("{} to {}", &[&opens, &closes]),
    }
}

pub fn extension_in_words(language: Language, extension: &Extension) -> String {
    let [before, after] = [extension.before, extension.after].map(|moment| moment_in_words(language, moment));
    let decided = dates::short(extension.decided, language);
    match language {
        Language::Thai => fill(th!("ขยายเวลา จาก {} เป็น {} เมื่อ {}"), &[&before, &after, &decided]),
        Language::English => fill("The close was put off from {} to {}, on {}", &[&before, &after, &decided]),
    }
}
