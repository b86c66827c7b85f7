//! A session of the clinic in the throw-away department: opened today, asked about by some, answered in part.

use std::time::Duration;

use super::Complaint;
use crate::{
    accounts::Actor,
    clinic::{
        self, By, Face, HandIn, State,
        deeds::{self, Deed, Hand},
        me_too,
    },
    clock::{DAY, HOUR, Moment},
    credentials::{issue::SigningKey, verify::PreparedMessage},
    house::House,
    ids::{CardId, MatterId, MeetingId},
    meetings::{self, Invited, Plan, entry, usual_topics},
    notices::{Gathering, Ways},
    papers::InBoth,
    reception,
};

/// What is asked: topic, words, and whether they may stand on the board. All but the last without a name.
const ASKED: [(&str, &str, bool); 6] = [
    ("money", "ใบเสร็จจากแอปเรียกรถเบิกค่าเดินทางได้หรือไม่", true),
    ("supplies", "ยืมเครื่องฉายไปใช้งานนอกสถานที่ต้องขอใคร ใช้เวลากี่วัน", true),
    ("steps", "ผอ.สมศักดิ์ บอกว่าต้องส่งเอกสาร 3 ชุด แต่ในคู่มือเขียนว่าชุดเดียว อันไหนถูก", true),
    ("money", "ค่าล่วงเวลาเดือนก่อนยังไม่ได้รับ ควรถามที่ไหน", true),
    ("welfare", "ทำไมบางคนได้ไปอบรมทุกครั้ง", false),
    ("other", "ขอจองห้องประชุมออนไลน์ได้ไหม", true),
];

/// Its id, and the link of somebody who has not taken their seats.
pub async fn hold(house: &House) -> Result<(MeetingId, Option<String>), Complaint> {
    let now = house.clock.now();
    let meeting = open(house, now).await?;
    let master = house.master.clone();
    let links = house.db.read_register(move |conn| meetings::personal_links(conn, &master, meeting)).await?;
    let mut links = links.into_iter().map(|(_, link)| link.write());
    let (last, nameless) = ASKED.split_last().ok_or_else(|| Complaint::new("nothing is asked"))?;
    for (asked, link) in nameless.iter().zip(links.by_ref()) {
        let seat = seat(house, link, now).await?;
        ask(house, meeting, *asked, seat, now).await?;
    }
    if let Some(link) = links.next() {
        let (master, dice) = (house.master.clone(), house.chance.clone());
        let voucher = house.db.read_register(move |conn| entry::vouch(conn, &master, &link, now, &mut dice.dice()));
        let (_, voucher) = voucher.await?;
        ask(house, meeting, *last, By::Voucher(voucher), now).await?;
    }
    reception::empty_letterbox(&house.db, &house.master, &house.chance, now).await?;
    answer(house, now).await?;
    Ok((meeting, links.next()))
}

async fn open(house: &House, now: Moment) -> Result<MeetingId, Complaint> {
    let key = SigningKey::generate()?;
    let (master, chance) = (house.master.clone(), house.chance.clone());
    let meeting = house.db.register(move |conn| {
        let by = Actor::the_program();
        let hand = meetings::Hand { master: &master, by: &by, now };
        let dice = &mut chance.dice();
        let meeting = meetings::plan(conn, &hand, &plan(now), dice)?;
        meetings::begin_opening(conn, &hand, meeting, &key, dice)?;
        Ok::<_, meetings::Refusal>(meeting)
    });
    let meeting = meeting.await?;
    reception::carry_over(&house.db, &house.master, &house.chance, now).await?;
    Ok(meeting)
}

fn plan(now: Moment) -> Plan {
    let said = |th: &str, en: &str| InBoth { th: th.to_owned(), en: en.to_owned() };
    let noon = Moment::start_of(now.plus(Duration::from_secs(7 * DAY.as_secs())).day()).plus(12 * HOUR);
    Plan {
        title: said("คลินิกเคลียร์ใจ ครั้งที่ 1", "ClearJai clinic 1"),
        about: said("ถามได้ทุกเรื่องที่เกี่ยวกับการทำงาน", "Anything about work"),
        answered_by: said("ฝ่ายคลัง กลุ่มพัสดุ และเลขานุการกรม", "Finance, Procurement and the Secretary"),
        gathering: Some(Gathering {
            starts: noon.plus(HOUR).seconds(),
            ends: noon.plus(3 * HOUR).seconds(),
            place: said("ห้องประชุมชั้น 2", "Meeting room, 2nd floor"),
            online: String::new(),
        }),
        opens: now.seconds(),
        closes: Some(noon.seconds()),
        topics: usual_topics(),
        ways: Ways { by_name: true, by_seat: true, open_door: true },
        is_moderated: true,
        takes_files: true,
        seats_each: 3,
        invited: Invited::default(),
    }
}

