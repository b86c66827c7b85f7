//! What every deed with a plan has in common: done once, by whoever is signed in; refused in words.

use crate::{
    accounts::{Gatehouse, KeepPlans, May},
    db::RegisterConn,
    dice::Dice,
    improving::{
        pages::forms::Now,
        words::{
            forms,
            plans::{status, words},
        },
    },
    language::{Language, dates},
    plans::{Hand, Measured, Plan, Refusal, Step},
    rounds,
    web::{self as kit, Failure, FormKey},
};

/// Does it unless this form has done it before. Says where it leads.
pub async fn done_once(
    who: &May<KeepPlans>,
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
    let say = words(language);
    match refusal {
        Refusal::NotFound => Failure::NotFound,
        Refusal::Database(fault) => fault.into(),
        Refusal::Told => Failure::Refused(say.year_stays.to_owned()),
        Refusal::Full => Failure::Refused(say.full.to_owned()),
        Refusal::HasPlan => Failure::Refused(say.has_plan.to_owned()),
        Refusal::RoundTaken => Failure::Refused(say.round_taken.to_owned()),
        Refusal::Changed => Failure::Refused(forms::words(language).changed.to_owned()),
        Refusal::Round(refusal) => Failure::Refused(rounds::words::refusal_in_words(language, &refusal)),
    }
}

/// What is there now of a plan that somebody else has changed.
pub fn plan_now(plan: &Plan, language: Language) -> Now {
    let (say, wanted) = (forms::words(language), &plan.wanted);
    vec![
        (say.title_thai, wanted.title.th.clone()),
        (say.title_english, wanted.title.en.clone()),
        (say.policy, wanted.policy.clone()),
        (say.year, wanted.year.number().to_string()),
        (say.months, wanted.months.written(wanted.year, language)),
    ]
}

pub fn measure_now(it: &Measured, language: Language) -> Now {
    let (say, measure) = (forms::words(language), &it.measure);
    vec![
        (say.letter, measure.letter.map(crate::plans::Letter::code).unwrap_or_default().to_owned()),
        (say.text, measure.text.clone()),
        (say.reason, measure.reason.clone()),
        (say.topics, measure.topics.join("\n")),
        (say.about, measure.about.as_ref().map(|about| about.point.to_string()).unwrap_or_default()),
        (say.done, measure.done.map(|day| dates::short(day, language)).unwrap_or_default()),
    ]
}

pub fn step_now(step: &Step, plan: &Plan, language: Language) -> Now {
    let (say, task) = (forms::words(language), &step.task);
    let months = |months: crate::plans::Months| {
        let named = months.places().filter_map(|place| crate::plans::month(plan.wanted.year, place));
        named.map(|month| month.short(language)).collect::<Vec<_>>().join(", ")
    };
    vec![
        (say.step, task.text.clone()),
        (say.months, months(task.months)),
        (say.months_done, months(step.done)),
        (say.budget, task.budget.clone()),
        (say.owner, task.owner.clone()),
        (say.email, task.email.as_ref().map(|email| email.reveal().to_owned()).unwrap_or_default()),
        (say.status, status(language, task.status).to_owned()),
        (say.evidence, task.evidence.clone()),
        (say.link, task.link.clone()),
    ]
}
