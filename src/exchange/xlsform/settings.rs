//! What a form says about itself, and which language a text is in that does not say.

use super::{
    lists::place,
    own,
    sheet::{Line, Sheet, Tongue, Tongues, tongue},
};
use crate::{
    exchange::{Loss, LossKind, Place, Refused, naming::Names},
    instruments::{self, Assessment, Code, Instrument, Text},
    language::Language,
};

const TAKEN: [&str; 10] = [
    "form_title",
    "title",
    "form_id",
    "id_string",
    "default_language",
    "our::format",
    "our::title",
    "our::lead",
    "our::caution",
    "our::assessment",
];

/// Whether we wrote it ourselves.
pub(super) fn is_ours(settings: Option<&Sheet>) -> Result<bool, Refused> {
    let format = settings.and_then(|sheet| sheet.lines().next()).map(|line| line.cell("our::format")).unwrap_or_default();
    match format.parse::<u32>() {
        Ok(newer) if newer > instruments::FORMAT => Err(Refused::Instrument(instruments::Refused::Newer(newer))),
        _ => Ok(format == own::FORMAT),
    }
}

/// Where texts go, by the columns of labels and the default language.
pub(super) fn tongues(
    (survey, choices, settings): (&Sheet, Option<&Sheet>, Option<&Sheet>),
    wished: Option<Language>,
    exact: bool,
    losses: &mut Vec<Loss>,
) -> Tongues {
    let default = settings.and_then(|sheet| sheet.lines().next()).map(|line| line.cell("default_language")).unwrap_or_default();
    let named = match tongue(&default) {
        Tongue::Ours(language) => Some(language),
        _ => None,
    };
    let labels = || survey.columns.iter().filter(|column| column.key == "label");
    // The form knows better than whoever sends it in.
    let plain = named.or(wished).unwrap_or_default();
    let is_certain = named.is_some() && wished.is_none_or(|wished| wished == plain);
    let has_ours = labels().any(|column| !matches!(column.tongue, Tongue::Other(_)));
    let others = labels().filter_map(|column| match &column.tongue {
        Tongue::Other(name) => Some(name.clone()),
        _ => None,
    });
    let others: Vec<_> = others.collect();
    let adopted = others.iter().find(|name| **name == default).or(others.first()).filter(|_| !has_ours).cloned();
    let sheet = || Place::Sheet(survey.name.clone());
    for column in &survey.columns {
        match &column.tongue {
            Tongue::Other(name) if adopted.as_ref() == Some(name) && column.key == "label" => {
                losses.push(Loss::new(sheet(), LossKind::LanguageAssumed, &column.header));
            }
            Tongue::Other(name) if adopted.as_ref() != Some(name) => {
                losses.push(Loss::new(sheet(), LossKind::LanguageLeftOut, &column.header));
            }
            Tongue::None if column.key == "label" && !is_certain => {
                losses.push(Loss::new(sheet(), LossKind::LanguageAssumed, &column.header));
            }
            _ => {}
        }
    }
    for sheet in [choices, settings].into_iter().flatten() {
        let texts = sheet.columns.iter().filter(|column| ["label", "form_title", "title"].contains(&column.key.as_str()));
        for column in texts {
            if matches!(&column.tongue, Tongue::Other(name) if adopted.as_ref() != Some(name)) {
                losses.push(Loss::new(Place::Sheet(sheet.name.clone()), LossKind::LanguageLeftOut, &column.header));
            }
        }
    }
    Tongues { plain, adopted, exact }
}

/// An instrument with nothing in it yet, and the lists that are scales with their codes.
pub(super) fn instrument(
    settings: Option<&Sheet>,
    tongues: &Tongues,
    file_name: &str,
    losses: &mut Vec<Loss>,
) -> (Instrument, Vec<(String, Code)>) {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let Some(line) = settings.and_then(|sheet| sheet.lines().next()) else {
        let (code, _) = Names::default().give(stem, "form");
        return (Instrument::new(code, in_plain(stem, tongues)), Vec::new());
    };
    if let (Some(sheet), false) = (settings, tongues.exact) {
        for stray in sheet.lines().skip(1) {
            losses.push(Loss::new(place(stray), LossKind::Stray, &stray.cell("form_title")));
        }
        for (column, cell) in line.cells().filter(|(column, _)| !TAKEN.contains(&column.key.as_str())) {
            losses.push(Loss::new(place(line), LossKind::SettingLeftOut, &format!("{}: {}", column.header, cell.text())));
        }
    }
    let id = Some(line.cell("form_id")).filter(|id| !id.is_empty()).unwrap_or_else(|| line.cell("id_string"));
    let code = if tongues.exact { Code::new(id) } else { code(line, &id, stem, losses) };
    let mut instrument = Instrument::new(code, title(line, tongues, stem));
    instrument.lead = line.text("our::lead", tongues);
    instrument.caution = line.text("our::caution", tongues);
    instrument.assessment = assessment(line, losses);
    let scales = line.cell("our::scales");
    let scales = match serde_json::from_str(&scales) {
        Ok(scales) => scales,
        Err(_) if scales.is_empty() => Vec::new(),
        Err(_) => {
            losses.push(Loss::new(place(line), LossKind::SettingLeftOut, &format!("scales: {scales}")));
            Vec::new()
        }
    };
    (instrument, scales)
}

fn code(line: Line<'_>, id: &str, stem: &str, losses: &mut Vec<Loss>) -> Code {
    let (code, is_other) = Names::default().give(if id.is_empty() { stem } else { id }, "form");
    if is_other && !id.is_empty() {
        losses.push(Loss::new(place(line), LossKind::Renamed, &format!("{id} → {code}")));
    }
    code
}

fn assessment(line: Line<'_>, losses: &mut Vec<Loss>) -> Option<Assessment> {
    let cell = line.cell("our::assessment");
    let assessment = own::read_assessment(&cell);
    if assessment.is_none() && !cell.is_empty() {
        losses.push(Loss::new(place(line), LossKind::SettingLeftOut, &format!("assessment: {cell}")));
    }
    assessment
}

/// What stands in `form_title` wins where somebody has changed it after we wrote it.
fn title(line: Line<'_>, tongues: &Tongues, stem: &str) -> Text {
    let shown =
        Some(line.text("form_title", tongues)).filter(|text| !text.is_empty()).unwrap_or_else(|| line.text("title", tongues));
    let ours = line.text("our::title", tongues);
    let is_unchanged = shown.exactly(tongues.plain) == ours.in_language(Language::Thai).0;
    match () {
        () if tongues.exact && is_unchanged => ours,
        () if shown.is_empty() => in_plain(stem, tongues),
        () => Text { th: or(shown.th, ours.th), en: or(shown.en, ours.en) },
    }
}

fn or(text: String, other: String) -> String {
    if text.is_empty() { other } else { text }
}

fn in_plain(text: &str, tongues: &Tongues) -> Text {
    match tongues.plain {
        Language::Thai => Text::new(text, ""),
        Language::English => Text::new("", text),
    }
}
