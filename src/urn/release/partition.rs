//! Which strata are shown together: so many that no group is smaller than k.
//!
//! Groups form a partition, so that no difference of what is shown is smaller either.

/// For each stratum, in the order of their places, how many ballots were counted; which of them stand
/// together, in that order too. Nothing where all together are fewer than k.
pub fn partition(counted: &[u32], k: u32) -> Vec<Vec<usize>> {
    let with_ballots = counted.iter().enumerate().filter(|(_, counted)| **counted > 0);
    let mut groups: Vec<Group> = with_ballots.map(|(at, counted)| Group { counted: *counted, strata: vec![at] }).collect();
    loop {
        groups.sort_by_key(|group| (group.counted, group.strata.first().copied()));
        if groups.first().is_none_or(|smallest| smallest.counted >= k) {
            break;
        }
        let smallest = groups.remove(0);
        let Some(next) = groups.first_mut() else { return Vec::new() };
        next.counted += smallest.counted;
        next.strata.extend(smallest.strata);
        next.strata.sort_unstable();
    }
    for empty in (0..counted.len()).filter(|at| counted.get(*at) == Some(&0)) {
        join_a_neighbour(&mut groups, empty, counted);
    }
    groups.sort_by_key(|group| group.strata.first().copied());
    groups.into_iter().map(|group| group.strata).collect()
}

struct Group {
    counted: u32,
    strata: Vec<usize>,
}

/// Where nobody answered there is nothing to protect: it goes to the smaller of the groups beside it.
fn join_a_neighbour(groups: &mut [Group], empty: usize, counted: &[u32]) {
    let has_ballots = |at: &usize| counted.get(*at).is_some_and(|counted| *counted > 0);
    let before = (0..empty).rev().find(has_ballots);
    let after = (empty..counted.len()).find(has_ballots);
    let beside = groups.iter_mut().filter(|group| before.into_iter().chain(after).any(|at| group.strata.contains(&at)));
    if let Some(group) = beside.min_by_key(|group| (group.counted, group.strata.first().copied())) {
        group.strata.push(empty);
        group.strata.sort_unstable();
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    #[test]
    fn the_smallest_joins_the_next_smallest_until_none_is_too_small() {
        assert_eq!(partition(&[7, 5, 9], 5), [vec![0], vec![1], vec![2]]);
        assert_eq!(partition(&[7, 3, 9], 5), [vec![0, 1], vec![2]]);
        assert_eq!(partition(&[2, 8, 2, 8], 5), [vec![0, 1, 2], vec![3]]);
        assert_eq!(partition(&[1, 1, 1, 1, 1], 5), [vec![0, 1, 2, 3, 4]]);
        assert_eq!(partition(&[4], 5), Vec::<Vec<usize>>::new());
        assert_eq!(partition(&[2, 2], 5), Vec::<Vec<usize>>::new());
        assert_eq!(partition(&[], 5), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn where_nobody_answered_the_smaller_neighbour_takes_it_in() {
        assert_eq!(partition(&[9, 0, 7, 6], 5), [vec![0], vec![1, 2], vec![3]]);
        assert_eq!(partition(&[0, 0, 9, 6], 5), [vec![0, 1, 2], vec![3]]);
        assert_eq!(partition(&[6, 0, 6], 5), [vec![0, 1], vec![2]]);
        assert_eq!(partition(&[0, 0], 5), Vec::<Vec<usize>>::new());
    }

    proptest! {
        #[test]
        fn every_stratum_stands_in_one_group_and_none_is_too_small(counted in vec(0_u32..20, 0..30), k in 3_u32..12) {
            let groups = partition(&counted, k);
            if counted.iter().sum::<u32>() < k {
                prop_assert!(groups.is_empty());
                return Ok(());
            }
            let mut all: Vec<_> = groups.concat();
            all.sort_unstable();
            prop_assert_eq!(all, (0..counted.len()).collect::<Vec<_>>());
            for group in &groups {
                prop_assert!(group.iter().map(|at| counted[*at]).sum::<u32>() >= k);
                prop_assert!(group.is_sorted());
            }
        }

        #[test]
        fn two_that_are_large_enough_are_never_put_together(counted in vec(0_u32..20, 0..30), k in 3_u32..12) {
            for group in partition(&counted, k) {
                prop_assert!(group.iter().filter(|at| counted[**at] >= k).count() <= 1);
            }
        }
    }
}
