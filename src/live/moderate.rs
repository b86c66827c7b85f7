//! What whoever leads a session does with questions. Each step says what shall be, so that twice is once.

use diesel::QueryResult;

use super::{
    question::{Question, State},
    store,
};
use crate::{
    db::UrnConn,
    ids::{LiveQuestionId, MeetingId},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Everybody may see it; also again, after it was held back or answered.
    Show(LiveQuestionId),
    Hide(LiveQuestionId),
    /// It is being answered now; the one before it has been.
    Now(LiveQuestionId),
    Answered(LiveQuestionId),
    /// The one with the most votes is being answered now, if this one was until now.
    Next {
        after: Option<LiveQuestionId>,
    },
}

/// Says whether anything has changed. A question of another room, and a closed room, stay as they are.
pub fn moderate(conn: &mut UrnConn, meeting: MeetingId, step: Step) -> QueryResult<bool> {
    if !store::find(conn, meeting)?.is_some_and(|room| room.is_open) {
        return Ok(false);
    }
    let changes = changes(&store::questions(conn, meeting)?, step);
    for (id, state) in &changes {
        store::change_state(conn, *id, *state)?;
    }
    Ok(!changes.is_empty())
}

/// `questions` in the order in which they stand.
fn changes(questions: &[Question], step: Step) -> Vec<(LiveQuestionId, State)> {
    let now = questions.iter().find(|question| question.state == State::Now).map(|question| question.id);
    let put = |id, state| {
        let is_other = questions.iter().any(|question| question.id == id && question.state != state);
        is_other.then_some((id, state))
    };
    let put_now = |id| {
        let Some(change) = put(id, State::Now) else { return Vec::new() };
        now.map(|before| (before, State::Answered)).into_iter().chain([change]).collect()
    };
    match step {
        Step::Show(id) => put(id, State::Shown).into_iter().collect(),
        Step::Hide(id) => put(id, State::Hidden).into_iter().collect(),
        Step::Answered(id) => put(id, State::Answered).into_iter().collect(),
        Step::Now(id) => put_now(id),
        Step::Next { after } if after != now => Vec::new(),
        Step::Next { .. } => match questions.iter().find(|question| question.state == State::Shown) {
            Some(next) => put_now(next.id),
            None => now.map(|id| (id, State::Answered)).into_iter().collect(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dice::Dice;

    #[test]
    fn next_takes_the_highest_once_however_often_it_is_pressed() {
        let dice = &mut Dice::loaded(1);
        let question = |state, votes, dice: &mut Dice| Question { id: dice.id(), state, votes };
        let mut all = vec![question(State::Waiting, 9, dice), question(State::Shown, 5, dice), question(State::Shown, 2, dice)];
        let next = |all: &mut Vec<Question>, after| {
            let changes = changes(all, Step::Next { after });
            for (id, state) in &changes {
                all.iter_mut().find(|question| question.id == *id).unwrap().state = *state;
            }
            changes.len()
        };
        assert_eq!(next(&mut all, None), 1);
        assert_eq!(all[1].state, State::Now);
        assert_eq!(next(&mut all, None), 0);
        let second = Some(all[1].id);
        assert_eq!(next(&mut all, second), 2);
        assert_eq!((all[1].state, all[2].state), (State::Answered, State::Now));
        let last = Some(all[2].id);
        assert_eq!(next(&mut all, last), 1);
        assert_eq!((all[0].state, all[2].state), (State::Waiting, State::Answered));
        assert_eq!(next(&mut all, None), 0);
    }

    #[test]
    fn only_one_is_being_answered_and_nothing_is_done_twice() {
        let dice = &mut Dice::loaded(1);
        let [one, other]: [LiveQuestionId; 2] = [dice.id(), dice.id()];
        let all = [Question { id: one, state: State::Now, votes: 1 }, Question { id: other, state: State::Shown, votes: 1 }];
        assert_eq!(changes(&all, Step::Now(other)), [(one, State::Answered), (other, State::Now)]);
        assert_eq!(changes(&all, Step::Now(one)), []);
        assert_eq!(changes(&all, Step::Show(other)), []);
        assert_eq!(changes(&all, Step::Hide(other)), [(other, State::Hidden)]);
        assert_eq!(changes(&all, Step::Show(dice.id())), []);
    }
}
