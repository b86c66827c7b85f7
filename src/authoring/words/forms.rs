//! What may be wrong with what was typed, and the scales that are offered.

use crate::{
    authoring::{forms::Preset, kind::Kind},
    instruments::Text,
    language::{Language, fill, th},
};

pub struct Words {
    pub text_too_long: &'static str,
    pub text_unprintable: &'static str,
    pub text_missing: &'static str,
    pub title_missing: &'static str,
    pub code_wrong: &'static str,
    pub code_taken: &'static str,
    pub number_wrong: fn(u16, u16) -> String,
    pub decimal_wrong: &'static str,
    pub scale_missing: &'static str,
    pub levels_few: &'static str,
    pub levels_changed: &'static str,
    pub service_wrong: &'static str,
    pub value_wrong: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    text_too_long: th!("ข้อความยาวเกิน 4,000 ตัวอักษร ย่อให้สั้นลง"),
    text_unprintable: th!("ข้อความมีอักขระที่แสดงไม่ได้ ลบแล้วพิมพ์ใหม่"),
    text_missing: th!("ใส่ข้อความ อย่างน้อยหนึ่งภาษา"),
    title_missing: th!("ใส่ชื่อ"),
    code_wrong: th!("ใช้อักษรอังกฤษตัวเล็ก ตัวเลข และขีดล่าง เริ่มด้วยตัวอักษร ไม่เกิน 32 ตัว เช่น i2"),
    code_taken: th!("มีรหัสนี้แล้ว ใช้รหัสอื่น"),
    number_wrong: |least, most| fill(th!("ใส่ตัวเลขตั้งแต่ {} ถึง {}"), &[&least, &most]),
    decimal_wrong: th!("ใส่ตัวเลข เช่น 12 หรือ 12.5"),
    scale_missing: th!("เลือกมาตรวัด"),
    levels_few: th!("ใส่อย่างน้อยสองระดับ"),
    levels_changed: th!("มาตรวัดนี้มีจำนวนระดับต่างจากเดิม ชื่อระดับและความหมายเดิมจึงถูกลบ เขียนใหม่ หรือบันทึกโดยไม่มี"),
    service_wrong: th!("ใส่ปีเป็นตัวเลข คั่นด้วยจุลภาค เช่น 1, 5, 10"),
    value_wrong: th!("ข้อที่เลือกไม่มีคำตอบนี้ เลือกหรือใส่ค่าที่ข้อนั้นตอบได้"),
};

static ENGLISH: Words = Words {
    text_too_long: "The text is longer than 4,000 characters. Shorten it",
    text_unprintable: "The text has a character that cannot be shown. Type it again",
    text_missing: "Enter the text, in one language at least",
    title_missing: "Enter the title",
    code_wrong: "Use small letters, digits and underscores after a first letter, at most 32, such as i2",
    code_taken: "This code is taken. Use another",
    number_wrong: |least, most| fill("Enter a number from {} to {}", &[&least, &most]),
    decimal_wrong: "Enter a number, such as 12 or 12.5",
    scale_missing: "Choose a scale",
    levels_few: "Enter two levels at least",
    levels_changed: "This scale has another number of levels, so the labels and meanings are cleared. Write them again, or save without them",
    service_wrong: "Enter years as numbers with commas between them, such as 1, 5, 10",
    value_wrong: "The question has no such answer. Choose or enter one that it can have",
};

/// Levels that many forms use, for scales that are made with a press of a button.
pub fn preset_levels(preset: Preset) -> Vec<Text> {
    let levels: &[(&str, &str)] = match preset {
        Preset::YesNo => &[("ไม่ใช่", "No"), ("ใช่", "Yes")],
        Preset::Amount => &[("น้อยที่สุดหรือไม่มีเลย", "Least or none"), ("น้อย", "Little"), ("มาก", "Much"), ("มากที่สุด", "Most")],
        Preset::Satisfaction => &[
            ("น้อยที่สุด", "Not at all satisfied"),
            ("น้อย", "Not very satisfied"),
            ("ปานกลาง", "Neither"),
            ("มาก", "Satisfied"),
            ("มากที่สุด", "Very satisfied"),
        ],
    };
    levels.iter().map(|(thai, english)| Text::new(*thai, *english)).collect()
}

pub const fn kind_in_words(language: Language, kind: Kind) -> &'static str {
    match (language, kind) {
        (Language::Thai, Kind::Scale) => th!("มาตรวัดหลายระดับ"),
        (Language::Thai, Kind::YesNo) => th!("ใช่หรือไม่ใช่"),
        (Language::Thai, Kind::SingleChoice) => th!("เลือกหนึ่งข้อ"),
        (Language::Thai, Kind::MultipleChoice) => th!("เลือกได้หลายข้อ"),
        (Language::Thai, Kind::Number) => th!("ตัวเลข"),
        (Language::Thai, Kind::ShortText) => th!("ข้อความสั้น"),
        (Language::Thai, Kind::LongText) => th!("ข้อความยาว"),
        (Language::Thai, Kind::Ranking) => th!("จัดลำดับ"),
        (Language::Thai, Kind::Ballot) => th!("ลงคะแนน"),
        (Language::Thai, Kind::Heading) => th!("หัวข้อคั่น"),
        (Language::English, Kind::Scale) => "Scale",
        (Language::English, Kind::YesNo) => "Yes or no",
        (Language::English, Kind::SingleChoice) => "One choice",
        (Language::English, Kind::MultipleChoice) => "Several choices",
        (Language::English, Kind::Number) => "Number",
        (Language::English, Kind::ShortText) => "Short text",
        (Language::English, Kind::LongText) => "Long text",
        (Language::English, Kind::Ranking) => "Ranking",
        (Language::English, Kind::Ballot) => "Vote",
        (Language::English, Kind::Heading) => "Heading",
    }
}
