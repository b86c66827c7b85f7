//! What the letters say. Pure.

use super::words::words;
use crate::{
    address::EmailAddress,
    language::{Language, plain},
    mail::Letter,
    meetings::{Meeting, words::when::when_in_words},
    papers,
    web::at,
};

pub struct Occasion<'it> {
    pub meeting: &'it Meeting,
    pub language: Language,
    pub department: &'it str,
    pub public_url: &'it str,
}

impl Occasion<'_> {
    fn address(&self, address: &str) -> String {
        format!("{}{}{address}", self.public_url, self.language.prefix())
    }
}

/// The hash stands behind the link too, where no server hears it: what the link leads to can be held against it.
pub fn invitation(on: &Occasion, link: &str, to: EmailAddress) -> Letter {
    let (say, plan) = (words(on.language), &on.meeting.plan);
    let title = on.meeting.name(on.language);
    let hash = on.meeting.promised.as_ref().map(|promised| promised.hash);
    let mark = hash.map(|hash| format!("#{}", hash.to_hex())).unwrap_or_default();
    let mut letter = Letter::new(to, on.language, (say.subject)(title)).paragraph((say.invites)(on.department, title));
    for line in when_in_words(on.meeting, on.language) {
        letter = letter.paragraph(plain(&line));
    }
    let answered_by = plan.answered_by.say(on.language);
    if !answered_by.is_empty() {
        letter = letter.paragraph((say.answered_by)(answered_by));
    }
    let about = plan.about.say(on.language);
    if !about.is_empty() {
        letter = letter.paragraph(about);
    }
    letter = letter.paragraph(match (plan.ways.by_seat, plan.ways.by_name) {
        (true, true) => say.both,
        (true, false) => say.by_seat,
        _ => say.by_name,
    });
    letter = letter.link(say.open, format!("{}{mark}", on.address(&at::clinic_link(link))));
    if !plan.is_standing() {
        letter = letter.note(format!("{} {}", say.calendar, on.address(&at::meeting_calendar(on.meeting.id))));
    }
    letter = letter.note(say.yours_alone);
    match hash {
        Some(hash) => letter.note(format!("{} {}", say.fingerprint, papers::in_groups(hash.as_bytes()))),
        None => letter,
    }
}

pub fn cancellation(on: &Occasion, to: EmailAddress) -> Letter {
    let say = words(on.language);
    let title = on.meeting.name(on.language);
    let letter = Letter::new(to, on.language, (say.cancelled_subject)(title)).paragraph((say.cancelled)(on.department, title));
    letter.paragraph(say.cancelled_kept)
}
