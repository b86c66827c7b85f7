//! The comments of a round, and the page of one of them for those who note something at it.

use maud::{Markup, html};

use super::{
    comment::{Comment, EACH, Found, Wanted},
    cover::{MARK, Piece, shown},
    words::words,
};
use crate::{
    instruments::Asks,
    papers::{Comments, Paper},
    results::Round,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, Field, Pager, Tone},
    },
};

impl Wanted {
    /// Where this page of the list stands, without the language.
    pub fn address(&self, round: &Round) -> String {
        let mut query = Vec::new();
        query.extend(self.item.as_ref().map(|item| ("item", item.as_str().to_owned())));
        query.extend(self.theme.as_ref().map(|theme| ("theme", theme.clone())));
        query.extend(self.is_marked.then(|| ("marked", "yes".to_owned())));
        query.extend((self.page > 1).then(|| ("page", self.page.to_string())));
        let address = at::results(round.occasion.survey, "/comments");
        match serde_urlencoded::to_string(query) {
            Ok(query) if !query.is_empty() => format!("{address}?{query}"),
            _ => address,
        }
    }
}

pub fn list(visit: &Visit, round: &Round, found: &Found, wanted: &Wanted, may_note: bool) -> Page {
    let say = words(visit.language);
    let paper = &round.released.paper;
    let main = html! {
        (heading(visit, round, say.comments))
        @if let Some(nothing) = nothing(visit, round, found) {
            (parts::empty(&nothing, &html! {}))
        } @else {
            div.stack-s {
                p { (say.lead) }
                @if paper.comments == Comments::Groups { p { (say.by_group) } }
            }
            (filter(visit, round, found, wanted))
            (page(visit, round, found, wanted, may_note))
        }
    };
    visit.page(say.comments, Width::Column, &main)
}

/// Why there is none.
fn nothing(visit: &Visit, round: &Round, found: &Found) -> Option<String> {
    let (say, paper) = (words(visit.language), &round.released.paper);
    let enough = paper.k.saturating_mul(2);
    if paper.comments == Comments::Nowhere || questions(paper).next().is_none() {
        Some(say.not_asked.to_owned())
    } else if round.released.figures.counted < enough {
        Some((say.too_few)(enough))
    } else {
        (!found.is_any).then(|| (say.none_kept)(enough))
    }
}

fn heading(visit: &Visit, round: &Round, title: &str) -> Markup {
    html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::results(round.occasion.survey, ""))) { (round.occasion.name.say(visit.language)) } " · " (round.occasion.place()) }
            h1 { (title) }
        }
    }
}

/// What may be answered in one's own words.
fn questions(paper: &Paper) -> impl Iterator<Item = &crate::instruments::Item> {
    paper.instrument.items().filter(|item| matches!(item.asks, Asks::ShortText { .. } | Asks::LongText { .. }))
}

fn filter(visit: &Visit, round: &Round, found: &Found, wanted: &Wanted) -> Markup {
    let (say, none) = (words(visit.language), Faults::none());
    let choice = |value, label, is_chosen| Choice { value, label, meaning: "", is_chosen, language: None };
    let asked: Vec<_> = questions(&round.released.paper).collect();
    let mut items = vec![choice("", say.every_question, wanted.item.is_none())];
    for item in &asked {
        items.push(choice(item.code.as_str(), item.text.say(visit.language), wanted.item.as_ref() == Some(&item.code)));
    }
    let mut used: Vec<&str> = found.themes.iter().map(String::as_str).collect();
    used.sort_by_key(|theme| crate::language::sort_key(theme));
    let mut themes = vec![choice("", say.every_theme, wanted.theme.is_none())];
    themes.extend(used.iter().map(|theme| choice(theme, theme, wanted.theme.as_deref() == Some(theme))));
    let is_of_use = asked.len() > 1 || !used.is_empty() || found.is_any_marked;
    html! {
        @if is_of_use {
            form.card.stack method="get" action=(visit.to(&at::results(round.occasion.survey, "/comments"))) aria-label=(crate::language::plain(say.filter)) {
                @if asked.len() > 1 { (parts::select("item", say.question, "", &items, &none)) }
                @if !used.is_empty() { (parts::select("theme", say.theme, "", &themes, &none)) }
                (parts::tick("marked", say.marked_only, "", wanted.is_marked))
                button.btn.alt { (say.show) }
            }
        }
    }
}

