//! The election of the throw-away department's model civil servant: held, counted, and published.

use super::{
    Complaint,
    demo_past::{go_to_the_urn, publish},
    demo_rounds::{Paperwork, open},
};
use crate::{
    authoring::starters,
    clock::{DAY, Moment},
    dice::Dice,
    house::House,
    ids::{StratumId, SurveyId},
    instruments::{Answer, Answers, Asks, Code, Instrument, Question, Text},
    language::FiscalYear,
    papers::InBoth,
    results::{
        self,
        publication::{Publication, Shows},
    },
};
use std::time::Duration;

const AGO: Duration = Duration::from_secs(20 * DAY.as_secs());
const ROUND: i32 = 7;
/// Of a hundred people who may vote, so many do.
const OF_HUNDRED: u64 = 70;

const CANDIDATES: [(&str, &str, &str, &str); 3] = [
    ("นางสมศรี ใจดี", "Mrs Somsri Jaidee", "ทำคู่มือยืมทรัพย์สินหน้าเดียว", "Wrote the one-page guide to borrowing"),
    ("นายวิชัย ตั้งใจ", "Mr Wichai Tangjai", "สอนงานลูกจ้างแรกรับทุกรุ่น", "Trains everybody who is new"),
    ("น.ส.ดวงใจ มั่นคง", "Ms Duangjai Mankhong", "ตอบคำถามหน้าเคาน์เตอร์ 8 ปี", "8 years at the counter"),
];
/// For each candidate, and for nobody, of a hundred.
const CHANCES: [u64; 4] = [42, 30, 20, 8];

pub async fn hold(house: &House) -> Result<(), Complaint> {
    let opens = house.clock.now().minus(AGO);
    let name = InBoth {
        th: "เลือกข้าราชการพลเรือนดีเด่น".into(), en: "Model civil servant".into()
    };
    let paperwork = Paperwork { name, instrument: ballot()?, rule: None, target: None };
    let survey: SurveyId = open(house, opens, (FiscalYear::of(opens.day()), ROUND), &paperwork).await?;
    let votes = |instrument: &Instrument, _: StratumId, dice: &mut Dice| vote(instrument, dice);
    let over: Moment = go_to_the_urn(house, survey, opens, OF_HUNDRED, &votes).await?;
    results::settle_all(&house.db).await?;
    publish(house, survey, over, Publication { shows: Shows::default(), undertakings: Vec::new() }).await
}

fn ballot() -> Result<Instrument, Complaint> {
    let model = starters().into_iter().find(|starter| starter.code == Code::from("model_civil_servant"));
    let mut ballot = model.ok_or_else(|| Complaint::new("The model ballot is missing."))?.instrument;
    for item in ballot.items_mut() {
        if let Asks::Ballot { candidates, .. } = &mut item.asks {
            for (candidate, (thai, english, deed, deed_english)) in candidates.iter_mut().zip(CANDIDATES) {
                candidate.label = Text::new(thai, english);
                candidate.line = Text::new(deed, deed_english);
            }
        }
    }
    Ok(ballot)
}

fn vote(instrument: &Instrument, dice: &mut Dice) -> Answers {
    let mut answers = Answers::default();
    for item in instrument.items() {
        let mut drawn = dice.below(100);
        let place = CHANCES.iter().position(|chance| match drawn.checked_sub(*chance) {
            Some(left) => {
                drawn = left;
                false
            }
            None => true,
        });
        let chosen = place.and_then(|place| item.choices().get(place)).map(|choice| choice.code.clone());
        for question in Question::of(item) {
            answers.put(question, Answer::Votes(chosen.iter().cloned().collect()));
        }
    }
    answers
}
