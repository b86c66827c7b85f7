//! The board, with what stands beside it.

use maud::{Markup, html};

use super::pieces::{day, month, said, state_tag, when};
use crate::{
    clinic::{
        board::{Board, Shown, Wanted, topic_name},
        matter::Card,
        posted::Posted,
        words::board::words,
    },
    clock::Moment,
    ids::CardId,
    language::{MonthOfYear, dates, plain},
    web::{
        Icon, Page, Visit, Width, at,
        parts::{self, Pager},
    },
};

impl Wanted {
    /// Where this page of the board stands, without the language.
    pub fn address(&self) -> String {
        format!("{}{}", at::CLINIC, self.query())
    }

    pub fn query(&self) -> String {
        let mut query: Vec<(&str, String)> = Vec::new();
        if !self.words.is_empty() {
            query.push(("q", self.words.clone()));
        }
        query.extend(self.topic.clone().map(|topic| ("topic", topic)));
        query.extend(self.state.map(|state| ("state", state.code().to_owned())));
        if self.newest_first {
            query.push(("order", "new".to_owned()));
        }
        if self.page > 1 {
            query.push(("page", self.page.to_string()));
        }
        match serde_urlencoded::to_string(query) {
            Ok(query) if !query.is_empty() => format!("?{query}"),
            _ => String::new(),
        }
    }
}

/// `mine`: cards that this browser has marked.
pub fn board(visit: &Visit, board: &Board, wanted: &Wanted, mine: &[CardId]) -> Page {
    let (say, now) = (words(visit.language), visit.premises.now());
    let next = next(&board.posted, now);
    let main = html! {
        section.hero.card.stack {
            h1 { (say.clinic) }
            p { (say.intro) }
            div.row {
                a.btn href=(visit.to(at::CLINIC_ASK)) { (say.ask) }
                a.btn.alt href=(visit.to(at::CLINIC_CHECK)) { (say.check) }
            }
            @if let Some((posted, when)) = next.and_then(|it| Some((it, when(it, visit.language)?))) {
                p.hero-next { (Icon::Time) span { (say.next_meeting) " " b { (when) } " " a href=(visit.to(&at::clinic_session(posted.notice.meeting))) { (say.details) } } }
            }
        }
        div.two.aside {
            div.stack {
                div.row.between {
                    h2 { (say.board) }
                    p.small.muted { ((say.answered_of)(board.answered, board.all)) }
                }
                @if board.answered_today > 0 { p.small.muted { ((say.answered_today)(board.answered_today)) } }
                (search(visit, wanted))
                (filters(visit, board, wanted))
                @if board.cards.is_empty() { (nothing(visit, board)) } @else {
                    p.small.muted {
                        @let other = Wanted { newest_first: !wanted.newest_first, page: 1, ..wanted.clone() };
                        (if wanted.newest_first { say.newest } else { say.by_votes }) " · "
                        a.nb href=(visit.to(&other.address())) { (if wanted.newest_first { say.to_votes } else { say.to_newest }) }
                    }
                    ul.list.plain {
                        @for card in &board.cards { li { (one(visit, card, &board.posted, mine.contains(&card.id), &wanted.query())) } }
                    }
                    @let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
                    @let address = |page: i64| visit.to(&Wanted { page: usize::try_from(page).unwrap_or(1), ..wanted.clone() }.address());
                    (Pager { language: visit.language, page: number(board.page), pages: number(board.pages), address: &address })
                }
            }
            aside.stack { (side(visit, board, next)) }
        }
    };
    visit.page(say.clinic, Width::Wide, &main)
}

/// The next to meet; while none is planned, nothing.
fn next(posted: &[Posted], now: Moment) -> Option<&Posted> {
    let ahead = posted.iter().filter(|it| it.is_ahead(now));
    ahead.min_by_key(|it| it.notice.gathering.as_ref().map(|it| it.starts))
}

fn search(visit: &Visit, wanted: &Wanted) -> Markup {
    let say = words(visit.language);
    html! {
        form.search role="search" method="get" action=(visit.to(at::CLINIC)) {
            label.vh for="q" { (say.search_label) }
            input.inp id="q" name="q" type="search" value=(wanted.words);
            @if let Some(topic) = &wanted.topic { input type="hidden" name="topic" value=(topic); }
            @if let Some(state) = wanted.state { input type="hidden" name="state" value=(state.code()); }
            @if wanted.newest_first { input type="hidden" name="order" value="new"; }
            button.btn.s { (say.search) }
        }
    }
}

fn filters(visit: &Visit, board: &Board, wanted: &Wanted) -> Markup {
    let say = words(visit.language);
    let chip = |label: &str, count: usize, of: Wanted, is_current: bool| {
        let of = Wanted { words: wanted.words.clone(), newest_first: wanted.newest_first, ..of };
        html! { a href=(visit.to(&of.address())) aria-current=[is_current.then_some("true")] { (label) " " (count) } }
    };
    let of_state = |state: Shown| match state {
        Shown::Waiting => board.waiting,
        Shown::Answered => board.answered.saturating_sub(board.changed),
        Shown::Changed => board.changed,
    };
    html! {
        @if board.all > 0 {
            nav aria-label=(plain(say.filter)) {
                div.tabs {
                    (chip(say.all, board.all, Wanted::default(), wanted.topic.is_none() && wanted.state.is_none()))
                    @for state in Shown::ALL {
                        @if of_state(state) > 0 || wanted.state == Some(state) {
                            (chip((say.state)(state), of_state(state), Wanted { state: Some(state), ..Wanted::default() }, wanted.state == Some(state)))
                        }
                    }
                    @for (topic, count) in &board.topics {
                        @let is_current = wanted.topic.as_ref() == Some(&topic.code);
                        (chip(topic.name.say(visit.language), *count, Wanted { topic: Some(topic.code.clone()), ..Wanted::default() }, is_current))
                    }
                }
            }
        }
    }
}

