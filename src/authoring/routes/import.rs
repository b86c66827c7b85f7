//! A questionnaire out of a file of ours or of another program.

use actix_web::{HttpResponse, web};

use super::{desk::make, files::attachment};
use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    authoring::{Origin, add, edits::settle_codes, pages::import as pages, starters, words::library::words},
    exchange::{self, Imported, words as of_exchange},
    instruments::{Instrument, Text, limits},
    language::Language,
    web::{Failure, Faults, Upload},
};

/// Nobody reads more about one file.
const LOSSES: usize = 5_000;

/// `GET` [`crate::web::at::INSTRUMENT_IMPORT`]
pub async fn choose(who: May<MakeSurveys>) -> HttpResponse {
    pages::choose(&who.visit, Language::Thai, &Faults::none())
}

/// `POST` [`crate::web::at::INSTRUMENT_IMPORT`]. Pressed twice, it adds one.
pub async fn upload(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    upload: Result<Upload<{ limits::FILE }>, Failure>,
) -> Result<HttpResponse, Failure> {
    let language = who.visit.language;
    let refused = |sentence: &str, of: Language| Ok(pages::choose(&who.visit, of, &Faults::one("file", sentence)));
    let upload = match upload {
        Err(Failure::TooLarge) => return refused(words(language).file_too_large, Language::Thai),
        other => who.visit.accept_upload(other?)?,
    };
    let of = Language::from_code(upload.form.text("language")).unwrap_or(Language::Thai);
    if upload.file.is_empty() && upload.file_name.is_empty() {
        return refused(words(language).file_missing, of);
    }
    let (file, name) = (upload.file, upload.file_name);
    let read = web::block(move || exchange::read_any(&file, &name, Some(of))).await.map_err(Failure::broken)?;
    let imported = match read {
        Ok(imported) => imported,
        Err(refusal) => return refused(&of_exchange::refused_in_words(language, &refusal), of),
    };
    let Some((instrument, losses)) = settled(imported) else {
        return refused(words(language).losses_too_many, of);
    };
    make(&who, &gate, upload.form.key, "imported", move |conn, hand, dice| {
        add(conn, hand, instrument.clone(), Origin::File { losses: losses.clone() }, None, dice)
    })
    .await
}

/// With codes that have addresses, and everything that is different now, said in both languages;
/// nothing where that is more than anybody reads.
fn settled(imported: Imported) -> Option<(Instrument, Option<String>)> {
    let Imported { mut instrument, losses } = imported;
    if losses.len() > LOSSES {
        return None;
    }
    let mut said: Vec<Text> = losses
        .iter()
        .map(|loss| {
            Text::new(of_exchange::loss_in_words(Language::Thai, loss), of_exchange::loss_in_words(Language::English, loss))
        })
        .collect();
    said.extend(settle_codes(&mut instrument).into_iter().map(|renamed| {
        let in_words = |language| (words(language).code_line)(renamed.from.as_str(), renamed.to.as_str());
        Text::new(in_words(Language::Thai), in_words(Language::English))
    }));
    let losses = (!said.is_empty()).then(|| serde_json::to_string(&said).unwrap_or_default());
    Some((instrument, losses))
}

/// `GET` [`crate::web::at::INSTRUMENT_SAMPLE`]: one of the models as XLSForm.
pub async fn sample(_who: May<MakeSurveys>) -> Result<HttpResponse, Failure> {
    let model = starters().into_iter().next_back().ok_or(Failure::NotFound)?;
    let file = web::block(move || exchange::xlsform::write(&model.instrument)).await.map_err(Failure::broken)?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(attachment(kind, "sample.xlsx", file.map_err(Failure::broken)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Loss, LossKind, Place};

    #[test]
    fn a_file_of_which_too_little_is_left_is_refused() {
        let loss = Loss { place: Place::File, what: LossKind::TypeLeftOut, quoted: String::new() };
        let of = |count: usize| {
            let instrument = Instrument::new("x", Text::default());
            settled(Imported { instrument, losses: vec![loss.clone(); count] })
        };
        assert!(of(LOSSES).is_some());
        assert!(of(LOSSES + 1).is_none());
    }
}
