//! What changed since the last round, and when that should not be read as a change.

use super::{Change, Finding};
use crate::{
    instruments::{Code, Difference, Instrument, compare},
    results::{
        Round,
        figure::{Figure, Score},
        round_before,
    },
};

pub fn since_last(round: &Round, earlier: &[Round]) -> Vec<Finding> {
    let Some(last) = round_before(round, earlier) else { return Vec::new() };
    let (now, then) = (&round.released, &last.released);
    let Some(overall) = change(&then.figures.overall, &now.figures.overall) else { return Vec::new() };
    let of_part = |part: &crate::results::figures::PartFigures| {
        Some((part.code.clone(), change(&then.figures.part(&part.code)?.figure, &part.figure)?))
    };
    let parts: Vec<(Code, Change)> = now.figures.parts.iter().filter_map(of_part).collect();
    let since = last.occasion.place();
    let mut found = vec![Finding::Changed { since: since.clone(), overall: overall.clone(), parts: parts.clone() }];
    found.extend(asked_otherwise(&since, &then.paper.instrument, &now.paper.instrument));
    let weight = now.figures.weight_of_one().into_iter().chain(then.figures.weight_of_one()).max();
    found.extend(weight.and_then(|weight| small(&since, &weight, &overall, &parts)));
    found
}

fn change(from: &Figure, to: &Figure) -> Option<Change> {
    Some(Change { from: from.exact()?.clone(), to: to.exact()?.clone() })
}

fn asked_otherwise(since: &str, then: &Instrument, now: &Instrument) -> Option<Finding> {
    let (mut scale, mut wording, mut is_another_set) = (Vec::new(), Vec::new(), false);
    for change in compare(then, now) {
        let is_rated = [then, now].iter().any(|it| it.item(&change.item).is_some_and(|item| item.rated().is_some()));
        if !is_rated {
            continue;
        }
        let place = match change.what {
            Difference::Kind | Difference::Scale | Difference::Labels | Difference::Polarity => &mut scale,
            Difference::Wording(_) => &mut wording,
            Difference::Added | Difference::Removed | Difference::Moved | Difference::Condition | Difference::Choices => {
                is_another_set = true;
                continue;
            }
        };
        if !place.contains(&change.item) {
            place.push(change.item);
        }
    }
    let is_any = is_another_set || !scale.is_empty() || !wording.is_empty();
    is_any.then(|| Finding::AskedOtherwise { since: since.to_owned(), scale, wording, is_another_set })
}

fn small(since: &str, weight: &Score, overall: &Change, parts: &[(Code, Change)]) -> Option<Finding> {
    // As both are shown: else 2.17 would be said to be less than 2.17.
    let is_small = |change: &Change| (1..weight.hundredths()).contains(&change.by().hundredths().abs());
    let parts: Vec<Code> = parts.iter().filter(|(_, change)| is_small(change)).map(|(code, _)| code.clone()).collect();
    let overall = is_small(overall);
    let is_any = overall || !parts.is_empty();
    is_any.then(|| Finding::SmallChange { since: since.to_owned(), weight: weight.clone(), overall, parts })
}
