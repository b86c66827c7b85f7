//! The sentences around questions, on the page, on the check page and on paper.

use crate::language::{Language, fill, th};

pub struct Words {
    pub part_of: fn(usize, usize) -> String,
    pub questions_of: fn(usize, usize, usize) -> String,
    pub question: fn(&str) -> String,
    pub optional: &'static str,
    pub reversed: &'static str,
    pub reversed_short: &'static str,
    /// Which words the sentence turns on, and what follows for both ends.
    pub cue: &'static str,
    pub cue_turns_on: &'static str,
    pub cue_none: &'static str,
    pub cue_much: &'static str,
    pub cue_two_turns_on: &'static str,
    pub cue_two_none: &'static str,
    pub cue_two_much: &'static str,
    pub decline: &'static str,
    pub blank: &'static str,
    pub choose_between: fn(usize, usize, usize) -> String,
    pub vote_for: fn(usize) -> String,
    pub number_bounds: fn(Option<&str>, Option<&str>) -> String,
    pub decimals: fn(u8) -> String,
    pub short_hint: fn(&str) -> String,
    pub long_hint: fn(&str) -> String,
    pub rank_hint: fn(usize) -> String,
    pub place: fn(usize) -> String,
    pub not_ranked: &'static str,

    pub check_title: &'static str,
    pub check_lead: &'static str,
    pub check_reversed: fn(&[String]) -> String,
    pub send: &'static str,
    pub you_said: &'static str,
    pub not_answered: &'static str,
    pub change: &'static str,
    pub change_which: fn(&str) -> String,

    pub only_those: fn(&str) -> String,
    pub paper_hint: &'static str,
    pub paper_rank: fn(usize) -> String,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    part_of: |part, parts| fill(th!("ตอนที่_{} จาก_{}"), &[&part, &parts]),
    questions_of: |first, last, all| {
        if first == last {
            fill(th!("ข้อ_{} จาก_{}"), &[&first, &all])
        } else {
            fill(th!("ข้อ_{}–{} จาก_{}"), &[&first, &last, &all])
        }
    },
    question: |number| fill(th!("ข้อ_{}"), &[&number]),
    optional: th!("(ไม่บังคับ)"),
    reversed: th!("ทิศกลับจากข้ออื่น"),
    reversed_short: th!("ทิศกลับ"),
    cue: th!("ข้อนี้ถามว่าเรื่องนี้"),
    cue_turns_on: th!("เกิดขึ้นแค่ไหน"),
    cue_none: th!("ไม่เกิดเลย เลือก"),
    cue_much: th!("เกิดมาก เลือก"),
    cue_two_turns_on: th!("เกิดขึ้นหรือไม่"),
    cue_two_none: th!("ไม่เกิด เลือก"),
    cue_two_much: th!("เกิดขึ้น เลือก"),
    decline: th!("ไม่~ทราบ / ขอไม่~ตอบ"),
    blank: th!("ไม่~ประสงค์ลงคะแนน"),
    choose_between: |least, most, all| {
        if least == most {
            return fill(th!("เลือก {}_ตัวเลือก"), &[&most]);
        }
        match (least > 1, most < all) {
            (false, false) => th!("เลือกได้มากกว่าหนึ่งตัวเลือก").to_owned(),
            (true, false) => fill(th!("เลือกอย่างน้อย {}_ตัวเลือก"), &[&least]),
            (false, true) => fill(th!("เลือกได้ไม่เกิน {}_ตัวเลือก"), &[&most]),
            (true, true) => fill(th!("เลือก {}_ถึง_{}_ตัวเลือก"), &[&least, &most]),
        }
    },
    vote_for: |most| match most {
        1 => th!("เลือกผู้สมัครได้ 1 คน").to_owned(),
        _ => fill(th!("เลือกผู้สมัครได้ไม่เกิน {}_คน"), &[&most]),
    },
    number_bounds: |least, most| match (least, most) {
        (Some(least), Some(most)) => fill(th!("ใส่ตัวเลขตั้งแต่ {} ถึง_{}"), &[&least, &most]),
        (Some(least), None) => fill(th!("ใส่ตัวเลขตั้งแต่ {} ขึ้นไป"), &[&least]),
        (None, Some(most)) => fill(th!("ใส่ตัวเลขไม่เกิน {}"), &[&most]),
        (None, None) => th!("ใส่ตัวเลข").to_owned(),
    },
    decimals: |count| fill(th!(" มีทศนิยมได้ไม่เกิน {}_ตำแหน่ง"), &[&count]),
    short_hint: |longest| fill(th!("ไม่เกิน {}_ตัวอักษร"), &[&longest]),
    long_hint: |longest| fill(th!("เล่าเรื่องได้โดยไม่ต้องบอกชื่อคนหรือชื่อโครงการ ไม่เกิน {}_ตัวอักษร"), &[&longest]),
    rank_hint: |places| match places {
        1 => th!("เลือกสิ่งที่ท่านให้เป็นอันดับ_1").to_owned(),
        _ => fill(th!("เลือกให้ครบ {}_อันดับ แต่ละตัวเลือกใช้ได้ครั้งเดียว"), &[&places]),
    },
    place: |place| fill(th!("อันดับ_{}"), &[&place]),
    not_ranked: th!("ยังไม่ได้เลือก"),
    check_title: th!("ทวนคำตอบ แล้วกดส่ง"),
    check_lead: th!("ยังไม่มีการส่งคำตอบจนกว่าท่านจะกดปุ่มด้าน~ล่าง"),
    check_reversed: |numbers| {
        let named: Vec<_> = numbers.iter().map(|number| fill(th!("ข้อ_{}"), &[number])).collect();
        let named = match named.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} และ{last}", others.join(" ")),
            None => String::new(),
        };
        fill(th!("{} ถามคนละทิศกับข้ออื่น อ่านคำตอบอีกครั้งว่าตรงกับที่ตั้งใจ ถ้าตรงแล้วไม่ต้องแก้"), &[&named])
    },
    send: th!("ส่งคำตอบ"),
    you_said: th!("ท่านตอบว่า:"),
    not_answered: th!("ไม่ได้ตอบ"),
    change: th!("แก้ไข"),
    change_which: |number| fill(th!(" คำตอบข้อ_{}"), &[&number]),
    only_those: |clause| fill(th!("ตอบเฉพาะผู้ที่{}"), &[&clause]),
    paper_hint: th!("ทำเครื่องหมายหน้าคำตอบที่ท่านเลือก ไม่ต้องเขียนชื่อของท่าน"),
    paper_rank: |places| fill(th!("เขียนเลข 1 ถึง_{} หน้าตัวเลือก 1 คืออันดับแรก"), &[&places]),
};

