//! The arguments of the program, and which command each leads to.

use std::{panic, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

use super::{Complaint, audit, backup, demo, diary, doctor, mail, migrate, people, purge, serve, user, verify};

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
    /// Keep the roster: the people of the department and their units
    People {
        #[command(subcommand)]
        what: people::What,
    },
    /// Take in what other mail servers write back
    Mail {
        #[command(subcommand)]
        what: mail::What,
    },
    /// Read the diary of deeds, or check that nobody has changed it
    Diary {
        #[command(subcommand)]
        what: diary::What,
    },
    /// Check the bulletin of a survey, offline: was every counted ballot entitled?
    ///
    /// Needs only the file: no settings, no databases, no network. Exit code 0 says that the
    /// bulletin holds, 1 that it does not, 2 that it could not be checked.
    Verify {
        /// The bulletin, as fetched from the page of the survey
        file: PathBuf,
        /// Also look for the ballot of this receipt: 24 digits, in quotation marks
        #[arg(long, value_name = "DIGITS")]
        receipt: Option<String>,
    },
    /// Play a throw-away house, attack what it stores, and say what was found
    #[command(long_about = "Play a throw-away house, attack what it stores, and say what was found.\n\n\
        Everything happens in a temporary folder, or in two empty PostgreSQL databases if\n\
        CLEARJAI_REGISTER_URL and CLEARJAI_URN_URL name such; no real data is touched.\n\
        Exit code 0: nothing was found, and every leak planted for control was; 1: otherwise.")]
    Audit {
        /// How many simulated people
        #[arg(long, default_value_t = 500)]
        people: usize,
        /// Print the whole report as JSON
        #[arg(long)]
        json: bool,
        /// Also write the report into this file, as a page
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
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
    /// Delete what is past the months that the department keeps things
    ///
    /// The timetable does the same once a day. Figures that were told, published results and the bulletin stay.
    Purge {
        /// Say what would go, and change nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Check settings, key, databases, mail and disk, and say what to do
    Doctor {
        /// List every setting instead: what it is for, its default, an example
        #[arg(long)]
        settings: bool,
    },
}

/// What a shell reports of a program that wrote into a closed pipe.
const CLOSED_PIPE: i32 = 141;

/// Runs the command of this process.
pub fn run() -> ExitCode {
    end_quietly_when_nobody_reads_on();
    let Arguments { command } = Arguments::parse();
    let done = match command {
        Command::Serve => return exit_of_the_service(serve::run()),
        Command::Demo => demo::run(),
        Command::Migrate { what } => migrate::run(what),
        Command::User { what } => user::run(what),
        Command::People { what } => people::run(what),
        Command::Mail { what } => return exit(mail::run(what)),
        Command::Diary { what } => diary::run(what),
        Command::Verify { file, receipt } => return exit(verify::run(&file, receipt.as_deref())),
        Command::Audit { people, json, html } => return exit(audit::run(people, json, html.as_deref())),
        Command::Backup { folder, only } => backup::make(&folder, only),
        Command::Restore { folder, replace } => backup::restore(&folder, replace),
        Command::Purge { dry_run } => purge::run(dry_run),
        Command::Doctor { settings } => doctor::run(settings),
    };
    exit(done.map(|()| ExitCode::SUCCESS))
}

/// Whoever reads our output, `head` or a pager, may have seen enough: printing then panics, and that is
/// no fault of anybody's.
fn end_quietly_when_nobody_reads_on() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |fault| {
        let said = fault.payload().downcast_ref::<String>().map_or("", String::as_str);
        if said.starts_with("failed printing to") && said.contains("Broken pipe") {
            std::process::exit(CLOSED_PIPE);
        }
        usual(fault);
    }));
}

/// As `sysexits.h` has it, for whoever keeps a service running.
const TRY_AGAIN: u8 = 75;

/// A start that fails for a reason that passes is to be tried again; a setting that is wrong is not.
fn exit_of_the_service(done: Result<(), Complaint>) -> ExitCode {
    let may_pass = done.as_ref().is_err_and(|complaint| complaint.may_pass);
    let code = exit(done.map(|()| ExitCode::SUCCESS));
    if may_pass { ExitCode::from(TRY_AGAIN) } else { code }
}

fn exit(done: Result<ExitCode, Complaint>) -> ExitCode {
    done.unwrap_or_else(|complaint| {
        eprintln!("{complaint}");
        ExitCode::from(2)
    })
}
