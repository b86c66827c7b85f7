//! All that a letter needs to know beside its text: plain data, and nobody's name.

use super::{
    Variable,
    words::{self, Values},
};
use crate::language::Language;

#[derive(Clone, Debug, Default)]
pub struct Occasion {
    pub language: Language,
    pub survey: String,
    /// `2/2569`
    pub round: String,
    pub department: String,
    pub contact: String,
    /// The last day.
    pub closes: String,
    pub questions: usize,
    pub minutes: usize,
    /// How many have answered at least, as it is shown; none while nothing is shown.
    pub answered: Option<i32>,
    /// How many are on the roll.
    pub all: i32,
    pub link: String,
    pub stop: String,
    pub about: String,
    /// Where the same fingerprints stand for everyone.
    pub public_page: String,
    /// In groups of four, once the survey is open.
    pub paper: Option<String>,
    /// Of the group that the reader belongs to.
    pub key: Option<String>,
}

impl Occasion {
    /// What stands for a variable; empty where there is nothing to be told.
    pub fn value(&self, variable: Variable) -> String {
        let say: &Values = words::values(self.language);
        let or = |text: &str, otherwise: &str| if text.is_empty() { otherwise.to_owned() } else { text.to_owned() };
        match variable {
            Variable::Link => self.link.clone(),
            Variable::Stop => self.stop.clone(),
            Variable::About => self.about.clone(),
            Variable::Closes => or(&self.closes, say.no_close),
            Variable::Questions => self.questions.to_string(),
            Variable::Minutes => self.minutes.to_string(),
            Variable::Department => self.department.clone(),
            Variable::Round => self.round.clone(),
            Variable::Survey => self.survey.clone(),
            Variable::Answered => self.answered.map(say.at_least).unwrap_or_default(),
            Variable::All => self.all.to_string(),
            Variable::Contact => or(&self.contact, say.no_contact),
        }
    }
}
