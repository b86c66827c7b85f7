//! One measure on the page of its plan.

use maud::{Markup, html};

use super::plan::{lined, month_named};
use crate::{
    ids::PlanId,
    improving::{
        quote::{self, Found, Known, Quoted},
        scene::Scene,
        words::plans::{self as said, Words, words},
    },
    language::{FiscalYear, Language, Month, dates},
    plans::{MONTHS, Measured, Status, Step, Whole},
    web::{
        Visit, at,
        parts::{self, Tone},
    },
};

pub fn card(visit: &Visit, scene: &Scene, number: usize, it: &Measured, may_keep: bool) -> Markup {
    let (say, language) = (words(visit.language), visit.language);
    let (plan, measure) = (&scene.whole.plan, &it.measure);
    let id = format!("measure-{number}");
    html! {
        section.card.stack aria-labelledby=(id) {
            div.stack-s {
                h2 id=(id) { (number) ". " (lined(&measure.text)) }
                @if let Some(letter) = measure.letter { p { (parts::tag(Tone::Plain, said::letter(language, letter))) } }
            }
            dl.dl {
                div { dt { (say.reason) } dd { @if measure.reason.is_empty() { (reason_above(&scene.whole, number, say)) } @else { (lined(&measure.reason)) } } }
                @if !measure.topics.is_empty() {
                    div { dt { (say.topics) } dd { (lined(&measure.topics.join("\n"))) } }
                }
                @if measure.about.is_some() { div { dt { (say.finding) } dd { (finding(visit, scene, it)) } } }
            }
            @if !it.steps.is_empty() {
                (parts::table(say.steps, &months(language, it)))
                @for (before, step) in it.steps.iter().enumerate() { (details(visit, plan.id, plan.wanted.year, before + 1, step, may_keep)) }
            }
            (confirmation(visit, scene, it, may_keep))
            @if may_keep {
                div.acts {
                    a.btn.s href=(visit.to(&at::measure(plan.id, it.id, "/steps/new"))) { (say.add_step) }
                    a.btn.alt.s href=(visit.to(&at::measure(plan.id, it.id, ""))) { (say.edit_measure) }
                    a.btn.alt.bad.s href=(visit.to(&at::measure(plan.id, it.id, "/removal"))) { (say.remove) }
                }
            }
        }
    }
}

/// Where nothing is said here, what was said last before it holds.
fn reason_above(whole: &Whole, number: usize, say: &Words) -> Markup {
    let mut before = whole.measures.iter().take(number - 1).rev();
    let above = before.find(|other| !other.measure.reason.is_empty());
    html! {
        @match above {
            Some(above) => { span.muted { (say.reason_above) ": " } (lined(&above.measure.reason)) },
            None => "–",
        }
    }
}

fn finding(visit: &Visit, scene: &Scene, it: &Measured) -> Markup {
    let say = words(visit.language);
    let Some(about) = &it.measure.about else { return html! {} };
    let Some(round) = scene.round(about.survey) else { return html! { (say.finding_gone) } };
    html! {
        @match round.label(&about.point, visit.language) {
            Some(label) => bdi { (label) },
            None => (say.finding_gone),
        }
        br;
        @match (&round.found, round.quoted(&about.point)) {
            (Found::Out(_), Some(quoted)) => b { (quote(&quoted, visit.language)) },
            (Found::Out(_), None) => span.muted { (say.not_asked) },
            _ => span.muted { (say.not_out) },
        }
    }
}

/// A figure with how many it is of; or, in words, why there is none.
fn quote(quoted: &Quoted, language: Language) -> String {
    let (say, written) = (words(language), quoted.written(language));
    match quoted.n {
        _ if !quoted.figure.is_shown() => written,
        Some(n) => (say.told)(&written, n),
        None => (say.told_without_n)(&written),
    }
}

fn months(language: Language, it: &Measured) -> Markup {
    let say = words(language);
    html! {
        table.months {
            thead {
                tr {
                    th scope="col" { (say.step) }
                    @for month in Month::FISCAL { th scope="col" { (month.short(language)) } }
                }
            }
            tbody {
                @for (before, step) in it.steps.iter().enumerate() {
                    tr {
                        th scope="row" { (before + 1) ". " (lined(&step.task.text)) }
                        @for place in 0..MONTHS { (cell(step, place, say)) }
                    }
                }
            }
        }
    }
}

