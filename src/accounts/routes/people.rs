//! Accounts, for administrators.

use actix_web::{HttpResponse, web};

use super::refusals::parse_name;
use crate::{
    accounts::{
        Actor, Gatehouse, May, Refusal, Role, Roles,
        invite::{self, Invited},
        manage, pages,
        pages::PersonForm,
        permit::ManageAccounts,
        second_factor,
        set_up::Newcomer,
        store,
        words::words,
    },
    address::EmailAddress,
    ids::AccountId,
    language::Language,
    web::{self as kit, Body, Failure, Faults, Posted, at, see_other},
};

/// `GET` [`at::PEOPLE`]
pub async fn index(admin: May<ManageAccounts>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let accounts = gate.db.read_register(store::all).await?;
    Ok(pages::people(&admin.visit, &accounts))
}

/// `GET` [`at::PEOPLE_NEW`]
pub async fn new(admin: May<ManageAccounts>) -> HttpResponse {
    let form = PersonForm { language: admin.visit.premises.sign.now().first_language, ..PersonForm::default() };
    pages::new_person(&admin.visit, &form, &Faults::none())
}

/// `POST` [`at::PEOPLE_NEW`]. Pressed twice, it invites once.
pub async fn create(admin: May<ManageAccounts>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let form = admin.visit.accept(body)?;
    let say = words(admin.visit.language);
    let typed = PersonForm {
        name: form.text("name").to_owned(),
        email: form.text("email").to_owned(),
        language: Language::from_code(form.text("language")).unwrap_or_default(),
        roles: roles(&form),
    };
    let mut faults = Faults::none();
    let name = faults.take("name", parse_name(&typed.name, admin.visit.language));
    let email = faults.take(
        "email",
        EmailAddress::parse(&typed.email).map_err(|_| if typed.email.is_empty() { say.email_missing } else { say.email_wrong }),
    );
    if typed.roles.is_empty() {
        faults.add("roles", say.roles_missing);
    }
    let (Some(name), Some(email), true) = (name, email, faults.is_empty()) else {
        return Ok(pages::new_person(&admin.visit, &typed, &faults));
    };

    let newcomer = Newcomer { email, name: name.to_owned(), language: typed.language };
    let answer = at::done(&admin.visit.to(at::PEOPLE), "invited");
    let (actor, roles, key) = (admin.actor(), typed.roles.clone(), form.key);
    let (now, chance, house, led_to) =
        (admin.visit.premises.now(), admin.visit.premises.chance.clone(), gate.clone(), answer.clone());
    let invited = gate
        .db
        .register(move |conn| {
            kit::once(conn, key, &led_to, now, |conn| {
                let office = house.post_office(newcomer.language);
                let link = |address: &str| house.link(newcomer.language, address);
                let how = Invited { office: &office, link: &link, by: &actor };
                invite::invite(conn, &how, &newcomer, &roles, now, &mut chance.dice()).map(drop)
            })
        })
        .await;
    match invited {
        Ok(()) => Ok(see_other(&answer)),
        Err(Refusal::EmailTaken) => Ok(pages::new_person(&admin.visit, &typed, &Faults::one("email", say.email_taken))),
        Err(other) => Err(other.into()),
    }
}

/// `GET` [`at::PERSON`]
pub async fn edit(
    admin: May<ManageAccounts>,
    gate: web::Data<Gatehouse>,
    id: web::Path<AccountId>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let account = gate.db.read_register(move |conn| store::find(conn, id)).await?.ok_or(Failure::NotFound)?;
    let is_self = account.id == admin.account.id;
    Ok(pages::person(&admin.visit, &account, &account.roles, is_self, &Faults::none()))
}

/// `POST` [`at::PERSON`]
pub async fn update(
    admin: May<ManageAccounts>,
    gate: web::Data<Gatehouse>,
    id: web::Path<AccountId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let form = admin.visit.accept(body)?;
    let say = words(admin.visit.language);
    let (id, chosen) = (id.into_inner(), roles(&form));
    let fault = if chosen.is_empty() {
        Some(say.roles_missing)
    } else {
        let (actor, roles, now, master) = (admin.actor(), chosen.clone(), admin.visit.premises.now(), gate.master.clone());
        match gate.db.register(move |conn| manage::change_roles(conn, &master, &actor, id, &roles, now)).await {
            Ok(_) => None,
            Err(Refusal::LastAdmin) => Some(say.last_admin),
            Err(other) => return Err(other.into()),
        }
    };
    let Some(fault) = fault else {
        return Ok(see_other(&at::done(&admin.visit.to(&at::person(id)), "saved")));
    };
    let account = gate.db.read_register(move |conn| store::find(conn, id)).await?.ok_or(Failure::NotFound)?;
    let is_self = account.id == admin.account.id;
    Ok(pages::person(&admin.visit, &account, &chosen, is_self, &Faults::one("roles", fault)))
}

