//! Opening the house for a command.

use std::{future::Future, io::IsTerminal as _, path::Path};

use tracing_subscriber::{
    filter::{LevelFilter, Targets},
    fmt,
    layer::SubscriberExt as _,
    util::SubscriberInitExt as _,
};

use super::Complaint;
use crate::{
    clock::Clock,
    dice::Chance,
    house::{House, Started},
    lock::Lock,
    settings::{LogLevel, Settings},
};

/// Runs a command that needs the house open.
pub fn with_house<F>(command: impl FnOnce(House, Started, Settings) -> F) -> Result<(), Complaint>
where
    F: Future<Output = Result<(), Complaint>>,
{
    let settings = Settings::from_environment()?;
    log_to_stderr(settings.log);
    block_on(async {
        let (_lock, house, started) = open(&settings).await?;
        command(house, started, settings).await
    })
}

/// Opens the house, and keeps anyone from restoring over it as long as the lock lives.
pub async fn open(settings: &Settings) -> Result<(Lock, House, Started), Complaint> {
    let lock = Lock::shared(&settings.data)?;
    let (house, started) = House::open(settings, Clock::System, Chance::Real).await.map_err(|closed| {
        let may_pass = closed.may_pass();
        Complaint { may_pass, ..closed.into() }
    })?;
    if let Some(path) = &started.new_key_file {
        warn_of_the_key(path);
    }
    Ok((lock, house, started))
}

/// Said before it hurts, by whichever command made the key.
fn warn_of_the_key(path: &Path) {
    eprintln!("A new master key was made: {}", path.display());
    eprintln!("Copy it to a safe place now, apart from the databases. If it is lost, sealed letters,");
    eprintln!("second factors and later the answers to open surveys can never be read again.");
    eprintln!();
}

pub fn block_on<T>(work: impl Future<Output = T>) -> T {
    actix_web::rt::System::new().block_on(work)
}

/// One line for each event; of libraries only what is wrong. No line ever holds a name, an
/// address or a token.
pub fn log_to_stderr(level: LogLevel) {
    let ours = match level {
        LogLevel::Off => LevelFilter::OFF,
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
    };
    let filter = Targets::new().with_default(ours.min(LevelFilter::WARN)).with_target("clearjai", ours);
    let lines = fmt::layer().with_writer(std::io::stderr).with_ansi(std::io::stderr().is_terminal()).with_target(false);
    let _already_set = tracing_subscriber::registry().with(lines).with(filter).try_init();
}
