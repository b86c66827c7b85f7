//! `clearjai audit`: plays a throw-away house, attacks it, and says what was found.
//!
//! Exit code 0: nothing was found, and every planted leak was. 1: something was found, or a planted
//! leak was missed. 2: the audit could not be carried out.

use std::{
    fs,
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use super::{Complaint, open::block_on};
use crate::{
    attack::{self, Ground, Report, Wanted},
    settings::Settings,
};

/// So many witnesses of an attack are printed; all of them are in the JSON.
const WITNESSES: usize = 5;

pub fn run(people: usize, json: bool, html: Option<&Path>) -> Result<ExitCode, Complaint> {
    let ground = Ground::of(&Settings::from_environment()?);
    let tell = Box::new(|how_far: &str| eprintln!("… {how_far}"));
    let report = block_on(attack::audit(Wanted { ground, people, tell }))?;
    if let Some(file) = html {
        fs::write(file, attack::page(&report))?;
    }
    let out = &mut io::stdout().lock();
    if json {
        serde_json::to_writer_pretty(&mut *out, &report)?;
        writeln!(out)?;
    } else {
        print(out, &report)?;
    }
    out.flush()?;
    Ok(if report.passed { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn print(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let Report { people, engine, bytes, values, .. } = report;
    writeln!(out, "A house of {people} people on {engine} was played, copied ({bytes} bytes, {values} values) and attacked.\n")?;
    writeln!(out, "{:<32} {:>8} {:>6} {:>9}  verdict", "attack", "tried", "found", "guessing")?;
    for verdict in &report.attacks {
        let word = match (verdict.holds, verdict.tried) {
            (true, _) => "holds",
            (false, 0) => "NOT TRIED",
            (false, _) => "BROKEN",
        };
        let (attack, tried, found, guessing) = (verdict.attack, verdict.tried, verdict.found, verdict.guessing);
        writeln!(out, "{attack:<32} {tried:>8} {found:>6} {guessing:>9}  {word}: {}", verdict.promise)?;
        for witness in verdict.witnesses.iter().take(WITNESSES) {
            writeln!(out, "    {} — {}", witness.what, witness.place)?;
        }
        if let more @ 1.. = verdict.witnesses.len().saturating_sub(WITNESSES) {
            writeln!(out, "    … and {more} more; --json lists them all")?;
        }
    }
    writeln!(out, "\nControl: leaks planted on purpose, which the same attacks must find.")?;
    for leak in &report.control {
        let place = leak.witness.as_ref().map_or("", |witness| &witness.place);
        writeln!(out, "    {:<7} {} ({}) {place}", if leak.found { "found" } else { "MISSED" }, leak.planted, leak.attack)?;
    }
    for note in &report.notes {
        writeln!(out, "\nNote: {note}.")?;
    }
    let verdict = if report.passed {
        "Nothing was found, and every planted leak was."
    } else {
        "The house does not keep what it promises, or the audit is blind: see above."
    };
    writeln!(out, "\n{verdict}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attack::{Control, Verdict, Witness};

    #[test]
    fn what_was_found_and_what_was_missed_stand_in_the_text() {
        let found = (0..7).map(|nth| Witness::new("a password", format!("urn.db, byte {nth}"))).collect();
        let control = |is_found, witness| Control { attack: "logs", planted: "a line", found: is_found, witness };
        let report = Report {
            passed: false,
            engine: "SQLite",
            people: 8,
            bytes: 1,
            values: 1,
            attacks: vec![
                Verdict::new("secrets in files", "nothing lies there", 9, found),
                Verdict::new("logs", "silence", 0, vec![]),
            ],
            control: vec![control(true, Some(Witness::new("a line", "the log, line 1"))), control(false, None)],
            notes: vec!["the journal was not read".to_owned()],
        };
        let mut printed = Vec::new();
        print(&mut printed, &report).unwrap();
        let printed = String::from_utf8(printed).unwrap();
        for said in [
            "BROKEN: nothing lies there",
            "a password — urn.db, byte 0",
            "… and 2 more",
            "NOT TRIED: silence",
            "found   a line (logs) the log, line 1",
            "MISSED  a line (logs)",
            "Note: the journal was not read.",
            "does not keep what it promises",
        ] {
            assert!(printed.contains(said), "{said}: {printed}");
        }
    }
}
