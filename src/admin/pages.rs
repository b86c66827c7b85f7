//! Pages for those who run the house.

use std::path::{Path, PathBuf};

use maud::{Markup, html};

use super::words::words;
use crate::{
    backup::Kept as KeptBackup,
    clock::Moment,
    language::moment_in_words,
    mail::{Kind, Stuck, Waiting},
    schedule::{Kept, TASKS},
    web::{
        Page, Visit, Width, at,
        parts::{self, Tone},
    },
};

pub fn mail(visit: &Visit, waiting: Waiting, stuck: &[Stuck], folder: Option<&Path>) -> Page {
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
            p { b { ((say.waiting)(waiting.letters)) } @if waiting.of_campaigns { br; (say.of_campaigns) } }
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
                @for letter in stuck { (stuck_row(visit, letter)) }
            }
        }
    }
}

/// Of letters to many no more than that there is a problem, and of reminders not even which: every one of
/// them belongs to somebody who has not answered.
fn stuck_row(visit: &Visit, letter: &Stuck) -> Markup {
    let say = words(visit.language);
    let is_reminder = letter.kind == Kind::Reminder.code();
    let to_many = [Kind::SurveyInvitation, Kind::ClinicInvitation, Kind::ClinicCancellation];
    let is_single = !is_reminder && to_many.iter().all(|kind| letter.kind != kind.code());
    html! {
        tr {
            th scope="row" {
                ((say.kinds)(&letter.kind)) br;
                @if letter.state == "given_up" { (parts::tag(Tone::Watch, say.given_up)) } @else { (parts::tag(Tone::Plain, say.tried_later)) }
            }
            td { @if is_single { (moment_in_words(visit.language, letter.posted)) } @else { "–" } }
            td.num { @if is_single { (letter.tries) } @else { "–" } }
            td lang=[(!is_reminder).then_some("en")] {
                @if is_reminder { (say.reminders_stuck) } @else { (letter.fault.as_deref().unwrap_or_default()) }
            }
            td.do {
                @if is_single {
                    (visit.button(&at::letter_again(letter.id), "link", say.again))
                    (visit.button(&at::letter_drop(letter.id), "link bad", say.drop))
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
