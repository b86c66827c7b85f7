//! The file: chosen, uploaded, or dropped again.

use actix_web::{
    HttpResponse,
    http::header::{self, HeaderValue},
    web,
};

use super::{under_way::waiting, works};
use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    ids::ImportId,
    people::{
        import::{self, Failed, Import},
        pages::import as pages,
        store,
        words::{import::choose::words, refused_file_in_words},
    },
    sheets::{Refusal, limits},
    tidy::one_line,
    web::{self as kit, Body, Failure, Faults, Spent, Upload, at, see_other},
};

/// The longest name of a file that is kept.
const NAME_MOST: usize = 200;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// `GET` [`at::IMPORT`]
pub async fn choose(hr: May<KeepRoster>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    page(&hr, &gate, &Faults::none()).await
}

async fn page(hr: &May<KeepRoster>, gate: &Gatehouse, faults: &Faults) -> Result<HttpResponse, Failure> {
    let now = hr.visit.premises.now();
    let latest = gate.db.read_register(store::latest_import).await?.filter(|import| import.can_be_undone(now));
    Ok(pages::choose(&hr.visit, latest.as_ref(), faults))
}

/// `POST` [`at::IMPORT`]. Pressed twice, it keeps one file.
pub async fn upload(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    upload: Result<Upload<{ limits::FILE }>, Failure>,
) -> Result<HttpResponse, Failure> {
    let refused = |refusal| Faults::one("file", refused_file_in_words(hr.visit.language, refusal));
    let upload = match upload {
        Err(Failure::TooLarge) => return page(&hr, &gate, &refused(Refusal::TooLarge { limit: limits::FILE })).await,
        other => hr.visit.accept_upload(other?)?,
    };
    if upload.file.is_empty() && upload.file_name.is_empty() {
        return page(&hr, &gate, &Faults::one("file", words(hr.visit.language).file_missing)).await;
    }
    let file = web::Bytes::from(upload.file);
    match works::understood(file.clone()).await {
        Ok(_) => {}
        Err(Failed::NotUnderstood(refusal)) => return page(&hr, &gate, &refused(refusal)).await,
        Err(other) => return Err(Failure::broken(other)),
    }
    let premises = &hr.visit.premises;
    let (now, chance, master, key) = (premises.now(), premises.chance.clone(), gate.master.clone(), upload.form.key);
    let name = one_line(&upload.file_name, NAME_MOST).unwrap_or_default();
    let import = Import::begun(chance.dice().id(), Some(hr.account.id), &name, now);
    let answer = hr.visit.to(&at::import_columns(import.id));
    let keep = move |conn: &mut crate::db::RegisterConn| {
        if let Spent::Before(answer) = kit::spend(conn, key, &answer, now)? {
            return Ok::<_, diesel::result::Error>(answer);
        }
        import::keep(conn, &master, &import, &file, &mut chance.dice())?;
        Ok(answer.clone())
    };
    Ok(see_other(&gate.db.register(keep).await?))
}

/// `GET` [`at::IMPORT_SAMPLE`]
pub async fn sample(hr: May<KeepRoster>) -> Result<HttpResponse, Failure> {
    let file = web::block(import::sample).await.map_err(Failure::broken)?.map_err(Failure::broken)?;
    let name = words(hr.visit.language).sample_name;
    let plain_name = "staff-sample.xlsx";
    let encoded = name.bytes().fold(String::new(), |text, byte| text + &format!("%{byte:02X}"));
    let disposition = format!("attachment; filename=\"{plain_name}\"; filename*=UTF-8''{encoded}");
    let disposition = HeaderValue::try_from(disposition).map_err(Failure::broken)?;
    Ok(HttpResponse::Ok().content_type(XLSX).insert_header((header::CONTENT_DISPOSITION, disposition)).body(file))
}

/// `POST` [`at::IMPORT_DROP`]: nobody waits two hours for a file that should not be here.
pub async fn drop_file(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<ImportId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    hr.visit.accept(body)?;
    let id = id.into_inner();
    if let Ok(import) = waiting(&hr, &gate, id).await? {
        gate.db.register(move |conn| store::drop_file(conn, import.id)).await?;
    }
    Ok(see_other(&at::done(&hr.visit.to(at::IMPORT), "dropped")))
}
