//! Keeping the timetable: looks every second, runs what is due, and goes on after faults.

use std::time::Duration;

use tokio::task::JoinSet;

use super::{
    lease,
    tasks::{TASKS, Task},
};
use crate::{department, house::House};

const LOOKS_EVERY: Duration = Duration::from_secs(1);

const SIGN_EVERY: Duration = Duration::from_secs(1);

const KEYS_EVERY: Duration = Duration::from_secs(60);

/// What broke down is begun again after so long.
const AFTER_A_FALL: Duration = Duration::from_secs(10);

const AFTER_A_FAULT: Duration = Duration::from_secs(60);

/// Keeps the timetable until the program ends. Every task is looked at by itself, so that none that is slow
/// (a mail server that hangs) or breaks down holds up any other.
pub async fn keep(house: House) {
    static TIMETABLE: [Task; TASKS.len()] = TASKS;
    let mut keepers = JoinSet::new();
    for task in &TIMETABLE {
        let house = house.clone();
        keepers.spawn(without_end(task.name, AFTER_A_FALL, move || {
            let house = house.clone();
            async move { keep_one(&house, task).await }
        }));
    }
    let signs = house.clone();
    keepers.spawn(without_end("read the department's settings", AFTER_A_FALL, move || {
        let house = signs.clone();
        async move { keep_sign(&house).await }
    }));
    keepers.spawn(without_end("let keys of ended rounds go", AFTER_A_FALL, move || {
        let house = house.clone();
        async move { keep_keys(&house).await }
    }));
    while keepers.join_next().await.is_some() {}
}

/// Begins work that has no end, and again should it end all the same. Whoever drops this ends it.
async fn without_end<W: Future<Output = ()> + Send + 'static>(name: &str, pause: Duration, begin: impl Fn() -> W) {
    loop {
        let mut work = JoinSet::new();
        work.spawn(begin());
        if let Some(Err(fault)) = work.join_next().await {
            tracing::error!(task = name, %fault, "a task of the timetable broke down and is begun again");
        }
        tokio::time::sleep(pause).await;
    }
}

async fn keep_one(house: &House, task: &Task) {
    loop {
        tokio::time::sleep(LOOKS_EVERY).await;
        run_or_log(house, task).await;
    }
}

/// What another instance has closed and destroyed is in nobody's memory either.
async fn keep_keys(house: &House) {
    loop {
        tokio::time::sleep(KEYS_EVERY).await;
        let keyring = house.keyring.clone();
        if keyring.is_empty() {
            continue;
        }
        if let Err(fault) = house.db.read_register(move |conn| keyring.let_go_of_ended(conn)).await {
            tracing::warn!(%fault, "it is not known which keys are still in use");
        }
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
    let (name, by) = (task.name, house.instance);
    if !task.is_shared && !lease::is_due(&house.db, name, task.every, house.clock.now()).await? {
        return Ok(());
    }
    // May be a dear question: asked only when the task is due.
    if !(task.is_needed)(house).await? {
        return Ok(());
    }
    if task.is_shared {
        let outcome = (task.run)(house).await;
        lease::note(&house.db, name, house.clock.now(), task.every, said(&outcome)).await?;
        return outcome.map(drop);
    }
    if !lease::claim(&house.db, name, task.every, by, house.clock.now()).await? {
        return Ok(());
    }
    let outcome = lease::keep(&house.db, name, by, &house.clock, (task.run)(house)).await;
    // What failed is not tried again at once: it may be dear.
    let pause = if outcome.is_err() { task.every.max(AFTER_A_FAULT) } else { task.every };
    lease::finish(&house.db, name, by, house.clock.now(), pause, said(&outcome)).await?;
    outcome.map(drop)
}

fn said(outcome: &Result<String, Box<dyn std::error::Error + Send + Sync>>) -> String {
    match outcome {
        Ok(said) => said.clone(),
        Err(fault) => format!("failed: {fault}"),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    };

    use super::*;

    #[tokio::test]
    async fn what_breaks_down_is_begun_again_and_ends_with_whoever_keeps_it() {
        let (begun, (alive, mut dead)) = (Arc::new(AtomicUsize::new(0)), tokio::sync::mpsc::channel::<()>(1));
        let (count, lives) = (begun.clone(), tokio::sync::Notify::new());
        let lives = Arc::new(lives);
        let seen = lives.clone();
        let keeper = tokio::spawn(without_end("fall", Duration::ZERO, move || {
            let (count, lives, alive) = (count.clone(), lives.clone(), alive.clone());
            async move {
                assert!(count.fetch_add(1, Ordering::SeqCst) >= 2, "falls twice");
                lives.notify_one();
                std::future::pending::<()>().await;
                drop(alive);
            }
        }));
        seen.notified().await;
        assert_eq!(begun.load(Ordering::SeqCst), 3);
        keeper.abort();
        assert_eq!(dead.recv().await, None, "nobody holds the other end any more");
    }
}
