//! What the check comes to: how many would be singled out, by which question, and what cures it.
//!
//! A fact that the roster does not know is spread as evenly as can be: where even that leaves
//! somebody among fewer than k, it is refused; otherwise it may still go wrong, and that is said.

use std::collections::{HashMap, HashSet};

use super::{
    asked::{Asked, Fact},
    cells::{Cell, Cells},
    cure::{Shape, cure},
};

/// Whom it was counted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    Roll,
    /// Everyone the rule lets in by today's roster, while the roll is not drawn up.
    Outlook,
    /// Anybody may come in: there is nobody to count.
    OpenLink,
}

/// A stratum, and how many of its people would be singled out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub name: String,
    pub size: u32,
    pub singled_out: u32,
}

/// A combination that fewer than k people would answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Singled {
    /// Which of the groups.
    pub group: usize,
    /// Which question, and which of its choices; `None`: none of them fits.
    pub answers: Vec<(usize, Option<usize>)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cure {
    /// One choice instead of these; `with_others`: and for those whom no choice fits.
    Merge {
        asked: usize,
        choices: Vec<usize>,
        with_others: bool,
    },
    /// At most so many choices.
    AtMost {
        asked: usize,
        choices: u64,
    },
    LeaveOut {
        asked: usize,
    },
}

/// Who among those asked fits the choices of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    pub asked: usize,
    /// Choices that nobody fits.
    pub empty: Vec<usize>,
    /// How many people no choice fits.
    pub others: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    pub k: u32,
    pub basis: Basis,
    pub asked: Vec<Asked>,
    pub groups: Vec<Group>,
    /// How many people would be singled out, in how many combinations.
    pub people: u32,
    pub cells: u32,
    /// Some of the combinations.
    pub singled: Vec<Singled>,
    /// The question without which the fewest would be.
    pub because_of: Option<usize>,
    pub cures: Vec<Cure>,
    pub fits: Vec<Fit>,
}

impl Findings {
    /// Combinations that are named; the others are counted.
    pub const NAMED: usize = 20;

    pub const fn is_refused(&self) -> bool {
        self.people > 0
    }

    /// Facts that nobody can count beforehand.
    pub fn asks_unknown(&self) -> bool {
        self.asked.iter().any(|asked| !asked.fact.is_known())
    }
}

/// `cells` holds one answer for every fact that the roster knows, in the order of `asked`, the last
/// way being that no choice fits.
pub fn judge(asked: Vec<Asked>, cells: &Cells, groups: Vec<(String, u32)>, k: u32, basis: Basis) -> Findings {
    let known: Vec<usize> = places(&asked, Fact::is_known);
    let cells = if asked.is_empty() { &Cells::default() } else { cells };
    let least = least(&asked, k, None);
    let small = small(&asked, &known, cells, least);
    let groups = groups.into_iter().enumerate().map(|(at, (name, size))| {
        let here = small.iter().filter(|(cell, _)| cell.first().is_some_and(|stratum| usize::from(*stratum) == at));
        Group { name, size, singled_out: here.map(|(_, people)| people).sum() }
    });
    let choice = |at: usize, given: u16| {
        let choices = asked.get(at).map_or(0, |asked| asked.choices.len());
        Some(usize::from(given)).filter(|choice| *choice < choices)
    };
    let singled = small.iter().take(Findings::NAMED).map(|(cell, _)| Singled {
        group: cell.first().map_or(0, |stratum| usize::from(*stratum)),
        answers: known.iter().zip(cell.iter().skip(1)).map(|(at, given)| (*at, choice(*at, *given))).collect(),
    });
    let people = small.iter().map(|(_, people)| people).sum();
    Findings {
        k,
        basis,
        groups: groups.collect(),
        people,
        cells: u32::try_from(small.len()).unwrap_or(u32::MAX),
        singled: singled.collect(),
        because_of: because_of(&asked, &known, cells, k, people),
        cures: if people == 0 { Vec::new() } else { all_cures(&asked, &known, cells, k) },
        fits: fits(&asked, &known, cells),
        asked,
    }
}

fn places(asked: &[Asked], is_meant: fn(&Fact) -> bool) -> Vec<usize> {
    asked.iter().enumerate().filter(|(_, asked)| is_meant(&asked.fact)).map(|(at, _)| at).collect()
}

/// So many people each combination of known facts needs, with one question left out or none.
fn least(asked: &[Asked], k: u32, left_out: Option<usize>) -> u64 {
    let ways = asked.iter().enumerate().filter(|(at, _)| Some(*at) != left_out).map(|(_, asked)| ways(&asked.fact));
    ways.fold(k.into(), u64::saturating_mul)
}

