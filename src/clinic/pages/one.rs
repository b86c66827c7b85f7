//! One card of the board, and one session.

use maud::html;

use super::{
    board::{answer, me_too, meta},
    files,
    pieces::{day, said, when},
};
use crate::{
    clinic::{
        board::{OneCard, OneSession, Shown},
        matter::CardState,
        posted::{Stage, Standing},
        words::{board::words, report},
    },
    language::dates,
    web::{Icon, Page, Visit, Width, at, parts},
};

pub fn card(visit: &Visit, one: &OneCard, is_mine: bool) -> Page {
    let say = words(visit.language);
    let card = &one.card;
    if card.state == CardState::Withdrawn {
        let main = html! {
            h1 { (say.gone) }
            p { (say.gone_lead) }
            p { a href=(visit.to(at::CLINIC)) { (say.back) } }
        };
        return visit.page_gone(say.gone, &main);
    }
    let main = html! {
        p.small { a href=(visit.to(at::CLINIC)) { (say.back) } }
        article.stack {
            (meta(visit, card, &one.posted))
            h1 { bdi { (card.face.title) } }
            @if !card.face.question.is_empty() { div.stack-s { (said(&card.face.question)) } }
            (answer(visit, card))
            @if !card.change.is_empty() {
                section.note.ok aria-labelledby="changed" {
                    (Icon::Done)
                    div {
                        h2.h3 #changed { (say.changed) }
                        (said(&card.change))
                        @if let Some(day) = card.changed_on { p.small { (dates::short(day, visit.language)) } }
                    }
                }
            }
            div.qa-foot.noprint { (me_too(visit, card, is_mine, None)) }
            p.small.muted { ((say.me_too_of)(card.votes)) " · " (say.approximate) }
        }
        @if !one.related.is_empty() {
            section.stack-s aria-labelledby="related" {
                h2 #related { (say.related) }
                ul { @for other in &one.related { li { a href=(visit.to(&at::clinic_card(other.id))) { bdi { (other.face.title) } } } } }
            }
        }
        p.note { (Icon::Lock) span { (say.privacy) } }
    };
    visit.page(&card.face.title, Width::Column, &main)
}

pub fn session(visit: &Visit, one: &OneSession) -> Page {
    let (say, language) = (words(visit.language), visit.language);
    let notice = &one.posted.notice;
    let standing = one.posted.standing(visit.premises.now());
    let title = notice.title.say(language);
    let main = html! {
        div.stack-s {
            p.small { a href=(visit.to(at::CLINIC)) { (say.clinic) } " · " (say.session) }
            h1 { bdi { (title) } }
        }
        @match (one.posted.ended, standing) {
            (Some(Stage::Cancelled), _) => (parts::warning(say.cancelled)),
            (Some(Stage::Over), _) => (parts::note(say.over)),
            (None, Standing::NotYet) => (parts::note(&(say.opens)(&day(notice.opens, language)))),
            (None, Standing::Open) => p { a.btn href=(visit.to(&at::clinic_ask_at(notice.meeting))) { (say.ask_here) } },
            (None, _) => (parts::note(say.closed)),
        }
        @if let Some(told) = &one.report {
            section.card.stack aria-labelledby="report" {
                h2 #report { (report::words(language).title) }
                (super::report::body(visit, told))
            }
        }
        @if !notice.about.say(language).is_empty() { div.stack-s { (said(notice.about.say(language))) } }
        section.card {
            dl.dl {
                @match &notice.gathering {
                    Some(gathering) => {
                        @if let Some(when) = when(&one.posted, language) { div { dt { (say.when) } dd { (when) } } }
                        @if !gathering.place.say(language).is_empty() { div { dt { (say.place) } dd { bdi { (gathering.place.say(language)) } } } }
                        @if !gathering.online.is_empty() { div { dt { (say.online) } dd { bdi { (gathering.online) } } } }
                    },
                    None => { div { dt { (say.when) } dd { (say.standing) } } },
                }
                div { dt { (say.who_answers) } dd { bdi { (notice.answered_by.say(language)) } } }
                @if let Some(closes) = one.posted.closes { div { dt { (say.ask_here) } dd { ((say.until)(&day(closes, language))) } } }
                div { dt { (say.topics) } dd { ul.plain { @for topic in &notice.topics { li { bdi { (topic.name.say(language)) } } } } } }
                div { dt { (say.ways) } dd { ul.plain.stack-s {
                    @if notice.ways.by_name { li { (say.way_name) } }
                    @if notice.ways.by_seat { li { (say.way_seat) } }
                    @if notice.ways.open_door { li { (say.way_door) } }
                    li { (if notice.is_moderated { say.read_first } else { say.shown_unread }) }
                } } }
                (files::promised(notice, language))
            }
        }
        @if notice.ways.by_seat { p.note { (Icon::Lock) span { ((say.k)(notice.k)) } } }
        section.stack aria-labelledby="asked" {
            h2 #asked { (say.asked_here) }
            @if one.cards.is_empty() { (parts::empty(say.nothing_asked, &html! {})) } @else {
                ol.rank {
                    @for card in &one.cards {
                        li {
                            p { a href=(visit.to(&at::clinic_card(card.id))) { bdi { (card.face.title) } } }
                            p.small.muted { ((say.state)(Shown::of(card))) " · " ((say.me_too_of)(card.votes)) }
                        }
                    }
                }
            }
        }
    };
    visit.page(title, Width::Column, &main)
}
