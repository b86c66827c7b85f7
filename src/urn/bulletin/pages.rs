//! The bulletin as a page: its numbers and what they mean, its codes, how to check it, and a place to look
//! for one's own line.

use data_encoding::HEXLOWER;
use maud::{Markup, html};

use super::words::{Words, words};
use crate::{
    credentials::verify::{Bulletin, InBoth, Stratum},
    ids::SurveyId,
    language::{Language, dates, digits::grouped},
    papers::Door,
    web::{Page, Visit, Width, assets, at, parts},
};

const VERIFY: &str = "clearjai verify bulletin.json";
const FILE: &str = "bulletin.json";

pub fn not_yet(visit: &Visit, survey: SurveyId) -> Page {
    let say = words(visit.language);
    let main = html! {
        h1 { (say.title) }
        (parts::note(say.not_yet))
        p { a href=(visit.to(&at::survey(survey))) { (say.survey) } }
    };
    visit.page(say.title, Width::Column, &main)
}

pub fn bulletin(visit: &Visit, bulletin: &Bulletin, k: u32) -> Page {
    let say = words(visit.language);
    let main = html! {
        div.stack-s {
            h1 { (say.title) }
            p { a href=(visit.to(&at::survey(bulletin.survey))) { (name(visit, &bulletin.title)) } }
            p.muted { (say.closed) " " (dates::long(bulletin.closed, visit.language)) }
            p { (say.lead) }
        }
        section.card.stack {
            h2 { (say.numbers) }
            (numbers(visit, say, bulletin))
            (meanings(say, bulletin, k))
            @if bulletin.door == Door::OpenLink { (parts::note(say.open_link)) }
        }
        (find(say, bulletin))
        (check(visit, say, bulletin))
    };
    visit.page(say.title, Width::Column, &main)
}

/// What is told of each group, and of all: its heading, its meaning, its number.
type Column = (&'static str, &'static str, fn(&Stratum) -> u32);

fn columns(say: &Words, bulletin: &Bulletin) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    if bulletin.door == Door::Roll {
        columns.push((say.roll, say.roll_meaning, |stratum| stratum.roll));
    }
    columns.push((say.issued, say.issued_meaning, |stratum| stratum.issued));
    columns.push((say.counted, say.counted_meaning, |stratum| stratum.counted));
    columns.push((say.spoilt, say.spoilt_meaning, |stratum| stratum.spoilt));
    columns.push((say.replaced, say.replaced_meaning, |stratum| stratum.replaced));
    columns
}

fn numbers(visit: &Visit, say: &Words, bulletin: &Bulletin) -> Markup {
    let columns = columns(say, bulletin);
    let all = |number: fn(&Stratum) -> u32| grouped(bulletin.strata.iter().map(|stratum| i64::from(number(stratum))).sum());
    let unopened = |number: u64| grouped(i64::try_from(number).unwrap_or(i64::MAX));
    let has_unopened = bulletin.unopened() > 0;
    let table = html! {
        table {
            thead { tr {
                th scope="col" { (say.group) }
                @for (heading, ..) in &columns { th.num scope="col" { (heading) } }
                @if has_unopened { th.num scope="col" { (say.unopened) } }
            } }
            tbody {
                @for stratum in &bulletin.strata {
                    tr {
                        th scope="row" { (name(visit, &stratum.name)) }
                        @for (.., number) in &columns { td.num { (grouped(number(stratum).into())) } }
                        @if has_unopened { td.num { (unopened(stratum.unopened.into())) } }
                    }
                }
                @if bulletin.strata.len() > 1 {
                    tr {
                        th scope="row" { (say.all) }
                        @for (.., number) in &columns { td.num { b { (all(*number)) } } }
                        @if has_unopened { td.num { b { (unopened(bulletin.unopened())) } } }
                    }
                }
            }
        }
    };
    parts::table(say.numbers, &table)
}

fn meanings(say: &Words, bulletin: &Bulletin, k: u32) -> Markup {
    html! {
        dl.dl {
            @for (heading, meaning, _) in columns(say, bulletin) { div { dt { (heading) } dd { (meaning) } } }
            @if bulletin.unopened() > 0 { div { dt { (say.unopened) } dd { ((say.unopened_meaning)(k)) } } }
        }
    }
}

/// The field has no name: whatever is typed into it is never sent, even where no script runs.
fn find(say: &Words, bulletin: &Bulletin) -> Markup {
    html! {
        section.card.stack aria-labelledby="find" {
            h2 #find { (say.find) }
            p.small.muted { (say.find_lead) }
            form.stack data-find-receipt=(bulletin.survey) {
                div.field {
                    label for="receipt" { (say.receipt) }
                    p.hint #receipt-hint { (say.receipt_hint) }
                    input.inp #receipt type="text" inputmode="numeric" autocomplete="off" spellcheck="false" aria-describedby="receipt-hint";
                }
                div.row { button.btn type="submit" { (say.look) } }
                div role="status" {
                    p data-say="looking" hidden { (say.looking) }
                    p.b data-say="found" data-place=(say.found) hidden {}
                    p data-say="not_found" hidden { (say.not_found) }
                    p data-say="not_digits" hidden { (say.not_digits) }
                    p data-say="failed" hidden { (say.failed) }
                }
            }
            script type="module" src=(assets::FIND_RECEIPT) {}
            noscript {
                p { (say.without_script) }
                p { code { (VERIFY) " --receipt \"0000 0000 0000 0000 0000 0000\"" } }
            }
        }
    }
}

fn check(visit: &Visit, say: &Words, bulletin: &Bulletin) -> Markup {
    html! {
        section.card.stack aria-labelledby="check" {
            h2 #check { (say.check) }
            p { (say.check_lead) }
            div.row { a.btn.alt href=(at::bulletin(bulletin.survey)) download=(FILE) { (say.download) } }
            p { (say.command) " " code { (VERIFY) } }
            p.small.muted { (say.standard) }
            p { (say.compare) }
            dl.dl {
                div { dt { (say.paper) } dd { code { (HEXLOWER.encode(&bulletin.paper)) } } }
                @for stratum in &bulletin.strata {
                    div { dt { (say.key) " · " (name(visit, &stratum.name)) } dd { code { (HEXLOWER.encode(&stratum.fingerprint)) } } }
                }
            }
        }
    }
}

/// In the language of the page, or in the other where there is none.
fn name<'it>(visit: &Visit, name: &'it InBoth) -> &'it str {
    match visit.language {
        Language::Thai if !name.th.trim().is_empty() => &name.th,
        _ => name.english(),
    }
}
