//! Leaks in the clinic, planted in what is left when the desk has answered.

use super::{joins, live, orders, play::Sitting, times, truth, words};
use crate::attack::{NotCarriedOut, plant::Plant, stage::Stage, survey::Kind};

/// What each attack has to find.
fn plants() -> Vec<Plant> {
    let told = "answers attributed";
    vec![
        Plant::new(orders::ATTACK, "matters in the order in which they were written", [told, "planted_queue, as read"]),
        Plant::new(orders::ATTACK, "a number that counts up in every matter", [told, "planted_serials, by serial"]),
        Plant::new(
            joins::ATTACK,
            "the same number with a person and a matter",
            [told, "planted_guests.pair beside planted_serials"],
        ),
        Plant::new(
            joins::ATTACK,
            "the lock of a message beside its matter",
            ["what a message had in the letterbox", "planted_words.lock"],
        ),
        Plant::new(words::ATTACK, "the message of a seat beside its matter", ["the message of a seat", "planted_words.seat"]),
        Plant::new(words::ATTACK, "a question in clear", ["somebody's question", "planted_words.text"]),
        Plant::new(times::ATTACK, "a day instead of a month", ["a day", "planted_days.month"]),
    ]
}

pub fn plant(stage: &Stage, sitting: &Sitting) -> Result<Vec<Plant>, NotCarriedOut> {
    let (mut register, mut urn) = (stage.register()?, stage.urn()?);
    register.run("CREATE TABLE planted_guests (person BLOB NOT NULL, pair BLOB NOT NULL)")?;
    urn.run(
        "CREATE TABLE planted_queue (matter BLOB NOT NULL);
         CREATE TABLE planted_serials (matter BLOB NOT NULL PRIMARY KEY, serial BIGINT NOT NULL, pair BLOB NOT NULL);
         CREATE TABLE planted_words (matter BLOB NOT NULL, seat BLOB NOT NULL, lock BLOB NOT NULL, text TEXT NOT NULL);
         CREATE TABLE planted_days (matter BLOB NOT NULL, month TEXT NOT NULL)",
    )?;
    let marks = truth::marks(stage, sitting);
    let mut dice = stage.house.chance.dice();
    for (nth, whose) in sitting.wrote.iter().enumerate() {
        let matter = marks.iter().find(|mark| mark.whose == *whose && mark.kind == Kind::Matter && mark.what == "matter_id");
        let (Some(matter), Some(guest)) = (matter, sitting.guests.get(*whose)) else { continue };
        let (person, matter, pair) =
            (register.literal(guest.id.as_bytes()), urn.literal(&matter.bytes), urn.literal(&dice.bytes::<16>()));
        register.run(&format!("INSERT INTO planted_guests VALUES ({person}, {pair})"))?;
        urn.run(&format!(
            "INSERT INTO planted_queue VALUES ({matter});
             INSERT INTO planted_serials VALUES ({matter}, {}, {pair})",
            nth + 17
        ))?;
        if nth == 0 {
            let seat = urn.literal(guest.seats.first().map_or(&[], |seat| &seat.message));
            let lock = marks.iter().find(|mark| mark.whose == *whose && mark.kind == Kind::Matter && mark.what == "lock");
            let lock = urn.literal(lock.map_or(&[], |mark| &mark.bytes));
            urn.run(&format!(
                "INSERT INTO planted_words VALUES ({matter}, {seat}, {lock}, '{}');
                 INSERT INTO planted_days VALUES ({matter}, '2026-12-14')",
                guest.text
            ))?;
        }
    }
    Ok(plants().into_iter().chain(live::plants()).collect())
}
