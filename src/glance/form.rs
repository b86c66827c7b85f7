//! One entry of the calendar, as it was typed.

use super::words::words;
use crate::{
    agenda::Wanted,
    language::{FiscalYear, Language},
    papers::InBoth,
    people::words::person::no_day_in_words,
    tidy::{Untidy, one_line},
    web::{
        Faults, Posted,
        parts::{NoDay, TypedDay},
    },
};

const WHAT_MOST: usize = 300;

#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub thai: String,
    pub english: String,
    pub first: TypedDay,
    pub last: TypedDay,
}

impl Typed {
    pub fn of(wanted: &Wanted) -> Self {
        let what = wanted.what.clone();
        Self { thai: what.th, english: what.en, first: wanted.first.into(), last: wanted.last.into() }
    }

    pub fn posted(form: &Posted) -> Self {
        let text = |name| form.text(name).to_owned();
        let day = |name| TypedDay::posted(form, name);
        Self { thai: text("what_thai"), english: text("what_english"), first: day("first"), last: day("last") }
    }

    /// It begins in that year. Without a last day it takes one.
    pub fn read(&self, year: FiscalYear, language: Language) -> Result<Wanted, Faults> {
        let say = words(language);
        let mut faults = Faults::none();
        let unfit = |_: Untidy| say.what_wrong;
        let thai = faults.take("what_thai", one_line(&self.thai, WHAT_MOST).map_err(unfit));
        let english = match one_line(&self.english, WHAT_MOST) {
            Err(Untidy::Missing) => Ok(String::new()),
            other => other.map_err(unfit),
        };
        let english = faults.take("what_english", english);
        let unread = |label: &str, fault: NoDay| no_day_in_words(language, label, fault);
        let first = match self.first.read() {
            Ok(Some(day)) if year.contains(day) => Ok(day),
            Ok(Some(_)) => Err((say.not_in_year)(year)),
            Ok(None) => Err(say.first_missing.to_owned()),
            Err(fault) => Err(unread(say.first, fault)),
        };
        let first = faults.take("first", first);
        let last = match (self.last.read(), first) {
            (Ok(Some(last)), Some(first)) if last < first => Err(say.backwards.to_owned()),
            (Ok(last), _) => Ok(last.or(first)),
            (Err(fault), _) => Err(unread(say.last, fault)),
        };
        let last = faults.take("last", last).flatten();
        match (thai, english, first, last) {
            (Some(th), Some(en), Some(first), Some(last)) => Ok(Wanted { what: InBoth { th, en }, first, last }),
            _ => Err(faults),
        }
    }
}
