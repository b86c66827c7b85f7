//! Many surveys made up at random: whatever is let out is a linear statement about a set of ballots, and no
//! sum or difference of statements is about fewer than k.

use std::collections::BTreeMap;

use num_traits::Zero as _;
use proptest::prelude::*;

use super::{made_up::World, world::*};
use crate::{
    dice::Dice,
    instruments::{Answer, Answers, Code, Condition, Fraction, Polarity, Question},
    results::{
        disclose::{Counted, figures, groups::Sheet},
        figure::{Figure, Score},
        figures::{Figures, QuestionFigures},
        questions::Kind,
        tally::Tally,
    },
};

/// Whether some combination of these sets is about fewer than k people, and about somebody: whether a vector of
/// their span is nothing outside of so few.
fn singles_out(sets: &[Vec<bool>], k: u32) -> bool {
    // People who are in the same sets are told apart by nothing.
    let mut alike: BTreeMap<Vec<bool>, u32> = BTreeMap::new();
    for person in 0..sets.first().map_or(0, Vec::len) {
        *alike.entry(sets.iter().map(|set| set[person]).collect()).or_default() += 1;
    }
    let (classes, sizes): (Vec<Vec<bool>>, Vec<u32>) = alike.into_iter().filter(|(class, _)| class.contains(&true)).unzip();
    let rows = |kept: &dyn Fn(usize) -> bool| {
        let row =
            |set: usize| classes.iter().enumerate().filter(|(at, _)| kept(*at)).map(|(_, class)| i64::from(class[set])).collect();
        (0..sets.len()).map(row).collect::<Vec<Vec<i64>>>()
    };
    let all = rank(&rows(&|_| true));
    let few: Vec<usize> = (0..classes.len()).filter(|at| sizes[*at] < k).collect();
    (1_u32..1 << few.len()).any(|chosen| {
        let is_chosen = |at: usize| few.iter().position(|one| *one == at).is_some_and(|bit| chosen >> bit & 1 == 1);
        let people: u32 = (0..classes.len()).filter(|at| is_chosen(*at)).map(|at| sizes[at]).sum();
        people < k && rank(&rows(&|at| !is_chosen(at))) < all
    })
}

/// By exact elimination.
fn rank(rows: &[Vec<i64>]) -> usize {
    let mut rows: Vec<Vec<Fraction>> =
        rows.iter().map(|row| row.iter().map(|it| Fraction::from_integer((*it).into())).collect()).collect();
    let mut rank = 0;
    for column in 0..rows.first().map_or(0, Vec::len) {
        let Some(pivot) = (rank..rows.len()).find(|row| !rows[*row][column].is_zero()) else { continue };
        rows.swap(rank, pivot);
        for row in rank + 1..rows.len() {
            let factor = &rows[row][column] / &rows[rank][column];
            for at in column..rows[row].len() {
                let less = &factor * &rows[rank][at];
                rows[row][at] -= less;
            }
        }
        rank += 1;
    }
    rank
}

/// The mean of a group over some questions, worked out by this test alone.
fn overall(world: &World, group: usize, counts: &[bool]) -> Option<Score> {
    let mean = |of: Vec<Fraction>| {
        let count = of.len();
        (count > 0).then(|| of.into_iter().sum::<Fraction>() / Fraction::from_integer(count.into()))
    };
    let asked = world.asked();
    let mut parts: BTreeMap<usize, BTreeMap<Code, Vec<Fraction>>> = BTreeMap::new();
    for (asked, _) in asked.iter().zip(counts).filter(|(_, counts)| **counts) {
        let Kind::Rated { levels, polarity } = &asked.kind else { continue };
        let worth = |answer: &Answer| {
            let Answer::Level(level) = answer else { panic!("{answer:?}") };
            let above = if *polarity == Polarity::Reversed {
                i64::try_from(*levels).unwrap() - i64::from(*level)
            } else {
                i64::from(*level) - 1
            };
            Fraction::new((100 * above).into(), (*levels - 1).into())
        };
        let of_group = world.said(&asked.question).into_iter().zip(&world.people).filter(|(_, (of, _))| *of == group);
        let worths: Vec<Fraction> = of_group.filter_map(|(answer, _)| answer.as_ref().map(worth)).collect();
        let items = parts.entry(asked.part).or_default().entry(asked.question.item.clone()).or_default();
        items.extend(mean(worths));
    }
    let of_parts = parts.into_values().filter_map(|items| mean(items.into_values().filter_map(&mean).collect()));
    mean(of_parts.collect()).map(Score::new)
}

