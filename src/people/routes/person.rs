//! One person: adding, putting right, leaving, coming back.

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use super::refusals::fault_at;
use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    address::EmailAddress,
    db::RegisterConn,
    ids::PersonId,
    language::{Language, sort_key},
    people::{
        Category, EmployeeNumber, Name, NewPerson, Person, Refusal, ShortName, Unreached, add, change, come_back, depart,
        look::Look,
        pages::person::{self as pages, Known, PersonForm},
        store,
        unit_list::in_place,
        words::{
            person::{no_day_in_words, unfit_at_field, words},
            roster::words as list_words,
        },
    },
    web::{self as kit, Body, Failure, Faults, Posted, at, parts::TypedDay, see_other},
};

/// `GET` [`at::ROSTER_NEW`]
pub async fn new(hr: May<KeepRoster>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let known = gate.db.read_register(known).await?;
    Ok(pages::new_person(&hr.visit, &PersonForm::default(), &known, &Faults::none()))
}

/// `POST` [`at::ROSTER_NEW`]. Pressed twice, it adds once; then the list shows whom it added.
pub async fn create(hr: May<KeepRoster>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let posted = hr.visit.accept(body)?;
    let typed = typed(&posted);
    let faults = match read(&typed, hr.visit.language) {
        Err(faults) => faults,
        Ok(new) => {
            let look = Look { text: new.number.as_str().to_owned(), ..Look::default() };
            let answer = format!("{}&done=added", hr.visit.to(&look.at(at::ROSTER)));
            let (actor, key, led_to, master) = (hr.actor(), posted.key, answer.clone(), gate.master.clone());
            let (now, chance) = (hr.visit.premises.now(), hr.visit.premises.chance.clone());
            let added = gate
                .db
                .register(move |conn| {
                    kit::once(conn, key, &led_to, now, |conn| add(conn, &master, &actor, &new, now, &mut chance.dice()).map(drop))
                })
                .await;
            match added {
                Ok(()) => return Ok(see_other(&answer)),
                Err(refusal) => fault_at(field_of(&refusal), refusal, hr.visit.language)?,
            }
        }
    };
    let known = gate.db.read_register(known).await?;
    Ok(pages::new_person(&hr.visit, &typed, &known, &faults))
}

/// `GET` [`at::ROSTER_PERSON`]
pub async fn edit(hr: May<KeepRoster>, gate: web::Data<Gatehouse>, id: web::Path<PersonId>) -> Result<HttpResponse, Failure> {
    let (person, known) = present(&gate, id.into_inner()).await?;
    let form = as_it_is(&person, &known);
    let unreached = unreached(&gate, person.id).await?;
    Ok(pages::person(&hr.visit, &person, unreached.as_ref(), &form, &known, &Faults::none()))
}

/// `POST` [`at::ROSTER_PERSON`]
pub async fn update(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<PersonId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let typed = typed(&hr.visit.accept(body)?);
    let id = id.into_inner();
    let faults = match read(&typed, hr.visit.language) {
        Err(faults) => faults,
        Ok(wanted) => {
            let (actor, now, master) = (hr.actor(), hr.visit.premises.now(), gate.master.clone());
            match gate.db.register(move |conn| change(conn, &master, &actor, id, &wanted, now)).await {
                Ok(()) => return Ok(see_other(&at::done(&hr.visit.to(&at::roster_person(id)), "saved"))),
                Err(refusal) => fault_at(field_of(&refusal), refusal, hr.visit.language)?,
            }
        }
    };
    let (person, known) = present(&gate, id).await?;
    let unreached = unreached(&gate, id).await?;
    Ok(pages::person(&hr.visit, &person, unreached.as_ref(), &typed, &known, &faults))
}

/// `GET` [`at::ROSTER_DEPARTURE`]
pub async fn confirm_departure(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<PersonId>,
) -> Result<HttpResponse, Failure> {
    let (person, _) = present(&gate, id.into_inner()).await?;
    if person.departed.is_some() {
        return Ok(see_other(&hr.visit.to(&at::roster_person(person.id))));
    }
    let today = TypedDay::from(hr.visit.premises.now().day());
    Ok(pages::departure(&hr.visit, &person, &today, &Faults::none()))
}

/// `POST` [`at::ROSTER_DEPARTURE`]
pub async fn note_departure(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<PersonId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = hr.visit.accept(body)?;
    let (say, language, id) = (words(hr.visit.language), hr.visit.language, id.into_inner());
    let typed = TypedDay::posted(&posted, "on");
    let faults = match typed.read() {
        Err(fault) => Faults::one("on", no_day_in_words(language, say.departed_from, fault)),
        Ok(None) => Faults::one("on", say.day_missing),
        Ok(Some(on)) => {
            let answer = at::done(&hr.visit.to(&at::roster_person(id)), "departed");
            let (actor, now, master) = (hr.actor(), hr.visit.premises.now(), gate.master.clone());
            let (key, led_to) = (posted.key, answer.clone());
            let departed = gate
                .db
                .register(move |conn| {
                    kit::once(conn, key, &led_to, now, |conn| {
                        let person = store::find_by_id(conn, id)?.ok_or(Refusal::NoSuchPerson)?;
                        depart(conn, &master, &actor, &person, on, now)
                    })
                })
                .await;
            match departed {
                Ok(()) => return Ok(see_other(&answer)),
                Err(Refusal::NoSuchPerson) => return Err(Failure::NotFound),
                Err(refusal) => fault_at(Some("on"), refusal, language)?,
            }
        }
    };
    let (person, _) = present(&gate, id).await?;
    Ok(pages::departure(&hr.visit, &person, &typed, &faults))
}

