//! Changing what a letter says, and going back. Noted in the diary, also while the survey is open.

use diesel::QueryResult;

use super::{Text, store};
use crate::{
    accounts::{self, Actor, Deed},
    campaigns::Kind,
    clock::Moment,
    db::RegisterConn,
    language::Language,
    secrets::MasterKey,
    surveys::Survey,
};

/// Who changes it, and when.
pub struct Hand<'it> {
    pub master: &'it MasterKey,
    pub by: &'it Actor,
    pub now: Moment,
}

/// A text like the standard one is none of its own. What stays as it is, is not noted.
pub fn change(
    conn: &mut RegisterConn,
    hand: &Hand,
    survey: &Survey,
    (kind, language): (Kind, Language),
    text: &Text,
) -> QueryResult<()> {
    let standard = Text::standard(kind, language);
    let present = store::changed(conn, survey.id, kind, language)?;
    if present.as_ref().unwrap_or(&standard) == text {
        return Ok(());
    }
    if *text == standard {
        store::forget(conn, survey.id, kind, language)?;
    } else {
        store::put(conn, survey.id, kind, language, text)?;
    }
    let subject = format!("{} · {} {}", survey.subject(), kind.code(), language.code());
    accounts::note(conn, hand.master, hand.by, Deed::LetterTextChanged, &subject, hand.now)
}
