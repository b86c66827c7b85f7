//! What the throw-away department does about its last round: a plan with a measure for the weakest indicator, its steps over
//! the months around today, and what is noted of them.

use super::Complaint;
use crate::{
    accounts::Actor,
    authoring,
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    house::House,
    ids::SurveyId,
    language::{FiscalYear, Month},
    papers::InBoth,
    plans::{self, Draft, Letter, MONTHS, Measure, Months, Point, Refusal, Status, Stretch, Task, Told, Wanted},
    rounds::Hand,
    surveys::{self, State},
};

/// Of the questionnaire of the rounds that are over: people are least content with it.
const WEAKEST: usize = 3;

pub async fn plan(house: &House) -> Result<(), Complaint> {
    let (master, chance, now) = (house.master.clone(), house.chance.clone(), house.clock.now());
    let by = Actor::the_program();
    house.db.register(move |conn| make(conn, &Hand { master: &master, by: &by, now }, now, &mut chance.dice())).await?;
    Ok(())
}

fn make(conn: &mut RegisterConn, hand: &Hand, now: Moment, dice: &mut Dice) -> Result<(), Refusal> {
    let is_over = |state: &State| matches!(state, State::Closed { .. });
    let Some(round) = surveys::all(conn)?.into_iter().find(|round| is_over(&round.state)) else { return Ok(()) };
    let about = weakest(conn, round.id)?;
    let today = now.day();
    let here = plans::place_of(Month::of(today));
    let around = |back: usize, on: usize| here.saturating_sub(back)..=(here + on).min(MONTHS - 1);
    let draft = Draft {
        survey: Some(round.id),
        year: FiscalYear::of(today),
        title: InBoth {
            th: "แผนเพิ่มการรับรู้เรื่องทรัพย์สิน".to_owned(), en: "Plan about property".to_owned()
        },
        policy: "การเพิ่มการรับรู้ภายในที่มีต่อหน่วยงานตนเอง".to_owned(),
        months: Stretch { first: here.saturating_sub(1), last: MONTHS - 1 },
    };
    let plan = plans::make(conn, hand, &draft, &[], dice)?;
    let share = Measure {
        letter: Some(Letter::Partner),
        text: "สร้างการมีส่วนร่วมในการดูแลทรัพย์สินของราชการ".to_owned(),
        reason: "ข้อที่คะแนนต่ำที่สุดเป็นเรื่องที่คนไม่รู้ขั้นตอน จึงต้องทำให้เห็นและถามได้ง่าย".to_owned(),
        topics: vec!["การสื่อสารภายในองค์กร".to_owned(), "ขั้นตอนการยืมทรัพย์สิน".to_owned()],
        about,
        done: None,
    };
    let first = plans::add_measure(conn, hand, plan, &share, dice)?;
    let task = |text: &str, months: Months, status: Status| Task {
        text: text.to_owned(),
        months,
        budget: "-".to_owned(),
        owner: "กลุ่มพัสดุ".to_owned(),
        status,
        ..Task::default()
    };
    let told_of = task("เผยแพร่มาตรการการใช้ทรัพย์สินผ่านช่องทางที่เข้าถึงได้", Months::of(around(1, 0)), Status::UnderWay);
    let step = plans::add_step(conn, hand, plan, first, &told_of, dice)?;
    let later = task("แจ้งข้อมูลในหัวข้อที่ยังมีคะแนนต่ำ", Months::of(around(0, 2)), Status::Planned);
    plans::add_step(conn, hand, plan, first, &later, dice)?;
    if let Some(before) = here.checked_sub(1) {
        let note = Some((before, "ติดขั้นตอนยืมทรัพย์สินหน้าเดียวไว้ที่ห้องพัสดุแล้ว".to_owned()));
        let told =
            Told { done: Months::of([before]), status: Status::UnderWay, note, by: "กลุ่มพัสดุ".to_owned() };
        plans::note_progress(conn, hand, (plan, step), 1, &told, dice)?;
    }
    let build =
        Measure {
            letter: Some(Letter::Build), text: "พัฒนาทักษะการให้บริการยืมทรัพย์สินที่เป็นธรรม".to_owned(), ..Measure::default()
        };
    plans::add_measure(conn, hand, plan, &build, dice)?;
    Ok(())
}

fn weakest(conn: &mut RegisterConn, round: SurveyId) -> Result<Option<Wanted>, Refusal> {
    let Some(asks) = surveys::find(conn, round)?.and_then(|round| round.instrument) else { return Ok(None) };
    let version = authoring::find(conn, asks)?;
    let part = version.as_ref().and_then(|version| version.instrument.parts.get(WEAKEST));
    Ok(part.map(|part| Wanted { survey: round, point: Point::Part(part.code.clone()) }))
}
