//! The desk: its queue, and one matter. Of a nameless one nothing is shown but its month.

use maud::{Markup, html};

use super::{
    files,
    pieces::{month, said},
};
use crate::{
    clinic::{
        board::topic_name,
        deeds::NotDone,
        files::Enclosure,
        highlight::highlight,
        matter::{CardState, Face, Kind, Reason, Remark, State, Thread},
        posted::Posted,
        queue::Queued,
        words::{board, desk::words},
    },
    ids::{CardId, MatterId},
    language::{Language, dates},
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, Field, Tone},
    },
};

/// Each queue with how many wait in it.
pub fn queue(
    visit: &Visit,
    of: State,
    counts: &[(State, usize)],
    queued: &[Queued],
    left: &[(CardId, String)],
    posted: &[Posted],
) -> Page {
    let (say, language) = (words(visit.language), visit.language);
    let table = html! {
        table.rows {
            thead { tr { th scope="col" { (say.matter) } th scope="col" { (say.topic) } th scope="col" { (say.asked) } th scope="col" { (say.age) } th scope="col" { (say.owner) } } }
            tbody {
                @for it in queued {
                    tr {
                        th scope="row" {
                            a href=(visit.to(&at::clinic_matter(it.matter.id))) { bdi { (it.beginning) } }
                            @if it.matter.name.is_some() { " " (parts::tag(Tone::Plain, (say.way)(crate::clinic::matter::Way::ByName))) }
                        }
                        td { @if let Some(topic) = topic_name(posted, &it.matter.topic) { (topic.say(language)) } }
                        td.nb { (month(&it.matter.month, language)) }
                        td.nb { @match it.age { Some(age) => ((say.age_of)(age)), None => (say.unread) } }
                        td { bdi { (it.matter.owner.as_deref().unwrap_or("–")) } @if let Some(due) = it.matter.due { " " span.small.muted.nb { (dates::short(due, language)) } } }
                    }
                }
            }
        }
    };
    let main = html! {
        h1 { (say.desk) }
        @if visit.done() == Some("taken-down") { (parts::done(say.taken_down)) }
        nav aria-label=(crate::language::plain(say.queue)) {
            div.tabs {
                @for (state, count) in counts {
                    a href=(format_args!("{}?state={}", visit.to(at::CLINIC_DESK), state.code())) aria-current=[(*state == of).then_some("true")] { ((say.state)(*state)) " " (count) }
                }
            }
        }
        @if queued.is_empty() { (parts::empty(say.empty, &html! {})) } @else { (parts::table(say.queue, &table)) }
        p.small.muted { (say.age_note) }
        @if !left.is_empty() { (left_on_board(visit, left)) }
    };
    visit.page(say.desk, Width::Wide, &main)
}

/// Each with its words, and a way to take it down.
fn left_on_board(visit: &Visit, left: &[(CardId, String)]) -> Markup {
    let say = words(visit.language);
    html! {
        section.stack aria-labelledby="left" {
            div.stack-s { h2 #left { (say.left) } p.small.muted { (say.left_lead) } }
            ul.plain.stack-s {
                @for (id, title) in left {
                    li.row {
                        a href=(visit.to(&at::clinic_card(*id))) { bdi { (title) } }
                        (visit.form(at::CLINIC_DESK, &html! {
                            input type="hidden" name="card" value=(id);
                            button.btn.s.bad.alt aria-label=((say.withdraw_this)(title)) { (say.withdraw) }
                        }))
                    }
                }
            }
        }
    }
}

/// What was typed into the forms of a matter.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub due: String,
    pub office: String,
    pub passed: String,
    pub note: String,
    pub ask: String,
    pub reply: String,
    pub answering: String,
    pub face: Option<Face>,
    pub change: String,
}

/// A matter at the desk.
pub struct Scene<'page> {
    pub thread: &'page Thread,
    pub files: &'page [Enclosure],
    pub age: Option<usize>,
    pub posted: &'page [Posted],
    /// Those it may be merged into, with their first words.
    pub others: &'page [(MatterId, String)],
    /// That may tell who wrote it.
    pub names: &'page [String],
}

