//! A session from its opening to its first answers, with copies before and after the letterbox is emptied.

use std::time::Duration;

use jiff::civil::Weekday;

use super::{
    desk,
    guest::{Guest, stuck},
    live::{self, Room},
};
use crate::{
    attack::{
        NotCarriedOut, Tell,
        loot::{Loot, Side},
        stage::Stage,
        survey::{Frame, Voter, by_verb},
        truth::Truth,
    },
    clinic,
    clock::{DAY, HOUR, MINUTE},
    credentials::issue::SigningKey,
    ids::MeetingId,
    meetings::{self, Invited, Plan},
    notices::{Gathering, Notice, Ways},
    papers::InBoth,
    schedule,
};

/// How many write with their name.
const NAMED: usize = 3;
/// One of so many takes their seats and writes nothing.
const SILENT: usize = 4;
/// One of so many adds a file to what they wrote.
const WITH_FILE: usize = 2;

/// Everything that is true of the session, and what could be copied meanwhile.
pub struct Sitting {
    pub meeting: MeetingId,
    /// What was promised, as it stands in public.
    pub notice: String,
    pub guests: Vec<Guest>,
    /// Who took their seats, and who wrote without a name, each in the order in which they did.
    pub took: Vec<usize>,
    pub wrote: Vec<usize>,
    /// When everybody had written and nothing had been brought to the desk; with a backup.
    pub before: Loot,
    /// When everything was.
    pub after: Frame,
    pub room: Room,
}

pub fn play(stage: &Stage, truth: &mut Truth, people: &[Voter], tell: Tell) -> Result<Sitting, NotCarriedOut> {
    tell("a session of the clinic opens, and people write to it");
    // Nothing is brought to the desk on a weekend.
    wait_for(stage, Weekday::Saturday, 19);
    let (meeting, text) = open(stage)?;
    let notice = Notice::read(&text).map_err(|fault| stuck(&format!("read a notice ({fault})")))?;
    let mut guests = invited(stage, meeting, people)?;
    let mut coming: Vec<_> = (0..guests.len()).collect();
    stage.house.chance.dice().shuffle(&mut coming);
    let (mut took, mut wrote) = (Vec::new(), Vec::new());
    for (nth, whose) in coming.into_iter().enumerate() {
        let Some(guest) = guests.get_mut(whose) else { continue };
        stage.turn(Duration::from_secs(9));
        if nth < NAMED {
            guest.is_named = true;
            guest.write_by_name(stage, meeting)?;
            continue;
        }
        guest.take_seats(stage, &notice)?;
        took.push(whose);
        if nth % SILENT != 0 {
            stage.turn(Duration::from_secs(2));
            guest.write_by_seat(stage, meeting)?;
            if nth % WITH_FILE == 0 {
                guest.add_file(stage)?;
            }
            wrote.push(whose);
        }
    }
    truth.guests.clone_from(&guests);
    for _ in 0..2 {
        stage.turn(MINUTE);
        stage.wait(schedule::run_due(&stage.house));
    }
    let mut before = Loot::copy(stage)?;
    // Of a server's journal all is copied at the end.
    before.pieces.retain(|piece| piece.side != Side::Server);
    if let Some(frame) = &mut before.frame {
        frame.when = "before the emptying";
    }
    tell("the letterbox is emptied, and the desk answers");
    let after = emptied(stage)?;
    desk::works(stage, truth)?;
    stage.turn(MINUTE);
    stage.wait(schedule::run_due(&stage.house));
    tell("questions are asked live");
    let room = live::play(stage, truth, meeting)?;
    Ok(Sitting { meeting, notice: text, guests, took, wrote, before, after, room })
}

/// Until the hour of an office comes, holidays aside.
fn emptied(stage: &Stage) -> Result<Frame, NotCarriedOut> {
    wait_for(stage, Weekday::Monday, 8);
    for _ in 0..240 {
        stage.turn(HOUR);
        stage.wait(schedule::run_due(&stage.house));
        if stage.wait(stage.house.db.read_urn(clinic::waiting)).map_err(|_| stuck("looked into the letterbox"))?.is_empty() {
            return Frame::take(stage, "after the emptying");
        }
    }
    Err(stuck("waited for the letterbox to be emptied"))
}

fn wait_for(stage: &Stage, weekday: Weekday, hour: i8) {
    for _ in 0..200 {
        let now = stage.clock.now().in_bangkok();
        if now.weekday() == weekday && now.hour() == hour {
            return;
        }
        stage.turn(HOUR);
    }
}

fn open(stage: &Stage) -> Result<(MeetingId, String), NotCarriedOut> {
    let said = |th: &str, en: &str| InBoth { th: th.to_owned(), en: en.to_owned() };
    let now = stage.clock.now();
    let day = |days: u32| now.plus(DAY * days).seconds();
    let plan = Plan {
        title: said("คลินิกที่ตรวจสอบ", "The session that is audited"),
        about: said("เรื่องที่ตรวจสอบ", "What is audited"),
        answered_by: said("ผู้ตอบที่ตรวจสอบ", "Those who are audited"),
        gathering: Some(Gathering {
            starts: day(90),
            ends: day(90) + 7_200,
            place: said("ห้องที่ตรวจสอบ", "A room that is audited"),
            online: String::new(),
        }),
        opens: now.seconds(),
        closes: Some(day(80)),
        topics: meetings::usual_topics(),
        ways: Ways { by_name: true, by_seat: true, open_door: false },
        is_moderated: true,
        takes_files: true,
        seats_each: 2,
        invited: Invited::default(),
    };
    let id = by_verb(stage, "planned a session", move |conn, hand, dice| meetings::plan(conn, hand, &plan, dice))?;
    let key = SigningKey::generate().map_err(|_| stuck("made a key for seats"))?;
    by_verb(stage, "opened a session", move |conn, hand, dice| meetings::begin_opening(conn, hand, id, &key, dice))?;
    for _ in 0..2 {
        stage.turn(MINUTE);
        stage.wait(schedule::run_due(&stage.house));
    }
    let meeting = stage.wait(stage.house.db.read_register(move |conn| meetings::find(conn, id)));
    let meeting = meeting.map_err(|_| stuck("looked for a session"))?;
    let promised = meeting.and_then(|meeting| meeting.promised).ok_or_else(|| stuck("opened a session"))?;
    Ok((id, promised.notice))
}

fn invited(stage: &Stage, meeting: MeetingId, people: &[Voter]) -> Result<Vec<Guest>, NotCarriedOut> {
    let master = stage.house.master.clone();
    let links = stage.house.db.read_register(move |conn| meetings::personal_links(conn, &master, meeting));
    let links = stage.wait(links).map_err(|_| stuck("looked for links of a session"))?;
    let mut dice = stage.house.chance.dice();
    let mut guests = Vec::new();
    for (person, link) in links {
        let Some(voter) = people.iter().find(|voter| voter.id == person) else { continue };
        guests.push(Guest {
            id: person,
            number: voter.number.clone(),
            name: voter.name.clone(),
            link: link.write(),
            text: format!("May I ask {} whether {} may be done", dice.digits(20), dice.digits(24)),
            once: dice.digits(32),
            seats: Vec::new(),
            receipt: String::new(),
            is_named: false,
        });
    }
    if guests.is_empty() { Err(stuck("invited anybody to a session")) } else { Ok(guests) }
}
