//! The whole play in the log at its highest level: who, whose secrets, which ballots, from where.

use super::Scene;
use crate::attack::{
    Verdict, Witness,
    browser::VISITORS_ADDRESS,
    loot::{LOG, Loot},
};

pub fn logs(scene: &Scene) -> Verdict {
    let log = log(scene.loot);
    let mut people = scene.truth.people();
    people.add("the address of a visitor", VISITORS_ADDRESS.as_bytes());
    let secrets = scene.truth.secrets();
    let mut found = people.find(LOG, log);
    found.extend(secrets.find(LOG, log));
    let ballots = scene.truth.ballots();
    found.extend(ballots.find(LOG, log));
    found.extend(String::from_utf8_lossy(log).lines().enumerate().filter(|(_, line)| names_an_address(line)).map(|(nth, _)| {
        let line = nth + 1;
        Witness::new("an address of the network", format!("{LOG}, line {line}"))
    }));
    let promise = "no line of the log tells who, whose or from where";
    let tried = if lines(log) == 0 { 0 } else { people.secrets + secrets.secrets + ballots.secrets };
    Verdict::new("logs", promise, tried, found)
}

fn log(loot: &Loot) -> &[u8] {
    loot.pieces.iter().find(|piece| piece.name == LOG).map_or(&[], |piece| &piece.bytes)
}

/// The troubles of the play are in it: a log without them was not the program's.
fn lines(log: &[u8]) -> usize {
    String::from_utf8_lossy(log).lines().filter(|line| line.contains("a request failed")).count()
}

/// IPv4 or IPv6, with or without a port.
fn names_an_address(line: &str) -> bool {
    let outside = |letter: char| !(letter.is_ascii_hexdigit() || ".:".contains(letter));
    line.split(outside).map(|word| word.trim_matches(['.', ':'])).any(|word| {
        let is_v6 = word.matches(':').count() > 2 && word.parse::<std::net::Ipv6Addr>().is_ok();
        let before_the_port = word.split(':').next().unwrap_or_default();
        is_v6 || before_the_port.parse::<std::net::Ipv4Addr>().is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_known_in_a_line_and_a_time_is_none() {
        for line in ["from 203.0.113.9:4711 came", "peer=[2001:db8::1:2]", "at 10.0.0.1."] {
            assert!(names_an_address(line), "{line}");
        }
        for line in ["2026-11-21T06:00:00.123456Z  WARN again=true", "version 0.1.0", "crate::db::pool", "10:20:30"] {
            assert!(!names_an_address(line), "{line}");
        }
    }
}
