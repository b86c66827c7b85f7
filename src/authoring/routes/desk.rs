//! What the handlers of this room have in common: finding a version, doing a deed once, refusing.

use actix_web::HttpResponse;

use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    authoring::{Hand, Refusal, Version, change, store, words::outline::words},
    db::RegisterConn,
    dice::Dice,
    ids::InstrumentId,
    instruments::Instrument,
    language::Language,
    web::{self as kit, Failure, FormKey, Spent, at, see_other},
};

pub async fn found(gate: &Gatehouse, id: InstrumentId) -> Result<Version, Failure> {
    gate.db.read_register(move |conn| store::find(conn, id)).await?.ok_or(Failure::NotFound)
}

/// A version that may still be changed.
pub async fn open(who: &May<MakeSurveys>, gate: &Gatehouse, id: InstrumentId) -> Result<Version, Failure> {
    let version = found(gate, id).await?;
    if version.is_fixed { Err(failure(who.visit.language, Refusal::Fixed)) } else { Ok(version) }
}

pub fn failure(language: Language, refusal: Refusal) -> Failure {
    let say = words(language);
    match refusal {
        Refusal::NotFound => Failure::NotFound,
        Refusal::Fixed => Failure::Refused(say.is_fixed.to_owned()),
        Refusal::ChangedMeanwhile => Failure::Refused(say.not_done.to_owned()),
        Refusal::TooLarge(_) => Failure::Refused(say.too_large.to_owned()),
        Refusal::Database(fault) => fault.into(),
    }
}

/// Does a deed once and leads on; pressed twice, it leads on twice.
pub async fn deed(
    who: &May<MakeSurveys>,
    gate: &Gatehouse,
    key: FormKey,
    deed: impl Fn(&mut RegisterConn, &Hand) -> Result<(), Refusal> + Send + 'static,
    answer: &str,
) -> Result<HttpResponse, Refusal> {
    let (by, master, now, led_to) = (who.actor(), gate.master.clone(), who.visit.premises.now(), answer.to_owned());
    gate.db
        .register(move |conn| {
            let hand = Hand { master: &master, by: &by, now };
            kit::once(conn, key, &led_to, now, |conn| deed(conn, &hand))
        })
        .await?;
    Ok(see_other(answer))
}

/// One edit, which changes nothing where `edit` finds that it does not fit any more.
pub async fn edit(
    who: &May<MakeSurveys>,
    gate: &Gatehouse,
    key: FormKey,
    id: InstrumentId,
    what: String,
    edit: impl Fn(&mut Instrument) -> Result<(), Refusal> + Send + 'static,
    answer: &str,
) -> Result<HttpResponse, Refusal> {
    deed(who, gate, key, move |conn, hand| change(conn, hand, id, &what, |instrument| edit(instrument)), answer).await
}

/// Why nothing was made: it was made before, and stands there.
#[derive(Debug, thiserror::Error)]
enum NotMade {
    #[error("made before")]
    Before(String),
    #[error("not made: {0}")]
    Refused(#[from] Refusal),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// Where this very form led before, if it was sent before: what it made is in its own way now.
pub async fn led_before(who: &May<MakeSurveys>, gate: &Gatehouse, key: FormKey) -> Result<Option<HttpResponse>, Failure> {
    let now = who.visit.premises.now();
    let asked = gate.db.register(move |conn| match kit::spend(conn, key, "", now)? {
        Spent::Before(answer) => Err::<(), _>(NotMade::Before(answer)),
        // Nothing is spent by asking: the transaction is given up.
        Spent::Now => Err(NotMade::Refused(Refusal::NotFound)),
    });
    match asked.await {
        Err(NotMade::Before(answer)) => Ok(Some(see_other(&answer))),
        Err(NotMade::Database(fault)) => Err(fault.into()),
        Ok(()) | Err(NotMade::Refused(_)) => Ok(None),
    }
}

/// Makes an instrument once, and leads to it.
pub async fn make(
    who: &May<MakeSurveys>,
    gate: &Gatehouse,
    key: FormKey,
    done: &'static str,
    make: impl Fn(&mut RegisterConn, &Hand, &mut Dice) -> Result<InstrumentId, Refusal> + Send + 'static,
) -> Result<HttpResponse, Failure> {
    let (by, master, now) = (who.actor(), gate.master.clone(), who.visit.premises.now());
    let (chance, language) = (who.visit.premises.chance.clone(), who.visit.language);
    let attempt = gate.db.register(move |conn| {
        let id = make(conn, &Hand { master: &master, by: &by, now }, &mut chance.dice())?;
        let answer = at::done(&format!("{}{}", language.prefix(), at::instrument(id, "")), done);
        // Where it was made before, what was just made goes with the transaction.
        match kit::spend(conn, key, &answer, now)? {
            Spent::Now => Ok(answer),
            Spent::Before(answer) => Err(NotMade::Before(answer)),
        }
    });
    match attempt.await {
        Ok(answer) | Err(NotMade::Before(answer)) => Ok(see_other(&answer)),
        Err(NotMade::Refused(refusal)) => Err(failure(language, refusal)),
        Err(NotMade::Database(fault)) => Err(fault.into()),
    }
}
