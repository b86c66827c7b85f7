//! What an address asks for, and whose papers these are.

use jiff::civil::Date;

use crate::{
    accounts::Gatehouse,
    activities::{Part, Span},
    language::FiscalYear,
    web::{Failure, Visit},
    yearly::paper::Imprint,
};

/// Behind this one, and one before it.
const YEARS_BACK: i16 = 5;

/// This fiscal year, where the address names none.
pub fn year(visit: &Visit) -> Result<FiscalYear, Failure> {
    match visit.query("year") {
        None => Ok(FiscalYear::of(today(visit))),
        Some(year) => year.parse().ok().and_then(FiscalYear::new).ok_or(Failure::NotFound),
    }
}

/// The whole year, where the address names no half.
pub fn span(visit: &Visit) -> Result<Span, Failure> {
    let part = visit.query("half").map_or(Some(Part::Whole), Part::from_code).ok_or(Failure::NotFound)?;
    Ok(Span { year: year(visit)?, part })
}

/// Among which one may choose: the latest first.
pub fn years(visit: &Visit, shown: FiscalYear) -> Vec<FiscalYear> {
    let now = FiscalYear::of(today(visit)).number();
    let mut years: Vec<FiscalYear> = (now - YEARS_BACK..=now + 1).filter_map(FiscalYear::new).collect();
    years.push(shown);
    years.sort();
    years.dedup();
    years.reverse();
    years
}

fn today(visit: &Visit) -> Date {
    visit.premises.now().day()
}

pub fn imprint(visit: &Visit, gate: &Gatehouse) -> Imprint {
    Imprint { department: gate.sign.now().name(visit.language).to_owned(), printed: today(visit) }
}
