//! The roster as a file, to look through in a spreadsheet or to put right and import again.
//!
//! Read a page at a time, so that only the file itself grows. Days have the month by name: no
//! program takes them for another day, whatever it thinks of eras and of which number comes first.

use diesel::QueryResult;

use super::{
    Filter, Listed, Who, store,
    words::roster::{Words, words},
};
use crate::{
    db::RegisterConn,
    language::{Language, dates, plain},
    sheets::csv,
};

const PAGE: i64 = 2_000;

/// What stands at the beginning of a CSV file, and only there.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The file, and how many people are in it.
pub fn roster_file(conn: &mut RegisterConn, filter: &Filter, language: Language) -> QueryResult<(Vec<u8>, usize)> {
    let say = words(language);
    let mut file = csv(std::iter::once(headings(say, filter.who)));
    let mut people = 0;
    loop {
        let page = store::page(conn, filter, i64::try_from(people).unwrap_or(i64::MAX), PAGE)?;
        if page.is_empty() {
            return Ok((file, people));
        }
        people += page.len();
        let rows = csv(page.iter().map(|person| cells(person, say, filter.who, language)));
        file.extend_from_slice(rows.strip_prefix(MARK).unwrap_or(&rows));
    }
}

/// As an import recognises them.
fn headings(say: &Words, who: Who) -> Vec<String> {
    let mut headings = vec![say.number, say.name, say.unit, say.category, say.started, say.email, say.language];
    if who == Who::Departed {
        headings.push(say.departure);
    }
    headings.into_iter().map(plain).collect()
}

fn cells(person: &Listed, say: &Words, who: Who, language: Language) -> Vec<String> {
    let day = |day| plain(&dates::short(day, language));
    let letters = match person.language {
        None => "",
        Some(Language::Thai) => say.thai,
        Some(Language::English) => say.english,
    };
    let mut cells = vec![
        person.number.as_str().to_owned(),
        person.name.as_str().to_owned(),
        person.unit.as_str().to_owned(),
        person.category.as_str().to_owned(),
        person.started.map(day).unwrap_or_default(),
        person.email.as_ref().map(|email| email.reveal().to_owned()).unwrap_or_default(),
        letters.to_owned(),
    ];
    if who == Who::Departed {
        cells.push(person.departed.map(day).unwrap_or_default());
    }
    cells
}
