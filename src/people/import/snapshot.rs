//! A person written down, to be put back: how they were before an import changed them.

use serde::{Deserialize, Serialize};

use crate::{
    address::EmailAddress,
    language::Language,
    people::{Category, EmployeeNumber, Name, Person},
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Snapshot {
    pub id: String,
    pub number: String,
    pub name: String,
    pub unit: String,
    pub category: String,
    pub email: Option<String>,
    pub language: Option<String>,
    pub started: Option<String>,
    pub departed: Option<String>,
}

impl Snapshot {
    pub fn of(person: &Person) -> Self {
        Self {
            id: person.id.to_string(),
            number: person.number.as_str().to_owned(),
            name: person.name.as_str().to_owned(),
            unit: person.unit.to_string(),
            category: person.category.as_str().to_owned(),
            email: person.email.as_ref().map(|email| email.reveal().to_owned()),
            language: person.language.map(|language| language.code().to_owned()),
            started: person.started.map(|day| day.to_string()),
            departed: person.departed.map(|day| day.to_string()),
        }
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// `None` if that is no person any more: another version wrote it.
    pub fn person(json: &str) -> Option<Person> {
        let written: Self = serde_json::from_str(json).ok()?;
        // What cannot be read back is not put back: better no undoing than half of one.
        let email = written.email.as_deref().map(EmailAddress::parse).transpose().ok()?;
        let language = written.language.as_deref().map(|code| Language::from_code(code).ok_or(())).transpose().ok()?;
        let day = |text: Option<String>| text.map(|text| text.parse().ok()).map_or(Some(None), |day| day.map(Some));
        Some(Person {
            id: written.id.parse().ok()?,
            number: EmployeeNumber::parse(&written.number).ok()?,
            name: Name::parse(&written.name).ok()?,
            unit: written.unit.parse().ok()?,
            category: Category::parse(&written.category).ok()?,
            email,
            language,
            started: day(written.started)?,
            departed: day(written.departed)?,
        })
    }
}
