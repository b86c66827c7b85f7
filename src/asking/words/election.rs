//! The rule of an election, as it stands on the ballot and beside what came of it.

use crate::{
    instruments::{Asks, Election, Item, Tie},
    language::{Language, fill, th},
};

pub fn tie_in_words(tie: Tie, language: Language) -> &'static str {
    match (language, tie) {
        (Language::Thai, Tie::Lots) => th!("จับสลากต่อหน้าทุกคน"),
        (Language::Thai, Tie::Again) => th!("ลงคะแนนใหม่เฉพาะผู้ที่คะแนนเท่ากัน"),
        (Language::Thai, Tie::Service) => th!("ผู้มีอายุราชการมากกว่าได้รับเลือก"),
        (Language::Thai, Tie::All) => th!("ได้รับเลือกทุกคนที่คะแนนเท่ากัน"),
        (Language::English, Tie::Lots) => "lots are drawn where everybody can watch",
        (Language::English, Tie::Again) => "there is another vote between them",
        (Language::English, Tie::Service) => "the one who has served longer is chosen",
        (Language::English, Tie::All) => "all of them are chosen",
    }
}

/// How many are chosen, what happens in a tie, and what everybody will be told. Nothing where it decides nothing.
pub fn rule_in_words(item: &Item, language: Language) -> String {
    let Some(Election { seats, tie }) = item.election() else { return String::new() };
    let tie = tie_in_words(tie, language);
    let mut said = match (language, seats) {
        (Language::Thai, seats) => fill(th!("ผู้ได้รับเลือก {}_คน ถ้าคะแนนเท่ากัน: {}"), &[&seats, &tie]),
        (Language::English, 1) => format!("1 candidate is chosen. If votes are equal, {tie}."),
        (Language::English, seats) => format!("{seats} candidates are chosen. If votes are equal, {tie}."),
    };
    if is_uncontested(item) {
        said += match language {
            Language::Thai => th!(" ผู้สมัครต้องได้คะแนนมากกว่าช่องไม่~ประสงค์ลงคะแนน"),
            Language::English => " A candidate needs more votes than there are blank ones.",
        };
    }
    said + match language {
        Language::Thai => th!(" คะแนนของผู้สมัครทุกคนจะประกาศครบ แม้ทุกคนเลือกเหมือนกัน"),
        Language::English => " The votes of every candidate are told, even if everybody chooses the same.",
    }
}

/// No more stand than are chosen, so that only a blank vote says no.
fn is_uncontested(item: &Item) -> bool {
    let seats = item.election().map_or(0, |election| usize::from(election.seats));
    matches!(item.asks, Asks::Ballot { blank: true, .. }) && item.choices().len() <= seats
}
