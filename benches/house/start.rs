//! From the call of the program to its first answer: in an empty folder, and once more in the same.

use std::{path::Path, time::Duration};

use super::{
    Outcome,
    program::{Folder, Program},
    table::{Row, Table, median},
};

const RUNS: u32 = 5;
const TARGET: f64 = 1000.0;

pub fn measure(binary: &Path, table: &mut Table) -> Outcome<()> {
    let (mut first, mut second, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let folder = Folder::new()?;
        first.push(Program::house(binary, &folder)?.start);
        second.push(Program::house(binary, &folder)?.start);
        bare.push(Program::bare(0)?.start);
    }
    let [first, second, bare] = [first, second, bare].map(median_millis);
    for (what, millis) in [("start in an empty folder", first), ("start once more", second)] {
        table.add(Row::new(what).measured(show(millis)).against(format!("at most {}", show(TARGET))).ratio(millis / TARGET));
    }
    table.add(
        Row::new("    beside bare actix")
            .measured(show(second))
            .against(format!("bare actix {}", show(bare)))
            .ratio(second / bare),
    );
    Ok(())
}

fn median_millis(starts: Vec<Duration>) -> f64 {
    median(starts.into_iter().map(|start| start.as_secs_f64() * 1000.0))
}

fn show(millis: f64) -> String {
    format!("{millis:.0} ms")
}
