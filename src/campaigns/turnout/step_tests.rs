//! Whole histories of people who collect, and what is shown of them day after day.

use proptest::{collection::vec, prelude::*};

use super::*;

/// One group's day: how many more collect, and how many are added to the roll.
type Day = Vec<(u32, u32)>;

/// What stood on the page of one day, and the truth behind it.
#[derive(Clone, Debug)]
struct Seen {
    total: u32,
    groups: Vec<u32>,
    sizes: Vec<u32>,
    collected: Vec<u32>,
}

/// Every day of a survey, from the opening on.
fn history(sizes: &[u32], days: &[Day], k: u32) -> Vec<Seen> {
    let mut groups: Vec<Group> = sizes.iter().map(|size| Group { size: *size, collected: 0, shown: Shown::default() }).collect();
    let look = |groups: &[Group]| Seen {
        total: total(groups.iter().map(|group| group.shown)),
        groups: groups.iter().map(|group| group.shown.own).collect(),
        sizes: groups.iter().map(|group| group.size).collect(),
        collected: groups.iter().map(|group| group.collected).collect(),
    };
    let mut seen = vec![look(&groups)];
    for day in days {
        for (group, (more, added)) in groups.iter_mut().zip(day) {
            group.size += added;
            group.collected = (group.collected + more).min(group.size);
        }
        let next = step(&groups, k);
        for (group, shown) in groups.iter_mut().zip(next) {
            group.shown = shown;
        }
        seen.push(look(&groups));
    }
    seen
}

fn histories() -> impl Strategy<Value = (Vec<u32>, Vec<Day>, u32)> {
    (1_usize..=5, 3_u32..=7).prop_flat_map(|(count, k)| {
        let size = prop_oneof![1_u32..=2 * k, 2 * k..=4 * k, 2 * k..=90];
        let more = prop_oneof![3 => Just(0_u32), 5 => 1_u32..=3, 2 => 3_u32..=40];
        let added = prop_oneof![9 => Just(0_u32), 1 => 1_u32..=3];
        (vec(size, count), vec(vec((more, added), count), 1..=14), Just(k))
    })
}

fn is_a_step(difference: i64, k: u32) -> bool {
    difference == 0 || difference >= i64::from(k)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_figure_is_a_lower_bound_moves_up_by_k_or_not_at_all_and_never_comes_near_the_whole(
        (sizes, days, k) in histories(),
    ) {
        let seen = history(&sizes, &days, k);
        for pair in seen.windows(2) {
            let [before, after] = pair else { unreachable!() };
            let figures = |seen: &Seen| seen.groups.iter().copied().chain([seen.total]).collect::<Vec<u32>>();
            for (was, is) in figures(before).into_iter().zip(figures(after)) {
                prop_assert!(is_a_step(i64::from(is) - i64::from(was), k), "{was} then {is}");
            }
            let everyone: u32 = after.sizes.iter().sum();
            let truth: u32 = after.collected.iter().sum();
            prop_assert!(after.total <= truth);
            prop_assert!(after.total == 0 || after.total + k <= everyone);
            for ((shown, size), collected) in after.groups.iter().zip(&after.sizes).zip(&after.collected) {
                prop_assert!(shown <= collected);
                prop_assert!(*shown == 0 || (*shown >= k && shown + k <= *size), "{shown} of {size}");
                prop_assert!(*size >= 2 * k || *shown == 0);
            }
        }
    }

    #[test]
    fn nothing_can_be_taken_away_from_anything_so_that_a_few_are_left(
        (sizes, days, k) in histories(),
    ) {
        let seen = history(&sizes, &days, k);
        for (at, before) in seen.iter().enumerate() {
            for after in &seen[at..] {
                for some in 0_u32..1 << sizes.len() {
                    let moved = |group: usize| i64::from(after.groups[group]) - i64::from(before.groups[group]);
                    let those = (0..sizes.len()).filter(|group| some & (1 << group) != 0);
                    let rest = i64::from(after.total) - i64::from(before.total) - those.clone().map(moved).sum::<i64>();
                    prop_assert!(is_a_step(rest, k), "{rest} between two days");
                    let rest = i64::from(after.total) - those.map(|group| i64::from(after.groups[group])).sum::<i64>();
                    prop_assert!(is_a_step(rest, k), "{rest} on one day");
                }
            }
        }
    }

    #[test]
    fn nobody_who_knows_the_rules_can_tell_that_a_group_is_complete(
        (sizes, days, k) in histories(),
    ) {
        let seen = history(&sizes, &days, k);
        for seen in &seen {
            // Even if everyone else had collected, k of the group are not among those shown.
            for (group, size) in seen.sizes.iter().enumerate() {
                let everyone_else: u32 = seen.sizes.iter().sum::<u32>() - size;
                let elsewhere: u32 = seen.groups.iter().sum::<u32>() - seen.groups[group];
                let unattributed = seen.total - seen.groups[group] - elsewhere;
                let surely = seen.groups[group] + unattributed.saturating_sub(everyone_else - elsewhere);
                prop_assert!(surely == 0 || surely + k <= *size, "{surely} of {size}");
            }
        }
    }

    #[test]
    fn the_total_is_never_far_behind(
        sizes in vec(30_u32..=90, 1..=5),
        days in vec(vec((0_u32..=3, Just(0_u32)), 5), 1..=8),
    ) {
        let k = 5;
        let everyone: u32 = sizes.iter().sum();
        for seen in history(&sizes, &days, k) {
            let truth: u32 = seen.collected.iter().sum();
            let groups = u32::try_from(sizes.len()).unwrap();
            prop_assert!(truth - seen.total < (2 * k).max(everyone / 8).max(groups * (k - 1) + 1));
        }
    }
}

/// Once the total has shown who was left over in a group, the figure of the group never shows them too: the two
/// were counted on different days, and their difference would be those who came in between.
#[test]
fn who_was_shown_in_the_total_is_not_shown_again_in_a_group() {
    let of = |collected, shown| Group { size: 40, collected, shown };
    let waiting = step(&[of(4, Shown::default()); 6], 5);
    assert_eq!(total(waiting.iter().copied()), 0, "24 of 240 are few: they wait for more of their own groups");

    let six = |size| [Group { size, collected: 4, shown: Shown::default() }; 6];
    let first = step(&six(30), 5);
    assert_eq!(total(first.iter().copied()), 20, "24 of 180 are many; and one group may have been without any");
    let next: Vec<Group> = first.iter().map(|shown| Group { size: 30, collected: 8, shown: *shown }).collect();
    let second = step(&next, 5);
    assert_eq!(second[5], Shown { own: 8, in_total: 0 }, "nobody of this group was in the batch");
    assert!(second[..5].iter().all(|shown| shown.own == 0), "eight, but four of them were shown already: {second:?}");
}

#[test]
fn a_few_days_of_a_small_department() {
    let sizes = [14, 22];
    let days = [[4, 4], [2, 0], [0, 3], [4, 4], [0, 8], [4, 3]].map(|day| day.map(|more| (more, 0)).to_vec());
    let shown: Vec<_> = history(&sizes, &days, 5).into_iter().map(|seen| (seen.total, seen.groups)).collect();
    let expected = [
        (0, vec![0, 0]),
        (0, vec![0, 0]),
        (6, vec![6, 0]),
        (13, vec![6, 7]),
        (13, vec![6, 7]),
        (29, vec![6, 17]),
        // All 36 have collected; five at least are never shown, and two are no step.
        (29, vec![6, 17]),
    ];
    assert_eq!(shown, expected);
}
