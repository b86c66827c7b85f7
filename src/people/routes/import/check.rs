//! What the file would change, and the order to change it.

use actix_web::{HttpResponse, web};
use jiff::civil::Date;

use super::{
    under_way::{find, going_on, patience, waiting},
    works::{self, Desk},
};
use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    ids::ImportId,
    language::{Language, Reading, dates, plain},
    people::{
        Unlikely,
        import::{Departed, Doing, Failed, Findings, Import, Order, Refused, Works},
        pages::import::{self as pages, CheckForm},
        words::{import::check::words, refused_file_in_words, unlikely_in_words, unreadable_in_words},
    },
    web::{Body, Failure, Faults, Posted, at, see_other},
};

/// `GET` [`at::IMPORT_CHECK`]: what was found; if nothing was yet, it is looked for.
pub async fn check(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    works: web::Data<Works>,
    id: web::Path<ImportId>,
) -> Result<HttpResponse, Failure> {
    let import = match waiting(&hr, &gate, id.into_inner()).await? {
        Ok(import) => import,
        Err(answer) => return Ok(answer),
    };
    let Some(layout) = import.layout() else {
        return Ok(see_other(&hr.visit.to(&at::import_columns(import.id))));
    };
    if let Some(answer) = so_far(&hr, &gate, &works, &import).await? {
        return Ok(answer);
    }
    if let Some(work) = works.take_up(import.id, Doing::Checking) {
        works::check(Desk::of(&hr, &gate), &import, layout, work).await;
    }
    // Nothing at all, if the columns were said anew meanwhile.
    let answer = so_far(&hr, &gate, &works, &import).await?;
    Ok(answer.unwrap_or_else(|| pages::failed(&hr.visit, "", &at::import_check(import.id))))
}

/// How far a check has come: going on, come to nothing, or what it found; `None` if it is still to
/// be done.
async fn so_far(hr: &May<KeepRoster>, gate: &Gatehouse, works: &Works, import: &Import) -> Result<Option<HttpResponse>, Failure> {
    if let Some(work) = going_on(hr, gate, works, import.id).await? {
        return Ok(Some(patience(hr, import.id, &work)));
    }
    if let Some(why) = works.failed(import.id) {
        return not_done(hr, gate, import, why, &untouched(hr)).map(Some);
    }
    // Who had it in hand a moment ago, perhaps another server, has written down what was found.
    let Some(import) = find(gate, import.id).await? else { return Ok(Some(pages::gone(&hr.visit))) };
    let findings = import.findings(&gate.master);
    Ok(findings.map(|findings| pages::check(&hr.visit, &import, &findings, &untouched(hr), &Faults::none())))
}

/// `POST` [`at::IMPORT_CHECK`]: carries out what was shown. Pressed twice, it does it once.
pub async fn carry_out(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    works: web::Data<Works>,
    id: web::Path<ImportId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = hr.visit.accept(body)?;
    let import = match waiting(&hr, &gate, id.into_inner()).await? {
        Ok(import) => import,
        Err(answer) => return Ok(answer),
    };
    let done = see_other(&hr.visit.to(&at::import_done(import.id)));
    if going_on(&hr, &gate, &works, import.id).await?.is_some() {
        return Ok(done);
    }
    let (Some(layout), Some(findings)) = (import.layout(), import.findings(&gate.master)) else {
        return Ok(see_other(&hr.visit.to(&at::import_check(import.id))));
    };
    if posted.text("plan") != findings.digest {
        return Ok(checked_again(&hr, import.id));
    }
    let form = typed(&posted);
    let order = match order(&form, &findings, hr.visit.language, hr.visit.premises.now().day()) {
        Ok(order) => order,
        Err(faults) => return Ok(pages::check(&hr.visit, &import, &findings, &form, &faults)),
    };
    let Some(work) = works.take_up(import.id, Doing::Importing) else { return Ok(done) };
    works::carry_out(Desk::of(&hr, &gate), &import, layout, order, work).await;
    match works.failed(import.id) {
        Some(why) => not_done(&hr, &gate, &import, why, &form),
        None => Ok(done),
    }
}

