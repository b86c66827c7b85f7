//! The report as a page of its own: one file that needs no other, to be sent or kept. No scripts.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    report::{Control, Report, Verdict},
    words as say,
};

/// So many witnesses of an attack; all of them are in the JSON.
const WITNESSES: usize = 50;

const STYLE: &str = "
:root { color-scheme: light dark; --bg: #f6f5f1; --surface: #fff; --ink: #15252b; --ink-2: #4c5d64; --line: #d9dcd6;
  --brand: #0b5563; --err: #b3261e; --ok: #0b5563; }
@media (prefers-color-scheme: dark) { :root { --bg: #10191c; --surface: #18242a; --ink: #e9eeec; --ink-2: #a9b6ba;
  --line: #33434a; --brand: #7cc4cf; --err: #ffb4ab; --ok: #7cc4cf; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 1rem/1.6 Sarabun, \"Noto Sans Thai\", system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { margin: 0 0 .5rem; color: var(--brand); font-size: 1.75rem; line-height: 1.3; }
h2 { margin: 2rem 0 .5rem; font-size: 1.25rem; }
h3 { margin: 1rem 0 .25rem; font-size: 1rem; }
.muted { color: var(--ink-2); }
.says { padding: .75rem 1rem; border: 2px solid var(--ok); border-radius: .5rem; background: var(--surface); font-weight: 600; }
.says.bad { border-color: var(--err); }
.bad { color: var(--err); font-weight: 600; }
.wide { overflow-x: auto; background: var(--surface); border: 1px solid var(--line); border-radius: .5rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .4rem .75rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
tr:last-child > * { border-bottom: 0; }
tbody th { font-weight: 600; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
td, li { overflow-wrap: anywhere; }
@media print { body { background: none; } .wide { overflow: visible; border: 0; } tr { break-inside: avoid; } }
";

pub fn page(report: &Report) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (say::TITLE) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (say::TITLE) }
                    p.says.bad[!report.passed] { (if report.passed { say::PASSED } else { say::FAILED }) }
                    p { (say::played(report)) }
                    p.muted { (say::ABOUT) }
                    h2 { (say::ATTACKS) }
                    (attacks(&report.attacks))
                    @if report.attacks.iter().any(|verdict| !verdict.witnesses.is_empty()) {
                        h2 { (say::WITNESSES) }
                        @for verdict in &report.attacks { (witnesses(verdict)) }
                    }
                    h2 { (say::CONTROL) }
                    p.muted { (say::CONTROL_ABOUT) }
                    (control(&report.control))
                    @if !report.notes.is_empty() {
                        h2 { (say::NOTES) }
                        ul { @for note in &report.notes { li { (note) "." } } }
                    }
                }
            }
        }
    };
    markup.into_string()
}

fn attacks(verdicts: &[Verdict]) -> Markup {
    html! {
        div.wide {
            table {
                thead {
                    tr {
                        th scope="col" { (say::ATTACK) }
                        th.n scope="col" { (say::TRIED) }
                        th.n scope="col" { (say::FOUND) }
                        th.n scope="col" { (say::GUESSING) }
                        th scope="col" { (say::VERDICT) }
                    }
                }
                tbody {
                    @for verdict in verdicts {
                        tr {
                            th scope="row" { (verdict.attack) }
                            td.n { (verdict.tried) }
                            td.n { (verdict.found) }
                            td.n { (verdict.guessing) }
                            td { span.bad[!verdict.holds] { (say::verdict(verdict)) } ": " (verdict.promise) }
                        }
                    }
                }
            }
        }
    }
}

fn witnesses(verdict: &Verdict) -> Markup {
    html! {
        @if !verdict.witnesses.is_empty() {
            h3 { (verdict.attack) }
            ul { @for witness in verdict.witnesses.iter().take(WITNESSES) { li { (witness.what) ": " (witness.place) } } }
            @if verdict.witnesses.len() > WITNESSES { p.muted { "+ " (verdict.witnesses.len() - WITNESSES) } }
        }
    }
}

fn control(control: &[Control]) -> Markup {
    html! {
        div.wide {
            table {
                thead {
                    tr {
                        th scope="col" { (say::LEAK) }
                        th scope="col" { (say::ATTACK) }
                        th scope="col" { (say::PLACE) }
                    }
                }
                tbody {
                    @for leak in control {
                        tr {
                            th scope="row" { (leak.planted) }
                            td { (leak.attack) }
                            @match &leak.witness {
                                Some(witness) => td { (witness.place) },
                                None => td.bad { (say::MISSED) },
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attack::Witness;

    fn report(passed: bool, witnesses: Vec<Witness>) -> Report {
        let witness = passed.then(|| Witness::new("a line", "the log, line 2"));
        let leak = Control { attack: "logs", planted: "a line", found: passed, witness };
        Report {
            passed,
            engine: "SQLite",
            people: 8,
            bytes: 1,
            values: 1,
            attacks: vec![Verdict::new("logs", "silence", 9, witnesses)],
            control: vec![leak],
            notes: vec!["the journal was not read".to_owned()],
        }
    }

    #[test]
    fn the_page_says_what_was_found_needs_nothing_else_and_lets_nothing_in() {
        let page = page(&report(false, vec![Witness::new("a <b>name</b>", "the log, line 1")]));
        for said in ["broken", "a &lt;b&gt;name", "the log, line 1", "missed", "the journal was not read.", say::FAILED] {
            assert!(page.contains(said), "{said}: {page}");
        }
        for never in ["<script", "http:", "https:", "src=", "<link"] {
            assert!(!page.contains(never), "{never}: {page}");
        }
    }

    #[test]
    fn where_nothing_was_found_no_witness_is_listed() {
        let page = page(&report(true, Vec::new()));
        assert!(page.contains(say::PASSED) && !page.contains(say::WITNESSES) && !page.contains("class=\"bad\""));
    }
}
