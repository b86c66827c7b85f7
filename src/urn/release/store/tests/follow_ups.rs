//! Texts that are asked under a condition: kept where many were asked and many were not, and nowhere else.

use super::*;
use crate::instruments::{Comparison, Condition, Decimal};

const LOW: [(&str, &str); 3] = [("i1", "1"), ("i2", "1"), ("i3", "ไม่ดี")];
const HIGH: [(&str, &str); 2] = [("i1", "4"), ("i2", "4")];

fn low(of: &str) -> Condition {
    Condition::answer(of, Comparison::AtMost(Decimal::whole(2)))
}

fn not(condition: Condition) -> Condition {
    Condition::Not(Box::new(condition))
}

/// Two ratings, and why they are so low, of those who rated so.
fn why(part: Option<Condition>, item: Option<Condition>) -> Instrument {
    let mut instrument = instrument();
    let rated = instrument.parts[0].items[0].clone();
    let comment = instrument.parts[0].items.pop().unwrap();
    instrument.parts[0].items.push(Item { code: Code::from("i2"), ..rated });
    let items = vec![Item { code: Code::from("i3"), show_if: item, ..comment }];
    instrument.parts.push(Part { code: Code::from("p2"), show_if: part, items, ..Part::default() });
    instrument
}

/// So many of each stratum are asked, and so many are not: how many texts are kept, and how many withheld.
async fn kept(instrument: Instrument, comments: Comments, asked: &[usize], not_asked: &[usize]) -> (i64, i64) {
    let mut round = Round::open_of(instrument, asked.len(), Release::AtClose, comments).await;
    round.answers(asked, &LOW).await;
    round.answers(not_asked, &HIGH).await;
    round.close().await;
    round.release().await.unwrap();
    (round.number(TEXTS).await, round.number(WITHHELD).await)
}

#[tokio::test]
async fn who_wrote_one_is_among_twice_k_who_met_the_condition_and_twice_k_did_not() {
    for (asked, not_asked, is_kept) in
        [(9, 20, false), (10, 10, true), (20, 9, false), (20, 1, false), (12, 0, false), (15, 0, true)]
    {
        for (part, item) in [(None, Some(low("i1"))), (Some(low("i1")), None), (Some(low("i1")), Some(low("i1")))] {
            let found = kept(why(part, item), Comments::Department, &[asked], &[not_asked]).await;
            let number = i64::try_from(asked).unwrap();
            assert_eq!(found, if is_kept { (number, 0) } else { (0, number) }, "{asked} and {not_asked}");
        }
    }
}

#[tokio::test]
async fn that_everybody_was_asked_is_not_told_where_it_says_what_is_told_nowhere() {
    let conditions = [
        Condition::All(vec![low("i1"), low("i2")]),
        not(Condition::All(vec![not(low("i1")), low("i2")])),
        // Whoever says nothing is asked as well: of those who spoke it may be few.
        not(not(Condition::Any(vec![low("i1"), not(Condition::answer("i1", Comparison::Given))]))),
    ];
    for condition in conditions {
        assert_eq!(kept(why(None, Some(condition.clone())), Comments::Department, &[20], &[0]).await, (0, 20), "{condition:?}");
    }
    let both = || Condition::All(vec![low("i1"), low("i2")]);
    assert_eq!(kept(why(None, Some(both())), Comments::Department, &[10], &[10]).await, (10, 0));
    // Under no condition, though it is written as one.
    assert_eq!(kept(why(Some(Condition::All(Vec::new())), None), Comments::Department, &[10], &[1]).await, (10, 0));
}

#[tokio::test]
async fn shown_by_group_they_are_of_so_many_in_that_group() {
    let by_group = |asked, not_asked| kept(why(None, Some(low("i1"))), Comments::Groups, asked, not_asked);
    assert_eq!(by_group(&[10, 12], &[10, 3]).await, (10, 12));
    // Four are shown together with the others.
    assert_eq!(by_group(&[8, 2], &[10, 2]).await, (10, 0));
    let together = kept(why(None, Some(low("i1"))), Comments::Department, &[10, 12], &[10, 3]).await;
    assert_eq!(together, (22, 0));
}

#[tokio::test]
async fn every_block_is_judged_by_itself_and_what_it_withheld_is_counted() {
    let form = why(None, Some(low("i1")));
    let mut round = Round::open_of(form, 1, Release::InBlocks, Comments::Department).await;
    round.answers(&[19], &LOW).await;
    round.answers(&[1], &HIGH).await;
    assert_eq!(round.release_blocks().await, 10);
    round.close().await;
    round.release().await.unwrap();
    assert_eq!((round.number(ANSWERS).await, round.number(TEXTS).await, round.number(WITHHELD).await), (20, 0, 19));
}
