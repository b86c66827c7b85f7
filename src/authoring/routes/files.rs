//! Questionnaires as files to take away; and the published form of our own.

use actix_web::{HttpResponse, http::header, web};

use super::desk::found;
use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    exchange,
    ids::InstrumentId,
    web::Failure,
};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// `GET` [`crate::web::at::INSTRUMENT_SCHEMA`], for everyone.
pub async fn schema() -> HttpResponse {
    HttpResponse::Ok().content_type("application/schema+json").body(exchange::schema())
}

/// `GET` [`crate::web::at::INSTRUMENT_JSON`]
pub async fn json(
    _who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
) -> Result<HttpResponse, Failure> {
    let version = found(&gate, id.into_inner()).await?;
    let json = version.instrument.to_pretty_json() + "\n";
    Ok(attachment("application/json", &named(&version.instrument, "json"), json.into_bytes()))
}

/// `GET` [`crate::web::at::INSTRUMENT_XLSX`]
pub async fn xlsx(
    _who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
) -> Result<HttpResponse, Failure> {
    let version = found(&gate, id.into_inner()).await?;
    let name = named(&version.instrument, "xlsx");
    let file = web::block(move || exchange::xlsform::write(&version.instrument)).await.map_err(Failure::broken)?;
    Ok(attachment(XLSX, &name, file.map_err(Failure::broken)?))
}

/// Its code, which is plain letters; a draft without one has a plain name.
fn named(instrument: &crate::instruments::Instrument, ending: &str) -> String {
    let code = Some(instrument.code.as_str()).filter(|_| instrument.code.is_well_formed()).unwrap_or("form");
    format!("{code}.{ending}")
}

pub fn attachment(kind: &'static str, name: &str, file: Vec<u8>) -> HttpResponse {
    let disposition = format!("attachment; filename=\"{name}\"");
    HttpResponse::Ok().content_type(kind).insert_header((header::CONTENT_DISPOSITION, disposition)).body(file)
}
