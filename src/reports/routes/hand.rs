//! Whose hand a form was sent by.

use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    reports::note_comment::Hand,
    web::FormKey,
};

pub fn hand(who: &May<MakeSurveys>, gate: &Gatehouse, key: FormKey) -> Hand {
    Hand { master: gate.master.clone(), by: who.actor(), key, now: who.visit.premises.now() }
}
