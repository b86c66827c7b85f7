//! `clearjai doctor`: what is well, what is not, and what to do about it.

use std::{fs, path::Path};

use super::{Complaint, open::block_on};
use crate::{
    accounts,
    clock::Clock,
    db,
    dice::Chance,
    house::{self, House},
    results, retention, rounds,
    settings::{MailRoute, Settings},
};

/// Less free space than this is a finding.
const ENOUGH_SPACE: u64 = 500 * 1024 * 1024;

pub fn run(list_settings: bool) -> Result<(), Complaint> {
    if list_settings {
        for known in Settings::explain() {
            println!("{}\n    {}\n    default: {}\n    example: {}\n", known.name, known.purpose, known.default, known.example);
        }
        return Ok(());
    }
    let mut findings = Findings::default();
    let settings = Settings::from_environment()?;
    findings.well("The settings can be read.");
    block_on(examine(&settings, &mut findings));
    match findings.bad {
        0 => {
            println!("\nAll is well.");
            Ok(())
        }
        1 => Err(Complaint::new("\n1 thing to see to.")),
        count => Err(Complaint::new(format!("\n{count} things to see to."))),
    }
}

/// Prints as it goes, so that a hanging check shows which one it is.
#[derive(Default)]
struct Findings {
    bad: usize,
}

impl Findings {
    #[expect(clippy::unused_self, reason = "reads as a list of findings")]
    fn well(&self, sentence: &str) {
        println!("  ok    {sentence}");
    }

    /// Worth knowing; nothing has to be done.
    #[expect(clippy::unused_self, reason = "reads as a list of findings")]
    fn note(&self, sentence: &str) {
        println!("  note  {sentence}");
    }

    fn bad(&mut self, sentence: &str) {
        self.bad += 1;
        println!("  BAD   {sentence}");
    }
}

async fn examine(settings: &Settings, findings: &mut Findings) {
    addresses(settings, findings);
    space(&settings.data, findings);
    if let Some(tls) = &settings.tls {
        for path in [&tls.certificate, &tls.key] {
            match fs::read(path) {
                Ok(_) => findings.well(&format!("{} can be read.", path.display())),
                Err(fault) => findings.bad(&format!("{} cannot be read ({fault}).", path.display())),
            }
        }
    }
    match db::has_data(&house::plan(settings)) {
        Ok(true) => {}
        Ok(false) => {
            findings.note("There are no databases yet; the first start makes them.");
            return;
        }
        Err(fault) => {
            findings.bad(&fault.to_string());
            return;
        }
    }
    match House::open(settings, Clock::System, Chance::Real).await {
        Ok((house, _)) => inside(&house, settings, findings).await,
        Err(closed) => findings.bad(&closed.to_string()),
    }
}

fn addresses(settings: &Settings, findings: &mut Findings) {
    let url = &settings.public_url;
    if url.scheme_is_https() {
        findings.well(&format!("People reach the service at {url}, encrypted."));
    } else if ["localhost", "127.0.0.1", "[::1]"].contains(&url.host()) {
        findings.note(&format!("People reach the service at {url}: this machine only."));
    } else {
        findings.bad(&format!("People reach the service at {url}, which is not encrypted: anyone on the way can read along, and browsers cannot seal answers. Set up TLS (CLEARJAI_TLS_CERT, CLEARJAI_TLS_KEY, or a proxy) and an https CLEARJAI_PUBLIC_URL."));
    }
    match &settings.mail {
        MailRoute::Folder(path) => findings.note(&format!("No mail server: letters are put down in {}. Set CLEARJAI_SMTP_URL to send them.", path.display())),
        route if !route.is_encrypted() => findings.note("Letters go to the mail server unencrypted. Add ?tls=required to CLEARJAI_SMTP_URL unless it is a relay on this machine."),
        MailRoute::Smtp(_) => {}
    }
}

fn space(data: &Path, findings: &mut Findings) {
    let nearest = data.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("."));
    match rustix::fs::statvfs(nearest) {
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize);
            let megabytes = free / 1024 / 1024;
            if free < ENOUGH_SPACE {
                findings.bad(&format!("Only {megabytes} MB are free at {}. Make room before it is full.", nearest.display()));
            } else {
                findings.well(&format!("{megabytes} MB are free at {}.", nearest.display()));
            }
        }
        Err(fault) => findings.bad(&format!("The free space at {} cannot be found out ({fault}).", nearest.display())),
    }
}

async fn inside(house: &House, settings: &Settings, findings: &mut Findings) {
    findings.well("Both databases open, belong together and fit the master key.");
    let master = house.master.clone();
    match house.db.read_register(move |conn| accounts::verify(conn, &master, None)).await {
        Ok(whole) => findings.well(&format!("The diary is whole: {} entries.", whole.entries)),
        Err(broken) => findings.bad(&broken.to_string()),
    }
    match house.db.read_register(rounds::broken_promises).await {
        Ok(broken) if broken.is_empty() => findings.well("Every round that has opened is what it promised."),
        Ok(broken) => findings.bad(&format!("Changed in the database after opening: {}.", broken.join(", "))),
        Err(fault) => findings.bad(&format!("The rounds cannot be read ({fault}).")),
    }
    match house.db.read_urn(results::waiting).await {
        Ok(waiting) if waiting.is_empty() => {}
        Ok(waiting) => findings.note(&format!(
            "Opened and not counted yet: {}. If that lasts, the schedule's page says why.",
            waiting.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        )),
        Err(fault) => findings.bad(&format!("The urn cannot be read ({fault}).")),
    }
    figures_hold(house, findings).await;
    match house.db.read_register(accounts::any).await {
        Ok(true) => findings.well("There is an account to sign in with."),
        Ok(false) => findings.bad("Nobody can sign in yet. Run: clearjai user add EMAIL --name NAME --role admin"),
        Err(fault) => findings.bad(&format!("The accounts cannot be read ({fault}).")),
    }
    if house.sign.now().name_thai.is_empty() {
        findings.note("The department has no name yet. Enter it on the settings page.");
    }
    if !house.strictness.requires_second_factor() {
        findings.note("Administrators and HR may sign in without a second factor. The settings page can require it.");
    }
    if matches!(settings.mail, MailRoute::Smtp(_)) {
        match house.courier.transport.is_reachable().await {
            Ok(true) => findings.well("The mail server answers."),
            Ok(false) => findings.bad("The mail server does not answer as one."),
            Err(fault) => findings.bad(&format!("The mail server cannot be used: {}.", fault.reason)),
        }
    }
}

async fn figures_hold(house: &House, findings: &mut Findings) {
    let forgotten = match house.db.read_register(retention::forgotten).await {
        Ok(forgotten) => forgotten,
        Err(fault) => return findings.bad(&format!("The rounds cannot be read ({fault}).")),
    };
    match results::recount(&house.db, &forgotten).await {
        Ok(other) if other.is_empty() => findings.well("The figures of every round are what its ballots give."),
        Ok(other) => {
            let other: Vec<_> = other.iter().map(ToString::to_string).collect();
            findings.bad(&format!(
                "The figures that were let out are not what the ballots give by the rules of this version: {}.",
                other.join(", ")
            ));
        }
        Err(fault) => findings.bad(&format!("The figures of the rounds cannot be counted anew ({fault}).")),
    }
}
