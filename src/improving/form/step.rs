//! A step, and how far it has come.

use super::text::{LINE_MOST, LONG_MOST, Reader, TEXT_MOST, is_link};
use crate::{
    address::EmailAddress,
    language::Language,
    plans::{MONTHS, Months, Status, Step, Task, Told},
    web::{Faults, Posted},
};

const NOTHING: &str = "-";

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepForm {
    pub text: String,
    /// Places in the fiscal year.
    pub months: Vec<String>,
    pub budget: String,
    pub owner: String,
    pub email: String,
    pub status: String,
    pub evidence: String,
    pub link: String,
    pub place: String,
    /// Where it stood when the form was drawn.
    pub stood: String,
    pub seen: i32,
}

fn all(form: &Posted, field: &str) -> Vec<String> {
    form.all(field).map(ToOwned::to_owned).collect()
}

pub fn ticked(months: Months) -> Vec<String> {
    months.places().map(|place| place.to_string()).collect()
}

fn months(ticked: &[String]) -> Months {
    Months::of(ticked.iter().filter_map(|place| place.parse().ok()))
}

impl StepForm {
    pub fn of(number: usize, step: &Step) -> Self {
        let Task { text, months, budget, owner, email, status, evidence, link } = &step.task;
        Self {
            text: text.clone(),
            months: ticked(*months),
            budget: budget.clone(),
            owner: owner.clone(),
            email: email.as_ref().map(|email| email.reveal().to_owned()).unwrap_or_default(),
            status: status.code().to_owned(),
            evidence: evidence.clone(),
            link: link.clone(),
            place: number.to_string(),
            stood: number.to_string(),
            seen: step.revision,
        }
    }

    pub fn posted(form: &Posted) -> Self {
        let text = |field| form.text(field).to_owned();
        Self {
            text: text("text"),
            months: all(form, "months"),
            budget: text("budget"),
            owner: text("owner"),
            email: text("email"),
            status: text("status"),
            evidence: text("evidence"),
            link: text("link"),
            place: text("place"),
            stood: text("stood"),
            seen: form.text("mark").parse().unwrap_or(-1),
        }
    }

    pub fn read(&self, language: Language) -> Result<Task, Faults> {
        let mut reader = Reader::new(language);
        let say = reader.say();
        let text = reader.lines("text", &self.text, TEXT_MOST, Some(say.step_missing));
        let budget = reader.line("budget", &self.budget, LINE_MOST, None);
        let owner = reader.line("owner", &self.owner, LINE_MOST, Some(say.owner_missing));
        let email = match self.email.as_str() {
            "" => Some(None),
            typed => reader.faults.take("email", EmailAddress::parse(typed).map(Some).map_err(|_| say.email_wrong)),
        };
        let status = reader.faults.take("status", Status::from_code(&self.status).ok_or(say.choose));
        let evidence = reader.lines("evidence", &self.evidence, LONG_MOST, None);
        let link = match self.link.as_str() {
            "" => Some(String::new()),
            typed => {
                let read = if is_link(typed) { reader.line("link", typed, LONG_MOST, None) } else { None };
                if read.is_none() {
                    reader.faults.add("link", say.link_wrong);
                }
                read
            }
        };
        match (text, budget, owner, email, status, evidence, link) {
            (Some(text), Some(budget), Some(owner), Some(email), Some(status), Some(evidence), Some(link)) => {
                let budget = if budget.is_empty() { NOTHING.to_owned() } else { budget };
                Ok(Task { text, months: months(&self.months), budget, owner, email, status, evidence, link })
            }
            _ => Err(reader.faults),
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgressForm {
    pub done: Vec<String>,
    pub status: String,
    pub month: String,
    pub text: String,
    pub seen: i32,
}

impl ProgressForm {
    /// `month`: the first about which nothing was said.
    pub fn of(step: &Step, month: Option<usize>) -> Self {
        Self {
            done: ticked(step.done),
            status: step.task.status.code().to_owned(),
            month: month.map(|place| place.to_string()).unwrap_or_default(),
            text: String::new(),
            seen: step.revision,
        }
    }

    pub fn posted(form: &Posted) -> Self {
        Self {
            done: all(form, "done"),
            status: form.text("status").to_owned(),
            month: form.text("month").to_owned(),
            text: form.text("text").to_owned(),
            seen: form.text("mark").parse().unwrap_or(-1),
        }
    }

    pub fn read(&self, by: &str, language: Language) -> Result<Told, Faults> {
        let mut reader = Reader::new(language);
        let say = reader.say();
        let status = reader.faults.take("status", Status::from_code(&self.status).ok_or(say.choose));
        let text = reader.lines("text", &self.text, LONG_MOST, None);
        let month = self.month.parse::<usize>().ok().filter(|place| *place < MONTHS);
        let note = match (text, month) {
            (Some(text), _) if text.is_empty() => Some(None),
            (Some(text), Some(month)) => Some(Some((month, text))),
            (Some(_), None) => {
                reader.faults.add("month", say.month_missing);
                None
            }
            (None, _) => None,
        };
        match (status, note) {
            (Some(status), Some(note)) => Ok(Told { done: months(&self.done), status, note, by: by.to_owned() }),
            _ => Err(reader.faults),
        }
    }
}
