//! Hanging the department's sign: what pages and guards know of the settings.

use super::store;
use crate::{
    accounts::Strictness,
    db::Db,
    web::{Masthead, Sign, at},
};

/// Looks the settings up and hangs them. Each instance does so at its start, after a change of
/// its own, and every few seconds for changes made elsewhere.
pub async fn hang(db: &Db, sign: &Sign, strictness: &Strictness) -> diesel::QueryResult<()> {
    let (department, logo) =
        db.read_register(|conn| Ok::<_, diesel::result::Error>((store::current(conn)?, store::logo_digest(conn)?))).await?;
    let Some(department) = department else { return Ok(()) };
    strictness.require_second_factor(department.second_factor_required);
    sign.hang(Masthead {
        name_thai: department.name_thai,
        name_english: department.name_english,
        contact_thai: department.contact_thai,
        contact_english: department.contact_english,
        logo: logo.map(|digest| format!("{}?v={digest}", at::LOGO)),
        offers_english: department.offers_english,
        first_language: department.first_language,
    });
    Ok(())
}
