//! What was done, and undoing it.

use actix_web::{HttpResponse, web};

use super::{
    check::{not_done, untouched},
    under_way::{find, going_on, patience},
    works::{self, Desk},
};
use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    ids::ImportId,
    people::{
        import::{Doing, Done, Failed, Import, NotUndone, Works},
        pages::import as pages,
        words::import::done::not_undone_in_words,
    },
    web::{Body, Failure, Faults, at, see_other},
};

/// `GET` [`at::IMPORT_DONE`]
pub async fn done(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    works: web::Data<Works>,
    id: web::Path<ImportId>,
) -> Result<HttpResponse, Failure> {
    let Some(import) = find(&gate, id.into_inner()).await? else { return Ok(pages::gone(&hr.visit)) };
    if let Some(work) = going_on(&hr, &gate, &works, import.id).await? {
        return Ok(patience(&hr, import.id, &work));
    }
    match (import.imported, works.failed(import.id)) {
        (None, Some(why)) => not_done(&hr, &gate, &import, why, &untouched(&hr)),
        (None, None) => Ok(see_other(&hr.visit.to(&at::import_check(import.id)))),
        (Some(_), Some(Failed::NotUndone(why))) => stays(&hr, &gate, &import, why),
        (Some(_), _) => Ok(page(&hr, &gate, &import, &Faults::none())),
    }
}

/// `POST` [`at::IMPORT_UNDO`]. Pressed twice, it undoes once.
pub async fn undo(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    works: web::Data<Works>,
    id: web::Path<ImportId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    hr.visit.accept(body)?;
    let undone = see_other(&at::done(&hr.visit.to(at::IMPORT), "undone"));
    let Some(import) = find(&gate, id.into_inner()).await? else { return Ok(pages::gone(&hr.visit)) };
    if import.undone.is_some() {
        return Ok(undone);
    }
    if let Some(work) = works.take_up(import.id, Doing::Undoing) {
        works::undo(Desk::of(&hr, &gate), import.id, work).await;
    }
    if going_on(&hr, &gate, &works, import.id).await?.is_some() {
        return Ok(see_other(&hr.visit.to(&at::import_done(import.id))));
    }
    match works.failed(import.id) {
        // Another server, or another tab, may know why it was not done.
        None => match find(&gate, import.id).await? {
            Some(import) if import.undone.is_none() => Ok(see_other(&hr.visit.to(&at::import_done(import.id)))),
            _ => Ok(undone),
        },
        Some(Failed::NotUndone(why)) => {
            // Another server may have been faster.
            let import = find(&gate, import.id).await?.unwrap_or(import);
            if import.undone.is_some() { Ok(undone) } else { stays(&hr, &gate, &import, why) }
        }
        Some(Failed::Database(fault)) => Err(fault.into()),
        Some(other) => Err(Failure::broken(other)),
    }
}

fn stays(hr: &May<KeepRoster>, gate: &Gatehouse, import: &Import, why: NotUndone) -> Result<HttpResponse, Failure> {
    match why {
        NotUndone::Database(fault) => Err(fault.into()),
        why => Ok(page(hr, gate, import, &Faults::one("undo", not_undone_in_words(hr.visit.language, &why)))),
    }
}

fn page(hr: &May<KeepRoster>, gate: &Gatehouse, import: &Import, faults: &Faults) -> HttpResponse {
    // Without a summary, as after a key was changed, the number of people is all that is known.
    let new = usize::try_from(import.wrote).unwrap_or(0);
    let done = import.done(&gate.master).unwrap_or(Done { new, ..Done::default() });
    pages::done(&hr.visit, import, &done, faults)
}
