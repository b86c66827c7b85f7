//! Ways in which a reported figure often comes to differ from its parts: each tried, and told if it gives
//! exactly what was reported. More than one may.

use super::{Check, Reported, Rule};
use crate::{instruments::Fraction, results::figure::Score};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Explanation {
    /// The mean without these lines, counted from 0.
    LeftOut(Vec<usize>),
    /// Cut off instead of rounded half up.
    CutOff,
    /// The lines were rounded to whole numbers, or to fewer decimals, first.
    RoundedFirst { decimals: u8 },
    /// A mean in which every line counts the same.
    Unweighted,
    /// With the weights of the lines in another order.
    WeightsSwapped(Vec<i64>),
    /// Two digits next to each other changed places, in the result.
    DigitsOfResult,
    /// The same in a line, which would have been this figure.
    DigitsOfLine { at: usize, meant: Score },
}

pub fn explain(check: &Check, reported: &Reported, exact: &Score) -> Vec<Explanation> {
    let scores: Vec<&Score> = check.lines.iter().map(|line| &line.score).collect();
    let mut found: Vec<Explanation> = Vec::new();
    let is_mean = check.rule == Rule::Mean;
    if is_mean {
        found.extend(without(&scores, reported, 1));
    }
    if cut_off(exact, reported.decimals) == reported.score.rounded(reported.decimals) {
        found.push(Explanation::CutOff);
    }
    found.extend(rounded_first(&check.rule, &scores, reported));
    if let Rule::Weighted(weights) = &check.rule {
        if Score::mean(scores.iter().copied()).is_some_and(|mean| reported.is(&mean)) {
            found.push(Explanation::Unweighted);
        }
        found.extend(swapped(&scores, weights, reported));
    }
    if transpositions(&exact.shown(reported.decimals)).contains(&reported.shown()) {
        found.push(Explanation::DigitsOfResult);
    }
    found.extend(digits_of_lines(&check.rule, &scores, reported));
    // Many pairs can be left out, so one of them may fit by chance: told only where nothing else fits.
    if is_mean && found.is_empty() {
        found.extend(without(&scores, reported, 2));
    }
    found
}

fn without(scores: &[&Score], reported: &Reported, how_many: usize) -> Vec<Explanation> {
    let all = 0..scores.len();
    let sets: Vec<Vec<usize>> = match how_many {
        1 => all.map(|at| vec![at]).collect(),
        _ => all.flat_map(|one| (one + 1..scores.len()).map(move |other| vec![one, other])).collect(),
    };
    if scores.len() < how_many + 2 {
        return Vec::new();
    }
    let gives_it = |left_out: &Vec<usize>| {
        let rest = scores.iter().enumerate().filter(|(at, _)| !left_out.contains(at)).map(|(_, score)| *score);
        Score::mean(rest).is_some_and(|mean| reported.is(&mean))
    };
    sets.into_iter().filter(gives_it).map(Explanation::LeftOut).collect()
}

/// In units of the last digit.
fn cut_off(exact: &Score, decimals: u8) -> i64 {
    let rounded = exact.rounded(decimals);
    let is_rounded_up = Score::new(Fraction::new(rounded.into(), 10_i64.pow(u32::from(decimals)).into())) > *exact;
    if is_rounded_up { rounded - 1 } else { rounded }
}

fn rounded_first(rule: &Rule, scores: &[&Score], reported: &Reported) -> Option<Explanation> {
    let gives_it = |decimals: &u8| {
        let unit = 10_i64.pow(u32::from(*decimals));
        let rounded: Vec<Score> =
            scores.iter().map(|score| Score::new(Fraction::new(score.rounded(*decimals).into(), unit.into()))).collect();
        let is_other = rounded.iter().zip(scores).any(|(rounded, score)| rounded != *score);
        is_other && rule.of(&rounded.iter().collect::<Vec<_>>()).is_some_and(|it| reported.is(&it))
    };
    [2, 1, 0].into_iter().find(gives_it).map(|decimals| Explanation::RoundedFirst { decimals })
}

fn swapped(scores: &[&Score], weights: &[i64], reported: &Reported) -> Option<Explanation> {
    let others = (0..weights.len()).flat_map(|one| (one + 1..weights.len()).map(move |other| (one, other)));
    let orders = others.map(|(one, other)| {
        let mut order = weights.to_vec();
        order.swap(one, other);
        order
    });
    let gives_it =
        |order: &Vec<i64>| order != weights && Rule::Weighted(order.clone()).of(scores).is_some_and(|it| reported.is(&it));
    orders.into_iter().find(gives_it).map(Explanation::WeightsSwapped)
}

fn digits_of_lines(rule: &Rule, scores: &[&Score], reported: &Reported) -> Option<Explanation> {
    let hundred = Score::whole(100);
    (0..scores.len()).find_map(|at| {
        let written = scores.get(at)?.shown(2);
        let meant = transpositions(&written).into_iter().filter_map(|text| text.parse().ok()).map(super::lines::score);
        let gives_it = |meant: &Score| {
            let mut others = scores.to_vec();
            if let Some(place) = others.get_mut(at) {
                *place = meant;
            }
            *meant <= hundred && rule.of(&others).is_some_and(|it| reported.is(&it))
        };
        meant.into_iter().find(gives_it).map(|meant| Explanation::DigitsOfLine { at, meant })
    })
}

/// Every way to write it with two neighbouring digits changed.
fn transpositions(written: &str) -> Vec<String> {
    let letters: Vec<char> = written.chars().collect();
    let digits: Vec<usize> = letters.iter().enumerate().filter(|(_, it)| it.is_ascii_digit()).map(|(at, _)| at).collect();
    let swap = |two: &[usize]| {
        let [one, other] = two else { return None };
        let mut letters = letters.clone();
        letters.swap(*one, *other);
        let text: String = letters.into_iter().collect();
        (text != written).then_some(text)
    };
    digits.windows(2).filter_map(swap).collect()
}