fn is_told(figures: &QuestionFigures) -> bool {
    figures.figure.as_ref().is_some_and(Figure::is_shown)
        || figures.spread.is_some()
        || figures.mean.as_ref().is_some_and(Figure::is_shown)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_sum_or_difference_of_figures_is_about_fewer_than_k(seed: u64, k in 3_u32..7, groups in 1_usize..7) {
        let world = World::made_up(seed, k, groups);
        let (told, asked) = (world.told(), world.asked());
        let counted = counted(&world.paper, &world.people);
        let questions: Vec<&QuestionFigures> = told.items().flat_map(|item| &item.questions).collect();
        let open: Vec<bool> = questions.iter().map(|it| matches!(it.figure, Some(Figure::Exact(_)))).collect();
        let cut = Sheet { instrument: &world.paper.instrument, asked: &asked, open: &open, k }.cut(&counted);
        for (at, figures) in questions.iter().enumerate() {
            let given: Vec<bool> = world.said(&asked[at].question).iter().map(Option::is_some).collect();
            let count = u32::try_from(given.iter().filter(|it| **it).count()).unwrap();
            if let Some(answers) = figures.answers {
                prop_assert_eq!(answers.given, count);
                prop_assert!(answers.given == 0 || answers.given >= k);
            }
            let mut sets = Vec::new();
            if is_told(figures) {
                prop_assert!(count >= k);
                sets.push(given.clone());
            }
            for group in &told.groups.shown {
                let place = world.paper.strata.iter().position(|stratum| stratum.id == group.strata[0]).unwrap();
                if cut.counts[place][at] {
                    sets.push(given.iter().zip(&world.people).map(|(given, (of, _))| *given && *of == place).collect());
                }
            }
            prop_assert!(!singles_out(&sets, k), "{:?} of {:?}", figures, told);
        }
        // What is said of a group is said of those questions, and of nothing else.
        for group in &told.groups.shown {
            let place = world.paper.strata.iter().position(|stratum| stratum.id == group.strata[0]).unwrap();
            prop_assert!(group.counted >= k);
            let score = overall(&world, place, &cut.counts[place]).unwrap();
            let (least, most) = group.figure.bounds().unwrap();
            match &group.figure {
                // To one decimal, and nothing behind it.
                Figure::Exact(shown) => prop_assert_eq!(shown, &Score::from_hundredths(score.rounded(1) * 10)),
                _ => prop_assert!(*least <= score && score <= *most),
            }
        }
    }

    #[test]
    fn how_many_were_asked_is_what_is_told_of_one_question_anyway(seed: u64, k in 3_u32..7, groups in 1_usize..7) {
        let world = World::made_up(seed, k, groups);
        let (told, asked) = (world.told(), world.asked());
        let questions: Vec<&QuestionFigures> = told.items().flat_map(|item| &item.questions).collect();
        let spread = |of: &Question| asked.iter().zip(&questions).find(|(one, _)| one.question == *of)?.1.spread.as_ref();
        for (asked_here, figures) in asked.iter().zip(&questions) {
            let part = &world.paper.instrument.parts[asked_here.part];
            let item = part.items.iter().find(|item| item.code == asked_here.question.item).unwrap();
            let conditions: Vec<&Condition> = part.show_if.iter().chain(&item.show_if).collect();
            let (Some(answers), Some((of, _))) = (figures.answers, conditions.first().and_then(|it| it.looks_at().first().copied()))
            else {
                prop_assert!(conditions.is_empty() || !is_told(figures), "{:?}", figures);
                continue;
            };
            let of = Question { item: of.clone(), sub: None };
            let Some(spread) = spread(&of) else { panic!("nothing is told of {of:?}") };
            let number_of = |answer: Option<Answer>, count: u32| {
                let mut answers = Answers::default();
                if let Some(answer) = answer {
                    answers.put(of.clone(), answer);
                }
                if conditions.iter().all(|condition| condition.holds(&answers)) { count } else { 0 }
            };
            let is_choice = asked.iter().any(|one| one.question == of && matches!(one.kind, Kind::Choice(_)));
            let said = (0_u16..).zip(spread).map(|(at, count)| {
                let code = || Code::from(["a", "b", "c"][usize::from(at)]);
                number_of(Some(if is_choice { Answer::Choice(code()) } else { Answer::Level(at + 1) }), *count)
            });
            let nothing = number_of(None, told.counted - spread.iter().sum::<u32>());
            let number = answers.given + answers.silent;
            prop_assert_eq!(number, said.sum::<u32>() + nothing, "{:?} of {:?}", figures, told);
            prop_assert!([number, told.counted - number].iter().all(|few| !(1..k).contains(few)));
        }
    }

    #[test]
    fn what_is_told_of_many_is_true_and_made_of_what_is_told_of_few(seed: u64, k in 3_u32..7, groups in 1_usize..7) {
        let world = World::made_up(seed, k, groups);
        let told: Figures = serde_json::from_str(&serde_json::to_string(&world.told()).unwrap()).unwrap();
        prop_assert_eq!(&told, &world.told(), "it is read back as it was written");
        for item in told.items() {
            let rated: Vec<_> = item.questions.iter().filter_map(|it| it.figure.as_ref()).collect();
            prop_assert_eq!(&item.figure, &(!rated.is_empty()).then(|| Figure::mean(rated)));
        }
        for part in &told.parts {
            prop_assert_eq!(&part.figure, &Figure::mean(part.items.iter().filter_map(|item| item.figure.as_ref())));
        }
        prop_assert_eq!(&told.overall, &Figure::mean(told.parts.iter().map(|part| &part.figure)));
        let questions = told.items().flat_map(|item| &item.questions);
        for (figures, asked) in questions.zip(world.asked()) {
            let Kind::Rated { levels, polarity } = &asked.kind else { continue };
            let worth = |answer: &Answer| {
                let Answer::Level(level) = answer else { panic!("{answer:?}") };
                Score::new(crate::instruments::score(*level, *levels, *polarity).unwrap())
            };
            let all: Vec<Score> = world.said(&asked.question).iter().flatten().map(worth).collect();
            if let Some((least, most)) = figures.figure.as_ref().and_then(Figure::bounds) {
                let mean = Score::mean(&all).unwrap();
                prop_assert!(*least <= mean && mean <= *most, "{:?} is not {:?}", mean, figures.figure);
            }
        }
    }

    #[test]
    fn in_which_order_ballots_and_groups_are_counted_does_not_matter(seed: u64, k in 3_u32..7, groups in 1_usize..7) {
        let world = World::made_up(seed, k, groups);
        let asked = world.asked();
        let mut dice = Dice::loaded(seed);
        let mut people = world.people.clone();
        dice.shuffle(&mut people);
        // In several heaps, put together afterwards.
        let mut heaps: Vec<Vec<Counted>> = people.chunks(7).map(|heap| counted(&world.paper, heap)).collect();
        dice.shuffle(&mut heaps);
        let mut all: Vec<Counted> =
            world.paper.strata.iter().map(|it| Counted { strata: vec![it.id], tally: Tally::new(&asked) }).collect();
        for heap in &heaps {
            for (group, more) in all.iter_mut().zip(heap) {
                group.tally.join(&more.tally);
            }
        }
        prop_assert_eq!(figures(&world.paper, Some(100), &all), world.told());
    }
}

#[test]
fn a_set_less_all_but_one_is_found_out_and_a_partition_is_not() {
    let set = |of: &dyn Fn(usize) -> bool| (0..12).map(of).collect::<Vec<_>>();
    let (all, but_one, other) = (set(&|_| true), set(&|at| at != 4), set(&|at| at < 6));
    assert!(singles_out(&[all.clone(), but_one], 3));
    assert!(!singles_out(&[all.clone(), other.clone()], 3));
    assert!(singles_out(&[all, other, set(&|at| at < 5)], 3));
}