fn nothing(visit: &Visit, board: &Board) -> Markup {
    let say = words(visit.language);
    if board.all > 0 {
        let ways = html! {
            p { a.btn.alt href=(visit.to(at::CLINIC_ASK)) { (say.ask) } }
            p { a href=(visit.to(at::CLINIC)) { (say.show_all) } }
        };
        return parts::empty(say.none_found, &ways);
    }
    parts::empty(say.none_yet, &html! { ul.plain.stack-s { @for example in say.examples { li { "“" (example) "”" } } } })
}

fn one(visit: &Visit, card: &Card, posted: &[Posted], is_mine: bool, back: &str) -> Markup {
    let say = words(visit.language);
    let address = visit.to(&at::clinic_card(card.id));
    html! {
        article.card.qa {
            (meta(visit, card, posted))
            h3 { a href=(address) { bdi { (card.face.title) } } }
            @if !card.face.question.is_empty() { div.small { (said(&card.face.question)) } }
            (answer(visit, card))
            div.qa-foot {
                (me_too(visit, card, is_mine, Some(back)))
                a.small href=(address) { (say.read) span.vh { " " bdi { (card.face.title) } } }
            }
        }
    }
}

pub(super) fn meta(visit: &Visit, card: &Card, posted: &[Posted]) -> Markup {
    html! {
        p.qa-meta {
            (state_tag(Shown::of(card), visit.language))
            @if let Some(topic) = topic_name(posted, &card.topic) { span { (topic.say(visit.language)) } }
            span { (month(&card.month, visit.language)) }
        }
    }
}

pub(super) fn answer(visit: &Visit, card: &Card) -> Markup {
    let say = words(visit.language);
    html! {
        @if !card.face.answer.is_empty() {
            div.ans {
                (said(&card.face.answer))
                p.by {
                    bdi { ((say.answered_by)(&card.face.office)) }
                    @if let Some(day) = card.answered_on { " · " span.nb { (dates::short(day, visit.language)) } }
                }
            }
        }
    }
}

/// A form without a key: nobody gets a cookie for looking.
pub(super) fn me_too(visit: &Visit, card: &Card, is_mine: bool, back: Option<&str>) -> Markup {
    let say = words(visit.language);
    html! {
        form method="post" action=(visit.to(&at::clinic_me_too(card.id))) {
            @if let Some(back) = back { input type="hidden" name="back" value=(back); }
            button.metoo aria-pressed=(if is_mine { "true" } else { "false" }) {
                @if is_mine { (Icon::Done) } @else { (Icon::Person) }
                span { (say.me_too) } " " b { (card.votes) }
            }
        }
    }
}

fn side(visit: &Visit, board: &Board, next: Option<&Posted>) -> Markup {
    let say = words(visit.language);
    html! {
        @if let Some(posted) = next { (next_card(visit, posted)) }
        @if let Some(speed) = &board.speed {
            section.card aria-labelledby="speed" {
                h3 #speed { (say.speed) }
                dl.stat {
                    dt { (say.swift) } dd { ((say.of)(speed.swift, speed.of)) }
                    dt { (say.median) } dd { ((say.working_days)(speed.median)) }
                    @if board.changed > 0 { dt { (say.changes) } dd { ((say.matters)(board.changed)) } }
                }
            }
        }
        @if !board.held_back.is_empty() {
            section.card aria-labelledby="held-back" {
                h3 #held-back { (say.held_back) }
                dl.stat {
                    @for (reason, count) in &board.held_back {
                        dt { ((say.reason)(*reason)) } dd { ((say.matters)(usize::try_from(*count).unwrap_or(0))) }
                    }
                }
            }
        }
        p.note { (Icon::Lock) span { (say.privacy) " " a href=(visit.to(at::PRIVACY)) { (say.details) } } }
    }
}

fn next_card(visit: &Visit, posted: &Posted) -> Markup {
    let (say, language) = (words(visit.language), visit.language);
    let Some(gathering) = &posted.notice.gathering else { return html! {} };
    let starts = Moment::from_micros(gathering.starts.saturating_mul(1_000_000)).day();
    html! {
        section.card.stack aria-labelledby="next" {
            h3 #next { (say.next_meeting) }
            div.row.start {
                p.date aria-hidden="true" {
                    span { (MonthOfYear::of(starts).month().short(language)) }
                    b { (starts.day()) }
                    span { (crate::language::dates::short(starts, language).split([' ', '\u{a0}']).next_back().unwrap_or_default()) }
                }
                div.small {
                    @if let Some(when) = when(posted, language) { p.b { (when) } }
                    p { bdi { (gathering.place.say(language)) } @if !gathering.online.is_empty() { " · " (say.online_later) } }
                    @if let Some(closes) = posted.closes { p.muted { ((say.until)(&day(closes, language))) } }
                }
            }
            p.small { a href=(visit.to(&at::clinic_session(posted.notice.meeting))) { (say.details_who) } }
        }
    }
}
