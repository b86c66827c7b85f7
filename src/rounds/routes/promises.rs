//! What a round tells those who answer, and its target, while it is a draft.

use actix_web::{HttpResponse, web};

use super::{
    deeds::{failure, head, not_now},
    planning::{place, typed as typed_place},
};
use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    db::RegisterConn,
    department::{self, K_DEFAULT, K_LEAST, K_MOST},
    ids::SurveyId,
    instruments::Decimal,
    language::{self, Language},
    rounds::{
        Refusal,
        pages::promises::{self as page, PromisesForm},
        words::{planning, promises::words},
    },
    surveys::{self, Comments, Comparator, Entrance, NewSurvey, NotNow, Release, Survey, Target, Terms},
    web::{Body, Failure, Faults, Posted, at, see_other},
};

/// `GET` [`at::ROUND_SETTINGS`]
pub async fn edit(who: May<MakeSurveys>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let head = head(&gate, id.into_inner()).await?;
    if !head.survey.state.is_draft() {
        return Ok(page::show(&who.visit, &head));
    }
    let least = gate.db.read_register(least_k).await?;
    Ok(page::edit(&who.visit, &head, &PromisesForm::from(&head.survey), least, &Faults::none()))
}

/// `POST` [`at::ROUND_SETTINGS`]
pub async fn update(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let (id, language) = (id.into_inner(), who.visit.language);
    let head = head(&gate, id).await?;
    if !head.survey.state.is_draft() {
        return Err(not_now(language, NotNow::NotADraft));
    }
    let least = gate.db.read_register(least_k).await?;
    let mut form = typed(&posted);
    let (place, terms) = match parse(&form, least, language) {
        Ok(read) => read,
        Err(faults) => return Ok(page::edit(&who.visit, &head, &form, least, &faults)),
    };
    let (actor, master, now) = (who.actor(), gate.master.clone(), who.visit.premises.now());
    let drawn = form.mark.clone();
    let changed = gate.db.register(move |conn| {
        let before = surveys::find(conn, id)?.ok_or(Refusal::NotFound)?;
        if page::mark(&before) != drawn {
            return Err(Refusal::ChangedMeanwhile);
        }
        let NewSurvey { year, round, name_thai, name_english } = place.clone();
        let after = Survey { year, round, name_thai, name_english, terms, ..before };
        Ok(surveys::change(conn, &master, &actor, &after, now)?)
    });
    match changed.await {
        Ok(()) => Ok(see_other(&at::done(&who.visit.to(&at::round(id)), "saved"))),
        Err(Refusal::NameTaken) => {
            let faults = Faults::one("name_thai", planning::words(language).name_taken);
            Ok(page::edit(&who.visit, &head, &form, least, &faults))
        }
        Err(Refusal::ChangedMeanwhile) => {
            // Sent once more, it holds: whoever does so has been told.
            let head = self::head(&gate, id).await?;
            form.mark = page::mark(&head.survey);
            let faults = Faults::one("name_thai", words(language).changed_meanwhile);
            Ok(page::edit(&who.visit, &head, &form, least, &faults))
        }
        Err(refusal) => Err(failure(language, refusal)),
    }
}

/// The department may ask for larger groups than the program does, never for smaller ones.
fn least_k(conn: &mut RegisterConn) -> diesel::QueryResult<i32> {
    Ok(department::current(conn)?.map_or(K_DEFAULT, |department| department.k).max(K_LEAST))
}

fn typed(posted: &Posted) -> PromisesForm {
    let text = |field| posted.text(field).to_owned();
    PromisesForm {
        place: typed_place(posted),
        mark: text("mark"),
        door: text("door"),
        k: text("k"),
        release: text("release"),
        comments: text("comments"),
        target: text("target"),
        comparator: text("comparator"),
        grace: text("grace"),
        without_script: posted.is_ticked("without_script"),
        one_by_one: posted.is_ticked("one_by_one"),
    }
}

fn parse(form: &PromisesForm, least: i32, language: Language) -> Result<(NewSurvey, Terms), Faults> {
    let say = words(language);
    let mut faults = Faults::none();
    let place = faults.take_all(place(&form.place, language));
    let number =
        |text: &str, least, most| language::arabic(text).parse::<i32>().ok().filter(|number| (least..=most).contains(number));
    let entrance = faults.take("door", Entrance::from_code(&form.door).ok_or(say.choose_one));
    let k = faults.take("k", number(&form.k, least, K_MOST).ok_or_else(|| (say.k_wrong)(least)));
    let release = faults.take("release", Release::from_code(&form.release).ok_or(say.choose_one));
    let comments = faults.take("comments", Comments::from_code(&form.comments).ok_or(say.choose_one));
    let target = faults.take_all(target(form, language));
    let grace = faults.take("grace", number(&form.grace, 0, Terms::GRACE_MOST).ok_or(say.grace_wrong));
    match (place, entrance, k, release, comments, target, grace) {
        (Some(place), Some(entrance), Some(k), Some(release), Some(comments), Some(target), Some(grace_minutes)) => {
            let (without_script, one_by_one) = (form.without_script, form.one_by_one);
            Ok((
                place,
                Terms {
                    door: entrance.door(),
                    slips: entrance.slips(),
                    k,
                    release,
                    comments,
                    without_script,
                    one_by_one,
                    grace_minutes,
                    target,
                },
            ))
        }
        _ => Err(faults),
    }
}

/// No target, or one in exact hundredths.
fn target(form: &PromisesForm, language: Language) -> Result<Option<Target>, Faults> {
    let say = words(language);
    if form.target.is_empty() {
        return Ok(None);
    }
    let comparator = Comparator::from_code(&form.comparator).ok_or_else(|| Faults::one("comparator", say.choose_one))?;
    let hundredths = hundredths(&form.target).ok_or_else(|| Faults::one("target", say.target_wrong))?;
    if comparator == Comparator::Over && hundredths == 10_000 {
        return Err(Faults::one("target", say.target_unreachable));
    }
    Ok(Some(Target { comparator, hundredths }))
}

/// `92.5` and `๙๒.๕๐` are 9250; `92,50` is no number of ours.
fn hundredths(typed: &str) -> Option<i32> {
    let number: Decimal = typed.parse().ok()?;
    let millionths = number.millionths();
    let hundredths = i32::try_from(millionths / 10_000).ok()?;
    (millionths % 10_000 == 0 && (0..=10_000).contains(&hundredths)).then_some(hundredths)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{language::digits::thai, rounds::words::promises};

    #[test]
    fn a_target_is_read_to_the_hundredth_and_nothing_is_rounded() {
        for (typed, read) in [("92.50", 9250), ("92.5", 9250), ("๙๒.๕๐", 9250), ("85", 8500), ("0", 0), ("100.00", 10_000)]
        {
            assert_eq!(hundredths(typed), Some(read), "{typed}");
        }
        for wrong in ["92,50", "92.505", "100.01", "-1", "-0.01", "1,000", "92.", ".5", "ninety", "9e1"] {
            assert_eq!(hundredths(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn every_target_that_is_shown_is_read_back(all in 0_i32..=10_000) {
            let shown = promises::hundredths(all);
            prop_assert_eq!(hundredths(&shown), Some(all));
            prop_assert_eq!(hundredths(&thai(&shown)), Some(all));
        }
    }
}
