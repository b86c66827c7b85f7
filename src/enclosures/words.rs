//! What somebody reads whose file was not taken: what they can do about it.

use super::{Refused, limits};
use crate::language::{Language, fill, th};

pub struct Words {
    empty: &'static str,
    too_large: &'static str,
    other_kind: &'static str,
    old_office: &'static str,
    damaged: &'static str,
    locked: &'static str,
    macros: &'static str,
    file_inside: &'static str,
    too_deep: &'static str,
    undrawn: &'static str,
    too_many_dots: &'static str,
    bomb: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

pub fn refused_in_words(language: Language, refused: Refused) -> String {
    let words = words(language);
    let words = match refused {
        Refused::TooLarge => return fill(words.too_large, &[&(limits::FILE / 1024 / 1024)]),
        Refused::TooManyDots => return fill(words.too_many_dots, &[&(limits::DOTS / 1_000_000)]),
        Refused::Empty => words.empty,
        Refused::OtherKind => words.other_kind,
        Refused::OldOffice => words.old_office,
        Refused::Damaged => words.damaged,
        Refused::Locked => words.locked,
        Refused::Macros => words.macros,
        Refused::FileInside => words.file_inside,
        Refused::TooDeep => words.too_deep,
        Refused::Undrawn => words.undrawn,
        Refused::Bomb => words.bomb,
    };
    words.to_owned()
}

const THAI: Words = Words {
    empty: th!("ไฟล์นี้ไม่มีข้อมูล โปรดเลือกไฟล์อื่น"),
    too_large: th!("ไฟล์ใหญ่เกินไป ต้องไม่เกิน {} เมกะไบต์"),
    other_kind: th!("รับเฉพาะรูปภาพ JPEG หรือ PNG ไฟล์ PDF และไฟล์ DOCX XLSX PPTX"),
    old_office: th!("ไฟล์นี้เป็นรูปแบบเก่าของโปรแกรมสำนักงาน โปรดบันทึกเป็น DOCX XLSX PPTX หรือ PDF แล้วแนบใหม่"),
    damaged: th!("ไฟล์นี้เสียหายหรือไม่ครบ โปรดบันทึกใหม่แล้วแนบอีกครั้ง"),
    locked: th!("ไฟล์นี้มีรหัสผ่านหรือถูกป้องกันการแก้ไข จึงลบข้อมูลที่บอกว่าใครเป็นผู้ทำไม่ได้ โปรดบันทึกโดยไม่มีการป้องกันแล้วแนบใหม่"),
    macros: th!("ไฟล์นี้มีมาโครหรือโปรแกรมอยู่ภายใน โปรดบันทึกเป็น DOCX XLSX PPTX แบบไม่มีมาโคร หรือ PDF"),
    file_inside: th!("ในไฟล์นี้มีไฟล์อื่น เสียง วิดีโอ หรือรูปภาพชนิดที่ลบข้อมูลที่บอกว่าใครเป็นผู้ทำไม่ได้ โปรดนำออก หรือบันทึกเป็น PDF แล้วแนบใหม่"),
    too_deep: th!("ในไฟล์นี้มีไฟล์ซ้อนกันหลายชั้นเกินไป โปรดบันทึกเป็น PDF แล้วแนบใหม่"),
    undrawn: th!("แบบฟอร์มนี้แสดงสิ่งที่กรอกได้เฉพาะในโปรแกรมที่ใช้กรอก โปรดสั่งพิมพ์เป็น PDF แล้วแนบใหม่"),
    too_many_dots: th!("รูปภาพใหญ่เกินไป ต้องไม่เกิน {} ล้านจุด"),
    bomb: th!("ข้อมูลในไฟล์นี้มีมากเกินกว่าที่จะเปิดได้ จึงไม่รับ"),
};

const ENGLISH: Words = Words {
    empty: "There is nothing in this file. Choose another one",
    too_large: "The file is too large; at most {} megabytes are taken",
    other_kind: "Only pictures (JPEG or PNG), PDF, and DOCX, XLSX or PPTX files are taken",
    old_office: "This file is in an old office format. Save it as DOCX, XLSX, PPTX or PDF, and add that",
    damaged: "This file is damaged or incomplete. Save it again, and add that",
    locked: "This file has a password or is protected against changes, so what tells who made it cannot be removed. Save it without protection, and add that",
    macros: "This file has macros or another program in it. Save it as a DOCX, XLSX or PPTX without macros, or as PDF",
    file_inside: "This file has another file in it, or sound, video or a picture of a kind from which what tells who made it cannot be removed. Take that out, or save it all as PDF",
    too_deep: "There are files inside files in this file. Save it as PDF, and add that",
    undrawn: "What was filled in on this form shows only in the program it was filled in with. Print it as a PDF, and add that",
    too_many_dots: "The picture is too large; at most {} million dots are taken",
    bomb: "There is more in this file than can be opened, so it was not taken",
};
