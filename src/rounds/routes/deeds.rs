//! What every deed with a round has in common: done once, by whoever is signed in; refused in words.

use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    db::RegisterConn,
    dice::Dice,
    ids::SurveyId,
    language::Language,
    rounds::{
        Hand, Refusal,
        pages::overview::Head,
        words::{not_now_in_words, refusal_in_words},
    },
    surveys::{self, NotNow},
    web::{self as kit, Failure, FormKey},
};

/// A round and its extensions.
pub async fn head(gate: &Gatehouse, id: SurveyId) -> Result<Head, Failure> {
    gate.db.read_register(move |conn| read_head(conn, id)).await?.ok_or(Failure::NotFound)
}

pub fn read_head(conn: &mut RegisterConn, id: SurveyId) -> diesel::QueryResult<Option<Head>> {
    let Some(survey) = surveys::find(conn, id)? else { return Ok(None) };
    let extensions = surveys::extensions(conn, id)?;
    Ok(Some(Head { survey, extensions }))
}

/// Does it unless this form has done it before. Says where it leads.
pub async fn done_once(
    who: &May<MakeSurveys>,
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
        refusal => Failure::Refused(refusal_in_words(language, &refusal)),
    }
}

pub fn not_now(language: Language, not_now: NotNow) -> Failure {
    Failure::Refused(not_now_in_words(language, not_now).to_owned())
}
