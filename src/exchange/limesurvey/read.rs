//! A survey of LimeSurvey as an instrument, with everything listed that it could not hold.

use std::collections::BTreeSet;

use super::{
    document::{Document, Row},
    questions::Questions,
    survey::{Languages, cut, field, is_never, ordered, texts},
};
use crate::{
    exchange::{Imported, Loss, LossKind, Place, Refused, expression::Dialect, naming::Names, subjects::Understood},
    instruments::{Instrument, Part},
    language::Language,
};

/// Tables that are read, row by row.
const READ: [&str; 12] = [
    "answers",
    "answer_l10ns",
    "group_l10ns",
    "groups",
    "question_attributes",
    "question_l10ns",
    "questions",
    "subquestions",
    "surveys",
    "surveys_languagesettings",
    "conditions",
    "languages",
];

pub fn read(file: &[u8]) -> Result<Imported, Refused> {
    let document = Document::of(file)?;
    if document.table("questions").is_empty() {
        return Err(Refused::NoQuestion);
    }
    let mut losses = Vec::new();
    let languages = Languages::of(&document, &mut losses);
    let mut instrument = heading(&document, &languages, &mut losses);
    let mut questions = Questions::new(&document, &languages, losses);
    let mut codes = Names::default();
    let text = |name: &str| texts(&document, &["groups", "group_l10ns"], "gid", name, "language");
    let (names, leads) = (text("group_name"), text("description"));
    for group in ordered(document.table("groups").iter(), &["gid"], "group_order") {
        let gid = field(group, "gid");
        let place = Place::Group(gid.to_owned());
        let part = Part {
            code: codes.give(&format!("g{gid}"), "part").0,
            title: languages.text(&names, gid, &place, &mut questions.losses),
            lead: languages.text(&leads, gid, &place, &mut questions.losses),
            ..Part::default()
        };
        instrument.parts.extend(filled(part, &place, group, &mut questions));
    }
    let (scales, found) = questions.finished();
    instrument.scales = scales;
    losses = found;
    left_out(&document, &mut losses);
    let said_why = |loss: &Loss| matches!(loss.what, LossKind::TypeLeftOut | LossKind::NeverShown);
    if instrument.parts.is_empty() && !losses.iter().any(said_why) {
        return Err(Refused::NoQuestion);
    }
    instrument.check_size().map_err(Refused::Instrument)?;
    Ok(Imported { instrument, losses })
}

/// Title and lead, from the texts of the survey.
fn heading(document: &Document, languages: &Languages, losses: &mut Vec<Loss>) -> Instrument {
    let mut text = |name: &str| {
        let key = "surveyls_survey_id";
        let texts = texts(document, &["surveys_languagesettings"], key, name, "surveyls_language");
        let of = document.table("surveys_languagesettings").first().map(|row| field(row, key)).unwrap_or_default();
        languages.text(&texts, of, &Place::File, losses)
    };
    let (title, description, welcome) = (text("surveyls_title"), text("surveyls_description"), text("surveyls_welcometext"));
    let thanks = text("surveyls_endtext");
    let joined = |one: &str, other: &str| [one, other].iter().filter(|it| !it.is_empty()).copied().collect::<Vec<_>>().join("\n");
    let number = document.table("surveys").first().map(|row| field(row, "sid")).unwrap_or_default();
    let mut instrument = Instrument::new(Names::default().give(&format!("survey_{number}"), "survey").0, title);
    instrument.lead.th = cut(joined(&description.th, &welcome.th), &Place::File, losses);
    instrument.lead.en = cut(joined(&description.en, &welcome.en), &Place::File, losses);
    if !thanks.is_empty() {
        losses.push(Loss::new(Place::File, LossKind::SettingLeftOut, &joined(&thanks.th, &thanks.en)));
    }
    instrument
}

/// The part with its condition and its items; none if there is nothing to ask.
fn filled(part: Part, place: &Place, group: &Row, questions: &mut Questions<'_>) -> Option<Part> {
    let relevance = field(group, "grelevance");
    if is_never(relevance) {
        questions.losses.push(Loss::new(place.clone(), LossKind::NeverShown, part.title.say(Language::Thai)));
        return None;
    }
    let show_if = match relevance {
        "" | "1" => None,
        _ => match questions.subjects.understand(relevance, Dialect::LimeSurvey) {
            Understood::When(condition) => Some(condition),
            Understood::Always => None,
            Understood::Not => {
                questions.losses.push(Loss::new(place.clone(), LossKind::ConditionLeftOut, relevance));
                None
            }
        },
    };
    if !field(group, "randomization_group").is_empty() {
        let quoted = format!("randomization_group: {}", field(group, "randomization_group"));
        questions.losses.push(Loss::new(place.clone(), LossKind::SettingLeftOut, &quoted));
    }
    let items = questions.of_group(field(group, "gid"));
    if items.is_empty() {
        questions.losses.push(Loss::new(place.clone(), LossKind::EmptyGroup, part.title.say(Language::Thai)));
        return None;
    }
    Some(Part { show_if, items, ..part })
}

/// Conditions of the old kind, and whatever else the file holds.
fn left_out(document: &Document, losses: &mut Vec<Loss>) {
    for row in document.table("conditions") {
        let quoted = format!("{} {} {}", field(row, "cfieldname"), field(row, "method"), field(row, "value"));
        losses.push(Loss::new(Place::Question(field(row, "qid").to_owned()), LossKind::ConditionLeftOut, &quoted));
    }
    for (table, rows) in document.tables().filter(|(table, rows)| !READ.contains(&table.as_str()) && !rows.is_empty()) {
        losses.push(Loss::new(Place::File, LossKind::TableLeftOut, &format!("{table} ({})", rows.len())));
    }
    let groups = document.by("groups", "gid");
    for row in document.table("questions").iter().filter(|row| !groups.contains_key(field(row, "gid"))) {
        let title = field(row, "title");
        losses.push(Loss::new(Place::Question(title.to_owned()), LossKind::Stray, title));
    }
    strays(document, losses);
    if !document.table("surveys").is_empty() {
        losses.push(Loss::new(Place::File, LossKind::TableLeftOut, "surveys"));
    }
}

/// Sub-questions and answers of no question, and questions that stand in the file twice.
fn strays(document: &Document, losses: &mut Vec<Loss>) {
    let is_main = |row: &&Row| matches!(field(row, "parent_qid"), "" | "0");
    let questions: BTreeSet<&str> = document.table("questions").iter().filter(is_main).map(|row| field(row, "qid")).collect();
    let mut stray = |row: &Row, name: &str, quoted: String| {
        losses.push(Loss::new(Place::Question(field(row, name).to_owned()), LossKind::Stray, &quoted));
    };
    for table in ["questions", "subquestions"] {
        let mut seen = BTreeSet::new();
        for row in document.table(table) {
            let is_sub = table == "subquestions" || !is_main(&row);
            // Older versions have a row for every language.
            if !seen.insert((field(row, "qid"), field(row, "language")))
                || (is_sub && !questions.contains(field(row, "parent_qid")))
            {
                stray(row, "title", format!("{table}: {}", field(row, "title")));
            }
        }
    }
    for row in document.table("answers").iter().filter(|row| !questions.contains(field(row, "qid"))) {
        stray(row, "qid", format!("answers: {} {}", field(row, "code"), field(row, "answer")));
    }
}
