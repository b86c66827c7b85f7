//! The settings file: flat TOML, one setting per line.

use std::{ops::Range, path::Path};

use toml::de::{DeArray, DeTable, DeValue};

use super::{
    fault::{Fault, Place},
    known::{self, PREFIX},
    secret::printable,
    sources::Sources,
};

/// Settings that may be written as a list.
const LISTS: [&str; 1] = ["CLEARJAI_BIND"];

/// Adds what the file says; what the environment said already stays.
pub(super) fn add(sources: &mut Sources, path: &Path, content: &str) {
    let table = match DeTable::parse(content) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            sources.is_incomplete = true;
            // Its message names what was expected; its Display would show the line, and with it
            // perhaps a password.
            let place = whereabouts(content, error.span());
            let problem = format!("is not valid TOML at {place}: {}", error.message());
            return sources.faults.push(Fault::file(path, &problem, "Write lines such as bind = \"127.0.0.1:8080\"."));
        }
    };
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in entries {
        let place = Place::File { path: path.display().to_string(), line: line_and_column(content, key.span().start).0 };
        add_entry(sources, key.get_ref(), value.get_ref(), place);
    }
}

fn add_entry(sources: &mut Sources, key: &str, value: &DeValue<'_>, place: Place) {
    let name = format!("{PREFIX}{}", key.to_ascii_uppercase());
    let fault = |problem: &str, advice: &str| Fault::new(&printable(&name), &place, problem, advice);
    if let DeValue::Table(_) = value {
        sources.is_incomplete = true;
        return sources.faults.push(fault(
            "is a section",
            "Write every setting on a line of its own and no [section], \
             such as bind = \"127.0.0.1:8080\".",
        ));
    }
    if known::key(&name) != key || known::find(&name).is_none() {
        return sources.faults.push(Fault::unknown(key, &place));
    }
    if name == "CLEARJAI_CONFIG" {
        return sources
            .faults
            .push(fault("cannot be written in the file itself", "Set the environment variable CLEARJAI_CONFIG instead."));
    }
    match text(&name, value) {
        Some(text) => sources.add(&name, &text, place),
        None if LISTS.contains(&name.as_str()) => {
            sources.faults.push(fault("is not a text", "Write a text or a list of texts, each in quotes."));
        }
        None => sources.faults.push(fault("is neither a text nor a whole number", "Write a text in quotes, or a whole number.")),
    }
}

fn text(name: &str, value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok().map(|number| number.to_string()),
        DeValue::Array(items) if LISTS.contains(&name) => list(items),
        _ => None,
    }
}

fn list(items: &DeArray<'_>) -> Option<String> {
    let texts: Option<Vec<&str>> = items.iter().map(|item| item.get_ref().as_str()).collect();
    texts.map(|texts| texts.join(","))
}

fn whereabouts(content: &str, span: Option<Range<usize>>) -> String {
    let (line, column) = line_and_column(content, span.map_or(0, |span| span.start));
    format!("line {line}, column {column}")
}

/// Both count from 1; the column counts characters.
fn line_and_column(content: &str, at: usize) -> (usize, usize) {
    let before = content.get(..at).unwrap_or(content);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(line_start..).unwrap_or_default().chars().count();
    (before.matches('\n').count() + 1, column + 1)
}
