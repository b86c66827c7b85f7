//! Questions that were not put before everybody. How many were asked tells what people said to the questions
//! before, and so does whether it is told: so anything is told of them only where this follows from what is told
//! of one question before, and then only of k or more.
//!
//! Two questions together are never looked at: that only one drives is told, and that she said yes would be.

use crate::{
    instruments::{Condition, Instrument, Question},
    results::{
        figures::QuestionFigures,
        questions::{Asked, Kind},
        tally::Count,
    },
};

/// The conditions under which a question is put before somebody.
pub fn of<'it>(instrument: &'it Instrument, asked: &Asked) -> Vec<&'it Condition> {
    let Some(part) = instrument.parts.get(asked.part) else { return Vec::new() };
    let item = part.items.iter().find(|item| item.code == asked.question.item);
    part.show_if.iter().chain(item.and_then(|item| item.show_if.as_ref())).collect()
}

/// Whether anything may be told of a question that is asked under these. `before`: what is told of the questions
/// before it, out of `asked`.
///
/// Decided by what is told alone, and never by more: whoever looks on could have worked out this answer, so that
/// it is not one about anybody.
pub fn is_tellable(
    conditions: &[&Condition],
    count: &Count,
    ballots: u32,
    (asked, before): (&[Asked], &[QuestionFigures]),
    k: u32,
) -> bool {
    let mut looked_at = conditions.iter().flat_map(|condition| condition.looks_at());
    // What looks at nothing holds for everybody, or for nobody.
    let Some(first) = looked_at.next() else { return true };
    if looked_at.any(|other| other != first) {
        return false;
    }
    let (item, sub) = first;
    let question = Question { item: item.clone(), sub: sub.cloned() };
    let is_known = asked.iter().zip(before).any(|(one, told)| one.question == question && is_open(one, told));
    let were_asked = count.asked();
    let is_few = |number: u32| (1..k).contains(&number);
    is_known && !is_few(were_asked) && !is_few(ballots.saturating_sub(were_asked))
}

/// Whether how many gave each answer is told. Of what is neither one level nor one choice, that does not say how
/// many meet a condition.
const fn is_open(asked: &Asked, told: &QuestionFigures) -> bool {
    matches!(asked.kind, Kind::Rated { .. } | Kind::Choice(_)) && told.spread.is_some()
}
