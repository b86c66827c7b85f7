//! The settings as an administrator meets them.

mod databases;
mod faults;
mod file;
mod mail;
mod network;
mod precedence;
mod secrets;

use super::{Faults, Settings};

type Variables<'a> = &'a [(&'a str, &'a str)];

fn try_read(variables: Variables<'_>) -> Result<Settings, Faults> {
    Settings::read(variables.iter().copied(), &|_| Ok(None))
}

fn try_read_with_file(variables: Variables<'_>, content: &str) -> Result<Settings, Faults> {
    Settings::read(variables.iter().copied(), &|_| Ok(Some(content.to_owned())))
}

fn read(variables: Variables<'_>) -> Settings {
    try_read(variables).unwrap_or_else(|faults| panic!("{faults}"))
}

fn read_with_file(variables: Variables<'_>, content: &str) -> Settings {
    try_read_with_file(variables, content).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The one fault, as people see it.
fn fault(variables: Variables<'_>) -> String {
    only(try_read(variables))
}

fn fault_with_file(variables: Variables<'_>, content: &str) -> String {
    only(try_read_with_file(variables, content))
}

fn only(outcome: Result<Settings, Faults>) -> String {
    match outcome {
        Ok(settings) => panic!("no fault in {settings:?}"),
        Err(Faults(faults)) => match faults.as_slice() {
            [fault] => fault.to_string(),
            _ => panic!("not one fault but {faults:#?}"),
        },
    }
}
