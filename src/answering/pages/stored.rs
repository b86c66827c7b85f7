//! The literal row of the holder of this link.

use maud::html;

use super::{about::columns_of, start::titled};
use crate::{
    answering::{sitting::Sitting, words},
    web::{Page, Visit, Width, at, parts},
};

/// `row`: the values of the roll's columns, in their order.
pub fn stored(visit: &Visit, sitting: &Sitting, row: &[String]) -> Page {
    let say = words::about(visit.language);
    let is_nobodys = sitting.is_nobodys();
    let table = if is_nobodys { "drawn_slips" } else { "roll" };
    let explained = say.rows.iter().find(|row| row.table == table).map(|row| row.columns).unwrap_or_default();
    let columns: Vec<_> = explained
        .iter()
        .zip(row)
        .map(|([name, _, meaning], value)| [(*name).to_owned(), value.clone(), (*meaning).to_owned()])
        .collect();
    let main = html! {
        (titled(visit, sitting, say.stored_title))
        p { (if is_nobodys { say.slip_lead } else { say.stored_lead }) }
        section.card { (columns_of(&columns, say.value)) }
        @if row.iter().any(|value| value == "•••") { (parts::note(say.not_shown)) }
        (parts::note(if is_nobodys { say.slip_nothing_else } else { say.nothing_else }))
        p { a href=(visit.to(at::ABOUT_ANSWERS)) { (words::start(visit.language).more) } }
        p { a href=(visit.to(&sitting.way.start())) { (words::start(visit.language).back_to_start) } }
    };
    visit.page(words::start(visit.language).title, Width::Column, &main)
}
