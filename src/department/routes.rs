//! The settings page, and the logo that every page shows.

use actix_web::{HttpRequest, HttpResponse, http::header, web};

use super::{
    Department,
    change::{change, change_logo},
    hang::hang,
    logo::Logo,
    pages::{SettingsForm, settings},
    rules::{K_LEAST, K_MOST, RETENTION_MOST},
    store,
    words::{no_logo_in_words, words},
};
use crate::{
    accounts::{Gatehouse, May, RunTheHouse},
    language::{self, Language},
    web::{Body, Failure, Faults, Posted, Upload, at, see_other},
};

/// The longest name or contact.
const LONGEST: usize = 200;

/// `GET` [`at::SETTINGS`]
pub async fn edit(admin: May<RunTheHouse>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    // What was saved at another server a moment ago shows here too.
    hang(&gate.db, &gate.sign, &gate.strictness).await?;
    let (form, logo) = present(&admin, &gate).await?;
    Ok(settings(&admin.visit, &form, logo.as_deref(), &Faults::none()))
}

/// `POST` [`at::SETTINGS`]
pub async fn update(admin: May<RunTheHouse>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let posted = admin.visit.accept(body)?;
    let form = typed(&posted);
    let now = admin.visit.premises.now();
    let wanted = match parse(&form, admin.visit.language, now) {
        Ok(wanted) => wanted,
        Err(faults) => {
            let (_, logo) = present(&admin, &gate).await?;
            return Ok(settings(&admin.visit, &form, logo.as_deref(), &faults));
        }
    };
    let (actor, master) = (admin.actor(), gate.master.clone());
    gate.db.register(move |conn| change(conn, &master, &actor, &wanted, now)).await?;
    hang(&gate.db, &gate.sign, &gate.strictness).await?;
    Ok(see_other(&at::done(&admin.visit.to(at::SETTINGS), "saved")))
}

/// `POST` [`at::SETTINGS_LOGO`]
pub async fn update_logo(admin: May<RunTheHouse>, gate: web::Data<Gatehouse>, upload: Upload) -> Result<HttpResponse, Failure> {
    let upload = admin.visit.accept_upload(upload)?;
    let logo = if upload.form.is_ticked("remove") {
        None
    } else {
        match Logo::parse(upload.file) {
            Ok(logo) => Some(logo),
            Err(fault) => {
                let (form, logo) = present(&admin, &gate).await?;
                let faults = Faults::one("picture", no_logo_in_words(admin.visit.language, fault));
                return Ok(settings(&admin.visit, &form, logo.as_deref(), &faults));
            }
        }
    };
    let (actor, master, now) = (admin.actor(), gate.master.clone(), admin.visit.premises.now());
    gate.db.register(move |conn| change_logo(conn, &master, &actor, logo.as_ref(), now)).await?;
    hang(&gate.db, &gate.sign, &gate.strictness).await?;
    Ok(see_other(&at::done(&admin.visit.to(at::SETTINGS), "logo")))
}

/// `GET` [`at::LOGO`]: for everyone; its address changes with the picture.
pub async fn logo(request: HttpRequest, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let logo = gate.db.read_register(store::logo).await?.ok_or(Failure::NotFound)?;
    // A page may still name the picture before: what comes then is kept under no wrong name.
    let is_named = request.query_string().strip_prefix("v=") == Some(logo.digest.as_str());
    let kept = if is_named { "public, max-age=31536000, immutable" } else { "no-store" };
    Ok(HttpResponse::Ok().content_type(logo.kind.content_type()).insert_header((header::CACHE_CONTROL, kept)).body(logo.picture))
}

async fn present(admin: &May<RunTheHouse>, gate: &Gatehouse) -> Result<(SettingsForm, Option<String>), Failure> {
    let now = admin.visit.premises.now();
    let department = gate.db.read_register(store::current).await?.unwrap_or_else(|| Department::unnamed(now));
    let form = SettingsForm {
        k: department.k.to_string(),
        retention: department.retention_months.to_string(),
        first_language: department.first_language,
        offers_english: department.offers_english,
        second_factor_required: department.second_factor_required,
        name_thai: department.name_thai,
        name_english: department.name_english,
        contact_thai: department.contact_thai,
        contact_english: department.contact_english,
    };
    Ok((form, gate.sign.now().logo.clone()))
}

fn typed(posted: &Posted) -> SettingsForm {
    let text = |field| posted.text(field).to_owned();
    SettingsForm {
        name_thai: text("name_thai"),
        name_english: text("name_english"),
        contact_thai: text("contact_thai"),
        contact_english: text("contact_english"),
        k: text("k"),
        retention: text("retention"),
        first_language: Language::from_code(posted.text("first_language")).unwrap_or_default(),
        offers_english: posted.is_ticked("offers_english"),
        second_factor_required: posted.is_ticked("second_factor"),
    }
}

/// What was typed, as settings; or everything that is wrong with it.
fn parse(form: &SettingsForm, language: Language, now: crate::clock::Moment) -> Result<Department, Faults> {
    let say = words(language);
    let mut faults = Faults::none();
    if form.name_thai.is_empty() {
        faults.add("name_thai", say.name_missing);
    }
    for (field, text) in [
        ("name_thai", &form.name_thai),
        ("name_english", &form.name_english),
        ("contact_thai", &form.contact_thai),
        ("contact_english", &form.contact_english),
    ] {
        if text.chars().count() > LONGEST {
            faults.add(field, say.too_long);
        }
    }
    let number =
        |text: &str, least, most| language::arabic(text).parse::<i32>().ok().filter(|number| (least..=most).contains(number));
    let k = faults.take("k", number(&form.k, K_LEAST, K_MOST).ok_or(say.k_wrong));
    let retention_months = faults.take("retention", number(&form.retention, 1, RETENTION_MOST).ok_or(say.retention_wrong));
    match (k, retention_months) {
        (Some(k), Some(retention_months)) if faults.is_empty() => Ok(Department {
            name_thai: form.name_thai.clone(),
            name_english: form.name_english.clone(),
            contact_thai: form.contact_thai.clone(),
            contact_english: form.contact_english.clone(),
            k,
            retention_months,
            first_language: form.first_language,
            offers_english: form.offers_english,
            second_factor_required: form.second_factor_required,
            changed: now,
        }),
        _ => Err(faults),
    }
}
