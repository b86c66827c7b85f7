//! Results as files to take away.

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::scene::{Scene, options, scene};
use crate::{
    accounts::{Gatehouse, May, ReadResults},
    ids::SurveyId,
    results::{
        exports::{Kind, make, named},
        report::pages::{Missing, missing},
    },
    web::Failure,
};

/// What a header may hold as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_');

/// `GET` [`crate::web::at::RESULT_FILE`]
pub async fn file(
    who: May<ReadResults>,
    gate: web::Data<Gatehouse>,
    place: web::Path<(SurveyId, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let (survey, kind) = place.into_inner();
    let (visit, kind) = (&who.visit, Kind::read(&kind).ok_or(Failure::NotFound)?);
    let scene = match scene(&gate, visit, survey).await? {
        Ok(scene) => scene,
        Err(page) => return Ok(page),
    };
    let (language, options) = (visit.language, options(&request));
    let name = named(&scene.round.occasion, kind, language);
    let made = web::block(move || {
        let Scene { round, earlier, imprint } = &scene;
        make(kind, round, earlier, &options, language, imprint)
    });
    Ok(match made.await.map_err(Failure::broken)?.map_err(Failure::broken)? {
        Some(file) => attachment(kind, &name, file),
        None => missing(visit, survey, Missing::NoPdf),
    })
}

/// With a name for every program, and a better one for those that read UTF-8. Nothing keeps a copy on the way.
pub fn attachment(kind: Kind, (plain, own): &(String, String), file: Vec<u8>) -> HttpResponse {
    let own = utf8_percent_encode(own, ENCODED);
    HttpResponse::Ok()
        .content_type(kind.content_type())
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{own}")))
        .body(file)
}
