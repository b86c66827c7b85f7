//! The units of the department.

use std::collections::HashMap;

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use super::refusals::fault_at;
use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    db::RegisterConn,
    ids::UnitId,
    language::Language,
    people::{
        Name, NewUnit, Refusal, ShortName, Unfit, Unit, add_unit, change_unit,
        pages::{
            unit_choices::Placed,
            units::{self as pages, UnitForm, UnitRow},
        },
        remove_unit, store,
        unit_list::{in_place, tree_of},
        words::{person::unfit_at_field, units::words},
    },
    tidy::Untidy,
    web::{self as kit, Body, Failure, Faults, Posted, at, see_other},
};

/// `GET` [`at::UNITS`]
pub async fn index(hr: May<KeepRoster>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let listed = gate.db.read_register(store::units).await?;
    let people: HashMap<UnitId, i64> = listed.iter().map(|listed| (listed.unit.id, listed.people)).collect();
    let units: Vec<Unit> = listed.into_iter().map(|listed| listed.unit).collect();
    let tree = tree_of(&units);
    let count = |unit: &UnitId| people.get(unit).copied().unwrap_or(0);
    let row = |(depth, unit): Placed| UnitRow {
        depth,
        people: count(&unit.id),
        with_below: tree.with_all_below(&[unit.id]).iter().map(count).sum(),
        unit,
    };
    let rows: Vec<_> = in_place(units).into_iter().map(row).collect();
    Ok(pages::units(&hr.visit, &rows))
}

/// `GET` [`at::UNIT_NEW`]
pub async fn new(hr: May<KeepRoster>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let parents = in_place(gate.db.read_register(store::all_units).await?);
    Ok(pages::new_unit(&hr.visit, &UnitForm::default(), &parents, &Faults::none()))
}

/// `POST` [`at::UNIT_NEW`]. Pressed twice, it adds once.
pub async fn create(hr: May<KeepRoster>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let posted = hr.visit.accept(body)?;
    let typed = typed(&posted);
    let faults = match read(&typed, hr.visit.language) {
        Err(faults) => faults,
        Ok(new) => {
            let answer = at::done(&hr.visit.to(at::UNITS), "added");
            let (actor, key, led_to, master) = (hr.actor(), posted.key, answer.clone(), gate.master.clone());
            let (now, chance) = (hr.visit.premises.now(), hr.visit.premises.chance.clone());
            let added = gate
                .db
                .register(move |conn| {
                    kit::once(conn, key, &led_to, now, |conn| {
                        add_unit(conn, &master, &actor, &new, now, &mut chance.dice()).map(drop)
                    })
                })
                .await;
            match added {
                Ok(()) => return Ok(see_other(&answer)),
                Err(refusal) => fault_at(field_of(&refusal), refusal, hr.visit.language)?,
            }
        }
    };
    let parents = in_place(gate.db.read_register(store::all_units).await?);
    Ok(pages::new_unit(&hr.visit, &typed, &parents, &faults))
}

/// `GET` [`at::UNIT`]
pub async fn edit(hr: May<KeepRoster>, gate: web::Data<Gatehouse>, id: web::Path<UnitId>) -> Result<HttpResponse, Failure> {
    let present = present(&gate, id.into_inner()).await?;
    let parent = present.parents.iter().find(|(_, unit)| Some(unit.id) == present.unit.parent);
    let form = UnitForm {
        short_name: present.unit.short_name.as_str().to_owned(),
        name_thai: present.unit.name_thai.as_str().to_owned(),
        name_english: present.unit.name_english.as_ref().map(|name| name.as_str().to_owned()).unwrap_or_default(),
        parent: parent.map(|(_, unit)| unit.short_name.as_str().to_owned()).unwrap_or_default(),
    };
    Ok(pages::unit(&hr.visit, &present.unit, &form, &present.parents, present.is_in_use, &Faults::none()))
}

