//! What every deed here has in common: done once, by whoever is signed in.

use crate::{
    accounts::{Gatehouse, KeepActivities, May},
    activities::{Hand, Refusal},
    db::RegisterConn,
    dice::Dice,
    reports::NotShown,
    web::{self as kit, Failure, FormKey},
};

/// Does it unless this form has done it before. Says where it leads.
pub async fn done_once(
    who: &May<KeepActivities>,
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
pub fn failure(refusal: Refusal) -> Failure {
    match refusal {
        Refusal::NotFound => Failure::NotFound,
        Refusal::Database(fault) => fault.into(),
        refusal @ (Refusal::Changed | Refusal::SpokenFor(_) | Refusal::Full) => Failure::broken(refusal),
    }
}

pub fn not_shown(fault: NotShown) -> Failure {
    match fault {
        NotShown::Database(fault) => fault.into(),
        fault => Failure::broken(fault),
    }
}