pub fn matter(visit: &Visit, scene: &Scene, typed: &Typed, faults: &Faults) -> Page {
    let say = words(visit.language);
    let thread = scene.thread;
    let here = at::clinic_matter(thread.matter.id);
    let main = html! {
        @if visit.done() == Some("saved") { (parts::done(say.done)) }
        p.small { a href=(visit.to(at::CLINIC_DESK)) { (say.back) } }
        div.stack-s { h1 { (say.matter) } (tags(visit, scene)) }
        @if let Some(sentence) = faults.at("matter") { (parts::warning(sentence)) }
        section.stack #matter aria-labelledby="thread" {
            h2 #thread { (say.thread) }
            @for remark in &thread.remarks { (one(visit, remark, scene.names)) }
            p.note { (crate::web::Icon::Info) span { b { (say.may_tell) } " · " (say.may_tell_lead) } }
        }
        (files::at_desk(visit, thread.matter.id, scene.files))
        (facts(visit, scene))
        (editors(visit, scene, typed, faults, &here))
        div.two {
            (small_form(visit, scene, &here, "ask-box", say.ask, say.ask_lead, &html! {
                (Field::new("ask", say.ask, faults).value(&typed.ask).lines(4))
                button.btn.alt name="do" value="ask" { (say.send_ask) }
            }))
            (small_form(visit, scene, &here, "pass-box", say.pass, "", &html! {
                (Field::new("office", say.pass_office, faults).value(&typed.office))
                (Field::new("passed", say.pass_text, faults).value(&typed.passed).lines(3))
                button.btn.alt name="do" value="pass" { (say.pass) }
            }))
            (small_form(visit, scene, &here, "note-box", say.note, say.note_lead, &html! {
                (Field::new("note", say.note, faults).value(&typed.note).lines(4))
                button.btn.alt name="do" value="note" { (say.save_note) }
            }))
            (small_form(visit, scene, &here, "take-box", say.take, say.take_lead, &html! {
                (Field::new("due", say.due, faults).hint(say.due_hint).value(&typed.due))
                button.btn.alt name="do" value="take" { (say.take) }
            }))
            (card_forms(visit, scene, typed, faults, &here))
            (merge(visit, scene, faults, &here))
            (hold(visit, scene, faults, &here))
        }
    };
    visit.page_with_faults(say.matter, Width::Wide, faults, &main)
}

fn tags(visit: &Visit, scene: &Scene) -> Markup {
    let (say, matter) = (words(visit.language), &scene.thread.matter);
    html! {
        div.row {
            (parts::tag(if matter.state == State::Answered { Tone::Good } else { Tone::Plain }, (say.state)(matter.state)))
            @if let Some(topic) = topic_name(scene.posted, &matter.topic) { (parts::tag(Tone::Plain, topic.say(visit.language))) }
            (parts::tag(Tone::Plain, &month(&matter.month, visit.language)))
            (parts::tag(Tone::Plain, if matter.wants_board { say.wants_board } else { say.wants_no_board }))
        }
    }
}

fn facts(visit: &Visit, scene: &Scene) -> Markup {
    let (say, language, matter) = (words(visit.language), visit.language, &scene.thread.matter);
    html! {
        section.card {
            dl.dl {
                div { dt { (say.name) } dd { @if let Some(name) = &matter.name { bdi { (name) } " · " } ((say.way)(matter.way)) } }
                div { dt { (say.owner) } dd { bdi { (matter.owner.as_deref().unwrap_or(say.nobody)) } @if let Some(due) = matter.due { " · " (say.due) " " (dates::short(due, language)) } } }
                @if let Some(office) = matter.office.as_ref().filter(|_| matter.state == State::Office) { div { dt { (say.office) } dd { bdi { (office) } } } }
                @if let Some(age) = scene.age { div { dt { (say.age) } dd { ((say.age_of)(age)) } } }
                @if let Some(outcome) = matter.outcome { div { dt { (say.outcome) } dd { ((crate::clinic::words::mine::words(language).outcome)(outcome)) } } }
                @if let Some(reason) = matter.held_back { div { dt { (say.reason) } dd { ((board::words(language).reason)(reason)) } } }
                @if let Some(other) = matter.merged_into { div { dt { (say.merged) } dd { a href=(visit.to(&at::clinic_matter(other))) { (say.matter) } } } }
            }
        }
    }
}

fn one(visit: &Visit, remark: &Remark, names: &[String]) -> Markup {
    let say = words(visit.language);
    let heading = match remark.kind {
        Kind::Writer => say.writer.to_owned(),
        Kind::Ask => say.you_asked.to_owned(),
        Kind::Answer => (say.answer_from)(&remark.said.from),
        Kind::Office => (say.passed_to)(&remark.said.from),
        Kind::Note => (say.note_by)(&remark.said.from),
    };
    html! {
        article.card.stack-s {
            h3 { bdi { (heading) } @if let Some(day) = remark.said_on { " " span.small.muted.nb { (dates::short(day, visit.language)) } } }
            @if remark.kind == Kind::Writer { (marked(&remark.said.text, names)) } @else { (said(&remark.said.text)) }
        }
    }
}

/// The text as it stands, with marks at what may tell.
fn marked(text: &str, names: &[String]) -> Markup {
    html! {
        @for line in text.split('\n').filter(|line| !line.trim().is_empty()) {
            p dir="auto" { @for piece in highlight(line, names) { @if piece.may_tell { mark { (piece.text) } } @else { (piece.text) } } }
        }
    }
}

/// A form of a matter, drawn from this state of it.
fn form(visit: &Visit, scene: &Scene, here: &str, fields: &Markup) -> Markup {
    visit.form(here, &html! { input type="hidden" name="mark" value=(scene.thread.matter.edition); (fields) })
}

