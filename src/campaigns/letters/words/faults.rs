//! What is wrong with a text, in words.

use crate::{
    campaigns::letters::{Fault, Variable},
    language::{Language, fill, th},
};

pub fn fault_in_words(language: Language, fault: &Fault) -> String {
    match language {
        Language::Thai => thai(fault),
        Language::English => english(fault),
    }
}

fn thai(fault: &Fault) -> String {
    let named = |variable: &Variable| format!("{{{}}}", variable.thai());
    match fault {
        Fault::Missing(_) => th!("ยังไม่ได้พิมพ์ข้อความ").to_owned(),
        Fault::TooLong { most, .. } => fill(th!("ยาวเกิน {} ตัวอักษร"), &[most]),
        Fault::Unprintable(_) => th!("มีอักขระที่แสดงไม่ได้").to_owned(),
        Fault::Unclosed(_) => th!("วงเล็บปีกกาไม่ครบคู่ ตัวแปรหนึ่งตัวอยู่ในวงเล็บหนึ่งคู่และในบรรทัดเดียว").to_owned(),
        Fault::Unknown { name, nearest: Some(nearest), .. } => {
            fill(th!("ไม่มีตัวแปร {} หมายถึง {} ใช่หรือไม่"), &[&format!("{{{name}}}"), &named(nearest)])
        }
        Fault::Unknown { name, nearest: None, .. } => fill(th!("ไม่มีตัวแปร {}"), &[&format!("{{{name}}}")]),
        Fault::NotHere { variable, .. } => fill(th!("ใช้ {} ได้ในคำเตือนเท่านั้น"), &[&named(variable)]),
        Fault::LineBreakInSubject => th!("เรื่องต้องอยู่ในบรรทัดเดียว").to_owned(),
        Fault::AddressInSubject(variable) => fill(th!("ใส่ {} ในเรื่องไม่ได้"), &[&named(variable)]),
        Fault::NoLink => fill(th!("ต้องมี {} เพื่อให้ผู้รับเปิดแบบสอบถามได้"), &[&named(&Variable::Link)]),
        Fault::LinkTwice => fill(th!("ใส่ {} ได้ครั้งเดียว"), &[&named(&Variable::Link)]),
        Fault::NoStop => fill(th!("ต้องมี {} เพื่อให้ผู้รับเลือกไม่รับคำเตือนอีก"), &[&named(&Variable::Stop)]),
        Fault::AnsweredBesideAddress => {
            fill(th!("บรรทัดที่มี {} ต้องไม่มีลิงก์ เพราะบรรทัดนั้นจะไม่แสดงเมื่อยังไม่มีตัวเลข"), &[&named(&Variable::Answered)])
        }
        Fault::Foreign { address, .. } => fill(th!("มีที่อยู่ของเว็บหรืออีเมลอื่น: {} จดหมายนี้มีได้เฉพาะลิงก์ของระบบ ให้ใช้ตัวแปรแทน"), &[address]),
    }
}

fn english(fault: &Fault) -> String {
    let named = |variable: &Variable| format!("{{{}}}", variable.english());
    match fault {
        Fault::Missing(_) => "Nothing is written here.".to_owned(),
        Fault::TooLong { most, .. } => format!("This is longer than {most} characters."),
        Fault::Unprintable(_) => "There is a character that cannot be shown.".to_owned(),
        Fault::Unclosed(_) => "A brace is missing. Each variable stands in one pair of braces, on one line.".to_owned(),
        Fault::Unknown { name, nearest: Some(nearest), .. } => {
            format!("There is no variable {{{name}}}. Did you mean {}?", named(nearest))
        }
        Fault::Unknown { name, nearest: None, .. } => format!("There is no variable {{{name}}}."),
        Fault::NotHere { variable, .. } => format!("{} can be used in reminders only.", named(variable)),
        Fault::LineBreakInSubject => "The subject must stand on one line.".to_owned(),
        Fault::AddressInSubject(variable) => format!("{} cannot stand in the subject.", named(variable)),
        Fault::NoLink => format!("{} is missing: without it nobody can open the questionnaire.", named(&Variable::Link)),
        Fault::LinkTwice => format!("{} can be used once only.", named(&Variable::Link)),
        Fault::NoStop => {
            format!("{} is missing: those who get a reminder must be able to ask for no more.", named(&Variable::Stop))
        }
        Fault::AnsweredBesideAddress => format!(
            "The line with {} must have no link: the line is left out as long as there is no number to tell.",
            named(&Variable::Answered)
        ),
        Fault::Foreign { address, .. } => {
            format!(
                "There is an address of another site or mailbox: {address}. Letters lead to this system only. Use a variable."
            )
        }
    }
}