/// In how many ways the unknown part of a fact can be answered.
fn ways(fact: &Fact) -> u64 {
    match fact {
        Fact::Unknown { ways } => ways.unwrap_or(u64::MAX).max(1),
        _ => 1,
    }
}

/// Cells with too few people, in order. Whoever fits no choice may take any of those that name
/// nothing the roster knows, so there must be enough of them for each.
fn small<'cells>(asked: &[Asked], known: &[usize], cells: &'cells Cells, least: u64) -> Vec<(&'cells Cell, u32)> {
    let spread = |cell: &Cell| {
        let facts = known.iter().zip(cell.iter().skip(1)).filter_map(|(at, given)| Some((asked.get(*at)?, usize::from(*given))));
        let unmatched = facts.filter(|(asked, given)| *given >= asked.choices.len()).map(|(asked, _)| asked.unmatched.max(1));
        unmatched.fold(1, u64::saturating_mul)
    };
    let mut small: Vec<_> =
        cells.iter().filter(|(cell, people)| u64::from(*people) < least.saturating_mul(spread(cell))).collect();
    small.sort_unstable();
    small
}

/// Putting choices together helps nobody whom no choice fits: then the question is left out.
fn all_cures(asked: &[Asked], known: &[usize], cells: &Cells, k: u32) -> Vec<Cure> {
    let found = cures(asked, known, cells, k);
    if !found.is_empty() {
        return found;
    }
    known
        .iter()
        .filter(|at| asked.get(**at).is_some_and(|asked| asked.unmatched > 0))
        .map(|at| Cure::LeaveOut { asked: *at })
        .collect()
}

fn because_of(asked: &[Asked], known: &[usize], cells: &Cells, k: u32, people: u32) -> Option<usize> {
    let left = |at: usize| {
        let least = least(asked, k, Some(at));
        match known.iter().position(|known| *known == at) {
            Some(fact) => cells.without(fact).singled_out(least),
            None => cells.singled_out(least),
        }
    };
    let best = (0..asked.len()).map(|at| (left(at), at)).min()?;
    (best.0 < people).then_some(best.1)
}

/// Of two ways the one that leaves out fewer questions: to keep some answers to what the roster does
/// not know, or to keep more of what it knows.
fn cures(asked: &[Asked], known: &[usize], cells: &Cells, k: u32) -> Vec<Cure> {
    let mut strata: HashMap<u16, u64> = HashMap::new();
    for (cell, people) in cells.iter() {
        *strata.entry(cell.first().copied().unwrap_or(0)).or_default() += u64::from(people);
    }
    let room = strata.values().min().copied().unwrap_or(0) / u64::from(k.max(1));
    let none = places(asked, |fact| !fact.is_known()).into_iter().map(|asked| Cure::LeaveOut { asked }).collect();
    let both = [fewer_ways(asked, room), (none, 1)].map(|(mut cures, unknown)| {
        cures.extend(merges(asked, known, cells, u64::from(k).saturating_mul(unknown)));
        cures
    });
    let left_out = |cures: &Vec<Cure>| cures.iter().filter(|cure| matches!(cure, Cure::LeaveOut { .. })).count();
    both.into_iter().min_by_key(left_out).unwrap_or_default()
}

/// Which choices go together so that every combination of known facts has so many people.
fn merges(asked: &[Asked], known: &[usize], cells: &Cells, least: u64) -> Vec<Cure> {
    let shapes: Vec<Shape> = known.iter().filter_map(|at| asked.get(*at)).map(shape).collect();
    let groups = cure(cells, &shapes, least).unwrap_or_default();
    let mut cures = Vec::new();
    for (fact, (at, groups)) in known.iter().zip(groups).enumerate() {
        let others = asked.get(*at).map_or(0, |asked| asked.choices.len());
        let taken: HashSet<u16> = cells.iter().filter_map(|(cell, _)| cell.get(fact + 1).copied()).collect();
        let taken = groups.iter().filter(|group| group.iter().any(|answer| taken.contains(answer))).count();
        if taken == 1 && groups.iter().any(|group| group.len() > 1) {
            cures.push(Cure::LeaveOut { asked: *at });
            continue;
        }
        for group in groups.into_iter().filter(|group| group.len() > 1) {
            let choices: Vec<usize> = group.iter().map(|choice| usize::from(*choice)).filter(|choice| *choice < others).collect();
            let with_others = choices.len() < group.len();
            cures.push(Cure::Merge { asked: *at, choices, with_others });
        }
    }
    cures
}

