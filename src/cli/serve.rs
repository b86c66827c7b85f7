//! `clearjai serve`: web server, courier and timetable in one process, until it is asked to stop.

use std::io::Write as _;

use tokio::signal::unix::{Signal, SignalKind, signal};

use super::{Complaint, open::with_house};
use crate::{
    accounts,
    house::{House, Started},
    lock::Lock,
    schedule,
    server::{self, Bound, Listening},
    settings::Settings,
    web::at,
};

pub fn run() -> Result<(), Complaint> {
    with_house(|house, started, settings| async move {
        let _lock = Lock::shared(&house.data)?;
        let bound = server::bind(&house, &Listening::from(&settings))?;
        let stop = StopSignals::listen()?;
        greet(&house, &started, &settings, &bound).await?;
        until_stopped(house, bound, stop).await
    })
}

/// Ctrl-C and SIGTERM, listened for from before the first word is said.
pub struct StopSignals {
    interrupt: Signal,
    terminate: Signal,
}

impl StopSignals {
    pub fn listen() -> Result<Self, Complaint> {
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    async fn come(mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// Serves until it is asked to stop; what is under way is finished.
pub async fn until_stopped(house: House, bound: Bound, stop: StopSignals) -> Result<(), Complaint> {
    let timetable = tokio::spawn(schedule::keep(house));
    let handle = bound.handle();
    let served = tokio::spawn(bound.server);
    stop.come().await;
    tracing::info!("stopping");
    handle.stop(true).await;
    timetable.abort();
    match served.await {
        Ok(ended) => Ok(ended?),
        Err(fault) => Err(fault.into()),
    }
}

/// What a newcomer needs to know, and what to back up before it hurts.
async fn greet(house: &House, started: &Started, settings: &Settings, bound: &Bound) -> Result<(), Complaint> {
    let out = &mut std::io::stdout().lock();
    if let Some(path) = &started.new_key_file {
        writeln!(out, "A new master key was made: {}", path.display())?;
        writeln!(out, "Copy it to a safe place now, apart from the databases. If it is lost, sealed letters,")?;
        writeln!(out, "second factors and later the answers to open surveys can never be read again.")?;
        writeln!(out)?;
    }
    for address in &bound.addresses {
        let scheme = if settings.tls.is_some() { "https" } else { "http" };
        writeln!(out, "ClearJai listens on {scheme}://{address}")?;
    }
    writeln!(out, "People reach it at {}", house.public_url)?;
    let (now, chance) = (house.clock.now(), house.chance.clone());
    let link = house.db.register(move |conn| accounts::setup_link(conn, now, &mut chance.dice())).await?;
    if let Some(token) = link {
        writeln!(out)?;
        writeln!(out, "Nobody can sign in yet. Create the first administrator here (works once, for a day):")?;
        writeln!(out, "{}{}", house.public_url, at::setup(&token))?;
    }
    out.flush()?;
    Ok(())
}
