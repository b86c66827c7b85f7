//! What a file tells, whatever its form: how many answered, of which groups, and what to each question.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::gather::Output;
use crate::{ids::StratumId, language::Language, papers::Paper, results::report::names::Names, sheets};

/// Strata as bits, in the order of the paper.
pub type Strata = u32;

#[derive(Debug, Default)]
pub struct Told {
    pub counted: Option<u32>,
    pub groups: Vec<Group>,
    /// By their codes.
    pub questions: BTreeMap<String, Question>,
    /// Figures as they are written: `91.61`.
    pub scores: Vec<String>,
}

#[derive(Debug)]
pub struct Group {
    /// None where nobody knows such a group.
    pub strata: Option<Strata>,
    pub counted: Option<u32>,
    /// Unless it is a range.
    pub score: Option<f64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Question {
    pub given: Option<u32>,
    pub silent: Option<u32>,
    pub spread: Vec<u32>,
    /// And no range.
    pub is_exact: bool,
}

/// None: it is no file of figures.
pub fn told(output: &Output, paper: &Paper) -> Option<Told> {
    let groups = Groups::of(paper);
    if output.is("file/json") {
        return serde_json::from_slice(&output.bytes).ok().map(|file| of_json(&file, &groups));
    }
    if output.is("file/csv") {
        return of_csv(&output.bytes, &groups);
    }
    let is_public = output.is(&format!("/api/v1/results/{}", output.survey));
    is_public.then(|| serde_json::from_slice(&output.bytes).ok().map(|file| of_public(&file, &groups))).flatten()
}

/// By which name which strata are known.
struct Groups {
    by_id: HashMap<String, Strata>,
    by_title: HashMap<String, Strata>,
}

impl Groups {
    fn of(paper: &Paper) -> Self {
        let ids: Vec<StratumId> = paper.strata.iter().map(|stratum| stratum.id).collect();
        let names = Names::new(paper, Language::English);
        let bit = |nth: usize| 1 << nth;
        let all: Strata = 1 << ids.len().min(12);
        let title = |strata: Strata| {
            let of: Vec<_> = ids.iter().enumerate().filter(|(nth, _)| strata & bit(*nth) != 0).map(|(_, id)| *id).collect();
            (names.group(&of), strata)
        };
        let by_id = ids.iter().enumerate().map(|(nth, id)| (id.to_string(), bit(nth)));
        Self { by_id: by_id.collect(), by_title: (1..all).map(title).collect() }
    }

    fn titled(&self, title: &str) -> Option<Strata> {
        self.by_title.get(title).copied()
    }
}

fn of_json(file: &Value, groups: &Groups) -> Told {
    let mut told = Told { counted: number(part(file, "/counted")), ..Told::default() };
    told.scores(file);
    for group in list(part(file, "/groups/shown")) {
        let of = |stratum: &Value| groups.by_id.get(part(stratum, "/id").as_str()?).copied();
        let strata: Option<Vec<_>> = list(part(group, "/strata")).iter().map(of).collect();
        told.groups.push(Group {
            strata: strata.map(|strata| strata.into_iter().fold(0, |all, one| all | one)),
            counted: number(part(group, "/counted")),
            score: part(group, "/figure/shown").as_str().and_then(|score| score.parse().ok()),
        });
    }
    for item in list(part(file, "/parts")).iter().flat_map(|one| list(part(one, "/items"))) {
        for question in list(part(item, "/questions")) {
            let read = Question {
                given: number(part(question, "/answers/given")),
                silent: number(part(question, "/answers/silent")),
                spread: list(part(question, "/spread")).iter().filter_map(number).collect(),
                is_exact: part(question, "/figure/state") == "exact",
            };
            told.questions.insert(part(item, "/code").as_str().unwrap_or_default().to_owned(), read);
        }
    }
    told
}

fn of_public(file: &Value, groups: &Groups) -> Told {
    let mut told = Told { counted: number(part(file, "/answers")), ..Told::default() };
    told.scores(file);
    for unit in list(part(file, "/units/shown")) {
        told.groups.push(Group {
            strata: part(unit, "/name/en").as_str().and_then(|title| groups.titled(title)),
            counted: number(part(unit, "/answers")),
            score: part(unit, "/score/score").as_str().and_then(|score| score.parse().ok()),
        });
    }
    told
}

fn of_csv(file: &[u8], groups: &Groups) -> Option<Told> {
    let table = sheets::read(file).ok()?;
    let mut rows = table.rows.iter().map(|row| row.cells().map(|cell| cell.text().into_owned()).collect::<Vec<_>>());
    let heading = rows.next()?;
    let mut told = Told::default();
    for row in rows {
        let cell = |name: &str| {
            let at = heading.iter().position(|column| column == name);
            at.and_then(|at| row.get(at)).map(String::as_str).unwrap_or_default()
        };
        let count = |name: &str| cell(name).parse::<u32>().ok();
        for name in ["score", "lowest", "highest", "per_cent"] {
            told.scores.push(cell(name).to_owned());
        }
        let code = cell("item").to_owned();
        match cell("level") {
            "overall" => told.counted = count("answers"),
            "group" if cell("state") != "hidden" => told.groups.push(Group {
                strata: groups.titled(cell("title")),
                counted: count("answers"),
                score: cell("score").parse().ok(),
            }),
            "item" | "sub" => {
                let question = told.questions.entry(code).or_default();
                question.given = count("answers");
                question.silent = count("no_answer");
                question.is_exact = cell("state") == "exact";
            }
            "choice" => told.questions.entry(code).or_default().spread.extend(count("people")),
            _ => {}
        }
    }
    Some(told)
}

impl Told {
    /// Everything in a file that is written like a figure.
    fn scores(&mut self, value: &Value) {
        match value {
            Value::String(text) if text.parse::<f64>().is_ok() => self.scores.push(text.clone()),
            Value::Array(all) => all.iter().for_each(|one| self.scores(one)),
            Value::Object(all) => all.values().for_each(|one| self.scores(one)),
            _ => {}
        }
    }
}

static NOTHING: Value = Value::Null;

fn part<'it>(value: &'it Value, path: &str) -> &'it Value {
    value.pointer(path).unwrap_or(&NOTHING)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn number(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|number| number.try_into().ok())
}
