//! A file is added with a receipt. Whoever has none is told so before the file is read.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, web};

use sha2::{Digest as _, Sha256};

use super::mine::{draw, held, once, wrong};
use crate::{
    clinic::{
        files::{self, NotAdded},
        hatch::{Busy, Hatch},
        mine::{self, Held, NotTried},
        pages::mine::Typed,
        receipt::Receipt,
        words::files::words,
    },
    enclosures::{self, limits, words::refused_in_words},
    ids::EnclosureId,
    language::Language,
    web::{Coming, ComingFile, Failure, Faults, Posted, Visit},
};

#[derive(Debug, thiserror::Error)]
enum NotTaken {
    #[error("no file was chosen")]
    Missing,
    #[error("it was not cleaned")]
    NotClean(#[from] enclosures::Refused),
    #[error("it was not added")]
    NotAdded(#[from] NotAdded),
    #[error("too many at this moment")]
    Busy(#[from] Busy),
    #[error("it could not be read")]
    Failed(#[from] Failure),
}

/// `POST` [`crate::web::at::CLINIC_MINE_FILES`]
pub async fn create(
    visit: Visit,
    hatch: web::Data<Hatch>,
    request: HttpRequest,
    coming: Coming,
) -> Result<HttpResponse, Failure> {
    let (posted, file) = visit.accept_coming(coming)?;
    let Some((receipt, held)) = held(&hatch, &posted).await? else { return Ok(wrong(&visit, &hatch, &request, &posted).await) };
    let mut typed = Typed::default();
    let faults = match add(&visit, &hatch, &posted, file, (&receipt, held)).await {
        Ok(()) => {
            typed.done = true;
            Faults::none()
        }
        Err(NotTaken::Failed(failure)) => return Err(failure),
        Err(NotTaken::NotAdded(NotAdded::Database(fault))) => return Err(fault.into()),
        Err(reason) => Faults::one("file", in_words(visit.language, &reason)),
    };
    draw(&visit, &hatch, &receipt, held, &typed, &faults).await
}

async fn add(
    visit: &Visit,
    hatch: &Hatch,
    posted: &Posted,
    file: ComingFile,
    (receipt, held): (&Receipt, Held),
) -> Result<(), NotTaken> {
    let master = hatch.master.clone();
    let shelf = hatch.db.read_urn(move |conn| files::shelf(conn, &master, held)).await.map_err(NotAdded::from)?;
    if !shelf.takes_files {
        return Err(NotAdded::NotTaken.into());
    }
    may_change(visit, hatch, held)?;
    let _place = hatch.place_for_file()?;
    let file = match file.read(limits::FILE).await {
        Err(Failure::TooLarge) => return Err(enclosures::Refused::TooLarge.into()),
        file => file?.ok_or(NotTaken::Missing)?,
    };
    let id = EnclosureId::from_bytes(once(posted.key.with([file.as_slice()])));
    let (master, chance) = (hatch.master.clone(), visit.premises.chance.clone());
    let cleaned = hatch.one_file(move || {
        let clean = enclosures::clean(&file)?;
        drop(file);
        Ok::<_, enclosures::Refused>(files::seal(&master, id, clean, &mut chance.dice()))
    });
    let sealed = Arc::new(cleaned.await??.map_err(NotAdded::from)?);
    let mut held = held;
    for _ in 0..2 {
        let (master, file, to, most) = (hatch.master.clone(), sealed.clone(), held, hatch.room_for_files());
        match hatch.db.urn(move |conn| files::add(conn, &master, (to, id), &file, most)).await {
            // Brought to the desk while its file was cleaned.
            Err(NotAdded::Gone) => match mine::find(hatch, receipt).await {
                Ok(Some(found)) => held = found,
                Ok(None) => break,
                Err(NotTried::Busy(busy)) => return Err(busy.into()),
                Err(NotTried::Database(fault)) => return Err(NotAdded::from(fault).into()),
            },
            done => return Ok(done?),
        }
    }
    Err(NotAdded::Gone.into())
}

/// Whoever does it over and over waits.
pub fn may_change(visit: &Visit, hatch: &Hatch, held: Held) -> Result<(), Busy> {
    let id = match held {
        Held::Waiting(id) => id.as_bytes().to_vec(),
        Held::Matter(id) => id.as_bytes().to_vec(),
    };
    let key = Sha256::new().chain_update(b"files").chain_update(id).finalize().into();
    if hatch.may_change_files(key, visit.premises.now()) { Ok(()) } else { Err(Busy) }
}

fn in_words(language: Language, reason: &NotTaken) -> String {
    let say = words(language);
    match reason {
        NotTaken::Missing => say.missing.to_owned(),
        NotTaken::NotClean(refused) => refused_in_words(language, *refused),
        NotTaken::NotAdded(NotAdded::Gone | NotAdded::Database(_)) | NotTaken::Failed(_) => say.gone.to_owned(),
        NotTaken::NotAdded(NotAdded::NotTaken) => say.not_taken.to_owned(),
        NotTaken::NotAdded(NotAdded::TooMany) => say.full(),
        NotTaken::NotAdded(NotAdded::NoRoom) => say.no_room.to_owned(),
        NotTaken::Busy(_) => say.busy.to_owned(),
    }
}