/// `POST` [`at::ROSTER_RETURN`]
pub async fn note_return(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<PersonId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    hr.visit.accept(body)?;
    let (id, actor, now, master) = (id.into_inner(), hr.actor(), hr.visit.premises.now(), gate.master.clone());
    let back = gate
        .db
        .register(move |conn| {
            let person = store::find_by_id(conn, id)?.ok_or(Refusal::NoSuchPerson)?;
            come_back(conn, &master, &actor, &person, now)
        })
        .await;
    match back {
        Ok(()) => Ok(see_other(&at::done(&hr.visit.to(&at::roster_person(id)), "returned"))),
        Err(refusal) => Err(fault_at(None, refusal, hr.visit.language).err().unwrap_or(Failure::NotFound)),
    }
}

async fn present(gate: &Gatehouse, id: PersonId) -> Result<(Person, Known), Failure> {
    let found = move |conn: &mut RegisterConn| QueryResult::Ok((store::find_by_id(conn, id)?, known(conn)?));
    let (person, known) = gate.db.read_register(found).await?;
    Ok((person.ok_or(Failure::NotFound)?, known))
}

/// Whether letters do not reach them.
async fn unreached(gate: &Gatehouse, id: PersonId) -> Result<Option<Unreached>, Failure> {
    let everybody = gate.db.read_register(store::undeliverable).await?;
    Ok(everybody.into_iter().find(|person| person.id == id))
}

fn known(conn: &mut RegisterConn) -> QueryResult<Known> {
    let mut categories: Vec<_> = store::categories(conn)?.into_iter().map(|category| category.as_str().to_owned()).collect();
    categories.sort_by_cached_key(|category| sort_key(category));
    Ok(Known { units: in_place(store::all_units(conn)?), categories })
}

fn as_it_is(person: &Person, known: &Known) -> PersonForm {
    let unit = known.units.iter().find(|(_, unit)| unit.id == person.unit);
    PersonForm {
        number: person.number.as_str().to_owned(),
        name: person.name.as_str().to_owned(),
        unit: unit.map(|(_, unit)| unit.short_name.as_str().to_owned()).unwrap_or_default(),
        category: person.category.as_str().to_owned(),
        email: person.email.as_ref().map(|email| email.reveal().to_owned()).unwrap_or_default(),
        language: person.language.map(Language::code).unwrap_or_default().to_owned(),
        started: person.started.map(TypedDay::from).unwrap_or_default(),
    }
}

fn typed(posted: &Posted) -> PersonForm {
    let text = |field| posted.text(field).to_owned();
    PersonForm {
        number: text("number"),
        name: text("name"),
        unit: text("unit"),
        category: text("category"),
        email: text("email"),
        language: text("language"),
        started: TypedDay::posted(posted, "started"),
    }
}

/// What was typed, as somebody; or everything that is wrong with it, from top to bottom.
fn read(form: &PersonForm, language: Language) -> Result<NewPerson, Faults> {
    let (say, list) = (words(language), list_words(language));
    let mut faults = Faults::none();
    let sentence = |label, missing, fault| unfit_at_field(language, label, missing, fault);
    let number = EmployeeNumber::parse(&form.number).map_err(|fault| sentence(list.number, say.number_missing, fault));
    let number = faults.take("number", number);
    let name = faults.take("name", Name::parse(&form.name).map_err(|fault| sentence(list.name, say.name_missing, fault)));
    let unit = faults.take("unit", ShortName::parse(&form.unit).map_err(|_| say.unit_missing));
    let category = Category::parse(&form.category).map_err(|fault| sentence(list.category, say.category_missing, fault));
    let category = faults.take("category", category);
    let started = form.started.read().map_err(|fault| no_day_in_words(language, list.started, fault));
    let started = faults.take("started", started);
    let email = (!form.email.is_empty()).then(|| EmailAddress::parse(&form.email)).transpose();
    let email = faults.take("email", email.map_err(|_| say.email_wrong));
    match (number, name, unit, category, started, email) {
        (Some(number), Some(name), Some(unit), Some(category), Some(started), Some(email)) => {
            Ok(NewPerson { number, name, unit, category, email, language: Language::from_code(&form.language), started })
        }
        _ => Err(faults),
    }
}

/// Where a refusal can be put right.
fn field_of(refusal: &Refusal) -> Option<&'static str> {
    match refusal {
        Refusal::NumberTaken => Some("number"),
        Refusal::EmailTaken => Some("email"),
        Refusal::NoSuchUnit => Some("unit"),
        Refusal::Day(_) => Some("started"),
        _ => None,
    }
}
