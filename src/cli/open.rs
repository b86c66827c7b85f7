//! Opening the house for a command.

use std::future::Future;

use super::Complaint;
use crate::{
    clock::Clock,
    dice::Chance,
    house::{House, Started},
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
        let (house, started) = House::open(&settings, Clock::System, Chance::Real).await?;
        command(house, started, settings).await
    })
}

pub fn block_on<T>(work: impl Future<Output = T>) -> T {
    actix_web::rt::System::new().block_on(work)
}

/// One line for each event. No line ever holds a name, an address or a token.
pub fn log_to_stderr(level: LogLevel) {
    let filter = match level {
        LogLevel::Off => tracing::level_filters::LevelFilter::OFF,
        LogLevel::Error => tracing::level_filters::LevelFilter::ERROR,
        LogLevel::Warn => tracing::level_filters::LevelFilter::WARN,
        LogLevel::Info => tracing::level_filters::LevelFilter::INFO,
        LogLevel::Debug => tracing::level_filters::LevelFilter::DEBUG,
    };
    let _already_set =
        tracing_subscriber::fmt().with_max_level(filter).with_writer(std::io::stderr).with_target(false).try_init();
}