fn small_form(visit: &Visit, scene: &Scene, here: &str, id: &str, title: &str, lead: &str, fields: &Markup) -> Markup {
    html! {
        section.card.stack aria-labelledby=(id) {
            h2 id=(id) { (title) }
            @if !lead.is_empty() { p.small.muted { (lead) } }
            (form(visit, scene, here, fields))
        }
    }
}

/// Two editors side by side: words for the board, and the reply.
fn editors(visit: &Visit, scene: &Scene, typed: &Typed, faults: &Faults, here: &str) -> Markup {
    let say = words(visit.language);
    let present = scene.thread.card.as_ref().map(|card| &card.face);
    let face = typed.face.as_ref().or(present).cloned().unwrap_or_default();
    let fields = html! {
        (Field::new("answering", say.answering_office, faults).value(if typed.answering.is_empty() { &face.office } else { &typed.answering }))
        div.two {
            @if scene.thread.matter.wants_board {
                section.stack aria-labelledby="board-words" {
                    h3 #board-words { (say.board_words) }
                    p.small.muted { (say.board_lead) }
                    (Field::new("title", say.title, faults).value(&face.title))
                    (Field::new("question", say.question, faults).value(&face.question).lines(5))
                    (Field::new("board_answer", say.board_answer, faults).hint(say.board_answer_hint).value(&face.answer).lines(7))
                }
            }
            section.stack aria-labelledby="reply-words" {
                h3 #reply-words { (say.reply_text) }
                p.small.muted { (say.reply_lead) }
                (Field::new("reply", say.reply_text, faults).value(&typed.reply).lines(12))
            }
        }
        div.row {
            @if scene.thread.matter.wants_board {
                button.btn name="do" value="both" { (say.answer_both) }
                button.btn.alt name="do" value="show" { (say.show_only) }
            }
            button.btn.alt name="do" value="answer" { (say.answer_alone) }
        }
    };
    html! {
        section.card.stack aria-labelledby="answer-box" {
            h2 #answer-box { (say.reply) }
            (form(visit, scene, here, &fields))
        }
    }
}

fn card_forms(visit: &Visit, scene: &Scene, typed: &Typed, faults: &Faults, here: &str) -> Markup {
    let say = words(visit.language);
    let Some(card) = scene.thread.card.as_ref().filter(|card| card.state != CardState::Withdrawn) else { return html! {} };
    small_form(
        visit,
        scene,
        here,
        "changed-box",
        say.changed,
        say.changed_lead,
        &html! {
            (Field::new("change", say.changed, faults).value(if typed.change.is_empty() { &card.change } else { &typed.change }).lines(4))
            div.row {
                button.btn.alt name="do" value="changed" { (say.save_changed) }
                button.btn.bad.alt name="do" value="withdraw" { (say.withdraw) }
                a href=(visit.to(&at::clinic_card(card.id))) { (say.see_card) }
            }
        },
    )
}

fn merge(visit: &Visit, scene: &Scene, faults: &Faults, here: &str) -> Markup {
    let say = words(visit.language);
    let ids: Vec<(String, &str)> = scene.others.iter().map(|(id, words)| (id.to_string(), words.as_str())).collect();
    let choices: Vec<Choice> =
        ids.iter().map(|(id, words)| Choice { value: id, label: words, meaning: "", is_chosen: false, language: None }).collect();
    html! {
        @if !choices.is_empty() {
            (small_form(visit, scene, here, "merge-box", say.merge, say.merge_lead, &html! {
                (parts::select("into", say.merge_into, "", &choices, faults))
                button.btn.alt name="do" value="merge" { (say.merge) }
            }))
        }
    }
}

fn hold(visit: &Visit, scene: &Scene, faults: &Faults, here: &str) -> Markup {
    let say = words(visit.language);
    let reasons: Vec<Choice> = Reason::ALL
        .iter()
        .map(|reason| Choice {
            value: reason.code(),
            label: (board::words(visit.language).reason)(*reason),
            meaning: "",
            is_chosen: scene.thread.matter.held_back == Some(*reason),
            language: None,
        })
        .collect();
    small_form(
        visit,
        scene,
        here,
        "hold-box",
        say.hold,
        say.hold_lead,
        &html! {
            (parts::choices("reason", say.reason, false, &reasons, faults))
            button.btn.alt name="do" value="hold" { (say.hold_now) }
        },
    )
}

/// Why a deed was not done, in words.
pub fn not_done_in_words(language: Language, reason: &NotDone) -> Option<&'static str> {
    let say = words(language);
    match reason {
        NotDone::Changed => Some(say.changed_meanwhile),
        NotDone::NotMergeable => Some(say.not_mergeable),
        NotDone::NotOnBoard => Some(say.not_on_board),
        NotDone::Unwanted => Some(say.unwanted),
        NotDone::NoSuchMatter | NotDone::Database(_) => None,
    }
}
