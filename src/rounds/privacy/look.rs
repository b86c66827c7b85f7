//! The check of one round, read from the register: on the roll, or on whom the rule lets in while it
//! is not drawn up.

use std::collections::HashMap;

use diesel::QueryResult;
use jiff::civil::Date;

use super::{
    asked::{Asked, asked},
    cells::Cells,
    findings::{Basis, Findings, judge},
    fitting::{Fitting, Known},
    vocabulary::Vocabulary,
};
use crate::{
    authoring,
    db::RegisterConn,
    ids::{StratumId, UnitId},
    language::Language,
    people::{self, Roll, Unit},
    surveys::{Door, Survey},
};

/// Reads no person where nothing is asked about them.
pub fn look(conn: &mut RegisterConn, survey: &Survey, language: Language) -> QueryResult<Findings> {
    let version = match survey.instrument {
        Some(id) => authoring::find(conn, id)?,
        None => None,
    };
    let facts = match version {
        Some(version) => {
            let vocabulary = Vocabulary::new(&people::categories(conn)?, &people::all_units(conn)?);
            vocabulary.settle(asked(&version.instrument), &version.instrument)
        }
        None => Vec::new(),
    };
    let k = u32::try_from(survey.k()).unwrap_or(0);
    let (cells, groups, basis) = match people::roll(conn, survey.id)? {
        _ if survey.terms.door == Door::OpenLink => (Cells::default(), Vec::new(), Basis::OpenLink),
        Some(roll) => {
            let groups = roll.strata.iter().map(|stratum| (stratum.name(language).to_owned(), size(stratum.size))).collect();
            let cells = if facts.is_empty() { Cells::default() } else { on_roll(conn, survey, &roll, &facts)? };
            (cells, groups, Basis::Roll)
        }
        None => {
            let (cells, groups) = by_rule(conn, survey, &facts, language)?;
            (cells, groups, Basis::Outlook)
        }
    };
    Ok(judge(facts, &cells, groups, k, basis))
}

fn on_roll(conn: &mut RegisterConn, survey: &Survey, roll: &Roll, asked: &[Asked]) -> QueryResult<Cells> {
    let units = people::all_units(conn)?;
    let place: HashMap<StratumId, u16> = roll.strata.iter().map(|stratum| stratum.id).zip(0..).collect();
    let counter = Counter::new(asked, &units, roll.reference);
    let mut cells = Cells::default();
    for person in people::entitled(conn, survey.id)? {
        let stratum = place.get(&person.stratum).copied().unwrap_or(u16::MAX);
        let known = Known { category: person.category, unit: person.unit, started: person.started };
        cells.put(counter.cell(stratum, &known), 1);
    }
    Ok(cells)
}

type Counted = (Cells, Vec<(String, u32)>);

fn by_rule(conn: &mut RegisterConn, survey: &Survey, asked: &[Asked], language: Language) -> QueryResult<Counted> {
    // The day of opening, or the beginning of the year while that is not planned.
    let outlook = people::outlook(conn, survey, survey.year.first_day())?;
    let counter = Counter::new(asked, &outlook.units, outlook.applied.reference());
    let strata = outlook.partition.as_ref().map(|partition| partition.strata.as_slice()).unwrap_or_default();
    let place: HashMap<UnitId, u16> =
        strata.iter().zip(0..).flat_map(|(stratum, place)| stratum.units.iter().map(move |unit| (*unit, place))).collect();
    let mut cells = Cells::default();
    for person in outlook.eligible() {
        let stratum = place.get(&person.unit).copied().unwrap_or(0);
        let known = Known { category: person.category.clone(), unit: person.unit, started: person.started };
        cells.put(counter.cell(stratum, &known), 1);
    }
    let groups = outlook.stratum_names(language).into_iter().zip(strata.iter().map(|stratum| stratum.size)).collect();
    Ok((cells, groups))
}

/// Puts one person after the other into their cell.
struct Counter(Vec<Fitting>);

impl Counter {
    fn new(asked: &[Asked], units: &[Unit], reference: Date) -> Self {
        Self(asked.iter().filter_map(|asked| Fitting::of(asked, units, reference)).collect())
    }

    fn cell(&self, stratum: u16, person: &Known) -> Vec<u16> {
        std::iter::once(stratum).chain(self.0.iter().map(|fitting| fitting.choice(person))).collect()
    }
}

fn size(size: i32) -> u32 {
    u32::try_from(size).unwrap_or(0)
}