fn typed(posted: &Posted) -> CheckForm {
    CheckForm {
        leave_out: posted.is_ticked("leave_out"),
        departed: posted.all("departed").map(ToOwned::to_owned).collect(),
        all_missing: posted.is_ticked("all_missing"),
        on: posted.text("on").to_owned(),
    }
}

/// As the page is first shown: nothing ticked, and today as the day.
pub fn untouched(hr: &May<KeepRoster>) -> CheckForm {
    let on = plain(&dates::short(hr.visit.premises.now().day(), hr.visit.language));
    CheckForm { on, ..CheckForm::default() }
}

/// What is ticked and typed, as an order; or what is wrong with it.
fn order(form: &CheckForm, findings: &Findings, language: Language, today: Date) -> Result<Order, Faults> {
    let say = words(language);
    let mut faults = Faults::none();
    if findings.faulty > 0 && !form.leave_out {
        faults.add("leave_out", say.faulty_unsaid);
    }
    let these: Vec<_> = form.departed.iter().filter_map(|id| id.parse().ok()).collect();
    let anybody_departs = form.all_missing || !these.is_empty();
    if findings.taken_in() == 0 && !anybody_departs && faults.is_empty() {
        faults.add(if findings.missing > 0 { "departed" } else { "leave_out" }, say.nothing_to_do);
    }
    let on = if anybody_departs { faults.take("on", departure(&form.on, language, today)) } else { Some(today) };
    match on {
        Some(on) if faults.is_empty() => Ok(Order {
            digest: findings.digest.clone(),
            leave_out_faulty: form.leave_out,
            departed: if form.all_missing { Departed::AllMissing } else { Departed::These(these) },
            on,
        }),
        _ => Err(faults),
    }
}

fn departure(typed: &str, language: Language, today: Date) -> Result<Date, String> {
    match dates::read(typed) {
        Ok(Reading::Day(day)) => Unlikely::check_departure(day, None, today)
            .map(|()| day)
            .map_err(|unlikely| unlikely_in_words(language, unlikely).to_owned()),
        Ok(Reading::TwoDigitYear { .. }) => Err(words(language).on_two_digits.to_owned()),
        Err(unreadable) => Err(unreadable_in_words(language, unreadable)),
    }
}

fn checked_again(hr: &May<KeepRoster>, id: ImportId) -> HttpResponse {
    see_other(&at::done(&hr.visit.to(&at::import_check(id)), "checked-again"))
}

/// Why a check or an import came to nothing, and the way on.
pub fn not_done(
    hr: &May<KeepRoster>,
    gate: &Gatehouse,
    import: &Import,
    why: Failed,
    form: &CheckForm,
) -> Result<HttpResponse, Failure> {
    let language = hr.visit.language;
    let again = |field, sentence: String| match import.findings(&gate.master) {
        Some(findings) => pages::check(&hr.visit, import, &findings, form, &Faults::one(field, sentence)),
        None => see_other(&hr.visit.to(&at::import_check(import.id))),
    };
    Ok(match why {
        Failed::Forgotten => pages::gone(&hr.visit),
        Failed::NotUnderstood(refusal) => pages::failed(&hr.visit, &refused_file_in_words(language, refusal), at::IMPORT),
        // Somebody else was faster: what they did is there to be seen.
        Failed::NotImported(Refused::Over) => see_other(&hr.visit.to(&at::import_done(import.id))),
        Failed::NotImported(Refused::RosterChanged) => checked_again(hr, import.id),
        Failed::NotImported(Refused::Faulty { .. }) => again("leave_out", words(language).faulty_unsaid.to_owned()),
        Failed::NotImported(Refused::NothingToDo) => again("departed", words(language).nothing_to_do.to_owned()),
        Failed::NotImported(Refused::Day(unlikely)) => again("on", unlikely_in_words(language, unlikely).to_owned()),
        Failed::NotImported(Refused::Database(fault)) | Failed::Database(fault) => return Err(fault.into()),
        Failed::NotUndone(_) => pages::failed(&hr.visit, "", &at::import_check(import.id)),
    })
}
