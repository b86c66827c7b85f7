//! What is wrong with a form: every fault at once, each at its field.

use std::borrow::Cow;

/// Sentences for people, in the order of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(Vec<(Cow<'static, str>, String)>);

impl Faults {
    pub fn none() -> Self {
        Self::default()
    }

    pub fn one(field: impl Into<Cow<'static, str>>, sentence: impl Into<String>) -> Self {
        Self(vec![(field.into(), sentence.into())])
    }

    pub fn add(&mut self, field: impl Into<Cow<'static, str>>, sentence: impl Into<String>) {
        self.0.push((field.into(), sentence.into()));
    }

    /// The value, or the fault put down at its field.
    pub fn take<T>(&mut self, field: &'static str, value: Result<T, impl Into<String>>) -> Option<T> {
        value.map_err(|sentence| self.add(field, sentence)).ok()
    }

    /// The value, or all of another check's faults put down after these.
    pub fn take_all<T>(&mut self, value: Result<T, Self>) -> Option<T> {
        value.map_err(|Self(faults)| self.0.extend(faults)).ok()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn at(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, sentence)| sentence.as_str())
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.0.iter().map(|(field, sentence)| (field.as_ref(), sentence.as_str()))
    }
}
