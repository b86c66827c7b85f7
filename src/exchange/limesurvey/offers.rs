//! What a question offers: its answers, or its sub-questions.

use std::collections::BTreeMap;

use super::{
    document::Row,
    questions::Questions,
    survey::{field, ordered},
};
use crate::{
    exchange::{Loss, LossKind, Place, naming::Names},
    instruments::{Choice, Code, Text},
};

/// A choice or a sub-question as it stands in the file.
pub(super) struct Offer {
    pub(super) name: String,
    pub(super) text: Text,
}

impl Questions<'_> {
    pub(super) fn answers(&mut self, question: &Row) -> Vec<Offer> {
        let qid = field(question, "qid");
        let place = Place::Question(field(question, "title").to_owned());
        let rows = self.of_answers.get(qid).cloned().unwrap_or_default();
        let rows = rows.into_iter().filter(|row| scale(row) == "0");
        let (mut options, mut worth) = (Vec::new(), Vec::new());
        for row in ordered(rows, &["code"], "sortorder") {
            if !matches!(field(row, "assessment_value"), "" | "0") {
                worth.push(format!("{} = {}", field(row, "code"), field(row, "assessment_value")));
            }
            let inline = format!("{qid} {} {}", scale(row), field(row, "code"));
            let texts = self.answers.get(field(row, "aid")).or_else(|| self.answers.get(&inline)).cloned().unwrap_or_default();
            let text = self.languages.text(&texts, "", &place, &mut self.losses);
            options.push(Offer { name: field(row, "code").to_owned(), text });
        }
        if !worth.is_empty() {
            let quoted = format!("assessment_value: {}", worth.join(", "));
            self.losses.push(Loss::new(place, LossKind::SettingLeftOut, &quoted));
        }
        options
    }

    pub(super) fn subs(&mut self, question: &Row) -> Vec<Offer> {
        let qid = field(question, "qid");
        let place = Place::Question(field(question, "title").to_owned());
        let rows: Vec<&Row> = self.of_parents.iter().filter_map(|index| index.get(qid)).flatten().copied().collect();
        let rows = rows.into_iter().filter(|row| !matches!(qid, "" | "0") && scale(row) == "0");
        let mut options = Vec::new();
        for row in ordered(rows, &["qid"], "question_order") {
            let text = self.languages.text(&self.words, field(row, "qid"), &place, &mut self.losses);
            if !matches!(field(row, "relevance"), "" | "1") {
                let quoted = format!("{}: {}", field(row, "title"), field(row, "relevance"));
                self.losses.push(Loss::new(place.clone(), LossKind::ConditionLeftOut, &quoted));
            }
            options.push(Offer { name: field(row, "title").to_owned(), text });
        }
        options
    }

    pub(super) fn choices(&mut self, place: &Place, options: &[Offer]) -> (Vec<Choice>, BTreeMap<String, Code>) {
        let (mut names, mut codes, mut choices) = (Names::default(), BTreeMap::new(), Vec::new());
        for option in options {
            let (code, _) = names.give(&option.name, "choice");
            self.renamed(place, &option.name, &code);
            codes.insert(option.name.clone(), code.clone());
            choices.push(Choice { code, label: option.text.clone(), line: Text::default() });
        }
        (choices, codes)
    }

    /// Capitals are the custom there: only what is more than that is worth a line.
    pub(super) fn renamed(&mut self, place: &Place, name: &str, code: &Code) {
        if code.as_str() != name.to_ascii_lowercase() {
            self.losses.push(Loss::new(place.clone(), LossKind::Renamed, &format!("{name} → {code}")));
        }
    }
}

/// The first axis of an array has no number in older versions.
pub(super) fn scale(row: &Row) -> &str {
    match field(row, "scale_id") {
        "" => "0",
        scale => scale,
    }
}
