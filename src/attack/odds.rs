//! How many right guesses are luck: two orders of the same people are laid side by side, group by group.
//!
//! Where one says nothing of the other, each group has one right guess on the average, however large it is,
//! and `m` or more in all the groups together with a probability of at most λ^m / m!, where λ is the number
//! of groups (by the factorial moments of the fixed points of a random order). An attack lays many orders
//! side by side and shows its best: what it finds is above guessing if luck would do as well in fewer
//! than one of ten thousand audits, all its tries together. The same holds for orders that agree in part:
//! their rank correlation is held against the normal distribution.

use std::{collections::BTreeMap, fmt::Write as _};

use super::report::{Verdict, Witness};

/// An audit that finds a leak where there is none: so seldom.
const BY_LUCK: f64 = 1e-4;

/// People in the order in which something of theirs stands somewhere.
pub struct List {
    pub name: String,
    pub whose: Vec<usize>,
}

/// Everything that one attack tried.
#[derive(Default)]
pub struct Tries {
    tries: Vec<Try>,
}

struct Try {
    what: String,
    right: usize,
    /// As many as luck finds on the average.
    by_luck: f64,
    /// How far the orders agree, in standard deviations.
    agreement: f64,
}

impl Tries {
    /// Lays two orders side by side, forwards and backwards. `group`: what is known of somebody anyway.
    pub fn orders(&mut self, one: &List, other: &List, group: &dyn Fn(usize) -> usize) {
        let others: BTreeMap<usize, usize> = other.whose.iter().enumerate().map(|(place, whose)| (*whose, place)).collect();
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for whose in &one.whose {
            if let Some(place) = others.get(whose) {
                groups.entry(group(*whose)).or_default().push(*place);
            }
        }
        groups.retain(|_, places| places.len() > 1);
        if groups.is_empty() {
            return;
        }
        let (mut right, mut back, mut agreement) = (0, 0, 0.0);
        for places in groups.values() {
            let mut sorted = places.clone();
            sorted.sort_unstable();
            right += places.iter().zip(&sorted).filter(|(one, other)| one == other).count();
            back += places.iter().zip(sorted.iter().rev()).filter(|(one, other)| one == other).count();
            agreement += agreement_of(places, &sorted);
        }
        let by_luck = count(groups.len());
        let agreement = agreement / by_luck.sqrt();
        let what = format!("{} beside {}", one.name, other.name);
        self.tries.push(Try { what: what.clone(), right, by_luck, agreement });
        self.tries.push(Try { what: format!("{what}, backwards"), right: back, by_luck, agreement: -agreement });
    }

    /// Guesses made in another way.
    pub fn guesses(&mut self, what: String, right: usize, by_luck: f64) {
        self.tries.push(Try { what, right, by_luck, agreement: 0.0 });
    }

    /// `of`: how many answers could have been attributed. `more`: what needs no guessing.
    pub fn verdict(self, attack: &'static str, promise: &'static str, of: usize, more: Vec<Witness>) -> Verdict {
        let each = BY_LUCK / count(self.tries.len().max(1));
        let found = self.tries.iter().map(|one| one.right).max().unwrap_or_default();
        let guessing = self.tries.iter().map(|one| most_by_luck(one.by_luck, each)).max().unwrap_or_default();
        // Two tails of the normal distribution.
        let agreement = (2.0 * (2.0 / each).ln()).sqrt();
        let tells = |one: &&Try| one.right > most_by_luck(one.by_luck, each) || one.agreement > agreement;
        let mut witnesses = more;
        for one in self.tries.iter().filter(tells) {
            let mut what = format!("{} of {of} answers attributed", one.right);
            if one.agreement > agreement {
                let _written = write!(what, ", and an order that is kept");
            }
            witnesses.push(Witness::new(what, &one.what));
        }
        let tried = if self.tries.is_empty() { 0 } else { of };
        let verdict = Verdict::new(attack, promise, tried, witnesses);
        Verdict { found, guessing, ..verdict }
    }
}

/// More than this by luck alone, less often than `each`.
fn most_by_luck(by_luck: f64, each: f64) -> usize {
    let (mut most, mut probability) = (0, 1.0);
    while probability >= each && most < 10_000 {
        most += 1;
        probability *= by_luck / count(most);
    }
    most.saturating_sub(1).max(1)
}

/// Spearman's rank correlation, times the root of what its variance is the inverse of.
fn agreement_of(places: &[usize], sorted: &[usize]) -> f64 {
    let size = count(places.len());
    let rank = |place: &usize| sorted.binary_search(place).map_or(0.0, count);
    let squares: f64 = places.iter().enumerate().map(|(nth, place)| (count(nth) - rank(place)).powi(2)).sum();
    let correlation = 1.0 - 6.0 * squares / (size * (size * size - 1.0));
    correlation * (size - 1.0).sqrt()
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dice::Dice;

    fn list(whose: Vec<usize>) -> List {
        List { name: "a list".to_owned(), whose }
    }

    fn verdict(one: Vec<usize>, other: Vec<usize>) -> Verdict {
        let mut tries = Tries::default();
        tries.orders(&list(one), &list(other), &|whose| whose % 4);
        tries.verdict("a", "b", 48, Vec::new())
    }

    #[test]
    fn an_order_that_is_kept_is_found_forwards_backwards_and_in_part() {
        let people: Vec<usize> = (0..48).collect();
        let forwards = verdict(people.clone(), people.clone());
        assert_eq!((forwards.holds, forwards.found), (false, 48));
        assert!(!verdict(people.clone(), people.iter().rev().copied().collect()).holds);
        // Shuffled within every dozen only: nobody is at their place, and the order is there.
        let mut partly = people.clone();
        for dozen in partly.chunks_mut(12) {
            dozen.rotate_left(5);
        }
        assert!(!verdict(people, partly).holds);
    }

    #[test]
    fn an_order_that_says_nothing_is_no_finding_however_often_it_is_tried() {
        let dice = &mut Dice::loaded(1);
        let people: Vec<usize> = (0..200).collect();
        let mut tries = Tries::default();
        for _ in 0..2_000 {
            let mut shuffled = people.clone();
            dice.shuffle(&mut shuffled);
            tries.orders(&list(people.clone()), &list(shuffled), &|whose| whose % 5);
        }
        let verdict = tries.verdict("a", "b", 200, Vec::new());
        assert!(verdict.holds, "{verdict:?}");
        assert!(verdict.found > 10 && verdict.found <= verdict.guessing, "{verdict:?}");
    }

    #[test]
    fn nothing_to_compare_proves_nothing() {
        assert!(!Tries::default().verdict("a", "b", 10, Vec::new()).holds);
    }
}
