//! Answers made up at random to any instrument, as those who fill it in could give them.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::{
    asking::fields::{bounds, may_decline, places},
    instruments::{Answer, Answers, Asks, Instrument, Item, Question, invented},
};

/// Some questions stay open; whatever is answered is answered in a way that was offered.
pub fn answered() -> impl Strategy<Value = (Instrument, Answers)> {
    (invented::instrument(), proptest::collection::vec(any::<(u8, u8)>(), 80)).prop_map(|(instrument, chances)| {
        let mut answers = Answers::default();
        let questions = instrument.items().flat_map(|item| Question::of(item).into_iter().map(move |question| (item, question)));
        for ((item, question), chance) in questions.zip(chances.into_iter().cycle()) {
            if let Some(answer) = answer(&instrument, item, chance) {
                answers.put(question, answer);
            }
        }
        (instrument, answers)
    })
}

fn answer(instrument: &Instrument, item: &Item, (how, which): (u8, u8)) -> Option<Answer> {
    let which = usize::from(which);
    let choices: Vec<_> = item.choices().iter().map(|choice| choice.code.clone()).collect();
    let turned: Vec<_> = choices.iter().cycle().skip(which % choices.len().max(1)).take(choices.len()).cloned().collect();
    let (least, most) = bounds(item);
    match how % 5 {
        0 => return None,
        1 if may_decline(item) => return Some(Answer::Declined),
        _ => {}
    }
    Some(match &item.asks {
        Asks::Heading => return None,
        Asks::Scale(rated) => Answer::Level(u16::try_from(which % instrument.labels(rated).len() + 1).unwrap()),
        Asks::SingleChoice { .. } => Answer::Choice(turned[0].clone()),
        Asks::MultipleChoice { .. } => Answer::Choices(turned.into_iter().take(least + which % (most - least + 1)).collect()),
        Asks::Ballot { blank: true, .. } if how % 5 == 2 => Answer::Votes(BTreeSet::new()),
        Asks::Ballot { .. } => Answer::Votes(turned.into_iter().take(1 + which % most).collect()),
        Asks::Number { least, most, decimals, .. } => {
            let number = least.or(*most).unwrap_or_default();
            let fits = number.decimals() <= *decimals && most.is_none_or(|most| number <= most);
            return fits.then_some(Answer::Number(number));
        }
        Asks::ShortText { longest } => Answer::Text("ก\"<&> 1".chars().take((*longest).into()).collect()),
        Asks::LongText { longest } => {
            let text: String = "<b>&amp;\n\nบรรทัดที่ 3".chars().take((*longest).into()).collect();
            Answer::Text(text.trim().to_owned())
        }
        Asks::Ranking { .. } => Answer::Ranking(turned.into_iter().take(places(item)).collect()),
    })
}
