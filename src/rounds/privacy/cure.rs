//! Which choices to put together so that nobody is singled out.
//!
//! Again and again the smallest choice that stands in a cell with too few people joins its smaller
//! neighbour, or, where choices have no order, the next smallest one. Whoever moves is always among
//! the fewer, so the work grows hardly faster than the number of people. A question whose choices
//! all end up together is better left out.

use std::collections::HashMap;

use super::cells::{Cell, Cells};

/// How one fact can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    pub ways: u16,
    pub is_ordered: bool,
}

/// For each fact, the answers that go together, in order; `None` where the strata themselves are
/// too small and no choice helps.
pub fn cure(cells: &Cells, shapes: &[Shape], least: u64) -> Option<Vec<Vec<Vec<u16>>>> {
    if cells.answered(|_, _| 0).singled_out(least) > 0 {
        return None;
    }
    let mut table = Table::new(cells, shapes, least);
    while let Some((fact, small)) = table.smallest_to_merge() {
        let Some(into) = table.partner(fact, small) else { break };
        table.merge(fact, small, into);
    }
    Some(table.facts.into_iter().map(|fact| fact.groups.into_iter().filter(|group| !group.is_empty()).collect()).collect())
}

/// The cells, and for each answer where it stands.
struct Table {
    least: u64,
    cells: HashMap<Cell, u32>,
    facts: Vec<Fact>,
}

struct Fact {
    is_ordered: bool,
    /// By the answer that gives the group its name; merged into another one, it is empty.
    groups: Vec<Vec<u16>>,
    people: Vec<u32>,
    /// In how many cells with too few people it stands.
    small: Vec<u32>,
    /// Every cell it stands in, and some that are gone.
    cells: Vec<Vec<Cell>>,
}

impl Table {
    fn new(cells: &Cells, shapes: &[Shape], least: u64) -> Self {
        let fact = |shape: &Shape| Fact {
            is_ordered: shape.is_ordered,
            groups: (0..shape.ways).map(|answer| vec![answer]).collect(),
            people: vec![0; shape.ways.into()],
            small: vec![0; shape.ways.into()],
            cells: vec![Vec::new(); shape.ways.into()],
        };
        let mut table = Self { least, cells: HashMap::new(), facts: shapes.iter().map(fact).collect() };
        for (cell, people) in cells.iter() {
            table.put(cell.clone(), people);
        }
        table
    }

    fn put(&mut self, cell: Cell, people: u32) {
        let before = self.cells.get(&cell).copied().unwrap_or(0);
        let (was, is) = (before > 0 && u64::from(before) < self.least, u64::from(before + people) < self.least);
        for (fact, answer) in self.facts.iter_mut().zip(cell.iter().skip(1)) {
            let answer = usize::from(*answer);
            let columns = (fact.people.get_mut(answer), fact.small.get_mut(answer), fact.cells.get_mut(answer));
            let (Some(counted), Some(small), Some(cells)) = columns else { continue };
            *counted += people;
            *small = (*small + u32::from(is)).saturating_sub(u32::from(was));
            if before == 0 {
                cells.push(cell.clone());
            }
        }
        self.cells.insert(cell, before + people);
    }

    /// Takes a cell away, if it is still there, and says how many people it had.
    fn take(&mut self, cell: &Cell) -> Option<u32> {
        let people = self.cells.remove(cell)?;
        let was_small = u32::from(u64::from(people) < self.least);
        for (fact, answer) in self.facts.iter_mut().zip(cell.iter().skip(1)) {
            let answer = usize::from(*answer);
            if let (Some(counted), Some(small)) = (fact.people.get_mut(answer), fact.small.get_mut(answer)) {
                *counted = counted.saturating_sub(people);
                *small = small.saturating_sub(was_small);
            }
        }
        Some(people)
    }

    /// The fact and the answer with the fewest people among those that stand in too small a cell.
    fn smallest_to_merge(&self) -> Option<(usize, usize)> {
        let mut found: Option<(u32, usize, usize)> = None;
        for (at, fact) in self.facts.iter().enumerate() {
            if fact.people.iter().filter(|people| **people > 0).count() < 2 {
                continue;
            }
            let small = fact.people.iter().zip(&fact.small).enumerate().filter(|(_, (_, small))| **small > 0);
            let fewest = small.map(|(answer, (people, _))| (*people, at, answer)).min();
            found = found.into_iter().chain(fewest).min();
        }
        found.map(|(_, fact, answer)| (fact, answer))
    }

