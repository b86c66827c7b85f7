//! What the register knows for a letter about a survey, before it is anybody's letter.

use diesel::QueryResult;
use jiff::ToSpan as _;

use super::{Occasion, Text, store};
use crate::{
    authoring,
    campaigns::{self, Kind},
    clock::Moment,
    credentials::issue,
    db::RegisterConn,
    department,
    ids::StratumId,
    instruments::minutes_for,
    language::{Language, dates, plain},
    papers::{self, Slips},
    people,
    surveys::{Door, Survey},
    web::at,
};

/// Where nobody has a link of their own there is nobody to write to.
pub fn has_letters(survey: &Survey) -> bool {
    survey.terms.door == Door::Roll && survey.terms.slips == Slips::Named
}

pub fn text(conn: &mut RegisterConn, survey: &Survey, kind: Kind, language: Language) -> QueryResult<Text> {
    Ok(store::changed(conn, survey.id, kind, language)?.unwrap_or_else(|| Text::standard(kind, language)))
}

/// In which language somebody is written to. In English only about what has a name or a text in it.
pub fn language(conn: &mut RegisterConn, survey: &Survey, chosen: Option<Language>) -> QueryResult<Language> {
    let wanted = match chosen {
        Some(language) => language,
        None => department::current(conn)?.map(|department| department.first_language).unwrap_or_default(),
    };
    let is_offered = wanted == Language::Thai || !survey.name_english.is_empty() || store::any_in(conn, survey.id, wanted)?;
    Ok(if is_offered { wanted } else { Language::Thai })
}

/// `stratum`: the reader's; `link`: theirs, as it stands in addresses. `public_url`: where people reach us.
pub fn occasion(
    conn: &mut RegisterConn,
    survey: &Survey,
    language: Language,
    (stratum, link): (Option<StratumId>, &str),
    public_url: &str,
) -> QueryResult<Occasion> {
    let address = |address: &str| format!("{public_url}{}{address}", language.prefix());
    let version = match survey.instrument {
        Some(instrument) => authoring::find(conn, instrument)?,
        None => None,
    };
    let questions = version.map_or(0, |version| version.instrument.questions());
    let department = department::current(conn)?.unwrap_or_else(|| department::Department::unnamed(Moment::from_micros(0)));
    let name = |thai: String, english: String| if language == Language::English && !english.is_empty() { english } else { thai };
    let fingerprints = issue::fingerprints(conn, survey.id)?;
    let key = fingerprints.as_ref().and_then(|known| match stratum {
        Some(stratum) => known.key(stratum),
        None => known.keys.first().map(|(_, key)| key),
    });
    Ok(Occasion {
        language,
        survey: survey.name(language).to_owned(),
        round: format!("{}/{}", survey.round, survey.year.number()),
        department: name(department.name_thai, department.name_english),
        contact: name(department.contact_thai, department.contact_english),
        closes: survey.state.window().map(|window| last_day(window.closes, language)).unwrap_or_default(),
        questions,
        minutes: minutes_for(questions),
        answered: campaigns::shown_turnout(conn, survey.id)?,
        all: people::roll(conn, survey.id)?.map_or(0, |roll| roll.size()),
        link: address(&at::personal(link)),
        stop: address(&at::personal_stop(link)),
        about: address(at::ABOUT_ANSWERS),
        public_page: address(&at::survey(survey.id)),
        key: key.map(papers::in_groups),
        paper: fingerprints.map(|known| papers::in_groups(known.paper.as_bytes())),
    })
}

/// Who closes at midnight is answered until the day before.
fn last_day(closes: Moment, language: Language) -> String {
    let is_midnight = closes == Moment::start_of(closes.day());
    let day = if is_midnight { closes.day().saturating_sub(1.day()) } else { closes.day() };
    plain(&dates::short(day, language))
}
