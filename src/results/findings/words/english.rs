//! Findings in English.

use super::{Change, Finding, Gap, Names, Standing, names::shown};
use crate::{
    instruments::Code,
    language::fill,
    results::{Target, figures::Share},
};

pub fn sentence(finding: &Finding, names: &Names) -> String {
    match finding {
        Finding::NoAnswers { k } => {
            fill("There is no score: nobody answered, or fewer than {} did, too few to show without revealing people", &[k])
        }
        Finding::TooFew { k } => fill("Too few answers to show without revealing people (at least {} needed)", &[k]),
        Finding::Overall { figure, target } => overall(figure, target.as_ref()),
        Finding::Reached { target, met, of, furthest } => reached(names, target, (*met, *of), furthest),
        Finding::Extremes { highest, lowest } => extremes(names, highest, lowest),
        Finding::UnderFloor { floor, parts } => {
            fill("Indicators below {}: {}", &[&floor.shown(2), &names.parts_with_figures(parts)])
        }
        Finding::LowestItem { items, subs } => lowest_item(names, items, subs),
        Finding::ItemsUnder { target, items } => {
            let head = fill("{} below the {}, the furthest first: ", &[&counted_items(items.len()), &wanted(target)]);
            head + &names.items_with_gaps(items)
        }
        Finding::Changed { since, overall, parts } => changed(names, since, overall, parts),
        Finding::AskedOtherwise { since, scale, wording, is_another_set } => {
            asked_otherwise(names, since, scale, wording, *is_another_set)
        }
        Finding::SmallChange { since, weight, overall, parts } => {
            let what = what_changed(names, *overall, parts);
            let sentence = "Since round {} the change of {} is smaller than the weight of one person ({}): one person alone could \
                have made it, so do not conclude anything from it yet";
            fill(sentence, &[since, &what, &weight.shown(2)])
        }
        Finding::WeightOfOne { weight } => fill("One person can move an item by at most {}", &[&weight.shown(2)]),
        Finding::Split { item, sub, worst, best, answers, score, turned } => {
            let head = "{} has {} and its answers split to both ends: {} of {} people are at the end that scores highest, {} at the \
                end that scores lowest. ";
            let tail = "Find out before concluding: some may have seen it happen, some may have read it backwards. Scores are not \
                adjusted (with these {} answers turned around it would be {})";
            let name = capital(&names.question(item, sub.as_ref()));
            fill(head, &[&name, &score.shown(2), best, answers, worst]) + &fill(tail, &[worst, &turned.shown(2)])
        }
        Finding::Contrary { item, sub, share, k, turned } => {
            let did =
                " chose the end of {} that scores lowest, and the end that scores highest of everything else in that indicator";
            let sentence = format!("{}{}", how_many(*share, *k), fill(did, &[&names.question(item, sub.as_ref())]));
            match turned {
                Some((from, to)) => {
                    let tail = ". With these answers turned around the score would be {} instead of {}. Scores are not adjusted";
                    sentence + &fill(tail, &[&to.shown(2), &from.shown(2)])
                }
                None => sentence,
            }
        }
        Finding::Straight { share, of, k } => {
            let sentence =
                "Of {} who rated enough to tell: {} chose the same place every time, though the questions run both ways";
            fill(sentence, &[of, &how_many(*share, *k).to_lowercase()])
        }
        Finding::Participation { counted, roll, wanted } => participation(*counted, *roll, *wanted),
        Finding::GroupsTakingPart { groups, hidden } => {
            let each = groups.iter().map(|(strata, counted)| format!("{} {counted}", names.group(strata)));
            let head = fill("Answers by group: {}", &[&names.list(&each.collect::<Vec<_>>())]);
            let tail = fill(" ({} more not shown)", &[hidden]);
            if *hidden > 0 { head + &tail } else { head }
        }
    }
}

/// `target of 92.50`
pub fn wanted(target: &Target) -> String {
    let figure = target.score.shown(2);
    if target.is_to_be_passed { fill("target of more than {}", &[&figure]) } else { fill("target of {}", &[&figure]) }
}

fn overall(figure: &crate::results::figure::Figure, target: Option<&Target>) -> String {
    let head = fill("Overall score {}", &[&shown(figure)]);
    let Some(target) = target else { return head };
    let wanted = wanted(target);
    let tail = match (target.is_met_by(figure), figure.bounds()) {
        (Some(true), _) => fill(", which meets the {}", &[&wanted]),
        (Some(false), Some((_, most))) => fill(", {} below the {}", &[&target.score.apart_from(most).shown(2), &wanted]),
        _ => fill(", shown as a range, so whether it meets the {} cannot be told", &[&wanted]),
    };
    head + &tail
}

