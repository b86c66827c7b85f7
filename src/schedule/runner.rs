//! Keeping the timetable: looks every second, runs what is due, and goes on after faults.

use std::time::Duration;

use super::{
    lease,
    tasks::{TASKS, Task},
};
use crate::{department, house::House};

const LOOKS_EVERY: Duration = Duration::from_secs(1);

/// A change made at another instance shows here after so many looks.
const SIGN_EVERY: u64 = 5;

/// Keeps the timetable until the program ends.
pub async fn keep(house: House) {
    let mut looks: u64 = 0;
    loop {
        tokio::time::sleep(LOOKS_EVERY).await;
        looks += 1;
        run_due(&house).await;
        if looks.is_multiple_of(SIGN_EVERY)
            && let Err(fault) = department::hang(&house.db, &house.sign, &house.strictness).await
        {
            tracing::warn!(%fault, "the department's settings could not be read");
        }
    }
}

/// Runs every task that is due and free, one after the other.
pub async fn run_due(house: &House) {
    for task in &TASKS {
        if let Err(fault) = run(house, task).await {
            tracing::error!(task = task.name, %fault, "a task of the timetable failed");
        }
    }
}

async fn run(house: &House, task: &Task) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    if !(task.is_needed)(house).await? {
        return Ok(());
    }
    if !lease::claim(&house.db, task.name, house.instance, house.clock.now(), task.lease).await? {
        return Ok(());
    }
    let outcome = (task.run)(house).await;
    let said = match &outcome {
        Ok(said) => said.clone(),
        Err(fault) => format!("failed: {fault}"),
    };
    lease::finish(&house.db, task.name, house.instance, house.clock.now(), task.every, said).await?;
    outcome.map(drop)
}
