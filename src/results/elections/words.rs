//! What came of an election, in words.

use super::{Fate, Outcome};
use crate::{
    language::{Language, digits::grouped, fill, th},
    results::Released,
};

pub struct Words {
    pub result: &'static str,
    pub candidate: &'static str,
    pub votes: &'static str,
    pub share: &'static str,
    pub share_note: &'static str,
    pub outcome: &'static str,
    pub chosen: &'static str,
    pub level: &'static str,
    pub blank: &'static str,
    pub spoilt: &'static str,
    pub spoilt_meaning: &'static str,
    pub silent: &'static str,
    pub silent_meaning: &'static str,
    pub rule: &'static str,
    pub check: &'static str,
    pub check_lead: &'static str,
    pub bulletin: &'static str,
}

pub const fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    result: th!("ผลการลงคะแนน"),
    candidate: th!("ผู้สมัคร"),
    votes: th!("คะแนน"),
    share: th!("ร้อยละ"),
    share_note: th!("ร้อยละของบัตรที่ลงคะแนนในข้อนี้ รวมบัตรไม่~ประสงค์ลงคะแนน"),
    outcome: th!("ผล"),
    chosen: th!("ได้รับเลือก"),
    level: th!("คะแนนเท่ากัน"),
    blank: th!("ไม่~ประสงค์ลงคะแนน"),
    spoilt: th!("บัตรเสีย"),
    spoilt_meaning: th!("เปิดไม่ได้ หรือเลือกสิ่งที่บัตรไม่มีให้เลือก จึงไม่นับ"),
    silent: th!("เว้นไว้"),
    silent_meaning: th!("ส่งบัตรโดยไม่ลงคะแนนในข้อนี้"),
    rule: th!("กติกาที่แจ้งไว้บนบัตร"),
    check: th!("ตรวจการนับคะแนนด้วยตนเอง"),
    check_lead: th!("ทุกคนที่ลงคะแนนตรวจได้ว่าบัตรของตนถูกนับ และใครก็ตรวจได้ว่าบัตรที่นับมาจากผู้มีสิทธิทุกใบ โดยไม่มีใครรู้ว่าใครเลือกใคร"),
    bulletin: th!("ประกาศรายการบัตรที่นับ"),
};

static ENGLISH: Words = Words {
    result: "Result of the vote",
    candidate: "Candidate",
    votes: "Votes",
    share: "Per cent",
    share_note: "Of the ballots cast here, blank ones among them.",
    outcome: "Outcome",
    chosen: "Chosen",
    level: "As many votes",
    blank: "Blank votes",
    spoilt: "Spoilt ballots",
    spoilt_meaning: "Could not be opened, or hold what the ballot does not offer: not counted",
    silent: "Left open",
    silent_meaning: "Handed in without a vote here",
    rule: "The rule that stood on the ballot",
    check: "Check the count yourself",
    check_lead: "Everybody who voted can see that their ballot was counted, and anybody can check that every counted ballot came from somebody entitled, without learning who voted for whom.",
    bulletin: "The list of counted ballots",
};

/// Who is chosen, or what is still to be decided.
pub fn heading(outcome: &Outcome, language: Language) -> String {
    let name = |stand: &super::Stand| stand.name.say(language).to_owned();
    let chosen: Vec<String> = outcome.with(Fate::Chosen).map(name).collect();
    let level: Vec<String> = outcome.with(Fate::Level).map(name).collect();
    let votes = |fate| grouped(outcome.with(fate).map(|stand| stand.votes).next().unwrap_or_default().into());
    let (chosen_names, level_names) = (listed(&chosen, language), listed(&level, language));
    let first = match (language, chosen.len()) {
        (_, 0) => None,
        (Language::Thai, 1) => Some(fill(th!("{} ได้รับเลือก ด้วย {}_คะแนน"), &[&chosen_names, &votes(Fate::Chosen)])),
        (Language::Thai, _) => Some(fill(th!("{} ได้รับเลือก"), &[&chosen_names])),
        (Language::English, 1) => Some(format!("{chosen_names} is chosen, with {} votes", votes(Fate::Chosen))),
        (Language::English, _) => Some(format!("{chosen_names} are chosen")),
    };
    let second = (!level.is_empty()).then(|| match language {
        Language::Thai => fill(th!("{} ได้ {}_คะแนนเท่ากัน สำหรับ {}_ที่"), &[&level_names, &votes(Fate::Level), &outcome.open_seats]),
        Language::English => {
            let seats = if outcome.open_seats == 1 { "seat" } else { "seats" };
            format!("{level_names} have {} votes each, for {} {seats}", votes(Fate::Level), outcome.open_seats)
        }
    });
    let nobody = match language {
        Language::Thai => th!("ไม่มีผู้ได้รับเลือก"),
        Language::English => "Nobody is chosen",
    };
    let said: Vec<String> = [first, second].into_iter().flatten().collect();
    if said.is_empty() { nobody.to_owned() } else { said.join(" · ") }
}

fn listed(names: &[String], language: Language) -> String {
    let and = match language {
        Language::Thai => th!(" และ "),
        Language::English => " and ",
    };
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{}{and}{last}", others.join(", ")),
        None => String::new(),
    }
}

/// How many voted, of how many.
pub fn turnout(released: &Released, language: Language) -> String {
    let figures = &released.figures;
    let ballots = grouped((figures.counted + figures.spoilt.unwrap_or_default()).into());
    match (language, figures.roll) {
        (Language::Thai, Some(roll)) => fill(th!("มีผู้ลงคะแนน {}_คน จากผู้มีสิทธิ {}_คน"), &[&ballots, &grouped(roll.into())]),
        (Language::Thai, None) => fill(th!("มีบัตรลงคะแนน {}_ใบ"), &[&ballots]),
        (Language::English, Some(roll)) => format!("{ballots} of {} people voted", grouped(roll.into())),
        (Language::English, None) => format!("{ballots} ballots"),
    }
}
