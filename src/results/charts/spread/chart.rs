//! One bar for each question, around a line: right is always the good side. The low side is hatched, so that it is
//! told from the high one without colour.

use maud::{Markup, html};

use super::layout::{Bar, Shade, Span, bars, shade};
use crate::{
    language::Language,
    results::{
        charts::axis::percent,
        report::{Spread, SpreadRow},
        words::charts::words,
    },
    web::Icon,
};

/// What the colours are worth.
pub fn legend(chart: &Spread) -> Markup {
    html! {
        p.legend {
            @for (at, text) in chart.legend.iter().enumerate() {
                span { svg { (filled(shade(at, chart.legend.len()), ["0", "0", "16", "16"])) } (text) }
            }
        }
    }
}

pub fn draw(chart: &Spread, language: Language) -> Markup {
    let rows = chart.rows.iter().map(|row| row.segments.as_slice());
    let span = if chart.is_stacked { Span::STACKED } else { Span::of(rows) };
    html! {
        div.chart aria-hidden="true" {
            @for row in &chart.rows {
                div.crow {
                    div.l { (row.label) @if row.is_reversed { br; (reversed(language)) } }
                    div.c { (line(row, span)) }
                    div.v { b { (row.value) } br; span.muted.small { (row.remark) } }
                }
            }
        }
    }
}

pub fn reversed(language: Language) -> Markup {
    html! { span.tag.warn { (Icon::Flip) (words(language).reversed) } }
}

fn line(row: &SpreadRow, span: Span) -> Markup {
    let bars = bars(&row.segments, span);
    html! {
        svg {
            @if bars.is_empty() { rect y="30%" width="100%" height="40%" fill="url(#hatch)" {} }
            @for (at, bar) in bars.iter().enumerate() { (drawn(bar, at > 0)) }
            @if span.has_line() {
                @let line = percent(&span.line());
                line.g-zero x1=(line) x2=(line) y1="0" y2="100%" {}
            }
        }
    }
}

/// With a gap before it, so that neighbours are told apart.
fn drawn(bar: &Bar, has_gap: bool) -> Markup {
    let from = percent(&bar.from);
    let middle = crate::results::figure::Score::mean([&bar.from, &bar.end()]).map(|middle| percent(&middle));
    html! {
        (filled(bar.shade, [&from, "14%", &percent(&bar.width), "72%"]))
        @if has_gap { rect.b-gap x=(from) y="14%" width="2" height="72%" transform="translate(-1)" {} }
        @if let (Some(label), Some(middle)) = (&bar.label, middle) {
            text class=(label_class(bar.shade)) x=(middle) y="50%" dy=".36em" text-anchor="middle" { (label) }
        }
    }
}

fn filled(shade: Shade, [x, y, width, height]: [&str; 4]) -> Markup {
    let (class, strength) = match shade {
        Shade::Worst(strength) => ("b-n2", strength),
        Shade::Low => ("b-n1", 100),
        Shade::Middle => ("b-rest", 100),
        Shade::High => ("b-p1", 100),
        Shade::Best(strength) => ("b-p2", strength),
    };
    let opacity = (strength < 100).then(|| format!(".{strength}"));
    let edge = (shade == Shade::Middle).then_some("currentColor");
    html! {
        rect class=(class) x=(x) y=(y) width=(width) height=(height) fill-opacity=[opacity] stroke=[edge] stroke-opacity=[edge.map(|_| ".5")] {}
        @if matches!(shade, Shade::Worst(_) | Shade::Low) { rect x=(x) y=(y) width=(width) height=(height) fill="url(#low)" {} }
    }
}

const fn label_class(shade: Shade) -> &'static str {
    match shade {
        Shade::Worst(_) | Shade::Best(_) => "on-d",
        Shade::Low | Shade::High => "on-l",
        Shade::Middle => "",
    }
}