static ENGLISH: Words = Words {
    part_of: |part, parts| format!("Part {part} of {parts}"),
    questions_of: |first, last, all| {
        if first == last { format!("question {first} of {all}") } else { format!("questions {first}–{last} of {all}") }
    },
    question: |number| format!("Question {number}"),
    optional: "(optional)",
    reversed: "Runs the other way",
    reversed_short: "Other way",
    cue: "This asks ",
    cue_turns_on: "how much it happens",
    cue_none: "Never: choose",
    cue_much: "A lot: choose",
    cue_two_turns_on: "whether it happens",
    cue_two_none: "It does not: choose",
    cue_two_much: "It does: choose",
    decline: "Don't know / prefer not to say",
    blank: "I vote for nobody",
    choose_between: |least, most, all| {
        if least == most {
            return format!("Choose {most}");
        }
        match (least > 1, most < all) {
            (false, false) => "Choose one or more".to_owned(),
            (true, false) => format!("Choose at least {least}"),
            (false, true) => format!("Choose up to {most}"),
            (true, true) => format!("Choose {least} to {most}"),
        }
    },
    vote_for: |most| match most {
        1 => "Choose 1 candidate".to_owned(),
        _ => format!("Choose up to {most} candidates"),
    },
    number_bounds: |least, most| match (least, most) {
        (Some(least), Some(most)) => format!("A number from {least} to {most}"),
        (Some(least), None) => format!("A number, {least} or more"),
        (None, Some(most)) => format!("A number, at most {most}"),
        (None, None) => "A number".to_owned(),
    },
    decimals: |count| format!(", up to {count} decimal {}", if count == 1 { "place" } else { "places" }),
    short_hint: |longest| format!("Up to {longest} characters"),
    long_hint: |longest| format!("Describe it without naming people or projects, up to {longest} characters"),
    rank_hint: |places| match places {
        1 => "Choose what you put first".to_owned(),
        _ => format!("Choose {places} places, each choice once"),
    },
    place: |place| format!("Place {place}"),
    not_ranked: "Not chosen yet",
    check_title: "Check your answers, then send",
    check_lead: "Nothing is sent until you press the button below.",
    check_reversed: |numbers| match numbers.split_last() {
        Some((only, [])) => {
            format!("Question {only} runs the other way. Read that answer again. If it is what you meant, leave it.")
        }
        Some((last, others)) => format!(
            "Questions {} and {last} run the other way. Read those answers again. If they are what you meant, leave them.",
            others.join(", ")
        ),
        None => String::new(),
    },
    send: "Send answers",
    you_said: "You said:",
    not_answered: "Not answered",
    change: "Change",
    change_which: |number| format!(" the answer to question {number}"),
    only_those: |clause| format!("Only if {clause}"),
    paper_hint: "Mark the answer you choose. Do not write your name.",
    paper_rank: |places| format!("Write 1 to {places} in front of your choices; 1 is the first place."),
};
