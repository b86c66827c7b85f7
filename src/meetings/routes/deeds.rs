//! What every deed with a session has in common: done once, by whoever is signed in; refused in words.

use crate::{
    accounts::{Gatehouse, May, Permit},
    db::RegisterConn,
    dice::Dice,
    ids::MeetingId,
    language::Language,
    meetings::{Hand, Meeting, Refusal, store, words::refusals::refusal_in_words},
    web::{self as kit, Failure, FormKey},
};

pub async fn meeting(gate: &Gatehouse, id: MeetingId) -> Result<Meeting, Failure> {
    gate.db.read_register(move |conn| store::find(conn, id)).await?.ok_or(Failure::NotFound)
}

/// Does it unless this form has done it before. Says where it leads.
pub async fn done_once<P: Permit>(
    who: &May<P>,
    gate: &Gatehouse,
    key: FormKey,
    deed: impl Fn(&mut RegisterConn, &Hand, &mut Dice) -> Result<String, Refusal> + Send + 'static,
) -> Result<String, Refusal> {
    let (by, master) = (who.actor(), gate.master.clone());
    let (now, chance) = (who.visit.premises.now(), who.visit.premises.chance.clone());
    gate.db
        .register(move |conn| {
            let hand = Hand { master: &master, by: &by, now };
            kit::once_leading(conn, key, now, |conn| deed(conn, &hand, &mut chance.dice()))
        })
        .await
}

/// The page for a refusal that no field could put right.
pub fn failure(language: Language, refusal: Refusal) -> Failure {
    match refusal {
        Refusal::NotFound => Failure::NotFound,
        Refusal::Database(fault) => fault.into(),
        refusal => match refusal_in_words(language, &refusal) {
            Some(sentence) => Failure::Refused(sentence.to_owned()),
            None => Failure::broken(refusal),
        },
    }
}
