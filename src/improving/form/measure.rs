//! A measure.

use super::text::{LONG_MOST, Reader, TEXT_MOST};
use crate::{
    ids::SurveyId,
    language::Language,
    people::words::person::no_day_in_words,
    plans::{Letter, Measure, Measured, Point, Wanted},
    web::{Faults, Posted, parts::TypedDay},
};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasureForm {
    pub letter: String,
    pub text: String,
    pub reason: String,
    pub topics: String,
    /// A round and a point in it, `…/item:i7`; or nothing.
    pub about: String,
    pub done: TypedDay,
    pub place: String,
    /// Where it stood when the form was drawn.
    pub stood: String,
    pub seen: i32,
}

impl MeasureForm {
    pub fn of(number: usize, it: &Measured) -> Self {
        let Measure { letter, text, reason, topics, about, done } = &it.measure;
        Self {
            letter: letter.map(Letter::code).unwrap_or_default().to_owned(),
            text: text.clone(),
            reason: reason.clone(),
            topics: topics.join("\n"),
            about: about.as_ref().map(|about| value(about.survey, &about.point)).unwrap_or_default(),
            done: done.map(TypedDay::from).unwrap_or_default(),
            place: number.to_string(),
            stood: number.to_string(),
            seen: it.revision,
        }
    }

    pub fn posted(form: &Posted) -> Self {
        Self {
            letter: form.text("letter").to_owned(),
            text: form.text("text").to_owned(),
            reason: form.text("reason").to_owned(),
            topics: form.text("topics").to_owned(),
            about: form.text("about").to_owned(),
            done: TypedDay::posted(form, "done"),
            place: form.text("place").to_owned(),
            stood: form.text("stood").to_owned(),
            seen: form.text("mark").parse().unwrap_or(-1),
        }
    }

    /// `offered`: the values of what it can be about.
    pub fn read(&self, offered: &[String], language: Language) -> Result<Measure, Faults> {
        let mut reader = Reader::new(language);
        let say = reader.say();
        let letter = match self.letter.as_str() {
            "" => Some(None),
            code => reader.faults.take("letter", Letter::from_code(code).map(Some).ok_or(say.choose)),
        };
        let text = reader.lines("text", &self.text, TEXT_MOST, Some(say.text_missing));
        let reason = reader.lines("reason", &self.reason, LONG_MOST, None);
        let topics = reader.lines("topics", &self.topics, LONG_MOST, None);
        let about = match self.about.as_str() {
            "" => Some(None),
            value => {
                let wanted = offered.iter().any(|one| one == value).then(|| wanted(value)).flatten();
                reader.faults.take("about", wanted.map(Some).ok_or(say.choose))
            }
        };
        let done = self.done.read().map_err(|fault| no_day_in_words(language, say.done, fault));
        let done = reader.faults.take("done", done);
        match (letter, text, reason, topics, about, done) {
            (Some(letter), Some(text), Some(reason), Some(topics), Some(about), Some(done)) => {
                let topics = topics.lines().map(ToOwned::to_owned).collect();
                Ok(Measure { letter, text, reason, topics, about, done })
            }
            _ => Err(reader.faults),
        }
    }
}

pub fn value(survey: SurveyId, point: &Point) -> String {
    format!("{survey}/{point}")
}

fn wanted(value: &str) -> Option<Wanted> {
    let (survey, point) = value.split_once('/')?;
    Some(Wanted { survey: survey.parse().ok()?, point: Point::read(point)? })
}