/// What to do with the facts that the roster does not know so that every stratum has room for them,
/// the one with the most answers first; and how many ways are left in all.
fn fewer_ways(asked: &[Asked], room: u64) -> (Vec<Cure>, u64) {
    let mut unknown: Vec<(u64, usize)> =
        asked.iter().enumerate().filter(|(_, asked)| !asked.fact.is_known()).map(|(at, asked)| (ways(&asked.fact), at)).collect();
    unknown.sort_unstable();
    let mut cures = Vec::new();
    while let Some((most, at)) = unknown.pop() {
        let others = unknown.iter().fold(1, |product: u64, (ways, _)| product.saturating_mul(*ways));
        if most.saturating_mul(others) <= room {
            return (cures, most.saturating_mul(others));
        }
        match room / others {
            choices @ 2.. => {
                cures.push(Cure::AtMost { asked: at, choices });
                return (cures, choices.saturating_mul(others));
            }
            _ => cures.push(Cure::LeaveOut { asked: at }),
        }
    }
    (cures, 1)
}

fn shape(asked: &Asked) -> Shape {
    let ways = u16::try_from(asked.choices.len()).unwrap_or(u16::MAX).saturating_add(1);
    Shape { ways, is_ordered: asked.fact.is_ordered() }
}

fn fits(asked: &[Asked], known: &[usize], cells: &Cells) -> Vec<Fit> {
    let fit = |(fact, at): (usize, &usize)| {
        let choices = asked.get(*at).map_or(0, |asked| asked.choices.len());
        let mut counted = vec![0_u32; choices + 1];
        for (cell, people) in cells.iter() {
            let given = cell.get(fact + 1).map_or(choices, |given| usize::from(*given));
            if let Some(count) = counted.get_mut(given.min(choices)) {
                *count += people;
            }
        }
        let others = counted.pop().unwrap_or(0);
        let empty = counted.iter().enumerate().filter(|(_, people)| **people == 0).map(|(choice, _)| choice).collect();
        Fit { asked: *at, empty, others }
    };
    known.iter().enumerate().map(fit).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{clock::Clock, instruments::Text, rounds::privacy::cells::invented};

    fn known(choices: usize) -> Asked {
        let choices = (0..choices).map(|at| Text::new(format!("ข้อ {at}"), "")).collect();
        Asked { number: 1, text: Text::default(), choices, fact: Fact::Category, unmatched: 0 }
    }

    fn unknown(ways: Option<u64>) -> Asked {
        Asked { number: 2, text: Text::default(), choices: Vec::new(), fact: Fact::Unknown { ways }, unmatched: 0 }
    }

    fn findings(asked: Vec<Asked>, cells: &[(&[u16], u32)]) -> Findings {
        let mut counted = Cells::default();
        for (cell, people) in cells {
            counted.put(cell.to_vec(), *people);
        }
        judge(asked, &counted, vec![("ก".to_owned(), 0), ("ข".to_owned(), 0)], 5, Basis::Roll)
    }

    #[test]
    fn it_says_whom_it_singles_out_by_which_question_and_what_to_do() {
        let cells: &[(&[u16], u32)] =
            &[(&[0, 0, 0], 8), (&[0, 1, 0], 3), (&[0, 2, 0], 6), (&[1, 0, 0], 7), (&[1, 1, 0], 5), (&[1, 2, 0], 5)];
        let found = findings(vec![known(2), known(1)], cells);
        assert_eq!((found.people, found.cells, found.is_refused()), (3, 1, true));
        assert_eq!(found.singled, [Singled { group: 0, answers: vec![(0, Some(1)), (1, Some(0))] }]);
        assert_eq!(found.because_of, Some(0));
        assert_eq!(found.groups.iter().map(|group| group.singled_out).collect::<Vec<_>>(), [3, 0]);
        assert_eq!(found.cures, [Cure::Merge { asked: 0, choices: vec![1], with_others: true }]);
        assert_eq!(found.fits[0], Fit { asked: 0, empty: vec![], others: 11 });
        assert_eq!(found.fits[1], Fit { asked: 1, empty: vec![], others: 0 });
    }

    #[test]
    fn what_the_roster_does_not_know_is_refused_where_even_the_most_even_spread_is_too_thin() {
        let ten: &[(&[u16], u32)] = &[(&[0], 10), (&[1], 14)];
        assert_eq!(findings(vec![unknown(Some(2))], ten).people, 0);
        assert!(findings(vec![unknown(Some(2))], ten).asks_unknown());
        let three = findings(vec![unknown(Some(3))], ten);
        assert_eq!((three.people, three.cures), (24, vec![Cure::AtMost { asked: 0, choices: 2 }]));
        let number = findings(vec![unknown(Some(2)), unknown(None)], ten);
        assert_eq!((number.people, number.because_of), (24, Some(1)));
        assert_eq!(number.cures, [Cure::LeaveOut { asked: 1 }]);
        let both = findings(vec![known(2), unknown(Some(2))], &[(&[0, 0], 10), (&[0, 1], 9)]);
        assert_eq!(both.people, 9, "nine in two halves are too few");
        assert_eq!(both.cures, [Cure::LeaveOut { asked: 0 }]);
    }

    #[test]
    fn of_two_ways_out_the_one_that_keeps_more_questions_is_proposed() {
        let cells: &[(&[u16], u32)] = &[(&[0, 0, 0], 6), (&[0, 1, 0], 6), (&[0, 0, 1], 5), (&[0, 1, 1], 5)];
        let found = findings(vec![known(2), known(2), unknown(Some(3))], cells);
        assert_eq!(found.cures, [Cure::LeaveOut { asked: 2 }], "rather than both of the others");
    }

    #[test]
    fn a_hundred_thousand_people_are_counted_and_cured_well_within_a_second() {
        let mut cells = Cells::default();
        for person in 0_u32..100_000 {
            let mixed = person.wrapping_mul(2_654_435_761);
            let part = |shift: u32, of: u32| u16::try_from((mixed >> shift) % of).unwrap();
            cells.put(vec![part(3, 40), part(7, 12), part(11, 250), part(13, 40)], 1);
        }
        let begun = Clock::System.now();
        let found = judge(vec![known(11), known(249), known(39)], &cells, Vec::new(), 5, Basis::Roll);
        assert!(found.people > 90_000 && !found.cures.is_empty(), "{}", found.people);
        let taken = Clock::System.now().since(begun);
        println!("{taken:?} for {} combinations", cells.iter().count());
        assert!(taken.as_secs() < 20, "even without optimisation: {taken:?}");
    }

    proptest! {
        #[test]
        fn without_facts_nothing_is_found((_, people) in invented::people(), k in 3_u32..9) {
            let found = judge(Vec::new(), &invented::counted(&people), Vec::new(), k, Basis::Roll);
            prop_assert!(!found.is_refused() && found.cures.is_empty() && found.singled.is_empty());
        }

        #[test]
        fn what_is_proposed_for_unknown_facts_leaves_room_in_every_stratum(
            ways in prop::collection::vec(prop::option::of(1_u64..9), 1..5),
            size in 5_u32..200,
        ) {
            let asked: Vec<_> = ways.iter().map(|ways| unknown(*ways)).collect();
            let mut cells = Cells::default();
            cells.put(vec![0], size);
            let found = judge(asked, &cells, Vec::new(), 5, Basis::Roll);
            let even = ways.iter().try_fold(1_u64, |product, ways| ways.map(|ways| product * ways));
            prop_assert_eq!(found.is_refused(), even.is_none_or(|even| u64::from(size) < 5 * even));
            let mut after = ways.clone();
            for cure in &found.cures {
                match cure {
                    Cure::AtMost { asked, choices } => after[*asked] = Some(*choices),
                    Cure::LeaveOut { asked } => after[*asked] = Some(1),
                    Cure::Merge { .. } => prop_assert!(false, "nothing to merge"),
                }
            }
            let combinations = after.iter().try_fold(1_u64, |product, ways| ways.map(|ways| product * ways));
            prop_assert!(combinations.is_some_and(|combinations| u64::from(size) >= 5 * combinations), "{:?}", found.cures);
        }
    }

    #[test]
    fn names_that_the_roster_does_not_know_hide_nobody() {
        let renamed = Asked { unmatched: 4, ..known(4) };
        let mut cells = Cells::default();
        cells.put(vec![0, 4], 14);
        let found = judge(vec![renamed], &cells, vec![("a".to_owned(), 14)], 5, Basis::Roll);
        assert!(found.is_refused());
        assert_eq!(found.cures, [Cure::LeaveOut { asked: 0 }]);
        let mut enough = Cells::default();
        enough.put(vec![0, 4], 20);
        let renamed = Asked { unmatched: 4, ..known(4) };
        assert!(!judge(vec![renamed], &enough, vec![("a".to_owned(), 20)], 5, Basis::Roll).is_refused());
    }
}
