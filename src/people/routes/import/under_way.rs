//! What every step begins with: the import it is about, and where that import is on its way.

use actix_web::{
    HttpResponse,
    http::header::{self, HeaderValue},
};

use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    ids::ImportId,
    people::{
        import::{self, Doing, Import, Progress, Works},
        pages::import as pages,
        store,
        words::import::check::words,
    },
    web::{Failure, at, see_other},
};

pub async fn find(gate: &Gatehouse, id: ImportId) -> Result<Option<Import>, Failure> {
    Ok(gate.db.read_register(move |conn| store::find_import(conn, id)).await?)
}

/// The import, if it still waits to be carried out; otherwise the answer that leads on.
pub async fn waiting(hr: &May<KeepRoster>, gate: &Gatehouse, id: ImportId) -> Result<Result<Import, HttpResponse>, Failure> {
    Ok(match find(gate, id).await? {
        None => Err(pages::gone(&hr.visit)),
        Some(import) if import.imported.is_some() => Err(see_other(&hr.visit.to(&at::import_done(id)))),
        Some(import) => Ok(import),
    })
}

/// What is being done with it, here with how far it has come, or at another server.
pub async fn going_on(
    hr: &May<KeepRoster>,
    gate: &Gatehouse,
    works: &Works,
    id: ImportId,
) -> Result<Option<(Doing, Progress)>, Failure> {
    if let Some(here) = works.going_on(id) {
        return Ok(Some(here));
    }
    let elsewhere = import::in_hand(&gate.db, id, hr.visit.premises.now()).await?;
    Ok(elsewhere.map(|doing| (doing, Progress::default())))
}

/// The page to wait on, which comes again by itself.
pub fn patience(hr: &May<KeepRoster>, id: ImportId, (doing, progress): &(Doing, Progress)) -> HttpResponse {
    let say = words(hr.visit.language);
    let (title, address) = match doing {
        Doing::Checking => (say.working, at::import_check(id)),
        Doing::Importing => (say.importing, at::import_done(id)),
        Doing::Undoing => (say.undoing, at::import_done(id)),
    };
    let mut page = pages::progress(&hr.visit, title, progress.seen(), &address);
    page.headers_mut().insert(header::REFRESH, HeaderValue::from_static("2"));
    page
}
