//! When and where a session is, as pages and letters say it.

use crate::{
    clock::Moment,
    language::{Language, dates, fill, moment_in_words, th, times},
    meetings::Meeting,
    notices::Gathering,
};

pub fn moment(seconds: i64) -> Moment {
    Moment::from_micros(seconds.saturating_mul(1_000_000))
}

/// The day, and from when until when people meet.
pub fn gathering_in_words(gathering: &Gathering, language: Language) -> String {
    let (starts, ends) = (moment(gathering.starts).in_bangkok(), moment(gathering.ends).in_bangkok());
    let day = dates::long(starts.date(), language);
    let (from, until) = (times::write(starts.time(), language), times::write(ends.time(), language));
    match language {
        Language::Thai => fill(th!("{} เวลา {} ถึง {}"), &[&day, &from, &until]),
        Language::English => fill("{}, {} to {}", &[&day, &from, &until]),
    }
}

pub fn place_in_words(gathering: &Gathering, language: Language) -> Option<String> {
    let place = gathering.place.say(language);
    let said = match language {
        Language::Thai => fill(th!("ที่ {}"), &[&place]),
        Language::English => fill("At {}", &[&place]),
    };
    (!place.is_empty()).then_some(said)
}

/// From when until when contributions are taken.
pub fn collecting_in_words(meeting: &Meeting, language: Language) -> String {
    let opens = meeting.promised.as_ref().map_or(meeting.plan.opens, |promised| promised.opens);
    let opens = moment_in_words(language, moment(opens));
    match (meeting.closes.map(|closes| moment_in_words(language, closes)), language) {
        (Some(closes), Language::Thai) => fill(th!("รับเรื่องตั้งแต่ {} ถึง {}"), &[&opens, &closes]),
        (Some(closes), Language::English) => fill("Contributions are taken from {} to {}", &[&opens, &closes]),
        (None, Language::Thai) => fill(th!("รับเรื่องตั้งแต่ {} เป็นต้นไป"), &[&opens]),
        (None, Language::English) => fill("Contributions are taken from {} on", &[&opens]),
    }
}

/// Line by line.
pub fn when_in_words(meeting: &Meeting, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(gathering) = &meeting.plan.gathering {
        lines.push(gathering_in_words(gathering, language));
        lines.extend(place_in_words(gathering, language));
        if !gathering.online.is_empty() {
            lines.push(gathering.online.clone());
        }
    }
    lines.push(collecting_in_words(meeting, language));
    lines
}