    /// Which answer it joins.
    fn partner(&self, fact: usize, small: usize) -> Option<usize> {
        let fact = self.facts.get(fact)?;
        let live = fact.people.iter().zip(&fact.groups).enumerate().filter(|(_, (_, group))| !group.is_empty());
        let others: Vec<_> = live.map(|(answer, (people, _))| (answer, *people)).filter(|(answer, _)| *answer != small).collect();
        if fact.is_ordered {
            let left = others.iter().rfind(|(answer, _)| *answer < small);
            let right = others.iter().find(|(answer, _)| *answer > small);
            return left.into_iter().chain(right).min_by_key(|(_, people)| *people).map(|(answer, _)| *answer);
        }
        others.into_iter().filter(|(_, people)| *people > 0).min_by_key(|(_, people)| *people).map(|(answer, _)| answer)
    }

    fn merge(&mut self, at: usize, one: usize, other: usize) {
        let Some(fact) = self.facts.get_mut(at) else { return };
        let people = |answer: usize| fact.people.get(answer).copied().unwrap_or(0);
        let (moving, staying) = if people(one) <= people(other) { (one, other) } else { (other, one) };
        let moved = fact.groups.get_mut(moving).map(std::mem::take).unwrap_or_default();
        if let Some(group) = fact.groups.get_mut(staying) {
            group.extend(moved);
            group.sort_unstable();
        }
        let cells = fact.cells.get_mut(moving).map(std::mem::take).unwrap_or_default();
        for mut cell in cells {
            let Some(people) = self.take(&cell) else { continue };
            if let Some(answer) = cell.get_mut(at + 1) {
                *answer = u16::try_from(staying).unwrap_or(u16::MAX);
            }
            self.put(cell, people);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::cells::invented::{counted, people},
        *,
    };

    fn shape(ways: u16, is_ordered: bool) -> Shape {
        Shape { ways, is_ordered }
    }

    fn cells(people: &[(&[u16], u32)]) -> Cells {
        let mut cells = Cells::default();
        for (cell, people) in people {
            cells.put(cell.to_vec(), *people);
        }
        cells
    }

    #[test]
    fn years_join_their_smaller_neighbour_and_other_choices_the_next_smallest() {
        let four = cells(&[(&[0, 0], 9), (&[0, 1], 7), (&[0, 2], 2), (&[0, 3], 8)]);
        assert_eq!(cure(&four, &[shape(4, true)], 5), Some(vec![vec![vec![0], vec![1, 2], vec![3]]]));
        let four = cells(&[(&[0, 0], 6), (&[0, 1], 7), (&[0, 2], 2), (&[0, 3], 8)]);
        assert_eq!(cure(&four, &[shape(4, false)], 5), Some(vec![vec![vec![0, 2], vec![1], vec![3]]]));
    }

    #[test]
    fn where_nothing_else_helps_the_question_goes_and_where_the_stratum_is_too_small_nothing_does() {
        let two = cells(&[(&[0, 0], 9), (&[0, 1], 1)]);
        assert_eq!(cure(&two, &[shape(2, false)], 5), Some(vec![vec![vec![0, 1]]]));
        assert_eq!(cure(&two, &[shape(2, false)], 11), None);
        assert_eq!(cure(&Cells::default(), &[shape(2, false)], 5), Some(vec![vec![vec![0], vec![1]]]));
    }

    proptest! {
        #[test]
        fn once_the_choices_are_put_together_nobody_is_singled_out(
            (ways, people) in people(),
            ordered in any::<[bool; 4]>(),
            least in 1_u64..12,
        ) {
            let shapes: Vec<_> = ways.iter().zip(ordered).map(|(ways, is_ordered)| shape(*ways, is_ordered)).collect();
            let cells = counted(&people);
            let stratum_size = |stratum| people.iter().filter(|person| person[0] == stratum).count() as u64;
            let strata_do = (0..3).all(|stratum| stratum_size(stratum) == 0 || stratum_size(stratum) >= least);
            let cured = cure(&cells, &shapes, least);
            prop_assert_eq!(cured.is_some(), strata_do);
            let Some(cured) = cured else { return Ok(()) };
            let group = |fact: usize, answer: u16| {
                let at = cured[fact].iter().position(|group| group.contains(&answer)).unwrap();
                u16::try_from(at).unwrap()
            };
            prop_assert_eq!(cells.answered(group).singled_out(least), 0);
            for ((groups, ways), is_ordered) in cured.iter().zip(&ways).zip(ordered) {
                let mut all: Vec<_> = groups.concat();
                all.sort_unstable();
                prop_assert_eq!(all, (0..*ways).collect::<Vec<_>>(), "every answer stands in one group");
                let is_a_run = |group: &Vec<u16>| group.windows(2).all(|two| two[1] == two[0] + 1);
                prop_assert!(!is_ordered || groups.iter().all(is_a_run));
            }
            if cells.singled_out(least) == 0 {
                prop_assert!(cured.iter().flatten().all(|group| group.len() == 1), "what is well is left alone");
            }
        }
    }
}