fn reached(names: &Names, target: &Target, (met, of): (usize, usize), furthest: &[Gap]) -> String {
    let wanted = wanted(target);
    let head = match met {
        0 => fill("No indicator meets the {} yet", &[&wanted]),
        met if met == of => return fill("All {} indicators meet the {}", &[&of, &wanted]),
        met => fill("{} of {} indicators meet the {}", &[&met, &of, &wanted]),
    };
    match furthest {
        [] => head,
        [one, ..] => {
            let far = names.parts(furthest.iter().map(|gap| &gap.code));
            head + &fill("; furthest below it: {}, by {}", &[&far, &names.gap(one)])
        }
    }
}

fn extremes(names: &Names, highest: &[Standing], lowest: &[Standing]) -> String {
    let one = |rows: &[Standing]| {
        (names.parts(rows.iter().map(|row| &row.code)), rows.first().map_or_else(String::new, |row| shown(&row.figure)))
    };
    let ((high, top), (low, bottom)) = (one(highest), one(lowest));
    match (highest, lowest) {
        ([_, ..], [_, ..]) if highest == lowest => fill("All indicators shown have the same score, {}", &[&top]),
        ([_, ..], [_, ..]) => fill("Highest indicator: {} {}; lowest: {} {}", &[&high, &top, &low, &bottom]),
        ([_, ..], []) => fill("Highest indicator: {} {}", &[&high, &top]),
        _ => fill("Lowest indicator: {} {}", &[&low, &bottom]),
    }
}

fn lowest_item(names: &Names, items: &[Standing], subs: &[Standing]) -> String {
    let figure = items.first().map_or_else(String::new, |item| shown(&item.figure));
    let [item] = items else {
        let codes: Vec<Code> = items.iter().map(|item| item.code.clone()).collect();
        return fill("{} share the lowest score, {}: {}", &[&counted_items(items.len()), &figure, &names.numbers(&codes)]);
    };
    let head = fill("Lowest: {} with {}", &[&names.item(&item.code), &figure]);
    if subs.is_empty() {
        return head;
    }
    let each: Vec<String> =
        subs.iter().map(|sub| format!("{} {}", names.sub(&item.code, &sub.code), shown(&sub.figure))).collect();
    head + &fill(", in its parts: {}", &[&names.list(&each)])
}

fn changed(names: &Names, since: &str, overall: &Change, parts: &[(Code, Change)]) -> String {
    let (from, to, by) = (overall.from.shown(2), overall.to.shown(2), overall.by().shown_signed(2));
    let head = fill("Since round {} the overall score went from {} to {} ({})", &[&since, &from, &to, &by]);
    if parts.is_empty() {
        return head;
    }
    let each: Vec<String> =
        parts.iter().map(|(code, change)| format!("{} {}", names.part(code), change.by().shown_signed(2))).collect();
    head + &fill("; by indicator: {}", &[&names.list(&each)])
}

fn asked_otherwise(names: &Names, since: &str, scale: &[Code], wording: &[Code], is_another_set: bool) -> String {
    let mut why = Vec::new();
    if !scale.is_empty() {
        why.push(fill("the scale or direction of {} changed", &[&names.numbers(scale)]));
    }
    if !wording.is_empty() {
        why.push(fill("the wording of {} changed", &[&names.numbers(wording)]));
    }
    if is_another_set {
        why.push("not the same questions were asked".to_owned());
    }
    fill("Take care when comparing with round {}: {}", &[&since, &names.list(&why)])
}

fn what_changed(names: &Names, overall: bool, parts: &[Code]) -> String {
    let mut what = Vec::new();
    if overall {
        what.push("the overall score".to_owned());
    }
    what.extend(parts.iter().map(|part| names.part(part)));
    names.list(&what)
}

fn how_many(share: Share, k: u32) -> String {
    match share {
        Share::Few => fill("Nobody or fewer than {} people", &[&k]),
        Share::Some(people) => fill("{} people", &[&people]),
        Share::NearlyAll => fill("Everybody or all but fewer than {}", &[&k]),
    }
}

fn participation(counted: u32, roll: Option<u32>, wanted: Option<u32>) -> String {
    let head = match roll {
        Some(roll) => fill("{} of {} people answered", &[&counted, &roll]),
        None => fill("{} people answered", &[&counted]),
    };
    let tail = match wanted {
        Some(wanted) if counted >= wanted => fill(", which reaches the least sample of {}", &[&wanted]),
        Some(wanted) => fill(", {} short of the least sample of {}", &[&(wanted - counted), &wanted]),
        None => String::new(),
    };
    head + &tail
}

fn counted_items(count: usize) -> String {
    let word = if count == 1 { "question" } else { "questions" };
    format!("{count} {word}")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
