//! The live room of a session: browsers ask one after the other, and somebody has seen in which order they pressed.

use std::time::Duration;

use super::guest::stuck;
use crate::{
    attack::{
        NotCarriedOut, Verdict,
        forms::{expect, send},
        lists::{Known, Ordered},
        loot::Side,
        needles::Needles,
        odds::{List, Tries},
        plant::Plant,
        play::{self, sign_in},
        stage::Stage,
        survey::{Frame, Kind, Mark},
        truth::Truth,
    },
    clock::MINUTE,
    ids::MeetingId,
    live, schedule,
};

const ATTACK: &str = "the live room";

/// So many browsers ask, one question each.
const ASK: usize = 100;

pub struct Room {
    /// In the order in which they were asked.
    texts: Vec<String>,
    marks: Vec<Mark>,
    frame: Frame,
    /// The same, with leaks.
    planted: Frame,
}

pub fn play(stage: &Stage, truth: &mut Truth, meeting: MeetingId) -> Result<Room, NotCarriedOut> {
    let person = truth.people.get(play::THE_DESK).cloned().ok_or_else(|| stuck("looked for the desk"))?;
    let mut desk = stage.browser();
    sign_in(stage, truth, &person, &mut desk)?;
    let host = format!("/en/desk/live/{meeting}");
    let page = desk.get(&host)?;
    expect(303, "opened a live room", &send(truth, &mut desk, &page, &host, &[("open", "yes")])?)?;
    let page = desk.get(&host)?;
    // The id of the session stands behind the same words, and may begin with six digits too.
    let codes = page.body.split("/live/").skip(1).filter_map(|rest| rest.split(|it: char| !it.is_ascii_alphanumeric()).next());
    let code = codes.into_iter().find(|code| code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit()));
    let room = format!("/en/live/{}", code.ok_or_else(|| stuck("looked for the code of a live room"))?);

    let mut texts = Vec::new();
    for _ in 0..ASK {
        stage.turn(Duration::from_secs(9));
        let text = format!("Is it true that {} may be paid", stage.house.chance.dice().digits(24));
        let mut phone = stage.browser();
        let page = phone.get(&room)?;
        let own = page.field("browser").unwrap_or_default().to_owned();
        let fields = [("browser", own.as_str()), ("text", text.as_str())];
        expect(303, "asked a question live", &send(truth, &mut phone, &page, &room, &fields)?)?;
        truth.keep("a question that was asked live", text.as_bytes());
        texts.push(text);
    }
    for _ in 0..2 {
        stage.turn(MINUTE);
        stage.wait(schedule::run_due(&stage.house));
    }
    let frame = Frame::take(stage, "in the live room")?;
    let marks = marks(stage, meeting, &texts, &frame)?;
    let planted = planted(stage, &texts, &marks)?;
    Ok(Room { texts, marks, frame, planted })
}

/// No row, place or value tells in which order questions were asked, and none lies there in clear.
pub fn live(room: &Room, is_planted: bool) -> Verdict {
    let promise = "nothing tells in which order questions were asked live, and none lies in clear";
    let frame = if is_planted { &room.planted } else { &room.frame };
    let asked = Ordered {
        side: Side::Neither,
        is_of_file: false,
        kind: Kind::Person,
        list: List { name: "who asked when".to_owned(), whose: (0..room.texts.len()).collect() },
    };
    let mut tries = Tries::default();
    for stored in Known::of(&room.marks).all(frame) {
        tries.orders(&asked.list, &stored.list, &|_| 0);
    }
    let mut needles = Needles::default();
    for text in &room.texts {
        needles.add("a question in clear", text.as_bytes());
    }
    let found = super::words::in_frame(frame, &needles, &[Side::Register, Side::Urn]);
    tries.verdict(ATTACK, promise, room.texts.len(), found)
}

pub fn plants() -> Vec<Plant> {
    vec![
        Plant::new(ATTACK, "questions in the order in which they were asked", ["answers attributed", "planted_live"]),
        Plant::new(ATTACK, "a question in clear", ["a question in clear", "planted_live.text"]),
    ]
}

/// Whose is which, as only who holds the master key can tell.
fn marks(stage: &Stage, meeting: MeetingId, texts: &[String], frame: &Frame) -> Result<Vec<Mark>, NotCarriedOut> {
    let master = stage.house.master.clone();
    let board = stage.wait(stage.house.db.read_urn(move |conn| live::board(conn, &master, meeting)))?;
    let mut marks = Vec::new();
    for said in board.waiting.into_iter().chain(board.shown) {
        let Some(whose) = texts.iter().position(|text| *text == said.text) else { continue };
        marks.push(Mark { kind: Kind::Matter, what: "a question", whose, bytes: said.id.as_bytes().to_vec() });
        let sealed = frame.table(Side::Urn, "live_questions").and_then(|table| {
            let mut rows = table.column("id").zip(table.column("sealed"));
            rows.find(|(id, _)| *id == said.id.as_bytes()).map(|(_, sealed)| sealed.to_vec())
        });
        let sealed = sealed.ok_or_else(|| stuck("looked for what was asked live"))?;
        marks.push(Mark { kind: Kind::Matter, what: "a sealed question", whose, bytes: sealed });
    }
    if marks.len() == texts.len() * 2 { Ok(marks) } else { Err(stuck("read what was asked live")) }
}

fn planted(stage: &Stage, texts: &[String], marks: &[Mark]) -> Result<Frame, NotCarriedOut> {
    let mut urn = stage.urn()?;
    // What stands in clear here must stay in no journal, where it would be found as if it had always been there.
    let table = if stage.is_sqlite() { "TABLE" } else { "UNLOGGED TABLE" };
    urn.run(&format!("CREATE {table} planted_live (question BLOB NOT NULL, text TEXT NOT NULL)"))?;
    for (whose, text) in texts.iter().enumerate() {
        let mark = marks.iter().find(|mark| mark.whose == whose && mark.what == "a question");
        let question = urn.literal(mark.map_or(&[], |mark| &mark.bytes));
        let text = if whose == 0 { text.as_str() } else { "" };
        urn.run(&format!("INSERT INTO planted_live VALUES ({question}, '{text}')"))?;
    }
    let frame = Frame::take(stage, "in the live room with leaks")?;
    if stage.is_sqlite() {
        urn.run("PRAGMA secure_delete = ON")?;
    }
    urn.run("DROP TABLE planted_live")?;
    let _only_for_some_roles = urn.checkpoint();
    Ok(frame)
}
