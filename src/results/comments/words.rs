//! The sentences of the pages of comments.

use super::note::Unfit;
use crate::{
    language::{Language, fill, th},
    tidy::Untidy,
};

pub struct Words {
    pub comments: &'static str,
    pub lead: &'static str,
    pub by_group: &'static str,
    pub not_asked: &'static str,
    /// At least so many people.
    pub too_few: fn(u32) -> String,
    pub none_kept: fn(u32) -> String,
    pub none_match: &'static str,
    pub show_all: &'static str,
    pub count: fn(usize) -> String,

    pub filter: &'static str,
    pub question: &'static str,
    pub every_question: &'static str,
    pub theme: &'static str,
    pub every_theme: &'static str,
    pub marked_only: &'static str,
    pub show: &'static str,

    pub marked: &'static str,
    pub mark: &'static str,
    pub unmark: &'static str,
    pub edit: &'static str,
    /// Of the number of a comment on this page: for those who hear the page.
    pub comment: fn(i64) -> String,
    pub covered: &'static str,

    pub one: &'static str,
    pub never_changed: &'static str,
    pub back: &'static str,
    pub saved: &'static str,
    pub theme_hint: &'static str,
    pub save_theme: &'static str,
    pub cover: &'static str,
    pub cover_lead: &'static str,
    pub word: &'static str,
    pub word_hint: &'static str,
    pub cover_word: &'static str,
    pub now_covered: &'static str,
    pub uncover: &'static str,

