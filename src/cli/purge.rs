//! `clearjai purge`: what is past its time, shown or deleted.

use super::{Complaint, open::with_house};
use crate::{
    accounts::Actor,
    retention::{self, Past},
};

pub fn run(dry_run: bool) -> Result<(), Complaint> {
    with_house(|house, _, _| async move {
        let now = house.clock.now();
        let past = if dry_run {
            retention::find(&house.db, now).await?
        } else {
            let past = retention::forget(&house.db, &house.master, Actor::command_line(), now).await?;
            if past.is_empty() {
                // Perhaps something of an earlier time could not be swept out of the files then.
                retention::rewrite(&house.db).await;
            }
            past
        };
        print(&past, dry_run);
        Ok(())
    })
}

fn print(past: &Past, dry_run: bool) {
    let done = if dry_run { "would be deleted" } else { "deleted" };
    if past.is_empty() {
        println!("Nothing is past its time.");
    }
    for (_, name) in &past.rounds {
        println!("Answers, comments and who was on the roll, {done}: {name}");
    }
    for session in &past.sessions {
        println!("What was asked at a session of the clinic, {done}: {}", session.name);
    }
    for (_, name) in &past.plans {
        println!("Plan, {done}: {name}");
    }
    if !past.people.is_empty() {
        println!("People who have left, {done}: {}", past.people.len());
    }
    if dry_run && !past.is_empty() {
        println!(
            "Nothing was changed. The timetable does this once a day, three days after the settings were changed at the earliest; `clearjai purge` does it now."
        );
    }
}
