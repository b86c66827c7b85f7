//! What letters say unless somebody has written another text. Plain: letters take no invisible characters.

use crate::{campaigns::Kind, language::Language};

pub const fn text(kind: Kind, language: Language) -> (&'static str, &'static str) {
    match (kind, language) {
        (Kind::Invitation, Language::Thai) => ("ขอความเห็นเรื่องการทำงานในกรม {นาที} นาที ถึง {ปิดรับ}", INVITATION_THAI),
        (Kind::Invitation, Language::English) => ("Your view on work here: {minutes} minutes, by {closes}", INVITATION_ENGLISH),
        (Kind::Reminder, Language::Thai) => ("ยังตอบทัน แบบวัดภายในปิดรับ {ปิดรับ}", REMINDER_THAI),
        (Kind::Reminder, Language::English) => ("Still time: internal survey closes {closes}", REMINDER_ENGLISH),
    }
}

const INVITATION_THAI: &str = "เรียน ท่านบุคลากร{หน่วยงาน}

ขอเชิญตอบแบบวัดภายใน รอบที่ {รอบ} จำนวน {จำนวนข้อ} ข้อ ใช้เวลาประมาณ {นาที} นาที

ลิงก์ของท่าน:
{ลิงก์}

ลิงก์นี้ใช้เพื่อให้ระบบรู้ว่าไม่ต้องเตือนท่านซ้ำ คำตอบเก็บแยกจากชื่อ ไม่มีใครในกรมเห็นว่าท่านตอบอะไร อ่านเพิ่มได้ที่
{เกี่ยวกับคำตอบ}

โปรดอย่าส่งต่อลิงก์ หากไม่แน่ใจว่าอีเมลนี้จริง ติดต่อ {ติดต่อ}

{หน่วยงาน}";

const INVITATION_ENGLISH: &str = "Dear colleague,

Please answer internal survey {round}: {questions} questions, about {minutes} minutes.

Your link:
{link}

The link only tells the system not to remind you again. Answers are stored apart from names and nobody here sees what you answered. More:
{about}

Please do not forward it. Unsure this is genuine? Ask {contact}

{department}";

const REMINDER_THAI: &str = "เรียน ท่านบุคลากร{หน่วยงาน}

ถึงวันนี้มีผู้ตอบแล้ว {ตอบแล้ว} จาก {ทั้งหมด} คน
ระบบยังไม่ได้รับแบบของท่าน

ลิงก์เดิมของท่าน:
{ลิงก์}

ข้อความนี้ส่งอัตโนมัติถึงผู้ที่ยังไม่ส่ง ผู้ดูแลไม่เห็นคำตอบของใคร

ถ้าท่านเลือกไม่ตอบ กดที่นี่เพื่อไม่ให้เตือนอีก:
{หยุดเตือน}";

const REMINDER_ENGLISH: &str = "Dear colleague,

So far {answered} of {all} have answered.
We have not received yours.

Your link:
{link}

Sent automatically to those who have not sent. No administrator sees anyone’s answers.

If you choose not to answer, stop reminders here:
{stop}";