    pub missing: &'static str,
    pub too_long: fn(usize) -> String,
    pub unprintable: &'static str,
    pub not_there: &'static str,
    pub too_many: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

pub fn unfit_in_words(language: Language, unfit: Unfit) -> String {
    let say = words(language);
    match unfit {
        Unfit::Untidy(Untidy::Missing) => say.missing.to_owned(),
        Unfit::Untidy(Untidy::TooLong { most }) => (say.too_long)(most),
        Unfit::Untidy(Untidy::Unprintable) => say.unprintable.to_owned(),
        Unfit::NotThere => say.not_there.to_owned(),
        Unfit::TooMany => say.too_many.to_owned(),
    }
}

static THAI: Words = Words {
    comments: th!("ความเห็น"),
    lead: th!("เรียงแบบสุ่ม ระบบไม่เก็บว่าข้อความใดมาจากใคร เมื่อไร หรือมากับคำตอบใด"),
    by_group: th!("รอบนี้ประกาศไว้ว่าแสดงความเห็นแยกกลุ่ม จึงบอกกลุ่มไว้ที่ข้อความ"),
    not_asked: th!("รอบนี้ไม่เปิดให้พิมพ์ความเห็น"),
    too_few: |people| fill(th!("ความเห็นแสดงได้เมื่อมีผู้ตอบอย่างน้อย {}_คน รอบนี้มีไม่ถึง ระบบจึงไม่เก็บข้อความไว้"), &[&people]),
    none_kept: |people| {
        let sentence = th!(
            "รอบนี้ไม่มีความเห็นที่แสดงได้ อาจไม่มีใครพิมพ์ หรือพิมพ์ในข้อที่ไม่ได้ถามทุกคนหรือในกลุ่มที่มีไม่ถึง {}_คน ระบบจึงไม่เก็บไว้ หรือพ้นกำหนดเก็บจึงลบแล้ว"
        );
        fill(sentence, &[&people])
    },
    none_match: th!("ไม่มีความเห็นตามที่เลือก"),
    show_all: th!("ดูทั้งหมด"),
    count: |number| fill(th!("{}_ข้อความ"), &[&number]),
    filter: th!("เลือกดู"),
    question: th!("คำถาม"),
    every_question: th!("ทุกคำถาม"),
    theme: th!("ประเด็น"),
    every_theme: th!("ทุกประเด็น"),
    marked_only: th!("เฉพาะที่ทำเครื่องหมาย"),
    show: th!("แสดง"),
    marked: th!("ทำเครื่องหมายไว้"),
    mark: th!("ทำเครื่องหมาย"),
    unmark: th!("เอาเครื่องหมายออก"),
    edit: th!("ประเด็นและปกปิดคำ"),
    comment: |number| fill(th!("ข้อความที่_{}"), &[&number]),
    covered: th!("ปกปิด"),
    one: th!("ข้อความนี้"),
    never_changed: th!("ข้อความไม่ถูกแก้ สิ่งที่ทำในหน้านี้เปลี่ยนกลับได้เสมอ"),
    back: th!("กลับไปที่ความเห็นทั้งหมด"),
    saved: th!("บันทึกแล้ว"),
    theme_hint: th!("คำสั้น_ๆ เช่น พัสดุ หรือ การสื่อสาร เว้นว่างได้"),
    save_theme: th!("บันทึกประเด็น"),
    cover: th!("ปกปิดคำ"),
    cover_lead: th!("ใช้กับชื่อคนหรือคำที่บอกว่าเป็นใคร ทุกที่ที่แสดงข้อความนี้จะเห็น ▇▇▇ แทน ผู้อ่านเห็นว่ามีคำถูกปกปิด"),
    word: th!("คำที่จะปกปิด"),
    word_hint: th!("พิมพ์หรือวางให้ตรงกับในข้อความ ปกปิดทุกแห่งที่พบ"),
    cover_word: th!("ปกปิดคำนี้"),
    now_covered: th!("คำที่ปกปิดอยู่"),
    uncover: th!("เลิกปกปิด"),
    missing: th!("พิมพ์คำก่อน"),
    too_long: |most| fill(th!("ยาวเกินไป ใช้ได้ไม่เกิน {}_ตัวอักษร"), &[&most]),
    unprintable: th!("มีอักขระที่แสดงไม่ได้ ลบแล้วพิมพ์ใหม่"),
    not_there: th!("ไม่พบคำนี้ในข้อความ ตรวจตัวสะกดอีกครั้ง"),
    too_many: th!("ข้อความนี้ปกปิดคำไว้มากแล้ว เลิกปกปิดบางคำก่อน"),
};

static ENGLISH: Words = Words {
    comments: "Comments",
    lead: "In random order. Nothing is kept that tells whose a comment is, when it was written, or which answers came with it.",
    by_group: "It was announced that comments of this round are shown by group, so each tells its group.",
    not_asked: "This round did not ask for comments",
    too_few: |people| {
        fill("Comments are shown from {} answers on. This round has fewer, so their texts were not kept.", &[&people])
    },
    none_kept: |people| {
        let sentence = "This round has no comment to show. Nobody wrote one, or it was to a question that not everybody was asked or in a group, with fewer than {} people, and was not kept; or its time is over and they were deleted.";
        fill(sentence, &[&people])
    },
    none_match: "No comment is like that",
    show_all: "Show all",
    count: |number| if number == 1 { "1 comment".to_owned() } else { fill("{} comments", &[&number]) },
    filter: "Choose",
    question: "Question",
    every_question: "Every question",
    theme: "Theme",
    every_theme: "Every theme",
    marked_only: "Marked ones only",
    show: "Show",
    marked: "Marked",
    mark: "Mark",
    unmark: "Take the mark off",
    edit: "Theme and covering",
    comment: |number| fill("Comment {}", &[&number]),
    covered: "covered up",
    one: "This comment",
    never_changed: "The text itself is never changed. Whatever is done here can be taken back.",
    back: "Back to all comments",
    saved: "Saved",
    theme_hint: "A short word, such as supplies or communication. May stay empty",
    save_theme: "Save the theme",
    cover: "Cover words up",
    cover_lead: "For names, and words that tell who somebody is. Wherever this comment is shown, ▇▇▇ stands instead, and readers see that something is covered.",
    word: "Words to cover",
    word_hint: "Type or paste them as they stand in the text. Every occurrence is covered",
    cover_word: "Cover them",
    now_covered: "Covered now",
    uncover: "Uncover",
    missing: "Type a word first",
    too_long: |most| fill("Too long: at most {} characters", &[&most]),
    unprintable: "A character cannot be shown. Delete it and type again",
    not_there: "The text has no such words. Check the spelling",
    too_many: "Many words of this comment are covered. Uncover some first",
};
