//! Checking a figure that was reported elsewhere. Nothing that is typed here is kept.

use actix_web::{HttpResponse, web};

use crate::{
    accounts::{Gatehouse, May, ReadResults},
    reports::weighed_years,
    results::check::{Form, pages, recompute},
    web::{Body, Failure, Faults},
};

/// `GET` [`crate::web::at::FIGURE_CHECK`]
pub async fn new(who: May<ReadResults>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let years = weighed_years(&gate.db, who.visit.premises.now()).await?;
    Ok(pages::check(&who.visit, &years, &Form::empty(&years), &Faults::none(), None))
}

/// `POST` [`crate::web::at::FIGURE_CHECK`]
pub async fn create(who: May<ReadResults>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let form = Form::typed(&posted);
    let years = weighed_years(&gate.db, who.visit.premises.now()).await?;
    Ok(match form.read(&years, who.visit.language) {
        Err(faults) => pages::check(&who.visit, &years, &form, &faults, None),
        Ok(check) => {
            let outcome = recompute(&check);
            pages::check(&who.visit, &years, &form, &Faults::none(), outcome.as_ref().map(|outcome| (&check, outcome)))
        }
    })
}
