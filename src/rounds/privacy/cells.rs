//! People counted by what they would answer: each cell is one stratum and one answer to every fact.
//!
//! Knows numbers only: no person, no unit, no word. A cell without people is not there.

use std::collections::HashMap;

/// The stratum, then the answer to each fact.
pub type Cell = Vec<u16>;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells(pub(super) HashMap<Cell, u32>);

impl Cells {
    pub fn put(&mut self, cell: Cell, people: u32) {
        *self.0.entry(cell).or_default() += people;
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Cell, u32)> {
        self.0.iter().map(|(cell, people)| (cell, *people))
    }

    /// Those with fewer people than that, in order.
    pub fn below(&self, least: u64) -> Vec<(&Cell, u32)> {
        let mut small: Vec<_> = self.iter().filter(|(_, people)| u64::from(*people) < least).collect();
        small.sort_unstable();
        small
    }

    /// How many people are in cells with fewer than that.
    pub fn singled_out(&self, least: u64) -> u32 {
        self.iter().filter(|(_, people)| u64::from(*people) < least).map(|(_, people)| people).sum()
    }

    /// The same people when other answers count, or none: `answer` says which, for the fact at a
    /// place and the answer given there.
    #[must_use]
    pub fn answered(&self, answer: impl Fn(usize, u16) -> u16) -> Self {
        let mut cells = Self::default();
        for (cell, people) in self.iter() {
            let mut cell = cell.clone();
            for (fact, given) in cell.iter_mut().skip(1).enumerate() {
                *given = answer(fact, *given);
            }
            cells.put(cell, people);
        }
        cells
    }

    /// The same people when one fact is not asked.
    #[must_use]
    pub fn without(&self, left_out: usize) -> Self {
        self.answered(|fact, given| if fact == left_out { 0 } else { given })
    }
}

#[cfg(test)]
pub mod invented {
    //! People made up at random.

    use proptest::prelude::*;

    use super::{Cell, Cells};

    /// So many facts with so many answers each, and people in some of three strata.
    pub fn people() -> impl Strategy<Value = (Vec<u16>, Vec<Cell>)> {
        prop::collection::vec(1_u16..6, 0..4).prop_flat_map(|ways| {
            let answers: Vec<_> = ways.iter().map(|ways| 0..*ways).collect();
            let person = (0_u16..3, answers).prop_map(|(stratum, answers)| [vec![stratum], answers].concat());
            (Just(ways), prop::collection::vec(person, 0..120))
        })
    }

    pub fn counted(people: &[Cell]) -> Cells {
        let mut cells = Cells::default();
        for person in people {
            cells.put(person.clone(), 1);
        }
        cells
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{invented::*, *};

    proptest! {
        #[test]
        fn whoever_answers_like_fewer_than_k_is_found_and_nobody_else((ways, people) in people(), k in 1_u64..8) {
            let cells = counted(&people);
            // One person after the other, against everybody.
            let alike = |one: &Cell, left_out: usize| {
                let same = |other: &&Cell| (0..one.len()).all(|at| at == left_out + 1 || one[at] == other[at]);
                people.iter().filter(same).count() as u64
            };
            let singled = people.iter().filter(|one| alike(one, usize::MAX - 1) < k).count();
            prop_assert_eq!(cells.singled_out(k) as usize, singled);
            prop_assert_eq!(cells.below(k).iter().map(|(_, people)| *people as usize).sum::<usize>(), singled);
            for left_out in 0..ways.len() {
                let singled = people.iter().filter(|one| alike(one, left_out) < k).count();
                prop_assert_eq!(cells.without(left_out).singled_out(k) as usize, singled);
            }
        }
    }
}
