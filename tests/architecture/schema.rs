//! The rules about migrations: both ways, both engines, and an urn that knows nobody.

use crate::text::{Source, parts, uncommented, until_closed};

/// Types that mean the same on both engines (`BLOB` is a domain of ours on `PostgreSQL`).
const TYPES: &str = "BLOB TEXT INTEGER BIGINT BOOLEAN";

/// Words that no column of the urn carries in its name, in the singular or the plural.
const POINTERS: &str = "
    person people staff employee account session user name email mail phone ip address agent browser device
    moment time at on day date hour created updated modified opened closed sent seen arrived received cast
    rowid sequence batch";

/// Columns of the urn that carry such a word and point to nobody all the same: `table.column` | why.
const HARMLESS: &str = "
    papers.closed | the day of the close, the same for everybody, and on the public page
    matters.opened_on | the day on which the desk read it, which the desk does and the writer does not
    matters.answered_on | the day on which the desk answered
    matters.done_on | the day on which the desk was done with it last
    remarks.said_on | the day of what the desk said; what the writer said has none
    cards.answered_on | the day of an answer on the board, as everybody sees it there
    cards.changed_on | the day of a change on the board, as everybody sees it there";

struct Column {
    table: String,
    name: String,
    kind: String,
    /// The whole definition.
    text: String,
}

impl Column {
    fn new(table: &str, definition: &str) -> Self {
        let mut words = definition.split_whitespace().map(str::to_owned);
        let (name, kind) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let kind = kind.trim_end_matches([',', ';']).to_uppercase();
        Self { table: table.to_owned(), name: name.to_lowercase(), kind, text: definition.to_uppercase() }
    }

    fn is_among(&self, list: &str) -> bool {
        let full = format!("{}.{}", self.table, self.name);
        list.lines().any(|line| line.split('|').next().is_some_and(|it| it.trim() == full))
    }
}

/// Every column that a migration creates or adds.
fn columns(migration: &Source) -> Vec<Column> {
    let lines = migration.text.lines().map(|line| uncommented(line, "--").to_owned() + "\n");
    let sql: String = lines.collect();
    let mut found = Vec::new();
    for statement in sql.split_inclusive(';') {
        let words: Vec<_> = statement.split([' ', '\n', '(']).filter(|word| !word.is_empty()).collect();
        let [first, second, table, ..] = words.as_slice() else {
            continue;
        };
        match (first.to_uppercase().as_str(), second.to_uppercase().as_str()) {
            ("CREATE", "TABLE") => {
                let (_, inside) = statement.split_once('(').unwrap_or_default();
                let definitions = parts(until_closed(inside)).into_iter();
                found.extend(definitions.filter(|it| !is_constraint(it)).map(|it| Column::new(table, it)));
            }
            ("ALTER", "TABLE") => {
                let added = statement.split_once(" ADD COLUMN ");
                found.extend(added.map(|(_, definition)| Column::new(table, definition)));
            }
            _ => {}
        }
    }
    found
}

fn is_constraint(definition: &str) -> bool {
    let first = definition.split([' ', '(', '\n']).next().unwrap_or_default().to_uppercase();
    ["PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "CONSTRAINT"].contains(&first.as_str())
}

/// Every migration has a way up and a way down.
pub fn pairs(migrations: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for (folder, _) in migrations.iter().filter_map(|it| it.path.rsplit_once('/')) {
        for path in [format!("{folder}/up.sql"), format!("{folder}/down.sql")] {
            if !migrations.iter().any(|other| other.path == path) {
                faults.push(format!("{path}: is missing. Every migration goes up and down."));
            }
        }
    }
    faults
}

/// Two migrations of one number are one to the program: the second is never run.
pub fn numbers(migrations: &[Source]) -> Vec<String> {
    let number = |source: &Source| {
        let (folder, _) = source.path.strip_suffix("/up.sql")?.split_once('_')?;
        Some(folder.to_owned())
    };
    let mut seen = std::collections::HashSet::new();
    let twice = migrations.iter().filter(|it| number(it).is_some_and(|number| !seen.insert(number)));
    twice.map(|it| format!("{}: has the number of another migration. Take the next one.", it.path)).collect()
}

pub fn portable(migration: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    for Column { table, name, kind, .. } in columns(migration) {
        if !TYPES.split(' ').any(|it| it == kind) {
            let what = format!("A moment is a BIGINT of microseconds, an id a BLOB; there are only {TYPES}.");
            faults.push(format!("{}: `{table}.{name}` is `{kind}`. {what}", migration.path));
        }
    }
    faults
}

pub fn nameless(migration: &Source) -> Vec<String> {
    let is_pointer = |word: &str| POINTERS.split_whitespace().any(|it| word == it || word.strip_suffix('s') == Some(it));
    let mut faults = Vec::new();
    for column in columns(migration) {
        let points = column.name.split('_').any(is_pointer);
        // A whole number as key counts rows as they arrive, unless there is only one.
        let is_number = ["INTEGER", "BIGINT"].contains(&column.kind.as_str());
        let is_key = column.text.contains("PRIMARY KEY") && !column.text.contains("= 1)");
        let counts = is_number && is_key;
        if (points || counts) && !column.is_among(HARMLESS) {
            let what =
                "may tell who or when, and the urn keeps neither. Leave it out, or say in HARMLESS why it points to nobody.";
            faults.push(format!("{}: `{}.{}` {what}", migration.path, column.table, column.name));
        }
    }
    faults
}