fn page(visit: &Visit, round: &Round, found: &Found, wanted: &Wanted, may_note: bool) -> Markup {
    let say = words(visit.language);
    let wanted = Wanted { page: found.page, ..wanted.clone() };
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let (page, pages) = (number(found.page), Pager::pages(number(found.count), number(EACH)));
    let address = |page: i64| visit.to(&Wanted { page: usize::try_from(page).unwrap_or(1), ..wanted.clone() }.address(round));
    let cards = html! {
        @for (number, comment) in (number(found.page.saturating_sub(1) * EACH) + 1..).zip(&found.comments) {
            section.card.stack aria-label=(crate::language::plain(&(say.comment)(number))) {
                (said(visit, comment))
                (about(visit, round, comment))
                @if may_note {
                    div.row {
                        @if comment.note.is_marked {
                            button.btn.alt.s name="unmark" value=(comment.id) { (say.unmark) span.vh { " " ((say.comment)(number)) } }
                        } @else {
                            button.btn.alt.s name="mark" value=(comment.id) { (say.mark) span.vh { " " ((say.comment)(number)) } }
                        }
                        a href=(visit.to(&at::results(round.occasion.survey, &format!("/comments/{}", comment.id)))) { (say.edit) span.vh { " " ((say.comment)(number)) } }
                    }
                }
            }
        }
    };
    html! {
        @if found.comments.is_empty() {
            (parts::empty(say.none_match, &html! { a href=(visit.to(&at::results(round.occasion.survey, "/comments"))) { (say.show_all) } }))
        } @else {
            p.muted { ((say.count)(found.count)) }
            @if may_note { (visit.form(&wanted.address(round), &cards)) } @else { div.stack { (cards) } }
            (Pager { language: visit.language, page, pages, address: &address })
        }
    }
}

/// The text, with what is covered.
fn said(visit: &Visit, comment: &Comment) -> Markup {
    html! {
        p {
            @for piece in shown(&comment.text, &comment.note.covered) {
                @match piece {
                    Piece::Said(said) => { @for (at, line) in said.split('\n').enumerate() { @if at > 0 { br; } (line) } },
                    Piece::Covered => { span aria-hidden="true" { (MARK) } span.vh { " (" (words(visit.language).covered) ") " } },
                }
            }
        }
    }
}

/// To which question, of which group, and what is noted.
fn about(visit: &Visit, round: &Round, comment: &Comment) -> Markup {
    let (say, paper) = (words(visit.language), &round.released.paper);
    let question = questions(paper).find(|item| item.code == comment.item).filter(|_| questions(paper).count() > 1);
    let names: Vec<&str> =
        comment.strata.iter().filter_map(|id| paper.stratum(*id)).map(|stratum| stratum.name.say(visit.language)).collect();
    let note = &comment.note;
    html! {
        @if let Some(item) = question { p.small.muted { (item.text.say(visit.language)) } }
        @if !names.is_empty() || note.is_marked || !note.theme.is_empty() {
            div.row {
                @if !names.is_empty() { (parts::tag(Tone::Plain, &names.join(" + "))) }
                @if note.is_marked { (parts::tag(Tone::Good, say.marked)) }
                @if !note.theme.is_empty() { (parts::tag(Tone::Plain, &note.theme)) }
            }
        }
    }
}

/// What was typed on the page of one comment, and what is wrong with it.
#[derive(Default)]
pub struct Typed<'page> {
    pub theme: Option<&'page str>,
    pub word: &'page str,
    pub faults: Faults,
}

pub fn one(visit: &Visit, round: &Round, comment: &Comment, themes: &[String], typed: &Typed) -> Page {
    let say = words(visit.language);
    let survey = round.occasion.survey;
    let here = at::results(survey, &format!("/comments/{}", comment.id));
    let theme = typed.theme.unwrap_or(&comment.note.theme);
    let main = html! {
        @if visit.done() == Some("saved") { (parts::done(say.saved)) }
        (heading(visit, round, say.one))
        section.card.stack {
            (said(visit, comment))
            (about(visit, round, comment))
            p.small.muted { (say.never_changed) }
        }
        section.card.stack aria-labelledby="theme-of" {
            h2 #theme-of { (say.theme) }
            (visit.form(&here, &html! {
                (Field::new("theme", say.theme, &typed.faults).hint(say.theme_hint).value(theme).known(themes))
                button.btn.alt name="do" value="theme" { (say.save_theme) }
            }))
        }
        section.card.stack aria-labelledby="cover" {
            h2 #cover { (say.cover) }
            p { (say.cover_lead) }
            (visit.form(&here, &html! {
                (Field::new("word", say.word, &typed.faults).hint(say.word_hint).value(typed.word))
                button.btn.alt name="do" value="cover" { (say.cover_word) }
            }))
            @if !comment.note.covered.is_empty() {
                h3 { (say.now_covered) }
                (visit.form(&here, &html! {
                    @for word in &comment.note.covered {
                        div.row { b { (word) } button.btn.alt.s name="uncover" value=(word) { (say.uncover) span.vh { " " (word) } } }
                    }
                }))
            }
        }
        p { a href=(visit.to(&at::results(survey, "/comments"))) { (say.back) } }
    };
    visit.page_with_faults(say.one, Width::Column, &typed.faults, &main)
}
