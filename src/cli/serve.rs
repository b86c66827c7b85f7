//! `clearjai serve`: web server, courier and timetable in one process, until it is asked to stop.

use std::{io::Write as _, time::Duration};

use tokio::signal::unix::{Signal, SignalKind, signal};

use super::{
    Complaint,
    open::{block_on, log_to_stderr, open},
};
use crate::{
    accounts,
    house::House,
    schedule,
    server::{self, Bound, Listening},
    settings::Settings,
    web::at,
};

pub fn run() -> Result<(), Complaint> {
    let settings = Settings::from_environment()?;
    log_to_stderr(settings.log);
    let listening = Listening::from(&settings);
    let ports = server::listen(&listening)?;
    let settings = settings.once_bound(&ports.addresses);
    block_on(async {
        let (_lock, house, _) = open(&settings).await?;
        let bound = server::answer(&house, ports, &listening)?;
        let stop = StopSignals::listen()?;
        greet(&house, &settings, &bound).await?;
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

/// Letters that are in conversation when we are asked to stop may take this long.
const FOR_LETTERS: Duration = Duration::from_secs(15);

/// Serves until it is asked to stop; what is under way is finished.
pub async fn until_stopped(house: House, bound: Bound, stop: StopSignals) -> Result<(), Complaint> {
    let timetable = tokio::spawn(schedule::keep(house.clone()));
    let handle = bound.handle();
    let served = tokio::spawn(bound.server);
    stop.come().await;
    tracing::info!("stopping");
    // Whoever listens would listen on: they come back by themselves.
    house.live.shut();
    let ((), all_ended) = tokio::join!(handle.stop(true), house.courier.breaker.ends(FOR_LETTERS));
    if !all_ended {
        tracing::warn!("letters that the mail server was being told are cut off; they are sent again");
    }
    timetable.abort();
    match served.await {
        Ok(ended) => Ok(ended?),
        Err(fault) => Err(fault.into()),
    }
}

/// What a newcomer needs to know.
async fn greet(house: &House, settings: &Settings, bound: &Bound) -> Result<(), Complaint> {
    let out = &mut std::io::stdout().lock();
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
