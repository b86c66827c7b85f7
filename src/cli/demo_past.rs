//! The rounds of the throw-away department that are over: answered through both doors by people who are not all
//! of one mind, counted, and the older one published with what was to be done.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use jiff::ToSpan as _;

use super::{
    Complaint,
    demo_rounds::{OPEN_FOR, Paperwork, answer, name, open, paper_of, questionnaire},
};
use crate::{
    accounts::Actor,
    clock::{DAY, HOUR, Moment},
    credentials::issue,
    dice::Dice,
    house::House,
    ids::{StratumId, SurveyId},
    instruments::{Answer, Answers, Asks, Instrument, Item, Part, Polarity, Question, Text},
    language::FiscalYear,
    papers::Paper,
    people::eligibility::{Comparator as Since, Reference, Rule},
    polling,
    results::{
        self,
        publication::{self, Publication, Shows, Undertaking},
    },
    rounds::{self, Hand},
    surveys::{Comparator, Target},
};

const FIRST_AGO: Duration = Duration::from_secs(250 * DAY.as_secs());
const LATER_AGO: Duration = Duration::from_secs(100 * DAY.as_secs());

/// Of a hundred people who may answer, so many do.
const OF_HUNDRED: u64 = 85;

/// Of a hundred, so many choose the wrong end of the question that is easily misread, or saw it happen.
const AT_THE_OTHER_END: u64 = 15;
const EASILY_MISREAD: &str = "i2";

/// How content people are with each part: the more draws, the better the best of them.
const CONTENT: [u64; 5] = [9, 6, 8, 4, 7];

const COMMENTS: [&str; 9] = [
    "อยากให้ประกาศแผนการใช้รถล่วงหน้าทุกเดือน",
    "ขั้นตอนยืมอุปกรณ์ควรอยู่ที่เดียว ตอนนี้ต้องถามหลายคน",
    "ขอบคุณที่ถามความเห็น",
    "แผนงบประมาณอ่านยาก อยากให้สรุปหน้าเดียว",
    "คุณสมชายช่วยตอบคำถามเรื่องพัสดุได้ดีมาก",
    "อยากรู้ว่ารอบก่อนเสนอไปแล้วทำอะไรบ้าง",
    "เครื่องพิมพ์ชั้น 3 เสียบ่อย แจ้งแล้วไม่รู้ว่าถึงไหน",
    "การมอบหมายงานช่วงสิ้นปีงบประมาณควรเฉลี่ยกว่านี้",
    "ช่องทางแจ้งเบาะแสมีแล้ว แต่ไม่แน่ใจว่าใครเป็นคนอ่าน",
];

/// The two rounds before the one that is open.
pub async fn look_back(house: &House) -> Result<(), Complaint> {
    let now = house.clock.now();
    let [first, later] = [now.minus(FIRST_AGO), now.minus(LATER_AGO)];
    let [year, next] = [first, later].map(|opens| FiscalYear::of(opens.day()));
    let older = over(house, first, (year, if year == next { 1 } else { 2 }), 85_00, 1).await?;
    over(house, later, (next, 2), 92_50, 0).await?;
    results::settle_all(&house.db).await?;
    publish(house, older, first.plus(OPEN_FOR).plus(DAY), what_was_done(first)).await
}

/// `dull`: so much less content than the next time.
async fn over(house: &House, opens: Moment, place: (FiscalYear, i32), target: i32, dull: u64) -> Result<SurveyId, Complaint> {
    let rule = Rule { minimum_months: 0, comparator: Since::AtLeast, reference: Reference::Opening, ..Rule::default() };
    let target = Target { hundredths: target, comparator: Comparator::AtLeast };
    let paperwork =
        Paperwork { name: name(), instrument: with_comments(questionnaire()?), rule: Some(rule), target: Some(target) };
    let survey = open(house, opens, place, &paperwork).await?;
    let text = paper_of(house, survey).await?;
    let strata: Vec<StratumId> = Paper::read(&text)?.strata.iter().map(|it| it.id).collect();
    let comments = AtomicUsize::new(0);
    let says = |instrument: &Instrument, stratum: StratumId, dice: &mut Dice| {
        let unit = strata.iter().position(|id| *id == stratum).unwrap_or_default();
        said(instrument, u64::try_from(unit).unwrap_or_default(), dull, &comments, dice)
    };
    go_to_the_urn(house, survey, opens, OF_HUNDRED, &says).await?;
    Ok(survey)
}

