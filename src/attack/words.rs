//! The sentences of the report as a page. Whoever runs the command reads English, as in the terminal.

use super::report::{Report, Verdict};

pub const TITLE: &str = "ClearJai: the audit";
pub const PASSED: &str = "Nothing was found, and every planted leak was.";
pub const FAILED: &str = "The house does not keep what it promises, or the audit is blind: see below.";
pub const ABOUT: &str = "Simulated people lived through accounts, letters, surveys and a session of the clinic in a throw-away \
    house. Then everything that an insider could copy or look at was copied and attacked. For each attack stand here how \
    much it tried, how many answers or secrets it found, and how many pure guessing would find.";
pub const ATTACKS: &str = "Attacks";
pub const ATTACK: &str = "Attack";
pub const TRIED: &str = "Tried";
pub const FOUND: &str = "Found";
pub const GUESSING: &str = "Guessing";
pub const VERDICT: &str = "Verdict";
pub const WITNESSES: &str = "What was found, and where";
pub const CONTROL: &str = "Control";
pub const CONTROL_ABOUT: &str =
    "The same attacks once more, after these leaks were planted on purpose. An audit that misses one is worth nothing.";
pub const LEAK: &str = "Planted leak";
pub const PLACE: &str = "Where it was found";
pub const MISSED: &str = "missed";
pub const NOTES: &str = "Notes";

pub fn played(report: &Report) -> String {
    let Report { people, engine, bytes, values, .. } = report;
    format!("{people} people on {engine}; {bytes} bytes and {values} values were copied.")
}

pub const fn verdict(verdict: &Verdict) -> &'static str {
    match (verdict.holds, verdict.tried) {
        (true, _) => "holds",
        (false, 0) => "not tried",
        (false, _) => "broken",
    }
}
