//! What is printed: what, measured, the limit or target, and the ratio of the two.

use std::fmt;

#[derive(Default)]
pub struct Row {
    what: String,
    measured: String,
    against: String,
    ratio: String,
}

impl Row {
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), ..Self::default() }
    }

    pub fn measured(self, measured: String) -> Self {
        Self { measured, ..self }
    }

    pub fn against(self, against: String) -> Self {
        Self { against, ..self }
    }

    pub fn ratio(self, ratio: f64) -> Self {
        Self { ratio: format!("{ratio:.2}"), ..self }
    }

    /// A size that should stay below its target.
    pub fn at_most(self, size: u64, target: u64, show: fn(u64) -> String) -> Self {
        self.measured(show(size)).against(format!("at most {}", show(target))).ratio(quotient(size, target))
    }

    /// A size beside that of the bare server.
    pub fn compared(self, size: u64, bare: u64, show: fn(u64) -> String) -> Self {
        self.measured(show(size)).against(format!("bare actix {}", show(bare))).ratio(quotient(size, bare))
    }
}

#[derive(Default)]
pub struct Table(Vec<Row>);

impl Table {
    pub fn add(&mut self, row: Row) {
        self.0.push(row);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head =
            Row { what: "what".into(), measured: "measured".into(), against: "limit or target".into(), ratio: "ratio".into() };
        let rows: Vec<_> = [&head].into_iter().chain(&self.0).collect();
        let width = |part: fn(&Row) -> &str| rows.iter().map(|row| part(row).chars().count()).max().unwrap_or(0);
        let [what, measured, against] = [width(|row| &row.what), width(|row| &row.measured), width(|row| &row.against)];
        for row in rows {
            writeln!(f, "{:<what$}  {:>measured$}  {:<against$}  {:>5}", row.what, row.measured, row.against, row.ratio)?;
        }
        Ok(())
    }
}

/// Of an odd number of figures; 0 for none.
pub fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<_> = figures.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

pub fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", quotient(bytes, 1_000_000))
}

pub fn kilobytes(bytes: u64) -> String {
    format!("{:.1} kB", quotient(bytes, 1000))
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files and memory are far below 2^52")]
fn quotient(one: u64, other: u64) -> f64 {
    one as f64 / other as f64
}