/// So many of a hundred hand in, and the urn is closed and opened. Says when.
pub async fn go_to_the_urn(
    house: &House,
    survey: SurveyId,
    opens: Moment,
    of_hundred: u64,
    says: &(dyn Fn(&Instrument, StratumId, &mut Dice) -> Answers + Sync),
) -> Result<Moment, Complaint> {
    let (master, db) = (house.master.clone(), &house.db);
    let links = db.read_register(move |conn| issue::personal_links(conn, &master, survey)).await?;
    let text = paper_of(house, survey).await?;
    let mut dice = house.chance.dice();
    for (_, link) in links {
        if dice.below(100) < of_hundred {
            answer(house, &text, &link, opens.plus(HOUR), &mut dice, says).await?;
        }
    }
    let over = opens.plus(OPEN_FOR).plus(HOUR);
    polling::keep_time(db, &house.master, &house.chance, over).await?;
    polling::release_over(db, &house.master, &house.keyring, &house.chance, over).await?;
    Ok(over)
}

fn with_comments(mut instrument: Instrument) -> Instrument {
    let asked = Text::new("มีเรื่องใดที่อยากให้ปรับปรุง", "What should be better?");
    let item = Item { required: false, ..Item::new("i16", asked, Asks::LongText { longest: 1_000 }) };
    instrument.parts.push(Part {
        code: "d6".into(),
        title: Text::new("ความเห็นเพิ่มเติม", "Comments"),
        items: vec![item],
        ..Part::default()
    });
    instrument
}

/// Somebody of this unit: some units are more content than others.
fn said(instrument: &Instrument, unit: u64, dull: u64, comments: &AtomicUsize, dice: &mut Dice) -> Answers {
    let mut answers = Answers::default();
    for (part, content) in instrument.parts.iter().zip(CONTENT.into_iter().chain([1])) {
        let draws = (content + 2).saturating_sub(unit % 4 + 2 * dull).max(2);
        for item in &part.items {
            for question in Question::of(item) {
                if let Some(answer) = to_one(instrument, item, draws, comments, dice) {
                    answers.put(question, answer);
                }
            }
        }
    }
    answers
}

fn to_one(instrument: &Instrument, item: &Item, draws: u64, comments: &AtomicUsize, dice: &mut Dice) -> Option<Answer> {
    match &item.asks {
        Asks::Scale(rated) => {
            let levels = u64::try_from(instrument.labels(rated).len()).unwrap_or(1);
            let is_misread = item.code.as_str() == EASILY_MISREAD;
            let worst = levels.saturating_sub(1);
            let from_the_good_end = match dice.below(100) < AT_THE_OTHER_END {
                true if is_misread => worst,
                _ if is_misread => 0,
                _ => (0..draws).map(|_| dice.below(levels)).min().unwrap_or_default(),
            };
            let level = if rated.polarity == Polarity::Reversed { 1 + from_the_good_end } else { levels - from_the_good_end };
            let declines = item.may_decline && dice.below(25) == 0;
            Some(if declines { Answer::Declined } else { Answer::Level(u16::try_from(level).unwrap_or(1)) })
        }
        // Each comment once.
        Asks::LongText { .. } if dice.below(3) == 0 => {
            COMMENTS.get(comments.fetch_add(1, Ordering::Relaxed)).map(|text| Answer::Text((*text).to_owned()))
        }
        _ => None,
    }
}

/// What came of the first round, and what was to be done until the next.
fn what_was_done(opens: Moment) -> Publication {
    let line = |what: &str, who: &str, months: i32| Undertaking {
        what: what.to_owned(),
        who: who.to_owned(),
        until: opens.plus(OPEN_FOR).day().saturating_add(months.months()).last_of_month(),
    };
    let undertakings = vec![
        line("ประกาศแผนการใช้รถและห้องประชุมทุกสิ้นเดือน", "สำนักงานเลขานุการกรม", 1),
        line("ทำขั้นตอนยืมทรัพย์สินหน้าเดียว ติดไว้ที่ห้องพัสดุและในระบบ", "กลุ่มพัสดุ", 2),
        line("สรุปแผนใช้จ่ายงบประมาณหนึ่งหน้า และชี้แจงทุกหน่วยงาน", "ฝ่ายคลัง", 3),
    ];
    Publication { shows: Shows { items: true, units: true, comparison: false }, undertakings }
}

pub async fn publish(house: &House, survey: SurveyId, now: Moment, publication: Publication) -> Result<(), Complaint> {
    let (master, by) = (house.master.clone(), Actor::the_program());
    house.db.register(move |conn| rounds::publish(conn, &Hand { master: &master, by: &by, now }, survey)).await?;
    house.db.urn(move |conn| publication::keep(conn, survey, None, &publication)).await?;
    Ok(())
}
