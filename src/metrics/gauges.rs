//! What is told, and in which form.

use std::fmt::Write as _;

use crate::{
    clock::{MINUTE, Moment},
    house::House,
    schedule::{self, Kept, Task},
    surveys,
};

/// That these have something to do, and for how long, would tell that somebody wrote, has not answered, or handed in.
const UNTOLD: [&str; 5] = [
    "deliver letters",
    "write to those who may answer",
    "empty the letterbox of the clinic",
    "tell the desk what waits",
    "mix what has arrived",
];

/// Rounds are told by these, in this order.
const STATES: [&str; 5] = ["draft", "scheduled", "open", "closed", "published"];

/// How the program fares at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gauges {
    pub is_sqlite: bool,
    /// Whether it answers.
    pub register: bool,
    pub urn: bool,
    pub rounds: [usize; 5],
    /// Name, whether its last run failed, and whether it should have run long ago.
    pub tasks: Vec<(&'static str, bool, bool)>,
}

/// Asks both databases. One that does not answer is told as such, and nothing that lies in it.
pub async fn look(house: &House) -> Gauges {
    let now = house.clock.now();
    let register = house
        .db
        .read_register(|conn| {
            Ok::<_, diesel::result::Error>((
                surveys::all(conn)?.into_iter().map(|it| place(&it.state)),
                schedule::timetable(conn)?,
            ))
        })
        .await;
    let urn = house.db.read_urn(crate::results::any_waiting).await;
    let mut rounds = [0; 5];
    let mut tasks = Vec::new();
    let is_up = register.is_ok();
    if let Ok((states, kept)) = register {
        for state in states {
            if let Some(number) = rounds.get_mut(state) {
                *number += 1;
            }
        }
        for task in schedule::TASKS {
            let kept = kept.iter().find(|kept| kept.name == task.name);
            let failed = kept.and_then(|kept| kept.outcome.as_deref()).is_some_and(has_failed);
            let overdue = !UNTOLD.contains(&task.name) && kept.is_some_and(|kept| should_have_run(&task, kept, now));
            tasks.push((task.name, failed, overdue && (task.is_needed)(house).await.unwrap_or(true)));
        }
    }
    Gauges { is_sqlite: house.db.is_embedded(), register: is_up, urn: urn.is_ok(), rounds, tasks }
}

const fn place(state: &surveys::State) -> usize {
    match state {
        surveys::State::Draft { .. } => 0,
        surveys::State::Scheduled { .. } => 1,
        surveys::State::Open { .. } => 2,
        surveys::State::Closed { .. } => 3,
        surveys::State::Published { .. } => 4,
    }
}

/// As a whole, or in part: "released 2, failed 1", "rounds that failed: 1".
fn has_failed(outcome: &str) -> bool {
    outcome.split_once("failed").is_some_and(|(before, after)| {
        let number = after.trim_start_matches([':', ' ']).split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        before.is_empty() || number.parse::<u64>().is_ok_and(|number| number > 0)
    })
}

/// Due for longer than it may take, and in nobody's hands.
fn should_have_run(task: &Task, kept: &Kept, now: Moment) -> bool {
    let patience = task.every.max(5 * MINUTE);
    kept.leased_until < now && kept.due.plus(patience) < now
}

impl Gauges {
    /// The exposition format of Prometheus, version 0.0.4.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut gauge = |name: &str, help: &str, values: &[(String, usize)]| {
            let _infallible = writeln!(text, "# HELP clearjai_{name} {help}\n# TYPE clearjai_{name} gauge");
            for (labels, value) in values {
                let _infallible = writeln!(text, "clearjai_{name}{{{labels}}} {value}");
            }
        };
        let engine = if self.is_sqlite { "sqlite" } else { "postgresql" };
        let version = env!("CARGO_PKG_VERSION");
        gauge("info", "The program and its engine.", &[(format!("version=\"{version}\",engine=\"{engine}\""), 1)]);
        let sides = [("register", self.register), ("urn", self.urn)];
        let sides = sides.map(|(side, is_up)| (format!("side=\"{side}\""), usize::from(is_up)));
        gauge("database_up", "Whether this database answers.", &sides);
        if !self.register {
            return text;
        }
        let rounds: Vec<_> =
            STATES.iter().zip(self.rounds).map(|(state, number)| (format!("state=\"{state}\""), number)).collect();
        gauge("rounds", "Rounds by their stage.", &rounds);
        let of = |which: fn(&(&'static str, bool, bool)) -> bool| -> Vec<_> {
            self.tasks.iter().map(|task| (format!("task=\"{}\"", task.0), usize::from(which(task)))).collect()
        };
        gauge("task_failed", "Whether the last run of this task of the timetable failed.", &of(|task| task.1));
        gauge("task_overdue", "Whether this task has something to do and nobody has done it for long.", &of(|task| task.2));
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_what_prometheus_reads() {
        let gauges =
            Gauges { is_sqlite: true, register: true, urn: false, rounds: [1, 0, 2, 0, 3], tasks: vec![("x", false, true)] };
        let text = gauges.text();
        for line in [
            "# TYPE clearjai_rounds gauge",
            "clearjai_rounds{state=\"open\"} 2",
            "clearjai_database_up{side=\"urn\"} 0",
            "clearjai_task_failed{task=\"x\"} 0",
            "clearjai_task_overdue{task=\"x\"} 1",
        ] {
            assert!(text.lines().any(|it| it == line), "{line}: {text}");
        }
        assert!(text.contains("engine=\"sqlite\"") && text.ends_with('\n'));
    }

    #[test]
    fn what_failed_in_part_has_failed() {
        for failed in ["failed: the disk is full", "opened 0, closed 1, held back 0, failed 2", "rounds that failed: 1"] {
            assert!(has_failed(failed), "{failed}");
        }
        for done in ["done", "opened 0, closed 1, held back 0, failed 0", "released 3, failed 0", "17 entries, whole"] {
            assert!(!has_failed(done), "{done}");
        }
    }

    #[test]
    fn of_a_register_that_does_not_answer_nothing_is_told() {
        let gauges = Gauges { is_sqlite: false, register: false, urn: true, rounds: [0; 5], tasks: Vec::new() };
        assert!(!gauges.text().contains("clearjai_rounds"));
    }
}
