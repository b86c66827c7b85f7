//! Carrying out a plan: one transaction, all or nothing.

use diesel::QueryResult;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Import, Layout, Plan, Progress, plan, snapshot::Snapshot, upload::sealed_done};
use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::{ImportId, PersonId},
    people::{Person, Unlikely, store},
    secrets::MasterKey,
    sheets::Table,
};

/// What somebody who saw the plan says to it.
#[derive(Clone, Debug)]
pub struct Order {
    /// The plan they saw.
    pub digest: String,
    /// Take in the sound rows and leave the faulty ones out.
    pub leave_out_faulty: bool,
    /// Of the missing, those who have departed. Nobody else is touched.
    pub departed: Departed,
    /// Their first day no longer here.
    pub on: Date,
}

#[derive(Clone, Debug)]
pub enum Departed {
    These(Vec<PersonId>),
    AllMissing,
}

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    pub new: usize,
    pub changed: usize,
    pub departed: usize,
    pub new_units: usize,
}

impl Done {
    pub fn wrote(&self) -> usize {
        self.new + self.changed + self.departed
    }
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("the file was imported already, or is forgotten")]
    Over,
    #[error("the roster has changed since the file was checked")]
    RosterChanged,
    #[error("{count} rows are faulty")]
    Faulty { count: usize },
    #[error("nothing would change")]
    NothingToDo,
    #[error(transparent)]
    Day(#[from] Unlikely),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// Everything it takes besides the order.
#[derive(Clone, Copy)]
pub struct Means<'deed> {
    pub master: &'deed MasterKey,
    pub by: &'deed Actor,
    pub table: &'deed Table,
    pub layout: &'deed Layout,
    pub progress: &'deed Progress,
    pub now: Moment,
}

pub fn carry_out(
    conn: &mut RegisterConn,
    means: &Means,
    import: ImportId,
    order: &Order,
    dice: &mut Dice,
) -> Result<Done, Refused> {
    store::keep_others_out(conn)?;
    accounts::hold_the_diary(conn)?;
    match store::find_import(conn, import)? {
        Some(Import { imported: None, .. }) => {}
        _ => return Err(Refused::Over),
    }
    let today = means.now.day();
    let plan = plan(conn, means.table, means.layout, today, dice, means.progress)?;
    if !plan.was_seen_as(&order.digest, matches!(order.departed, Departed::AllMissing)) {
        return Err(Refused::RosterChanged);
    }
    if !plan.faulty.is_empty() && !order.leave_out_faulty {
        return Err(Refused::Faulty { count: plan.faulty.len() });
    }
    let departing = departing(&plan, order, today)?;
    if plan.is_empty() && departing.is_empty() {
        return Err(Refused::NothingToDo);
    }
    let done =
        Done { new: plan.new.len(), changed: plan.changed.len(), departed: departing.len(), new_units: plan.new_units.len() };
    write(conn, &plan, &departing, import, means.progress)?;
    let new_units: Vec<_> = plan.new_units.iter().map(|unit| unit.id.to_string()).collect();
    let new_units = serde_json::to_string(&new_units).unwrap_or_default();
    let wrote = i32::try_from(done.wrote()).unwrap_or(i32::MAX);
    let summary = sealed_done(means.master, import, &done, dice);
    store::set_imported(conn, import, wrote, &new_units, &summary, means.now)?;
    let subject = format!("+{} ~{} −{}", done.new, done.changed, done.departed);
    accounts::note(conn, means.master, means.by, Deed::RosterImported, &subject, means.now)?;
    Ok(done)
}

/// The missing who are said to have departed, as they are now and as they will be.
fn departing(plan: &Plan, order: &Order, today: Date) -> Result<Vec<(Person, Person)>, Unlikely> {
    let is_named = |person: &Person| match &order.departed {
        Departed::AllMissing => true,
        Departed::These(these) => these.contains(&person.id),
    };
    let named = plan.missing.iter().filter(|person| is_named(person));
    named
        .map(|person| {
            // Who began after that day never worked here: they go on the day they came.
            let on = person.started.map_or(order.on, |started| order.on.max(started));
            Unlikely::check_departure(on, person.started, today)?;
            Ok((person.clone(), Person { departed: Some(on), ..person.clone() }))
        })
        .collect()
}

fn write(
    conn: &mut RegisterConn,
    plan: &Plan,
    departing: &[(Person, Person)],
    import: ImportId,
    progress: &Progress,
) -> QueryResult<()> {
    let befores = plan.changed.iter().map(|change| &change.before).chain(departing.iter().map(|(before, _)| before));
    let befores: Vec<_> = befores.map(|before| (before.id, Snapshot::of(before).to_json())).collect();
    let afters: Vec<_> =
        plan.changed.iter().map(|change| &change.after).chain(departing.iter().map(|(_, after)| after)).collect();
    progress.begin(plan.new.len() + afters.len());
    for unit in &plan.new_units {
        store::insert_unit(conn, unit)?;
    }
    store::keep_before(conn, import, &befores)?;
    // Changes first: a newcomer may have got the address of somebody who changes theirs.
    let moving = plan.changed.iter().filter(|change| change.before.email.is_some() && change.before.email != change.after.email);
    let moving: Vec<_> = moving.map(|change| change.after.id).collect();
    store::update_all(conn, &afters, &moving, Some(import), &|rows| progress.step(rows))?;
    store::insert_all(conn, &plan.new, import, &|rows| progress.step(rows))
}
