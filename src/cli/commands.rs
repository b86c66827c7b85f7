//! The arguments of the program, and which command each leads to.

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

use super::{backup, demo, diary, doctor, migrate, serve, user};

#[derive(Parser)]
#[command(
    name = "clearjai",
    version,
    about = "Anonymous internal feedback and surveys for a department",
    long_about = "Anonymous internal feedback and surveys for a department.\n\n\
        Settings come from the environment (CLEARJAI_…) or from clearjai.toml in the data folder;\n\
        `clearjai doctor --settings` lists them all. To look around first: `clearjai demo`."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the service: web pages, letters and the timetable
    Serve,
    /// Look around in a throw-away department with one sign-in for each role
    Demo,
    /// Bring the databases up to date, or look at or take back their steps
    Migrate {
        #[command(subcommand)]
        what: Option<migrate::What>,
    },
    /// Add and manage those who may sign in
    User {
        #[command(subcommand)]
        what: user::What,
    },
    /// Read the diary of deeds, or check that nobody has changed it
    Diary {
        #[command(subcommand)]
        what: diary::What,
    },
    /// Copy both databases into a new folder, while the service runs
    Backup {
        /// A folder that does not exist yet
        folder: PathBuf,
        /// Copy only one of the two
        #[arg(long, value_enum)]
        only: Option<backup::Only>,
    },
    /// Put a backup back in place; stop the service first
    Restore {
        /// The folder that `clearjai backup` made
        folder: PathBuf,
        /// Set aside the data that is there now
        #[arg(long)]
        replace: bool,
    },
    /// Check settings, key, databases, mail and disk, and say what to do
    Doctor {
        /// List every setting instead: what it is for, its default, an example
        #[arg(long)]
        settings: bool,
    },
}

/// Runs the command of this process.
pub fn run() -> ExitCode {
    let Arguments { command } = Arguments::parse();
    let done = match command {
        Command::Serve => serve::run(),
        Command::Demo => demo::run(),
        Command::Migrate { what } => migrate::run(what),
        Command::User { what } => user::run(what),
        Command::Diary { what } => diary::run(what),
        Command::Backup { folder, only } => backup::make(&folder, only),
        Command::Restore { folder, replace } => backup::restore(&folder, replace),
        Command::Doctor { settings } => doctor::run(settings),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(complaint) => {
            eprintln!("{complaint}");
            ExitCode::from(2)
        }
    }
}
