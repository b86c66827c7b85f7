//! A session of the throw-away department at which questions are being asked by phone.

use super::Complaint;
use crate::{
    clinic,
    house::House,
    ids::MeetingId,
    live::{self, Asked, Browser, Step, Text, Vote},
};

/// What is asked, and how many say "me too"; the last one waits.
const QUESTIONS: [(&str, usize); 5] = [
    ("เบิกค่าเดินทางแล้วได้เงินเมื่อไร", 7),
    ("ที่จอดรถหลังอาคารจะเปิดใช้เมื่อไร", 4),
    ("When will the forms be in English?", 3),
    ("ทำไมต้องส่งเอกสารชุดเดิมสองครั้ง", 1),
    ("ขอให้แจ้งผลการพิจารณาทางอีเมลได้ไหม", 0),
];

pub async fn ask_live(house: &House, meeting: MeetingId) -> Result<(), Complaint> {
    let (master, chance) = (house.master.clone(), house.chance.clone());
    let questions: Vec<_> = QUESTIONS.into_iter().filter_map(|(text, votes)| Some((Text::parse(text).ok()?, votes))).collect();
    let asked = house.db.urn(move |conn| {
        let dice = &mut chance.dice();
        let Some(posted) = clinic::notice(conn, meeting)? else { return Ok(()) };
        let room = live::open(conn, &posted.notice, dice)?;
        for (number, (text, votes)) in questions.iter().enumerate() {
            let asked = Asked { id: dice.id(), meeting: room.meeting, text: text.clone(), browser: Browser::random(dice) };
            live::ask(conn, &master, &asked, dice)?;
            if number + 1 == questions.len() {
                break;
            }
            live::moderate(conn, room.meeting, Step::Show(asked.id))?;
            let mut vote = || {
                let mark = Browser::random(dice).mark(&master, asked.id).to_vec();
                Vote { meeting: room.meeting, question: asked.id, mark, is_for: true }
            };
            let votes: Vec<_> = (0..*votes).map(|_| vote()).collect();
            live::cast(conn, &votes)?;
        }
        live::moderate(conn, room.meeting, Step::Next { after: None })?;
        Ok::<_, live::NotAsked>(())
    });
    Ok(asked.await?)
}
