//! What takes long, done beside the request: reading a file, working out its plan, writing it.
//!
//! A work says how it ended in [`import::Works`], for whoever looks next. If the program ends
//! before, nothing is half done: whoever looks again takes it up anew. What another server has in hand is left to it.

use std::{sync::Arc, time::Duration};

use actix_web::{rt, web};
use diesel::QueryResult;

use crate::{
    accounts::{Actor, Gatehouse, KeepRoster, May},
    clock::Clock,
    db::RegisterConn,
    dice::Chance,
    ids::ImportId,
    people::{
        import::{self, Doing, Failed, Hold, Import, Layout, Means, Order, Progress, Refused, Work},
        store,
    },
    sheets::Table,
};

/// So long a page waits for a work before it shows how far it is.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a work needs of the request that began it.
pub struct Desk {
    gate: web::Data<Gatehouse>,
    chance: Chance,
    clock: Clock,
    by: Actor,
}

impl Desk {
    pub fn of(hr: &May<KeepRoster>, gate: &web::Data<Gatehouse>) -> Self {
        let premises = &hr.visit.premises;
        Self { gate: gate.clone(), chance: premises.chance.clone(), clock: premises.clock.clone(), by: hr.actor() }
    }
}

impl Desk {
    fn hold(&self, id: ImportId, doing: Doing) -> impl Future<Output = QueryResult<Option<Hold>>> + use<> {
        let (db, clock, chance) = (self.gate.db.clone(), self.clock.clone(), self.chance.clone());
        async move { Hold::take(&db, &clock, &chance, id, doing).await }
    }
}

/// The file as a table, as it lies in the register.
pub async fn table(gate: &Gatehouse, id: ImportId) -> Result<Table, Failed> {
    let master = gate.master.clone();
    let file = gate.db.read_register(move |conn| import::content(conn, &master, id)).await?;
    understood(file.ok_or(Failed::Forgotten)?).await
}

/// Reads a file off the threads that answer others meanwhile.
pub async fn understood(file: impl AsRef<[u8]> + Send + 'static) -> Result<Table, Failed> {
    match rt::task::spawn_blocking(move || import::understand(file.as_ref())).await {
        Ok(table) => Ok(table?),
        Err(_) => Err(Failed::NotUnderstood(crate::sheets::Refusal::Damaged)),
    }
}

/// Works out what the file would change, and keeps it with the import.
pub async fn check(desk: Desk, import: &Import, layout: Layout, work: Work) {
    let (id, as_said, progress) = (import.id, import.layout.clone().unwrap_or_default(), work.progress.clone());
    until_done(desk.hold(id, Doing::Checking), work, async move {
        let table = table(&desk.gate, id).await?;
        let (today, chance) = (desk.clock.now().day(), desk.chance.clone());
        let plan = move |conn: &mut RegisterConn| import::plan(conn, &table, &layout, today, &mut chance.dice(), &progress);
        let findings =
            desk.gate.db.read_register(move |conn| Ok::<_, diesel::result::Error>(import::found(&plan(conn)?))).await?;
        let (master, chance) = (desk.gate.master.clone(), desk.chance);
        let keep = move |conn: &mut RegisterConn| import::check(conn, &master, id, &as_said, &findings, &mut chance.dice());
        Ok(desk.gate.db.register(keep).await?)
    })
    .await;
}

/// Writes what somebody has seen and ordered. If the roster is not as they saw it, what they saw is
/// forgotten.
pub async fn carry_out(desk: Desk, import: &Import, layout: Layout, order: Order, work: Work) {
    let (id, as_said, progress) = (import.id, import.layout.clone().unwrap_or_default(), work.progress.clone());
    until_done(desk.hold(id, Doing::Importing), work, async move {
        let table = Arc::new(table(&desk.gate, id).await?);
        let (master, by, now, chance) = (desk.gate.master.clone(), desk.by, desk.clock.now(), desk.chance);
        let write = move |conn: &mut RegisterConn| {
            let means = Means { master: &master, by: &by, table: &table, layout: &layout, progress: &progress, now };
            import::carry_out(conn, &means, id, &order, &mut chance.dice()).map(drop)
        };
        let written = desk.gate.db.register(write).await;
        if let Err(Refused::RosterChanged) = written {
            desk.gate.db.register(move |conn| store::set_findings(conn, id, &as_said, None)).await?;
        }
        Ok(written?)
    })
    .await;
}

/// Puts everything back.
pub async fn undo(desk: Desk, id: ImportId, work: Work) {
    let progress: Progress = work.progress.clone();
    until_done(desk.hold(id, Doing::Undoing), work, async move {
        let (master, by, now) = (desk.gate.master.clone(), desk.by, desk.clock.now());
        Ok(desk.gate.db.register(move |conn| import::undo(conn, &master, &by, id, now, &progress)).await?)
    })
    .await;
}

/// Returns when the work has ended, or when it takes too long to wait for; then it goes on alone.
async fn until_done(
    hold: impl Future<Output = QueryResult<Option<Hold>>> + 'static,
    work: Work,
    doing: impl Future<Output = Result<(), Failed>> + 'static,
) {
    let task = rt::spawn(async move {
        match hold.await {
            Ok(Some(hold)) => work.ends(hold.until_done(doing).await),
            // Whoever looks next is told that another server is at it.
            Ok(None) => {}
            Err(fault) => work.ends(Err(fault.into())),
        }
    });
    let _ended_or_not = tokio::time::timeout(PATIENCE, task).await;
}
