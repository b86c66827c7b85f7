//! Dots on a line that is cut, so never bars: an open circle for the round before, a full one for this round, a
//! triangle pointing down where it is below the target.

use maud::{Markup, html};

use crate::{
    language::{Language, fill},
    results::{
        charts::{
            axis,
            marks::{Mark, marks},
        },
        report::{Against, AgainstRow},
        words::charts::words,
    },
    web::{
        Icon,
        parts::{Tone, tag},
    },
};

const BELOW: &str = "M-9-7H9L0 9z";

/// What its marks mean.
pub fn legend(chart: &Against, language: Language) -> Markup {
    let say = words(language);
    let has = |met: Option<bool>| chart.rows.iter().any(|row| row.figure.exact().is_some() && row.is_met == met);
    let is_hidden = chart.rows.iter().any(|row| !row.figure.is_shown());
    let is_range = chart.rows.iter().any(|row| row.figure.is_shown() && row.figure.exact().is_none());
    html! {
        p.legend {
            @if let Some(before) = &chart.before { span { svg { circle.g-old cx="8" cy="8" r="6" {} } (before.label) } }
            @if has(None) { span { svg { circle.g-new cx="8" cy="8" r="7" {} } (chart.now) } }
            @if has(Some(true)) { span { svg { circle.g-new cx="8" cy="8" r="7" {} } (fill(say.round_met, &[&chart.now])) } }
            @if has(Some(false)) { span { svg { path.g-new.low d="M0 2H16L8 15z" {} } (fill(say.round_below, &[&chart.now])) } }
            @if is_range { span { svg { line.g-link x1="1" x2="15" y1="8" y2="8" stroke-linecap="round" {} } (say.range) } }
            @if is_hidden { span { svg { rect width="16" height="16" fill="url(#hatch)" {} } (say.not_shown) } }
            @if chart.target.is_some() { span { svg { line.g-target x1="8" x2="8" y1="0" y2="16" {} } (say.target) } }
        }
    }
}

pub fn draw(chart: &Against, language: Language) -> Markup {
    let (marks, target) = (marks(chart.lowest), chart.target.as_ref().map(|score| Mark::of(score, 2, chart.lowest)));
    html! {
        div.chart aria-hidden="true" {
            (head(&marks, target.as_ref()))
            @for row in &chart.rows {
                div.crow {
                    div.l { (row.label) }
                    div.c { (line(chart.lowest, &marks, target.as_ref(), row)) }
                    div.v { (value(row, language)) }
                }
            }
        }
    }
}

fn head(marks: &[Mark], target: Option<&Mark>) -> Markup {
    let (height, y) = if target.is_some() { (40, 34) } else { (22, 16) };
    html! {
        div.crow.head {
            div.l {}
            div.c {
                svg height=(height) {
                    @if let Some(target) = target { text x=(target.at) y="14" text-anchor=(target.anchor) font-weight="600" { (target.text) } }
                    @for mark in marks { text.t2 x=(mark.at) y=(y) text-anchor=(mark.anchor) { (mark.text) } }
                }
            }
            div.v {}
        }
    }
}

fn line(lowest: i64, marks: &[Mark], target: Option<&Mark>, row: &AgainstRow) -> Markup {
    let at = |score| axis::at(score, lowest);
    let across = |class: &str, at: &str| html! { line class=(class) x1=(at) x2=(at) y1="0" y2="100%" {} };
    html! {
        svg {
            @for mark in marks { (across("g-axis", &mark.at)) }
            @if !row.figure.is_shown() { rect y="30%" width="100%" height="40%" fill="url(#hatch)" {} }
            @if let Some(target) = target { (across("g-target", &target.at)) }
            @match (row.figure.exact(), row.figure.bounds()) {
                (Some(score), _) => {
                    @let now = at(score);
                    @if let Some(before) = &row.before {
                        @let was = at(before);
                        line.g-link x1=(was) x2=(now) y1="50%" y2="50%" {}
                        circle.g-old cx=(was) cy="50%" r="6" {}
                    }
                    (dot(&now, "50%", row.is_met, 9, BELOW))
                },
                (None, Some((least, most))) => line.g-link x1=(at(least)) x2=(at(most)) y1="50%" y2="50%" stroke-linecap="round" {},
                (None, None) => {},
            }
        }
    }
}

/// A triangle where it is below the target.
pub fn dot(x: &str, y: &str, is_met: Option<bool>, radius: u8, below: &str) -> Markup {
    html! {
        @if is_met == Some(false) {
            svg x=(x) y=(y) width="1" height="1" { path.g-new.low d=(below) {} }
        } @else {
            circle.g-new cx=(x) cy=(y) r=(radius) {}
        }
    }
}

fn value(row: &AgainstRow, language: Language) -> Markup {
    html! {
        @if row.figure.is_shown() { b { (row.value) } } @else if !row.value.is_empty() { span.muted { (row.value) } }
        @if !row.change.is_empty() { " " span.muted.small.nb { (row.change) } }
        @if !row.remark.is_empty() {
            @if row.figure.is_shown() { br; }
            (standing(row, language))
        }
    }
}

fn standing(row: &AgainstRow, language: Language) -> Markup {
    match row.is_met {
        Some(true) => tag(Tone::Good, &row.remark),
        Some(false) => html! { span.tag.warn { (Icon::Down) (row.remark) } },
        None if row.remark == words(language).hidden => html! { span.tag { (Icon::Lock) (row.remark) } },
        None => tag(Tone::Plain, &row.remark),
    }
}
