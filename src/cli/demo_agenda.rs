//! The calendar of the throw-away department: the usual work of the year, with what has passed ticked.

use super::Complaint;
use crate::{
    accounts::Actor,
    agenda::{self, Refusal},
    authoring::Hand,
    db::RegisterConn,
    house::House,
    language::FiscalYear,
};

pub async fn fill(house: &House) -> Result<(), Complaint> {
    let (now, master, chance) = (house.clock.now(), house.master.clone(), house.chance.clone());
    let (by, year) = (Actor::the_program(), FiscalYear::of(now.day()));
    let filled = house.db.register(move |conn: &mut RegisterConn| {
        let hand = Hand { master: &master, by: &by, now };
        agenda::take_over(conn, &hand, year, &agenda::shipped(year), &mut chance.dice())?;
        for entry in agenda::of_year(conn, year)?.iter().filter(|entry| entry.is_late(now.day())) {
            agenda::tick(conn, &hand, entry.id, Some(entry.wanted.last))?;
        }
        Ok::<(), Refusal>(())
    });
    Ok(filled.await?)
}
