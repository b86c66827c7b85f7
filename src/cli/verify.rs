//! `clearjai verify`: the bulletin of a survey, checked by whoever doubts it.
//!
//! Needs nothing but the file: no settings, no databases, no network. Exit code 0: it holds; 1: it
//! does not; 2: it could not be checked. The file may come from anybody, so no control character
//! of it reaches the terminal. A receipt is looked up and neither stored nor repeated.

use std::{
    fmt::Write as _,
    fs::File,
    io::{self, Read, Write as _},
    path::Path,
    process::ExitCode,
};

use data_encoding::HEXLOWER;

use super::Complaint;
use crate::{
    credentials::verify::{Bulletin, MOST_BYTES, Receipt, Stratum, Verdict, check},
    language::{Language, dates::long, digits::grouped, plain},
    papers::Door,
};

/// Progress is worth a line for more ballots than this.
const QUICK: usize = 50_000;

pub fn run(file: &Path, receipt: Option<&str>) -> Result<ExitCode, Complaint> {
    let receipt = receipt.map(Receipt::parse).transpose()?;
    let bulletin = read(file)?;
    let all = bulletin.ballots.len();
    let progress = |done: usize| {
        if all > QUICK {
            eprintln!("{} of {} signatures checked", number(done), number(all));
        }
    };
    let verdict = check(&bulletin, &progress)?;
    let mut report = String::new();
    describe(&bulletin, &mut report)?;
    judge(&bulletin, &verdict, &mut report)?;
    if let Some(receipt) = receipt {
        look_up(&bulletin, &verdict, &receipt, &mut report)?;
    }
    io::stdout().write_all(report.as_bytes())?;
    Ok(if verdict.holds() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn read(file: &Path) -> Result<Bulletin, Complaint> {
    let name = file.display();
    let unreadable = |fault: io::Error| Complaint::new(format!("{name} cannot be read: {fault}. Name the file of the bulletin."));
    let mut bytes = Vec::new();
    let file = File::open(file).map_err(unreadable)?;
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Bulletin::parse(&bytes).map_err(|fault| Complaint::new(on_one_line(&format!("{name} {fault}."))))
}

fn describe(bulletin: &Bulletin, report: &mut String) -> Result<(), Complaint> {
    let closed = plain(&long(bulletin.closed, Language::English));
    writeln!(report, "{}", on_one_line(bulletin.title.english()))?;
    let listed = number(bulletin.ballots.len());
    match bulletin.door {
        Door::Roll => writeln!(report, "closed {closed}; {} people on the roll, {listed} ballots listed", number(bulletin.roll))?,
        Door::OpenLink => writeln!(report, "closed {closed}; open link, without a roll; {listed} ballots listed")?,
    }
    writeln!(report, "paper {}", HEXLOWER.encode(&bulletin.paper))?;
    for stratum in &bulletin.strata {
        let Stratum { issued, counted, spoilt, replaced, .. } = stratum;
        let [issued, counted, spoilt, replaced] = [issued, counted, spoilt, replaced].map(|count| number(*count));
        writeln!(report, "\n{}", on_one_line(stratum.name.english()))?;
        let roll = match bulletin.door {
            Door::Roll => format!("{} on the roll, ", number(stratum.roll)),
            Door::OpenLink => String::new(),
        };
        let unopened = match stratum.unopened {
            0 => String::new(),
            unopened => format!(", {} not opened", number(unopened)),
        };
        writeln!(
            report,
            "  {roll}{issued} credentials issued, {counted} counted, {spoilt} spoilt, {replaced} replaced{unopened}"
        )?;
        writeln!(report, "  key {}", HEXLOWER.encode(&stratum.fingerprint))?;
    }
    Ok(())
}

fn judge(bulletin: &Bulletin, verdict: &Verdict, report: &mut String) -> Result<(), Complaint> {
    if verdict.holds() {
        let listed = number(bulletin.ballots.len());
        let which = if bulletin.unopened() > 0 { "listed" } else { "counted" };
        let roll = match bulletin.door {
            Door::Roll => " or was issued more than its roll",
            Door::OpenLink => "",
        };
        writeln!(
            report,
            "\nThe bulletin holds: each of the {listed} {which} ballots was entitled, none is listed twice, \
             and no group counted more than it was issued{roll}."
        )?;
        if bulletin.unopened() > 0 {
            writeln!(
                report,
                "There were too few ballots to show anything of them, so they were destroyed unread. They are listed, not counted."
            )?;
        }
        if bulletin.door == Door::OpenLink {
            writeln!(report, "Behind an open link each browser counts once: this is not one person, one ballot.")?;
        }
        writeln!(
            report,
            "Compare the paper and the keys above with those in a letter of this survey: no program can do that for you."
        )?;
    } else {
        writeln!(report, "\nThe bulletin does not hold:")?;
        for finding in &verdict.findings {
            writeln!(report, "- {}", on_one_line(&finding.to_string()))?;
        }
    }
    Ok(())
}

fn look_up(bulletin: &Bulletin, verdict: &Verdict, receipt: &Receipt, report: &mut String) -> Result<(), Complaint> {
    let place = bulletin.place_of(&receipt.message(bulletin.survey));
    match place {
        None => writeln!(
            report,
            "\nThe ballot of this receipt is not among the counted ones. Check the digits, and that this is the \
             bulletin of the same survey; a spoilt ballot is counted as such and not listed."
        )?,
        Some(place) => {
            let doubt = if verdict.doubts(place) { ", but see what was found about it above" } else { "" };
            let which = if bulletin.unopened() > 0 { "those listed and not opened" } else { "the counted ones" };
            writeln!(report, "\nThe ballot of this receipt is among {which}, at position {}{doubt}.", place + 1)?;
        }
    }
    Ok(())
}

fn number(count: impl TryInto<i64>) -> String {
    grouped(count.try_into().unwrap_or(i64::MAX))
}

/// Without line ends, escape sequences and changes of direction: a name can fake no line of ours.
fn on_one_line(text: &str) -> String {
    let steers = |letter: char| {
        letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.replace(steers, "\u{FFFD}")
}
