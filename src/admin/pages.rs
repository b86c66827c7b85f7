//! Pages for those who run the house.

use std::path::{Path, PathBuf};

use maud::{Markup, html};

use super::words::words;
use crate::{
    backup::Kept as KeptBackup,
    clock::Moment,
    language::moment_in_words,
    mail::Stuck,
    schedule::{Kept, TASKS},
    web::{
        Page, Visit, Width, at,
        parts::{self, Tone},
    },
};

pub fn mail(visit: &Visit, waiting: i64, stuck: &[Stuck], folder: Option<&Path>) -> Page {
    let say = words(visit.language);
    let done = match visit.done() {
        Some("posted") => Some(say.posted),
        Some("again") => Some(say.put_back),
        Some("dropped") => Some(say.dropped),
        _ => None,
    };
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        div.stack-s { h1 { (say.mail) } p.muted { (say.mail_lead) } }
        @if let Some(folder) = folder { (parts::note(&(say.into_folder)(&folder.display().to_string()))) }
        section.card.stack {
            p { b { ((say.waiting)(waiting)) } }
            p.small.muted { (say.test_lead) }
            (visit.button(at::MAIL_TEST, "btn s", say.test))
        }
        section.card.stack aria-labelledby="stuck" {
            h2 #stuck { (say.stuck) }
            @if stuck.is_empty() { p { (say.none_stuck) } } @else { (parts::table(say.stuck, &stuck_table(visit, stuck))) }
        }
    };
    visit.page(say.mail, Width::Wide, &main)
}

fn stuck_table(visit: &Visit, stuck: &[Stuck]) -> Markup {
    let say = words(visit.language);
    html! {
        table.rows {
            thead { tr {
                th scope="col" { (say.kind) } th scope="col" { (say.written) } th.num scope="col" { (say.tries) }
                th scope="col" { (say.reason) } th scope="col" { span.vh { (say.action) } }
            } }
            tbody {
                @for letter in stuck {
                    tr {
                        th scope="row" {
                            ((say.kinds)(&letter.kind)) br;
                            @if letter.state == "given_up" { (parts::tag(Tone::Watch, say.given_up)) } @else { (parts::tag(Tone::Plain, say.tried_later)) }
                        }
                        td { (moment_in_words(visit.language, letter.posted)) }
                        td.num { (letter.tries) }
                        td lang="en" { (letter.fault.as_deref().unwrap_or_default()) }
                        td.do {
                            (visit.button(&at::letter_again(letter.id), "link", say.again))
                            (visit.button(&at::letter_drop(letter.id), "link bad", say.drop))
                        }
                    }
                }
            }
        }
    }
}

pub fn schedule(visit: &Visit, kept: &[Kept], now: Moment) -> Page {
    let say = words(visit.language);
    let rows = html! {
        table {
            thead { tr { th scope="col" { (say.task) } th scope="col" { (say.last_run) } th scope="col" { (say.outcome) } th scope="col" { (say.next_run) } } }
            tbody {
                @for task in &TASKS {
                    @let kept = kept.iter().find(|kept| kept.name == task.name);
                    tr {
                        th scope="row" { ((say.tasks)(task.name)) }
                        td { @match kept.and_then(|kept| kept.finished) { Some(moment) => (moment_in_words(visit.language, moment)), None => (say.not_yet) } }
                        td lang="en" { (kept.and_then(|kept| kept.outcome.as_deref()).unwrap_or("–")) }
                        td {
                            @match kept {
                                Some(kept) if kept.leased_until > now => (say.running),
                                Some(kept) => (moment_in_words(visit.language, kept.due)),
                                None => "–",
                            }
                        }
                    }
                }
            }
        }
    };
    let main = html! {
        div.stack-s { h1 { (say.schedule) } p.muted { (say.schedule_lead) } }
        div.card { (parts::table(say.schedule, &rows)) }
    };
    visit.page(say.schedule, Width::Wide, &main)
}

/// Where backups go.
pub struct Health {
    pub is_sqlite: bool,
    pub folder: PathBuf,
}

pub fn backup(visit: &Visit, kept: &[KeptBackup], health: &Health) -> Page {
    let say = words(visit.language);
    let rows = html! {
        table {
            thead { tr { th scope="col" { (say.when) } th.num scope="col" { (say.size) } } }
            tbody {
                @for backup in kept {
                    tr { th scope="row" { (moment_in_words(visit.language, backup.made)) } td.num { (megabytes(backup.bytes)) } }
                }
            }
        }
    };
    let main = html! {
        @if visit.done() == Some("made") { (parts::done(say.backup_made)) }
        div.stack-s { h1 { (say.backup) } p.muted { (say.backup_lead) } }
        (parts::warning(say.backup_key))
        @if !health.is_sqlite { (parts::note(say.backup_postgres)) }
        section.card.stack {
            p.small.muted { (say.where_kept) " " code { (health.folder.display()) } }
            (visit.button(at::BACKUP, "btn", say.make_backup))
        }
        @if kept.is_empty() { (parts::empty(say.no_backups, &html! {})) } @else { div.card { (parts::table(say.backup, &rows)) } }
    };
    visit.page(say.backup, Width::Column, &main)
}

/// One decimal, rounded half up.
fn megabytes(bytes: u64) -> String {
    let tenths = (bytes * 10 + 500_000) / 1_000_000;
    format!("{}.{} MB", tenths / 10, tenths % 10)
}