/// `POST` [`at::PERSON_INVITE`]
pub async fn invite_again(
    admin: May<ManageAccounts>,
    gate: web::Data<Gatehouse>,
    id: web::Path<AccountId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let key = admin.visit.accept(body)?.key;
    let (id, actor, now, chance, house) =
        (id.into_inner(), admin.actor(), admin.visit.premises.now(), admin.visit.premises.chance.clone(), gate.clone());
    let answer = at::done(&admin.visit.to(&at::person(id)), "invited");
    let led_to = answer.clone();
    gate.db
        .register(move |conn| {
            kit::once(conn, key, &led_to, now, |conn| {
                let language = store::find(conn, id)?.ok_or(Refusal::NoSuchAccount)?.language;
                let office = house.post_office(language);
                let link = |address: &str| house.link(language, address);
                let how = Invited { office: &office, link: &link, by: &actor };
                invite::invite_again(conn, &how, id, now, &mut chance.dice()).map(drop)
            })
        })
        .await?;
    Ok(see_other(&answer))
}

/// `GET` [`at::PERSON_CLOSE`]
pub async fn confirm_closing(
    admin: May<ManageAccounts>,
    gate: web::Data<Gatehouse>,
    id: web::Path<AccountId>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let account = gate.db.read_register(move |conn| store::find(conn, id)).await?.ok_or(Failure::NotFound)?;
    Ok(pages::confirm_closing(&admin.visit, &account))
}

/// `POST` [`at::PERSON_CLOSE`]
pub async fn close(
    admin: May<ManageAccounts>,
    gate: web::Data<Gatehouse>,
    id: web::Path<AccountId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    admin.visit.accept(body)?;
    let (id, actor, now, master) = (id.into_inner(), admin.actor(), admin.visit.premises.now(), gate.master.clone());
    match gate.db.register(move |conn| manage::close(conn, &master, &actor, id, now)).await {
        Ok(_) => Ok(see_other(&at::done(&admin.visit.to(&at::person(id)), "closed"))),
        Err(Refusal::LastAdmin) => Err(Failure::Refused(words(admin.visit.language).last_admin.to_owned())),
        Err(other) => Err(other.into()),
    }
}

/// `POST` [`at::PERSON_REOPEN`]
pub async fn reopen(
    admin: May<ManageAccounts>,
    gate: web::Data<Gatehouse>,
    id: web::Path<AccountId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    admin.visit.accept(body)?;
    let (id, actor, now, master) = (id.into_inner(), admin.actor(), admin.visit.premises.now(), gate.master.clone());
    gate.db.register(move |conn| manage::reopen(conn, &master, &actor, id, now)).await?;
    Ok(see_other(&at::done(&admin.visit.to(&at::person(id)), "reopened")))
}

/// `POST` [`at::PERSON_SECOND_FACTOR`]: somebody has lost their phone and their recovery codes.
pub async fn end_second_factor(
    admin: May<ManageAccounts>,
    gate: web::Data<Gatehouse>,
    id: web::Path<AccountId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    admin.visit.accept(body)?;
    let (id, actor, now): (_, Actor, _) = (id.into_inner(), admin.actor(), admin.visit.premises.now());
    let (chance, house) = (admin.visit.premises.chance.clone(), gate.clone());
    gate.db
        .register(move |conn| {
            let account = store::find(conn, id)?.ok_or(Refusal::NoSuchAccount)?;
            second_factor::switch_off(conn, &house, &actor, &account, now, &mut chance.dice())
        })
        .await?;
    Ok(see_other(&at::done(&admin.visit.to(&at::person(id)), "second-factor-off")))
}

fn roles(form: &Posted) -> Roles {
    form.all("roles").filter_map(Role::from_code).collect()
}