/// `POST` [`at::UNIT`]
pub async fn update(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<UnitId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let typed = typed(&hr.visit.accept(body)?);
    let id = id.into_inner();
    let present = present(&gate, id).await?;
    let faults = match read(&typed, hr.visit.language) {
        Err(faults) => faults,
        Ok(wanted) => {
            let (actor, now, master) = (hr.actor(), hr.visit.premises.now(), gate.master.clone());
            match gate.db.register(move |conn| change_unit(conn, &master, &actor, id, &wanted, now)).await {
                Ok(()) => return Ok(see_other(&at::done(&hr.visit.to(&at::unit(id)), "saved"))),
                Err(refusal) => fault_at(field_of(&refusal), refusal, hr.visit.language)?,
            }
        }
    };
    Ok(pages::unit(&hr.visit, &present.unit, &typed, &present.parents, present.is_in_use, &faults))
}

/// `POST` [`at::UNIT_REMOVAL`]
pub async fn remove(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<UnitId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let key = hr.visit.accept(body)?.key;
    let answer = at::done(&hr.visit.to(at::UNITS), "removed");
    let (id, actor, now, master, led_to) =
        (id.into_inner(), hr.actor(), hr.visit.premises.now(), gate.master.clone(), answer.clone());
    let removed = gate
        .db
        .register(move |conn| kit::once(conn, key, &led_to, now, |conn| remove_unit(conn, &master, &actor, id, now)))
        .await;
    match removed {
        Ok(()) => Ok(see_other(&answer)),
        Err(refusal) => Err(fault_at(None, refusal, hr.visit.language).err().unwrap_or(Failure::NotFound)),
    }
}

struct Present {
    unit: Unit,
    /// Every unit that it could belong to.
    parents: Vec<Placed>,
    is_in_use: bool,
}

async fn present(gate: &Gatehouse, id: UnitId) -> Result<Present, Failure> {
    let found = move |conn: &mut RegisterConn| {
        let unit = store::find_unit_by_id(conn, id)?;
        QueryResult::Ok((unit, store::all_units(conn)?, store::is_in_use(conn, id)?))
    };
    let (unit, units, is_in_use) = gate.db.read_register(found).await?;
    let below = tree_of(&units).with_all_below(&[id]);
    let parents = in_place(units).into_iter().filter(|(_, unit)| !below.contains(&unit.id)).collect();
    Ok(Present { unit: unit.ok_or(Failure::NotFound)?, parents, is_in_use })
}

fn typed(posted: &Posted) -> UnitForm {
    let text = |field| posted.text(field).to_owned();
    UnitForm {
        short_name: text("short_name"),
        name_thai: text("name_thai"),
        name_english: text("name_english"),
        parent: text("parent"),
    }
}

/// What was typed, as a unit; or everything that is wrong with it, from top to bottom.
fn read(form: &UnitForm, language: Language) -> Result<NewUnit, Faults> {
    let say = words(language);
    let mut faults = Faults::none();
    let sentence = |label, missing, fault| unfit_at_field(language, label, missing, fault);
    let name_thai = Name::parse(&form.name_thai).map_err(|fault| sentence(say.name_thai, say.name_missing, fault));
    let name_thai = faults.take("name_thai", name_thai);
    let name_english = match Name::parse(&form.name_english) {
        Err(Unfit::Untidy(Untidy::Missing)) => Ok(None),
        other => other.map(Some).map_err(|fault| sentence(say.name_english, "", fault)),
    };
    let name_english = faults.take("name_english", name_english);
    let short_name = ShortName::parse(&form.short_name).map_err(|fault| sentence(say.short_name, say.short_name_missing, fault));
    let short_name = faults.take("short_name", short_name);
    let parent = (!form.parent.is_empty()).then(|| ShortName::parse(&form.parent)).transpose();
    let parent = faults.take("parent", parent.map_err(|fault| sentence(say.parent, "", fault)));
    match (name_thai, name_english, short_name, parent) {
        (Some(name_thai), Some(name_english), Some(short_name), Some(parent)) => {
            Ok(NewUnit { short_name, name_thai, name_english, parent })
        }
        _ => Err(faults),
    }
}

/// Where a refusal can be put right.
fn field_of(refusal: &Refusal) -> Option<&'static str> {
    match refusal {
        Refusal::ShortNameTaken => Some("short_name"),
        Refusal::NoSuchUnit | Refusal::UnitBelowItself => Some("parent"),
        _ => None,
    }
}
