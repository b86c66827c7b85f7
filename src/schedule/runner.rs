//! Keeping the timetable: looks every second, runs what is due, and goes on after faults.

use std::time::Duration;

use futures_util::future;

use super::{
    lease,
    tasks::{TASKS, Task},
};
use crate::{department, house::House};

const LOOKS_EVERY: Duration = Duration::from_secs(1);

const SIGN_EVERY: Duration = Duration::from_secs(5);

/// Keeps the timetable until the program ends. Every task is looked at by itself, so that a slow
/// one (a mail server that hangs) holds no other up.
pub async fn keep(house: House) {
    let tasks = TASKS.iter().map(|task| keep_one(&house, task));
    future::join(future::join_all(tasks), keep_sign(&house)).await;
}

async fn keep_one(house: &House, task: &Task) {
    loop {
        tokio::time::sleep(LOOKS_EVERY).await;
        run_or_log(house, task).await;
    }
}

/// Changes made at another instance show here within seconds.
async fn keep_sign(house: &House) {
    loop {
        tokio::time::sleep(SIGN_EVERY).await;
        if let Err(fault) = department::hang(&house.db, &house.sign, &house.strictness).await {
            tracing::warn!(%fault, "the department's settings could not be read");
        }
    }
}

/// Runs every task that is due and free, one after the other.
pub async fn run_due(house: &House) {
    for task in &TASKS {
        run_or_log(house, task).await;
    }
}

async fn run_or_log(house: &House, task: &Task) {
    if let Err(fault) = run(house, task).await {
        tracing::error!(task = task.name, %fault, "a task of the timetable failed");
    }
}

async fn run(house: &House, task: &Task) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    if !(task.is_needed)(house).await? {
        return Ok(());
    }
    let (name, by) = (task.name, house.instance);
    if task.is_shared {
        let outcome = (task.run)(house).await;
        lease::note(&house.db, name, house.clock.now(), task.every, said(&outcome)).await?;
        return outcome.map(drop);
    }
    if !lease::claim(&house.db, name, by, house.clock.now()).await? {
        return Ok(());
    }
    let outcome = lease::keep(&house.db, name, by, &house.clock, (task.run)(house)).await;
    lease::finish(&house.db, name, by, house.clock.now(), task.every, said(&outcome)).await?;
    outcome.map(drop)
}

fn said(outcome: &Result<String, Box<dyn std::error::Error + Send + Sync>>) -> String {
    match outcome {
        Ok(said) => said.clone(),
        Err(fault) => format!("failed: {fault}"),
    }
}
