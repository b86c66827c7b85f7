//! One letter to one owner: their steps, the months that nothing is known of, and where the plans stand.

use super::{
    follow_up::{Round, due_day},
    months::month,
    warnings::Unsaid,
    words::letters::words,
};
use crate::{
    address::EmailAddress,
    language::{FiscalYear, Language, dates, plain},
    mail::Letter,
};
use jiff::civil::Date;

/// Of one plan, what one owner is asked about.
pub struct Asked<'plan> {
    pub title: &'plan str,
    pub link: String,
    pub year: FiscalYear,
    pub unsaid: Vec<Unsaid<'plan>>,
}

pub fn to_owner(email: &EmailAddress, language: Language, round: Round, today: Date, asked: &[Asked]) -> Letter {
    let say = words(language);
    let due = plain(&dates::long(due_day(today), language));
    let (subject, lead) = match round {
        Round::First => (say.subject, (say.lead)(&due)),
        Round::Reminder => (say.subject_again, (say.lead_again)(&due)),
    };
    let mut letter = Letter::new(email.clone(), language, subject).paragraph(lead);
    for plan in asked {
        for line in lines(plan, language) {
            letter = letter.paragraph(line);
        }
        letter = letter.link((say.open)(plan.title), plan.link.clone());
    }
    letter.note(say.foot)
}

/// One for each step, with its months in order.
fn lines(plan: &Asked, language: Language) -> Vec<String> {
    let mut steps: Vec<(&str, Vec<String>)> = Vec::new();
    let mut last = None;
    for one in &plan.unsaid {
        let name = month(plan.year, one.month).map(|month| plain(&month.short(language))).unwrap_or_default();
        if last == Some(one.step.id)
            && let Some((_, months)) = steps.last_mut()
        {
            months.push(name);
        } else {
            steps.push((&one.step.task.text, vec![name]));
        }
        last = Some(one.step.id);
    }
    steps.into_iter().map(|(text, months)| (words(language).step)(text, &months.join(", "))).collect()
}