fn cell(step: &Step, place: usize, say: &Words) -> Markup {
    html! {
        @if step.done.has(place) { td.done { (say.done) } }
        @else if step.task.months.has(place) { td.plan { (say.planned) } }
        @else { td {} }
    }
}

fn details(visit: &Visit, plan: PlanId, year: FiscalYear, number: usize, step: &Step, may_keep: bool) -> Markup {
    let (say, language, task) = (words(visit.language), visit.language, &step.task);
    let tone = match task.status {
        Status::Done => Tone::Good,
        Status::PutOff | Status::Dropped => Tone::Watch,
        Status::Planned | Status::UnderWay => Tone::Plain,
    };
    html! {
        div.stack-s {
            h3 { (number) ". " (lined(&task.text)) }
            p.small {
                (parts::tag(tone, said::status(language, task.status)))
                " " (say.budget) " " bdi { (task.budget) } " · " (say.owner) " " bdi { (task.owner) }
                @if task.email.is_some() { " · " (say.is_written_to) }
            }
            @if !task.evidence.is_empty() || !task.link.is_empty() {
                p.small {
                    (say.evidence) ": " (lined(&task.evidence))
                    @if !task.link.is_empty() { " " a href=(task.link) rel="noopener noreferrer" { bdi { (task.link) } } }
                }
            }
            @if !step.notes.is_empty() {
                ul.stack-s {
                    @for note in &step.notes {
                        li {
                            (lined(&note.text))
                            br;
                            span.small.muted { ((say.note_by)(&month_named(year, note.month, language), &note.by, &dates::short(note.written.day(), language))) }
                        }
                    }
                }
            }
            @if may_keep {
                p.small {
                    a href=(visit.to(&at::step(plan, step.id, "/progress"))) { (say.progress) }
                    " · " a href=(visit.to(&at::step(plan, step.id, ""))) { (say.edit_step) }
                    " · " a href=(visit.to(&at::step(plan, step.id, "/removal"))) { (say.remove) }
                }
            }
        }
    }
}

/// The owner's own tick, and what staff say beside it.
fn confirmation(visit: &Visit, scene: &Scene, it: &Measured, may_keep: bool) -> Markup {
    let (say, language) = (words(visit.language), visit.language);
    let plan = scene.whole.plan.id;
    html! {
        div.stack-s {
            h3 { (say.confirmation) }
            p { @match it.measure.done { Some(day) => ((say.owner_says_done)(&dates::short(day, language))), None => (say.owner_says_nothing) } }
            @match it.poll.and_then(|poll| scene.round(poll)) {
                Some(poll) => {
                    (answered(poll, language))
                    @if may_keep { p.small { a href=(visit.to(&at::round(poll.survey.id))) { (say.poll_round) } } }
                },
                None => @if may_keep {
                    (visit.button(&at::measure(plan, it.id, "/poll"), "btn alt s", say.ask_staff))
                    p.small.muted { (say.ask_staff_meaning) }
                },
            }
        }
    }
}

fn answered(poll: &Known, language: Language) -> Markup {
    let say = words(language);
    let answers = quote::answers(poll, language);
    html! {
        @match &poll.found {
            Found::StillOpen => p.muted { (say.poll_open) },
            Found::NotYet => p.muted { (say.poll_counting) },
            Found::Out(_) if answers.is_empty() => p.muted { (say.poll_empty) },
            Found::Out(_) => {
                p { (say.staff_say) }
                ul.stack-s {
                    @for answer in &answers {
                        li {
                            (said::question(language, answer.asked)) ": "
                            b { (told(&quote(&answer.quoted, language), answer, say)) }
                            @if let Some((levels, silent)) = &answer.spread {
                                br;
                                span.small.muted {
                                    @for (before, (label, count)) in levels.iter().enumerate() { @if before > 0 { " · " } (label) " " (count) }
                                    " · " ((say.do_not_know)(*silent))
                                }
                            }
                        }
                    }
                }
            },
        }
    }
}

fn told(quoted: &str, answer: &quote::Answer, say: &Words) -> String {
    if answer.quoted.figure.is_shown() { (say.levels)(quoted, answer.levels) } else { quoted.to_owned() }
}
