//! Confirmed by the same voice: a round of two questions, whether a measure really happened and whether it helped, put
//! before those who were asked in the round that the plan answers. Its coordinators open it like any other.

use super::{Hand, Measured, Plan, Refusal, make::whole, store, words::poll};
use crate::{
    accounts::{self, Deed},
    db::RegisterConn,
    dice::Dice,
    ids::{MeasureId, PlanId, SurveyId},
    instruments::{Asks, Code, Instrument, Item, Part, Rated, Scale, Text},
    people,
    rounds::{self, Beginning},
    surveys::{self, NewSurvey, Survey, Terms},
};

/// The two questions, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Happened,
    Helped,
}

impl Asked {
    pub const ALL: [Self; 2] = [Self::Happened, Self::Helped];

    pub fn code(self) -> Code {
        match self {
            Self::Happened => "happened".into(),
            Self::Helped => "helped".into(),
        }
    }
}

/// The one there is, if there is one.
pub fn make_poll(
    conn: &mut RegisterConn,
    hand: &Hand,
    (plan, id): (PlanId, MeasureId),
    dice: &mut Dice,
) -> Result<SurveyId, Refusal> {
    let whole = whole(conn, hand, plan)?;
    let (place, measure) = whole.measure(id).ok_or(Refusal::NotFound)?;
    if let Some(there) = measure.poll {
        return Ok(there);
    }
    let survey = round(conn, hand, &whole.plan, measure, dice)?;
    let after = Measured { poll: Some(survey), revision: measure.revision + 1, ..measure.clone() };
    store::update_measure(conn, plan, place, &after)?;
    accounts::note(conn, hand.master, hand.by, Deed::MeasurePolled, &whole.plan.wanted.title.th, hand.now)?;
    Ok(survey)
}

fn round(conn: &mut RegisterConn, hand: &Hand, plan: &Plan, measure: &Measured, dice: &mut Dice) -> Result<SurveyId, Refusal> {
    let (year, round) = rounds::next_place(&surveys::all(conn)?, hand.now.day());
    let [name_thai, name_english] = poll::name(&measure.measure.text);
    let new = NewSurvey { year, round, name_thai, name_english };
    let asks = Beginning::Starter(Box::new(questions(measure.id, &measure.measure.text)));
    let survey = rounds::plan(conn, hand, &new, &asks, dice)?;
    // Those who said what is to be mended say whether it was.
    let finding = measure.measure.about.as_ref().map(|about| about.survey);
    let before = match finding.or(plan.wanted.survey) {
        Some(before) => surveys::find(conn, before)?,
        None => None,
    };
    if let Some(before) = before {
        let planned = surveys::find(conn, survey)?.ok_or(Refusal::NotFound)?;
        // What the round promised; its target was for other questions.
        let terms = Terms { k: planned.terms.k.max(before.terms.k), target: None, ..before.terms };
        surveys::change(conn, hand.master, hand.by, &Survey { terms, ..planned }, hand.now)?;
        people::copy_audience(conn, before.id, survey)?;
    }
    Ok(survey)
}

/// Each in a part of its own, so that results tell them apart. Its code is of this measure alone: what was said of another
/// is no earlier round of it.
fn questions(id: MeasureId, measure: &str) -> Instrument {
    let short: String = id.to_string().chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    let mut form = Instrument::new(format!("measure_poll_{short}").as_str(), poll::title());
    form.lead = poll::lead(measure);
    for asked in Asked::ALL {
        let scale = match asked {
            Asked::Happened => Scale { code: "happened3".into(), levels: poll::happened() },
            Asked::Helped => Scale { code: "helped5".into(), levels: poll::helped() },
        };
        let rated = Rated { scale: scale.code.clone(), ..Rated::default() };
        let (text, key_phrase): (Text, Text) = poll::question(asked);
        let item = Item { key_phrase, ..Item::new(asked.code(), text, Asks::Scale(rated)) };
        let part = Part { code: poll::part(asked).into(), title: poll::part_title(asked), items: vec![item], ..Part::default() };
        form.scales.push(scale);
        form.parts.push(part);
    }
    form
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_questions_pass_the_check_list_without_a_word() {
        let id = |byte| MeasureId::from_bytes([byte; 16]);
        let form = questions(id(1), "กำกับ ติดตามการดำเนินงาน <b>");
        let said: Vec<String> = form.check().iter().map(|it| format!("{it:?}")).collect();
        assert_eq!(said, Vec::<String>::new());
        assert_eq!(form.questions(), 2);
        assert_ne!(form.code, questions(id(2), "อื่น").code, "two measures are not two rounds of one questionnaire");
    }
}
