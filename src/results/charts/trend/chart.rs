//! Small pictures side by side. A round without a figure is a gap: no line leads over it.

use maud::{Markup, html};

use super::{Panel, Trend};
use crate::{
    instruments::Fraction,
    results::{
        charts::{against::dot, axis::percent},
        figure::{Figure, Score},
    },
    web::{
        Icon,
        parts::{Tone, tag},
    },
};

/// Of the 96 pixels of a picture, those for the axis: below the dots of the highest, above the names of rounds.
const TOP: i64 = 8;
const HEIGHT: i64 = 64;

/// So many names of rounds fit beside each other.
const NAMED: usize = 4;

const BELOW: &str = "M-7-5H7L0 8z";

pub fn draw(trend: &Trend) -> Markup {
    html! {
        div.chart.minis aria-hidden="true" {
            @for panel in &trend.panels {
                div.mini {
                    p.small { b { (panel.label) } }
                    p.mv { (panel.value) " " (standing(panel)) }
                    (picture(trend, panel))
                }
            }
        }
    }
}

fn standing(panel: &Panel) -> Markup {
    match panel.is_met {
        Some(true) => tag(Tone::Good, &panel.remark),
        Some(false) => html! { span.tag.warn { (Icon::Down) (panel.remark) } },
        None if panel.remark.is_empty() => html! {},
        None => tag(Tone::Plain, &panel.remark),
    }
}

fn picture(trend: &Trend, panel: &Panel) -> Markup {
    let count = panel.points.len();
    let down = |score: &Score| down(score, trend.lowest);
    html! {
        svg height="96" {
            @for (from, to, target) in steps(&trend.targets) {
                @let y = down(&target);
                line.g-target.thin x1=(along(from * 2, count)) x2=(along(to * 2, count)) y1=(y) y2=(y) {}
            }
            @for (at, pair) in panel.points.windows(2).enumerate() {
                @if let [Figure::Exact(one), Figure::Exact(next)] = pair {
                    line.g-line x1=(middle(at, count)) x2=(middle(at + 1, count)) y1=(down(one)) y2=(down(next)) {}
                }
            }
            @for (at, point) in panel.points.iter().enumerate() {
                @let x = middle(at, count);
                @let is_last = at + 1 == count;
                @match (point.exact(), point.bounds()) {
                    (Some(score), _) => (dot(&x, &down(score), panel.is_met.filter(|_| is_last), if is_last { 6 } else { 4 }, BELOW)),
                    (None, Some((least, most))) => line.g-link x1=(x) x2=(x) y1=(down(least)) y2=(down(most)) {},
                    (None, None) => {},
                }
            }
            @for (at, round) in trend.rounds.iter().enumerate() {
                @if count <= NAMED || at == 0 || at + 1 == count {
                    text.t2 x=(middle(at, count)) y="93" text-anchor="middle" { (round) }
                }
            }
        }
    }
}

/// From which round to before which the target stays the same.
fn steps(targets: &[Option<Score>]) -> Vec<(usize, usize, Score)> {
    let mut steps: Vec<(usize, usize, Score)> = Vec::new();
    for (at, target) in targets.iter().enumerate() {
        let Some(target) = target else { continue };
        match steps.last_mut() {
            Some((_, to, same)) if *to == at && same == target => *to = at + 1,
            _ => steps.push((at, at + 1, target.clone())),
        }
    }
    steps
}

fn middle(at: usize, count: usize) -> String {
    along(at * 2 + 1, count)
}

/// In half rounds.
fn along(halves: usize, count: usize) -> String {
    let whole = |number: usize| i64::try_from(number).unwrap_or_default();
    percent(&Score::new(Fraction::new((whole(halves) * 50).into(), whole(count.max(1)).into())))
}

/// In pixels from the top.
fn down(score: &Score, lowest: i64) -> String {
    let height = score.along(lowest, super::super::axis::HIGHEST).times(&Fraction::new(HEIGHT.into(), 100.into()));
    Score::whole(TOP + HEIGHT).minus(&height).shown(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_stand_in_the_middle_of_their_share_and_scores_at_their_height() {
        assert_eq!([0, 1, 2, 3].map(|at| middle(at, 4)), ["12.50%", "37.50%", "62.50%", "87.50%"]);
        assert_eq!([80, 90, 100].map(|score| down(&Score::whole(score), 80)), ["72.0", "40.0", "8.0"]);
        assert_eq!(down(&Score::from_hundredths(9_250), 80), "32.0");
    }

    #[test]
    fn a_target_is_a_step_where_it_changes_and_a_gap_where_there_is_none() {
        let target = |score: i64| Some(Score::whole(score));
        let steps = steps(&[target(85), target(85), target(92), None, target(92)]);
        let steps: Vec<_> = steps.into_iter().map(|(from, to, score)| (from, to, score.shown(0))).collect();
        assert_eq!(steps, [(0, 2, "85".to_owned()), (2, 3, "92".to_owned()), (4, 5, "92".to_owned())]);
    }

    #[test]
    fn no_line_leads_over_a_round_without_a_figure() {
        let exact = |score: i64| Figure::Exact(Score::whole(score));
        let panel = Panel {
            label: String::new(),
            points: vec![exact(85), Figure::TooFew, exact(90), exact(95)],
            value: String::new(),
            is_met: Some(false),
            remark: String::new(),
        };
        let trend = Trend {
            heading: String::new(),
            caption: String::new(),
            lowest: 80,
            rounds: ["1/68", "2/68", "1/69", "2/69"].map(str::to_owned).to_vec(),
            panels: Vec::new(),
            targets: vec![None; 4],
        };
        let drawn = picture(&trend, &panel).into_string();
        assert_eq!(drawn.matches("g-line").count(), 1);
        assert!(drawn.contains(r#"x1="62.50%" x2="87.50%" y1="40.0" y2="24.0""#), "{drawn}");
        assert_eq!((drawn.matches("<circle").count(), drawn.matches("g-new low").count()), (2, 1));
    }
}