/// One of somebody's seats.
async fn seat(house: &House, link: String, now: Moment) -> Result<By, Complaint> {
    let (master, to) = (house.master.clone(), link.clone());
    let entrant = house.db.read_register(move |conn| entry::look(conn, &master, &to)).await?;
    let seats = reception::seats(&house.db, &house.master, &house.chance, &entrant, link, now).await?;
    let seat = seats.into_iter().next().ok_or_else(|| Complaint::new("there is no seat"))?;
    let message = seat.message.0.try_into().map_err(|_| Complaint::new("a seat has another size"))?;
    Ok(By::Seat { message: PreparedMessage::from_bytes(message), signature: seat.signature.0 })
}

async fn ask(
    house: &House,
    meeting: MeetingId,
    (topic, text, on_board): (&str, &str, bool),
    by: By,
    now: Moment,
) -> Result<(), Complaint> {
    let once = house.chance.dice().digits(16);
    let sent = HandIn { meeting, topic: topic.to_owned(), text: text.to_owned(), by, on_board, once };
    clinic::hand_in(&house.hatch, sent, now, &house.chance).await?;
    Ok(())
}

/// The first is answered on the board, and the second after it changed something; the third is taken on.
async fn answer(house: &House, now: Moment) -> Result<(), Complaint> {
    let (master, chance) = (house.master.clone(), house.chance.clone());
    let answered = house.db.urn(move |conn| {
        let dice = &mut chance.dice();
        let today = now.day();
        let queued = clinic::queue::queue(conn, &master, &[State::New], today, &|_, _| 0)?;
        let about = |nth: usize| {
            let text = ASKED.get(nth).map(|(_, text, _)| *text).unwrap_or_default();
            queued.iter().find(|it| text.starts_with(it.beginning.trim_end_matches('…'))).map(|it| it.matter.id)
        };
        let deeds = [
            (about(0), both("ใบเสร็จจากแอปเรียกรถเบิกได้ไหม", "เบิกได้ ถ้าในใบเสร็จมีวันที่ ต้นทาง ปลายทาง และจำนวนเงิน", "ฝ่ายคลัง")),
            (about(1), both("ยืมเครื่องฉายต้องขอใคร", "ยื่นที่กลุ่มพัสดุ 1 วันล่วงหน้า ด้วยแบบยืมหน้าเดียว", "กลุ่มพัสดุ")),
            (about(1), Deed::Changed("แบบยืมเหลือหน้าเดียว และขอทางโทรศัพท์ได้".to_owned())),
            (about(2), Deed::TakeOn { owner: "ดวงใจ รับฟัง".to_owned(), due: None }),
        ];
        for (id, deed) in deeds {
            let Some(id) = id else { continue };
            deeds::read(conn, id, today)?;
            let hand = Hand { once: dice.bytes(), edition: edition(conn, &master, id)?, today, age: 0 };
            deeds::act(conn, &master, id, &deed, hand, dice)?;
        }
        let cards: Vec<CardId> = clinic::cards(conn)?.into_iter().map(|card| card.id).collect();
        for (card, wonder) in cards.into_iter().zip([7, 4]) {
            for _ in 0..wonder {
                me_too(conn, card, &dice.bytes())?;
            }
        }
        Ok::<_, deeds::NotDone>(())
    });
    Ok(answered.await?)
}

fn edition(conn: &mut crate::db::UrnConn, master: &crate::secrets::MasterKey, id: MatterId) -> diesel::QueryResult<i32> {
    Ok(clinic::thread(conn, master, id)?.map_or(0, |thread| thread.matter.edition))
}

fn both(title: &str, answer: &str, office: &str) -> Deed {
    let face = Face { title: title.to_owned(), question: String::new(), answer: answer.to_owned(), office: office.to_owned() };
    Deed::Answer { text: answer.to_owned(), office: office.to_owned(), board: Some(face) }
}
