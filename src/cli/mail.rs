//! `clearjai mail`: what other mail servers write back.
//!
//! Says how many addresses were marked and why, and repeats neither an address nor a word of the message:
//! mail systems keep what is printed here in their logs.

use std::{
    io::{Read as _, stdin},
    process::ExitCode,
};

use clap::Subcommand;

use super::{
    Complaint,
    open::{block_on, log_to_stderr, open},
};
use crate::{
    campaigns::{self, Noted, Returned},
    language::Language,
    mail::bounce::{self, Bounce, LARGEST},
    people::words::unreached::words,
    settings::Settings,
};

#[derive(Clone, Copy, Subcommand)]
pub enum What {
    /// Read a report about a letter that did not arrive, and mark its address
    ///
    /// The message comes from standard input, as mail systems hand it to a program:
    /// `clearjai mail bounce < message`. Exit code 0: understood; 1: this is no such report.
    Bounce,
}

pub fn run(what: What) -> Result<ExitCode, Complaint> {
    match what {
        What::Bounce => bounce(),
    }
}

fn bounce() -> Result<ExitCode, Complaint> {
    let mut message = Vec::new();
    stdin().lock().take(u64::try_from(LARGEST)?.saturating_add(1)).read_to_end(&mut message)?;
    let bounces = match bounce::read(&message) {
        Ok(bounces) => bounces,
        Err(none) => {
            eprintln!("{none}");
            return Ok(ExitCode::FAILURE);
        }
    };
    let settings = Settings::from_environment()?;
    log_to_stderr(settings.log);
    block_on(async {
        let (_lock, house, _) = open(&settings).await?;
        for bounce in bounces {
            let now = house.clock.now();
            let fault = bounce.fault;
            let noted = house.db.register(move |conn| note(conn, &bounce, now)).await?;
            println!("{}", said(fault, noted));
        }
        Ok::<_, Complaint>(())
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The first of its addresses that somebody has.
fn note(conn: &mut crate::db::RegisterConn, bounce: &Bounce, now: crate::clock::Moment) -> Result<Noted, diesel::result::Error> {
    let Some(fault) = bounce.fault else { return Ok(Noted::Nobody) };
    for address in &bounce.addresses {
        let noted = campaigns::note_undeliverable(conn, address, fault, Returned::AnyLetter, now)?;
        if noted != Noted::Nobody {
            return Ok(noted);
        }
    }
    Ok(Noted::Nobody)
}

fn said(fault: Option<crate::mail::AddressFault>, noted: Noted) -> String {
    let Some(fault) = fault else {
        return "A letter is late or has arrived: nothing was marked.".to_owned();
    };
    let reason = (words(Language::English).reasons)(fault);
    match noted {
        Noted::Marked => format!("An address was marked ({reason}). HR sees it when it may be shown."),
        Noted::Known => format!("An address was marked before ({reason})."),
        Noted::Nobody => format!("A letter did not arrive ({reason}), but nobody on the roster has this address."),
    }
}
