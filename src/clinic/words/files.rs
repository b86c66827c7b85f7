//! The sentences about files that are added to a matter.

use crate::{
    clinic::files::{Enclosure, MOST},
    enclosures::{Kind, limits},
    language::{Language, fill, th},
};

pub struct Words {
    pub title: &'static str,
    lead: &'static str,
    pub cleaned: &'static str,
    pub stays: &'static str,
    pub file: &'static str,
    pub add: &'static str,
    pub take_back: &'static str,
    full: &'static str,
    pub missing: &'static str,
    pub not_taken: &'static str,
    pub no_room: &'static str,
    pub busy: &'static str,
    pub gone: &'static str,
    up_to: &'static str,
    kilobytes: &'static str,
    megabytes: &'static str,
    pub download: &'static str,
    pub at_desk: &'static str,
    pub with_receipt: &'static str,
    pub before_writing: &'static str,
    pub now: &'static str,
    pub open: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

impl Words {
    /// How many, how large, and of which kinds.
    pub fn lead(&self) -> String {
        fill(self.lead, &[&MOST, &(limits::FILE / 1024 / 1024)])
    }

    pub fn full(&self) -> String {
        fill(self.full, &[&MOST])
    }

    /// "JPEG, at most 128 kB"
    pub fn one(&self, file: &Enclosure) -> String {
        fill(self.up_to, &[&kind(file.kind), &self.size(file.size)])
    }

    fn size(&self, bytes: usize) -> String {
        let kilobytes = bytes.div_ceil(1024);
        match kilobytes {
            ..1024 => fill(self.kilobytes, &[&kilobytes]),
            _ if kilobytes.is_multiple_of(1024) => fill(self.megabytes, &[&(kilobytes / 1024)]),
            _ => fill(self.megabytes, &[&format!("{}.{}", kilobytes / 1024, kilobytes % 1024 * 10 / 1024)]),
        }
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Jpeg => "JPEG",
        Kind::Png => "PNG",
        Kind::Pdf => "PDF",
        Kind::Docx => "Word (DOCX)",
        Kind::Xlsx => "Excel (XLSX)",
        Kind::Pptx => "PowerPoint (PPTX)",
    }
}

static THAI: Words = Words {
    title: th!("ไฟล์แนบ"),
    lead: th!("แนบได้ {} ไฟล์ ไฟล์ละไม่เกิน {} เมกะไบต์ รับรูปภาพ JPEG หรือ PNG ไฟล์ PDF และไฟล์ DOCX XLSX PPTX"),
    cleaned: th!("ระบบเขียนไฟล์ขึ้นใหม่ โดยไม่เก็บชื่อไฟล์ ชื่อผู้ทำ สถานที่ เวลา และอุปกรณ์ที่ซ่อนอยู่ในไฟล์"),
    stays: th!("ชื่อ ใบหน้า ลายมือ และสิ่งอื่นที่มองเห็นในไฟล์ยังอยู่ ผู้ตอบเห็นทั้งหมด ถ้าไม่ต้องการให้รู้ว่าท่านเป็นใคร ปิดหรือตัดออกก่อนแนบ"),
    file: th!("ไฟล์ที่จะแนบ"),
    add: th!("แนบไฟล์"),
    take_back: th!("ลบไฟล์นี้"),
    full: th!("แนบครบ {} ไฟล์แล้ว ลบไฟล์หนึ่งก่อนถ้าจะแนบไฟล์อื่น"),
    missing: th!("เลือกไฟล์ก่อน"),
    not_taken: th!("เรื่องนี้แนบไฟล์ไม่ได้"),
    no_room: th!("ที่เก็บไฟล์เต็ม ขณะนี้รับไฟล์เพิ่มไม่ได้ พิมพ์สิ่งสำคัญเป็นข้อความแทน"),
    busy: th!("มีผู้แนบไฟล์พร้อมกันมาก รอหนึ่งนาทีแล้วแนบอีกครั้ง"),
    gone: th!("เรื่องนี้เพิ่งย้ายที่เก็บหรือถูกลบ แนบอีกครั้ง"),
    up_to: th!("{} ไม่เกิน {}"),
    kilobytes: th!("{} กิโลไบต์"),
    megabytes: th!("{} เมกะไบต์"),
    download: th!("ดาวน์โหลด"),
    at_desk: th!("ข้อมูลที่ซ่อนในไฟล์ถูกลบแล้ว แต่สิ่งที่มองเห็นในไฟล์อาจบอกว่าใครเขียน ไฟล์ไม่ขึ้นกระดาน"),
    with_receipt: th!("แนบได้หลังส่งเรื่อง ด้วยรหัสใบรับ เฉพาะเรื่องจากลิงก์ส่วนตัว"),
    before_writing: th!("แนบไฟล์ได้หลังส่งเรื่องแล้ว ด้วยรหัสใบรับ"),
    now: th!("ตอนนี้แนบไฟล์กับเรื่องนี้ได้แล้ว จดรหัสก่อน แล้วใช้รหัสเปิดเรื่อง"),
    open: th!("เปิดเรื่องเพื่อแนบไฟล์"),
};

static ENGLISH: Words = Words {
    title: "Files",
    lead: "Up to {} files of at most {} megabytes each: pictures (JPEG or PNG), PDF, and DOCX, XLSX or PPTX",
    cleaned: "Each is written anew, without its name, and without the names of authors, places, times and devices that are hidden in it",
    stays: "Names, faces, handwriting and whatever else is seen in a file stay in it, and the desk sees them. Cover them or cut them out first if nobody is to know who you are",
    file: "File to add",
    add: "Add the file",
    take_back: "Remove this file",
    full: "There are {} files, and no more are taken. Remove one to add another",
    missing: "Choose a file first",
    not_taken: "No files are taken with this matter",
    no_room: "The space for files is full, and no more are taken for now. Write what matters in words instead",
    busy: "Many people add files at this moment. Try again in a minute",
    gone: "This matter was just moved or removed. Add the file again",
    up_to: "{}, at most {}",
    kilobytes: "{} kB",
    megabytes: "{} MB",
    download: "Download",
    at_desk: "What was hidden in these files is gone, but what is seen in them may tell who wrote this. They do not stand on the board",
    with_receipt: "Can be added with the receipt code, once a question was sent from a personal link",
    before_writing: "Files can be added with the receipt code once this is sent",
    now: "Files can be added to this now. Write the code down first, then open your matter with it",
    open: "Open it to add files",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dice::Dice;

    #[test]
    fn a_file_is_named_by_its_kind_and_the_size_that_it_does_not_pass() {
        let id = Dice::loaded(1).id();
        let said = |size: usize| words(Language::English).one(&Enclosure { id, kind: Kind::Jpeg, size: size * 1024 });
        assert_eq!(said(96), "JPEG, at most 96 kB");
        assert_eq!(said(1_024), "JPEG, at most 1 MB");
        assert_eq!(said(1_536), "JPEG, at most 1.5 MB");
    }
}
