//! Conditions look back only: what is asked never hangs on what is answered later.

use proptest::prelude::*;

use super::filled_in::answered;
use crate::instruments::{Answers, Code, Instrument, Question};

fn shown(instrument: &Instrument, answers: &Answers) -> Vec<Code> {
    answers.shown(instrument).into_iter().flat_map(|(_, items)| items).map(|item| item.code.clone()).collect()
}

proptest! {
    #[test]
    fn answers_after_an_item_never_change_whether_it_is_asked((instrument, answers) in answered()) {
        let all = shown(&instrument, &answers);
        let mut before = Answers::default();
        for item in instrument.items() {
            // With everything from here on still unanswered.
            prop_assert_eq!(shown(&instrument, &before).contains(&item.code), all.contains(&item.code));
            for question in Question::of(item) {
                if let Some(answer) = answers.get(&question) {
                    before.put(question, answer.clone());
                }
            }
        }
    }

    #[test]
    fn an_answer_to_what_is_not_asked_changes_nothing((instrument, answers) in answered()) {
        let all = shown(&instrument, &answers);
        let mut asked = Answers::default();
        for (question, answer) in answers.iter().filter(|(question, _)| all.contains(&question.item)) {
            asked.put(question.clone(), answer.clone());
        }
        prop_assert_eq!(shown(&instrument, &asked), all);
    }
}
