//! Variables, as the list beside the form explains them.

use crate::{
    campaigns::letters::Variable,
    language::{Language, th},
};

pub const fn meaning(language: Language, variable: Variable) -> &'static str {
    match language {
        Language::Thai => match variable {
            Variable::Link => th!("ลิงก์ส่วนตัวของผู้รับ ถ้าอยู่บรรทัดเดียวตามลำพังจะเป็นปุ่ม"),
            Variable::Stop => th!("หน้าที่ผู้รับกดเพื่อไม่รับคำเตือนอีก ใช้ในคำเตือน"),
            Variable::Closes => th!("วันสุดท้ายที่ตอบได้"),
            Variable::Questions => th!("จำนวนข้อของแบบสอบถาม"),
            Variable::Minutes => th!("เวลาที่ใช้โดยประมาณ"),
            Variable::Department => th!("ชื่อหน่วยงาน"),
            Variable::Round => th!("รอบและปีงบประมาณ"),
            Variable::Survey => th!("ชื่อของรอบ"),
            Variable::Answered => th!("จำนวนผู้ตอบอย่างน้อยตามที่แสดงประจำวัน บรรทัดนี้ไม่แสดงเมื่อยังไม่มีตัวเลข ใช้ในคำเตือน"),
            Variable::All => th!("จำนวนผู้มีสิทธิตอบ"),
            Variable::About => th!("หน้าที่อธิบายว่าเก็บอะไรและใครเห็น"),
            Variable::Contact => th!("ที่ติดต่อของหน่วยงาน"),
        },
        Language::English => match variable {
            Variable::Link => "The reader’s own link. Alone on its line it becomes a button.",
            Variable::Stop => "The page where the reader asks for no more reminders. In reminders.",
            Variable::Closes => "The last day for answers.",
            Variable::Questions => "How many questions there are.",
            Variable::Minutes => "About how long it takes.",
            Variable::Department => "The name of the department.",
            Variable::Round => "The round and the fiscal year.",
            Variable::Survey => "The name of the round.",
            Variable::Answered => {
                "How many have answered at least, as shown once a day. Without such a number its line is left out. In reminders."
            }
            Variable::All => "How many may answer.",
            Variable::About => "The page that says what is kept and who sees it.",
            Variable::Contact => "Where the department is reached.",
        },
    }
}

/// `{ลิงก์}`, `{link}`
pub fn example(language: Language, variable: Variable) -> String {
    match language {
        Language::Thai => format!("{{{}}}", variable.thai()),
        Language::English => format!("{{{}}}", variable.english()),
    }
}
