//! The letter of the day to those who answer.

use super::digest::Waiting;
use crate::{accounts::Account, language::Language, mail::Letter};

/// `own`: what this person has taken on.
pub fn digest(account: &Account, all: &Waiting, own: &Waiting, link: &str) -> Letter {
    let (subject, lines, open, foot) = match account.language {
        Language::Thai => (
            "โต๊ะคลินิกเคลียร์ใจ: มีเรื่องรออยู่",
            lines_in_thai(all, own),
            "เปิดโต๊ะคลินิก",
            "จดหมายนี้ส่งวันทำการละไม่เกิน 1 ฉบับ และไม่ส่งเมื่อไม่มีเรื่องรอ",
        ),
        Language::English => (
            "Clinic desk: something waits",
            lines_in_english(all, own),
            "Open the desk",
            "This letter comes once on a working day at most, and not at all when nothing waits.",
        ),
    };
    let letter = Letter::new(account.email.clone(), account.language, subject);
    lines.into_iter().fold(letter, Letter::paragraph).link(open, link).note(foot)
}

fn lines_in_thai(all: &Waiting, own: &Waiting) -> Vec<String> {
    let mut lines = Vec::new();
    if all.any_unread {
        lines.push("มีเรื่องที่ยังไม่มีใครเปิดอ่าน".to_owned());
    }
    if all.read > 0 {
        lines.push(format!("เปิดอ่านแล้วและยังรอคำตอบ {} เรื่อง เรื่องที่รอนานที่สุดรอมา {} วันทำการ", all.read, all.oldest));
    }
    if all.overdue > 0 {
        lines.push(format!("เลยวันที่กำหนดไว้ {} เรื่อง", all.overdue));
    }
    if own.read > 0 {
        lines.push(format!("ในจำนวนนี้ท่านรับไว้ {} เรื่อง", own.read));
    }
    lines
}

fn lines_in_english(all: &Waiting, own: &Waiting) -> Vec<String> {
    let mut lines = Vec::new();
    if all.any_unread {
        lines.push("There is something that nobody has opened yet.".to_owned());
    }
    if all.read > 0 {
        lines.push(format!("Opened and waiting for an answer: {}. Working days of the oldest: {}.", all.read, all.oldest));
    }
    if all.overdue > 0 {
        lines.push(format!("Past the day that was set: {}.", all.overdue));
    }
    if own.read > 0 {
        lines.push(format!("Taken on by you, of these: {}.", own.read));
    }
    lines
}
