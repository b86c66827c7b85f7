//! A questionnaire as those who answer see it: page by page on a phone, and on paper.

use maud::{Markup, html};

use crate::{
    asking::{self, Fields, PageOf, Sheet, condition_in_words},
    authoring::words::{library, outline::words},
    instruments::{Answers, Instrument},
    language::Language,
    web::{Page, Visit, Width, at},
};

/// Where the preview stands and where it leads back to.
pub struct Showing<'page> {
    pub instrument: &'page Instrument,
    /// Without the language.
    pub address: &'page str,
    pub back: (&'page str, &'page str),
    /// Of those who answer.
    pub language: Language,
    pub one_at_a_time: bool,
    /// From 1.
    pub page: usize,
    /// A starter that may be copied.
    pub may_use: bool,
}

impl Showing<'_> {
    fn link(&self, visit: &Visit, language: Language, one_at_a_time: bool, page: usize) -> String {
        let each = if one_at_a_time { "&each=1" } else { "" };
        format!("{}?in={}&page={page}{each}", visit.to(self.address), language.code())
    }
}

pub fn preview(visit: &Visit, showing: &Showing) -> Page {
    let say = words(visit.language);
    let (instrument, conditions) = (without_conditions(showing.instrument), showing.instrument);
    let pages = asking::pages_of(showing.instrument, showing.one_at_a_time);
    let page = showing.page.clamp(1, pages.len().max(1));
    let shown = page.checked_sub(1).and_then(|at| pages.get(at)).and_then(|page| same_page(&instrument, page));
    let title = showing.instrument.title.say(visit.language);
    let main = html! {
        div.stack {
            p.small { a href=(visit.to(showing.back.0)) { (showing.back.1) } }
            p.h3 { (title) }
            p.muted { (say.preview_note) }
            (switches(visit, showing, page))
            @if showing.may_use { (visit.button(showing.address, "btn", library::words(visit.language).use_it)) }
        }
        @match shown {
            Some(page) => {
                @for (_, item) in &page.items {
                    @if let Some(condition) = conditions.item(&item.code).and_then(|item| item.show_if.as_ref()) {
                        p.small.muted { ((say.shown_if)(&condition_in_words(conditions, condition, visit.language))) }
                    }
                }
                div lang=(showing.language.code()) { (drawn(&instrument, showing.language, &page)) }
            },
            None => { h1 { (title) } p.card.empty { (say.nothing_to_show) } },
        }
        @if pages.len() > 1 { (pager(visit, showing, page, pages.len())) }
    };
    visit.page(title, Width::Column, &main)
}

fn drawn(instrument: &Instrument, language: Language, page: &PageOf) -> Markup {
    let (answers, fields) = (Answers::default(), Fields::default());
    asking::part(&Sheet { instrument, language, answers: &answers, fields: &fields, faults: &[], for_scripts: false }, page)
}

/// Everything is looked at, also what an answer would have to call for.
fn without_conditions(instrument: &Instrument) -> Instrument {
    let mut instrument = instrument.clone();
    for part in &mut instrument.parts {
        part.show_if = None;
        for item in &mut part.items {
            item.show_if = None;
        }
    }
    instrument
}

/// The page of another instrument with the same codes.
fn same_page<'it>(instrument: &'it Instrument, page: &PageOf) -> Option<PageOf<'it>> {
    let is_here = |code: &crate::instruments::Code| page.items.iter().any(|(_, item)| item.code == *code);
    Some(PageOf {
        part: instrument.part(&page.part.code)?,
        items: instrument.numbered().filter(|(_, item)| is_here(&item.code)).collect(),
        part_number: page.part_number,
        parts: page.parts,
        questions: page.questions,
        opens_part: page.opens_part,
    })
}

fn switches(visit: &Visit, showing: &Showing, page: usize) -> Markup {
    let say = words(visit.language);
    let each = showing.one_at_a_time;
    html! {
        nav.tabs aria-label=(say.respondent_language) {
            @for (language, name) in [(Language::Thai, "ไทย"), (Language::English, "English")] {
                a href=(showing.link(visit, language, each, page)) lang=(language.code()) aria-current=[(showing.language == language).then_some("true")] { (name) }
            }
            @for (one, name) in [(false, say.by_part), (true, say.one_at_a_time)] {
                a href=(showing.link(visit, showing.language, one, 1)) aria-current=[(each == one).then_some("true")] { (name) }
            }
        }
    }
}

fn pager(visit: &Visit, showing: &Showing, page: usize, pages: usize) -> Markup {
    let count = |number: usize| i64::try_from(number).unwrap_or(1);
    let address = |page: i64| showing.link(visit, showing.language, showing.one_at_a_time, usize::try_from(page).unwrap_or(1));
    let links = crate::web::parts::Pager { language: visit.language, page: count(page), pages: count(pages), address: &address };
    html! { (links) }
}

pub fn paper(visit: &Visit, instrument: &Instrument, back: &str) -> Page {
    let say = words(visit.language);
    let main = html! {
        p.small.noprint { a href=(visit.to(back)) { (say.back) } }
        (asking::paper(instrument, visit.language))
    };
    visit.page(instrument.title.say(visit.language), Width::Column, &main)
}

/// The address of a questionnaire's preview, and the words that lead back.
pub fn of_starter(visit: &Visit) -> (&'static str, &'static str) {
    (at::INSTRUMENTS, library::words(visit.language).title)
}
