//! Roles, in words.

use crate::{
    accounts::Role,
    language::{Language, th},
};

pub fn role_in_words(language: Language, role: Role) -> &'static str {
    match (language, role) {
        (Language::Thai, Role::Admin) => th!("ผู้ดูแลระบบ"),
        (Language::Thai, Role::Hr) => th!("ฝ่ายบุคคล"),
        (Language::Thai, Role::Coordinator) => th!("ผู้ประสานงาน"),
        (Language::Thai, Role::Desk) => th!("ผู้ตอบคลินิก"),
        (Language::Thai, Role::Viewer) => th!("ผู้ดูผล"),
        (Language::English, Role::Admin) => "Administrator",
        (Language::English, Role::Hr) => "Human resources",
        (Language::English, Role::Coordinator) => "Coordinator",
        (Language::English, Role::Desk) => "Clinic desk",
        (Language::English, Role::Viewer) => "Viewer",
    }
}

pub fn role_meaning(language: Language, role: Role) -> &'static str {
    match (language, role) {
        (Language::Thai, Role::Admin) => th!("จัดการบัญชี ตั้งค่า จดหมาย และการสำรองข้อมูล ไม่เห็นคำตอบของใคร"),
        (Language::Thai, Role::Hr) => th!("ดูแลรายชื่อ ส่งคำเชิญและคำเตือน ไม่เห็นคำตอบ และไม่เห็นว่าใครตอบแล้ว"),
        (Language::Thai, Role::Coordinator) => th!("ทำแบบสำรวจ อ่านผลรวม และทำแผนปรับปรุง"),
        (Language::Thai, Role::Desk) => th!("ตอบเรื่องในคลินิกเคลียร์ใจ"),
        (Language::Thai, Role::Viewer) => th!("อ่านผลและความเห็นของรอบที่ปิดรับและนับแล้ว"),
        (Language::English, Role::Admin) => "Accounts, settings, mail and backups. Sees nobody's answers.",
        (Language::English, Role::Hr) => {
            "Keeps the roster, sends invitations and reminders. Sees neither answers nor who has answered."
        }
        (Language::English, Role::Coordinator) => "Makes surveys, reads results of the whole, makes plans.",
        (Language::English, Role::Desk) => "Answers in the clinic.",
        (Language::English, Role::Viewer) => "Reads results and comments of rounds that are closed and counted.",
    }
}
