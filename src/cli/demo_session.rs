//! A session of the throw-away department that is over, and what came of it.

use std::time::Duration;

use jiff::ToSpan as _;

use super::Complaint;
use crate::{
    accounts::Actor,
    clock::{DAY, HOUR, Moment},
    credentials::issue::SigningKey,
    db::RegisterConn,
    dice::Dice,
    house::House,
    meetings::{self, Edit, Hand, Invited, Plan, Refusal},
    notices::{Attendance, Decision, Gathering, Report, Ways},
    papers::InBoth,
    reception,
};

const AGO: Duration = Duration::from_secs(9 * DAY.as_secs());

/// So many days after contributions open.
const CLOSES_AFTER: u32 = 5;
const HELD_AFTER: u32 = 6;

fn said(th: &str, en: &str) -> InBoth {
    InBoth { th: th.to_owned(), en: en.to_owned() }
}

pub async fn look_back(house: &House) -> Result<(), Complaint> {
    let now = house.clock.now();
    let then = now.minus(AGO);
    let (planned, key) = (plan(then), SigningKey::generate()?);
    let id = deed(house, then, move |conn, hand, dice| {
        let id = meetings::plan(conn, hand, &planned, dice)?;
        meetings::begin_opening(conn, hand, id, &key, dice)?;
        Ok(id)
    })
    .await?;
    reception::carry_over(&house.db, &house.master, &house.chance, then).await?;
    reception::carry_over(&house.db, &house.master, &house.chance, now).await?;
    let edit = Edit { seen: 0, draft: report(now), evaluation: None };
    deed(house, now, move |conn, hand, _| meetings::publish_report(conn, hand, id, &edit, None)).await?;
    reception::carry_over(&house.db, &house.master, &house.chance, now).await?;
    Ok(())
}

async fn deed<T: Send + 'static>(
    house: &House,
    now: Moment,
    deed: impl Fn(&mut RegisterConn, &Hand, &mut Dice) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let (master, chance, by) = (house.master.clone(), house.chance.clone(), Actor::the_program());
    house.db.register(move |conn| deed(conn, &Hand { master: &master, by: &by, now }, &mut chance.dice())).await
}

/// Through the open door, so that nobody gets a letter.
fn plan(opens: Moment) -> Plan {
    let starts = Moment::start_of(opens.plus(HELD_AFTER * DAY).day()).plus(13 * HOUR);
    Plan {
        title: said("คลินิกเคลียร์ใจ: การเบิกจ่าย", "Clinic on payments"),
        about: said("ถามเรื่องการเบิกจ่ายปลายปี", "Payments at the end of the year"),
        answered_by: said("ฝ่ายคลัง", "Finance"),
        gathering: Some(Gathering {
            starts: starts.seconds(),
            ends: starts.plus(2 * HOUR).seconds(),
            place: said("ห้องประชุม 2", "Meeting room 2"),
            online: String::new(),
        }),
        opens: opens.seconds(),
        closes: Some(opens.plus(CLOSES_AFTER * DAY).seconds()),
        topics: meetings::usual_topics(),
        ways: Ways { open_door: true, ..Ways::default() },
        is_moderated: true,
        takes_files: false,
        seats_each: 1,
        invited: Invited::default(),
    }
}

fn report(now: Moment) -> Report {
    let decision = |what: &str, who: &str, days: i64| Decision {
        what: what.to_owned(),
        who: who.to_owned(),
        until: (days > 0).then(|| now.day().saturating_add(days.days())),
    };
    Report {
        attendance: Attendance { here: Some(54), elsewhere: Some(15) },
        summary: said(
            "มีผู้ถามเรื่องค่าเดินทางและใบเสร็จมากที่สุด ฝ่ายคลังตอบทุกเรื่องในห้อง\n\nเรื่องที่ต้องแก้ระเบียบส่งต่อให้ฝ่ายกฎหมาย",
            "Most questions were about travel and receipts; Finance answered all of them.\n\nWhat needs another rule was passed on.",
        ),
        decisions: vec![decision("ทำคู่มือเบิกค่าเดินทางหน้าเดียว", "ฝ่ายคลัง", 30), decision("ประกาศแผนการใช้รถทุกเดือน", "กองกลาง", 0)],
        evaluation: None,
    }
}
