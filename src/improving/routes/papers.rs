//! The two forms of a plan: as a page to print, and as files to take away.

use actix_web::{
    HttpResponse,
    http::header::{CACHE_CONTROL, CONTENT_DISPOSITION},
    web,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{
    accounts::{Gatehouse, May, ReadPlans},
    ids::PlanId,
    improving::{
        documents::{Form, Imprint, document},
        pages::paper,
        scene::whole,
    },
    language::plain,
    plans::{Plan, Whole},
    results::{
        exports::{Kind, docx, workbook},
        report::Document,
    },
    web::{Failure, Visit},
};

/// What a header may hold as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_');
const NAME_MOST: usize = 60;

type Shown = Result<HttpResponse, Failure>;

fn composed(visit: &Visit, gate: &Gatehouse, whole: &Whole, form: Form) -> Document {
    let imprint = Imprint { department: gate.sign.now().name(visit.language).to_owned(), printed: visit.premises.now().day() };
    document(whole, form, visit.language, visit.query("digits") == Some("thai"), &imprint)
}

/// `GET` [`crate::web::at::PLAN_FORM`]
pub async fn show(who: May<ReadPlans>, gate: web::Data<Gatehouse>, place: web::Path<(PlanId, String)>) -> Shown {
    let (id, form) = place.into_inner();
    let form = Form::from_code(&form).ok_or(Failure::NotFound)?;
    let whole = whole(&gate, id).await?;
    let document = composed(&who.visit, &gate, &whole, form);
    Ok(paper::form(&who.visit, &whole.plan, form, &document))
}

/// `GET` [`crate::web::at::PLAN_FILE`]
pub async fn file(who: May<ReadPlans>, gate: web::Data<Gatehouse>, place: web::Path<(PlanId, String, String)>) -> Shown {
    let (id, form, kind) = place.into_inner();
    let form = Form::from_code(&form).ok_or(Failure::NotFound)?;
    let kind = Kind::read(&kind).filter(|kind| matches!(kind, Kind::Docx | Kind::Xlsx)).ok_or(Failure::NotFound)?;
    let whole = whole(&gate, id).await?;
    let document = composed(&who.visit, &gate, &whole, form);
    let made = web::block(move || match kind {
        Kind::Xlsx => workbook(&document).map_err(|fault| fault.to_string()),
        _ => docx(&document).map_err(|fault| fault.to_string()),
    });
    let file = made.await.map_err(Failure::broken)?.map_err(Failure::broken)?;
    let (plain, own) = named(&whole.plan, form, kind, &who.visit);
    let own = utf8_percent_encode(&own, ENCODED);
    Ok(HttpResponse::Ok()
        .content_type(kind.content_type())
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{own}")))
        .body(file))
}

/// `plan-2570-months.docx`, and by the plan's own title.
fn named(plan: &Plan, form: Form, kind: Kind, visit: &Visit) -> (String, String) {
    let (year, form, ending) = (plan.wanted.year.number(), form.code(), kind.ending());
    let title = plain(plan.title(visit.language));
    let fit = |letter: char| if letter.is_alphanumeric() || is_mark(letter) { letter } else { ' ' };
    let title: String = title.chars().map(fit).take(NAME_MOST).collect();
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    (format!("plan-{year}-{form}.{ending}"), format!("{title} {form}.{ending}").trim().to_owned())
}

/// Vowels and tones of Thai stand beside letters.
fn is_mark(letter: char) -> bool {
    ('\u{e30}'..='\u{e4e}').contains(&letter)
}
