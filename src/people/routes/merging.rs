//! Two entries of one person: compared, and merged.

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use super::refusals::fault_at;
use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    ids::PersonId,
    people::{
        EmployeeNumber, Person, Refusal, merge, merged,
        pages::{
            person::{self as pages, Comparison},
            unit_choices::Placed,
        },
        store,
        unit_list::in_place,
        words::{
            person::{unfit_at_field, words},
            refusal_in_words,
        },
    },
    web::{self as kit, Body, Failure, Faults, at, see_other},
};

/// `GET` [`at::ROSTER_MERGE`], with `?other=` and a number once there are two to compare.
pub async fn compare(hr: May<KeepRoster>, gate: web::Data<Gatehouse>, id: web::Path<PersonId>) -> Result<HttpResponse, Failure> {
    let typed = hr.visit.query_text("other").unwrap_or_default();
    if typed.is_empty() {
        let two = look_at(&gate, id.into_inner(), None).await?;
        let faults = match hr.visit.query("other") {
            Some(_) => Faults::one("other", words(hr.visit.language).other_missing),
            None => Faults::none(),
        };
        return Ok(pages::merge(&hr.visit, &two.kept, "", None, &two.units, &faults));
    }
    show(&hr, &gate, id.into_inner(), &typed, None).await
}

/// `POST` [`at::ROSTER_MERGE`]. Pressed twice, it merges once.
pub async fn merge_two(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<PersonId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = hr.visit.accept(body)?;
    let (id, typed) = (id.into_inner(), posted.text("other").to_owned());
    let Ok(number) = EmployeeNumber::parse(&typed) else {
        return show(&hr, &gate, id, &typed, None).await;
    };
    let answer = at::done(&hr.visit.to(&at::roster_person(id)), "merged");
    let (actor, now, master) = (hr.actor(), hr.visit.premises.now(), gate.master.clone());
    let (key, led_to) = (posted.key, answer.clone());
    let outcome = gate
        .db
        .register(move |conn| {
            kit::once(conn, key, &led_to, now, |conn| {
                let other = store::find(conn, &number)?.ok_or(Refusal::NoSuchPerson)?;
                merge(conn, &master, &actor, id, other.id, now)
            })
        })
        .await;
    match outcome {
        Ok(()) => Ok(see_other(&answer)),
        Err(refusal) => {
            let faults = fault_at(Some("other"), refusal, hr.visit.language)?;
            show(&hr, &gate, id, &typed, Some(faults)).await
        }
    }
}

struct Two {
    kept: Person,
    other: Option<Person>,
    units: Vec<Placed>,
}

async fn look_at(gate: &Gatehouse, id: PersonId, other: Option<EmployeeNumber>) -> Result<Two, Failure> {
    let (kept, other, units) = gate
        .db
        .read_register(move |conn| {
            let other = other.map(|number| store::find(conn, &number)).transpose()?.flatten();
            QueryResult::Ok((store::find_by_id(conn, id)?, other, store::all_units(conn)?))
        })
        .await?;
    Ok(Two { kept: kept.ok_or(Failure::NotFound)?, other, units: in_place(units) })
}

/// The page with both entries, as far as there are two; and what is wrong.
async fn show(
    hr: &May<KeepRoster>,
    gate: &Gatehouse,
    id: PersonId,
    typed: &str,
    faults: Option<Faults>,
) -> Result<HttpResponse, Failure> {
    let (language, say) = (hr.visit.language, words(hr.visit.language));
    let number = EmployeeNumber::parse(typed);
    let two = look_at(gate, id, number.clone().ok()).await?;
    let found = match (number, two.other) {
        (Err(fault), _) => Err(unfit_at_field(language, say.other, say.other_missing, fault)),
        (Ok(_), None) => Err(refusal_in_words(language, &Refusal::NoSuchPerson)),
        (Ok(_), Some(other)) if other.id == id => Err(refusal_in_words(language, &Refusal::SamePerson)),
        (Ok(_), Some(other)) => Ok(other),
    };
    let (comparison, wrong) = match found {
        Ok(other) => (Some(Comparison { left: merged(&two.kept, &other), kept: two.kept.clone(), other }), Faults::none()),
        Err(sentence) => (None, Faults::one("other", sentence)),
    };
    let faults = faults.unwrap_or(wrong);
    Ok(pages::merge(&hr.visit, &two.kept, typed, comparison.as_ref(), &two.units, &faults))
}
