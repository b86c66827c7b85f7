//! What this room writes to people. Plain words, one link, and what to do if it was not them.

use super::{Account, notice::Changed};
use crate::{
    clock::Moment,
    language::{Language, moment_in_words},
    mail::Letter,
};

pub fn invitation(account: &Account, invited_by: &str, department: &str, link: &str) -> Letter {
    match account.language {
        Language::Thai => {
            Letter::new(account.email.clone(), Language::Thai, format!("เชิญใช้งานเคลียร์ใจ {department}").trim().to_owned())
                .paragraph(format!("เรียน คุณ{}", account.name))
                .paragraph(format!("{invited_by} เชิญท่านร่วมดูแลระบบเคลียร์ใจ ซึ่งเป็นระบบรับฟังความเห็นภายในของหน่วยงาน"))
                .link("ตั้งรหัสผ่านและเริ่มใช้งาน", link)
                .paragraph("ลิงก์นี้ใช้ได้ครั้งเดียว ภายใน 7 วัน")
                .note("หากท่านไม่ได้เกี่ยวข้องกับงานนี้ ไม่ต้องทำอะไร ลิงก์จะหมดอายุเอง")
        }
        Language::English => Letter::new(
            account.email.clone(),
            Language::English,
            format!("You are invited to ClearJai {department}").trim().to_owned(),
        )
        .paragraph(format!("Dear {},", account.name))
        .paragraph(format!("{invited_by} invites you to help run ClearJai, the department's service for internal feedback."))
        .link("Set a password and start", link)
        .paragraph("The link works once, within 7 days.")
        .note("If this is not meant for you, do nothing: the link expires by itself."),
    }
}

pub fn password_reset(account: &Account, department: &str, link: &str) -> Letter {
    match account.language {
        Language::Thai => {
            Letter::new(account.email.clone(), Language::Thai, format!("ตั้งรหัสผ่านใหม่ เคลียร์ใจ {department}").trim().to_owned())
                .paragraph(format!("เรียน คุณ{}", account.name))
                .paragraph("มีผู้ขอตั้งรหัสผ่านใหม่สำหรับบัญชีของท่าน")
                .link("ตั้งรหัสผ่านใหม่", link)
                .paragraph("ลิงก์นี้ใช้ได้ครั้งเดียว ภายใน 1 ชั่วโมง เมื่อตั้งแล้วทุกเครื่องจะออกจากระบบ")
                .note("หากท่านไม่ได้ขอ ไม่ต้องทำอะไร รหัสผ่านเดิมยังใช้ได้")
        }
        Language::English => Letter::new(
            account.email.clone(),
            Language::English,
            format!("Set a new password for ClearJai {department}").trim().to_owned(),
        )
        .paragraph(format!("Dear {},", account.name))
        .paragraph("Somebody asked to set a new password for your account.")
        .link("Set a new password", link)
        .paragraph("The link works once, within 1 hour. Setting a new password signs out every device.")
        .note("If it was not you, do nothing: your password stays as it is."),
    }
}

/// Something about the way in was changed, by them or by somebody else.
pub fn changed(account: &Account, what: Changed, department: &str, link: &str, now: Moment) -> Letter {
    let when = moment_in_words(account.language, now);
    match account.language {
        Language::Thai => {
            let what = match what {
                Changed::Password => "รหัสผ่านถูกเปลี่ยน",
                Changed::SecondFactorOn => "การยืนยันขั้นที่สองถูกเปิด",
                Changed::SecondFactorOff => "การยืนยันขั้นที่สองถูกปิด",
                Changed::RecoveryCodes => "รหัสสำรองถูกออกใหม่",
            };
            Letter::new(account.email.clone(), Language::Thai, format!("{what} เคลียร์ใจ {department}").trim().to_owned())
                .paragraph(format!("เรียน คุณ{}", account.name))
                .paragraph(format!("บัญชีของท่าน: {what} เมื่อ {when}"))
                .paragraph("หากเป็นท่านเอง ไม่ต้องทำอะไร")
                .paragraph("หากไม่ใช่ ให้ตั้งรหัสผ่านใหม่ทันที ทุกเครื่องจะออกจากระบบ แล้วแจ้งผู้ดูแลระบบ")
                .link("ตั้งรหัสผ่านใหม่", link)
        }
        Language::English => {
            let what = match what {
                Changed::Password => "your password was changed",
                Changed::SecondFactorOn => "your second factor was switched on",
                Changed::SecondFactorOff => "your second factor was switched off",
                Changed::RecoveryCodes => "your recovery codes were replaced",
            };
            Letter::new(account.email.clone(), Language::English, format!("ClearJai {department}: {what}"))
                .paragraph(format!("Dear {},", account.name))
                .paragraph(format!("On {when} {what}."))
                .paragraph("If it was you, there is nothing to do.")
                .paragraph("If it was not, set a new password now, which signs out every device, and tell the administrator.")
                .link("Set a new password", link)
        }
    }
}
