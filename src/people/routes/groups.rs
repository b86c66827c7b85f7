//! HR's own groups.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};

use super::{
    eligible::scene,
    refusals::{not_drawn_up, refuse_once_open},
};
use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    ids::{SurveyId, UnitId},
    people::{
        audience::{Outlook, set_groups},
        pages::{
            eligible::Scene,
            groups::{self as page, Chosen},
        },
        strata::{self, Misfit},
        words::{
            audience::{small_in_words, too_few_in_words},
            rolls::words,
        },
    },
    surveys::Survey,
    web::{Body, Failure, Faults, at, see_other},
};

/// `GET` [`at::GROUPS`]
pub async fn edit(who: May<KeepRoster>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let scene = scene(&gate, id.into_inner(), who.visit.premises.now()).await?;
    refuse_once_open(&scene.survey, who.visit.language)?;
    let chosen = present(&scene.outlook);
    Ok(page::edit(&who.visit, &scene, most(&scene.outlook, &chosen), &chosen, &Faults::none()))
}

/// `POST` [`at::GROUPS`]. `by=rule` leaves them to the rule again.
pub async fn update(
    who: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let scene = scene(&gate, id.into_inner(), who.visit.premises.now()).await?;
    refuse_once_open(&scene.survey, who.visit.language)?;
    if posted.text("by") == "rule" {
        return put(&who, &gate, scene.survey, None).await;
    }
    let outlook = &scene.outlook;
    let number = |unit: UnitId| posted.text(&page::field(unit)).parse::<usize>().ok();
    let sound = number_of_units(outlook);
    let numbered = outlook.counts.iter().filter(|count| count.eligible > 0).filter_map(|count| {
        let number = number(count.id).filter(|number| (1..=sound).contains(number))?;
        Some((count.id, number))
    });
    let chosen: Chosen = numbered.collect();
    let groups = groups(outlook, &chosen);
    match strata::choose(&outlook.counts, outlook.k, &groups) {
        Ok(_) => put(&who, &gate, scene.survey, Some(groups)).await,
        Err(misfit) => refuse(&who, &scene, &chosen, &groups, &misfit),
    }
}

async fn put(
    who: &May<KeepRoster>,
    gate: &Gatehouse,
    survey: Survey,
    groups: Option<Vec<Vec<UnitId>>>,
) -> Result<HttpResponse, Failure> {
    let answer = at::done(&who.visit.to(&at::eligible(survey.id)), "groups");
    let (actor, master, now) = (who.actor(), gate.master.clone(), who.visit.premises.now());
    let set = gate.db.register(move |conn| set_groups(conn, &master, &actor, &survey, groups.clone(), now)).await;
    set.map_err(|refusal| not_drawn_up(who.visit.language, refusal))?;
    Ok(see_other(&answer))
}

/// The page again, with what is wrong at each unit it is wrong with.
fn refuse(
    who: &May<KeepRoster>,
    scene: &Scene,
    chosen: &Chosen,
    groups: &[Vec<UnitId>],
    misfit: &Misfit,
) -> Result<HttpResponse, Failure> {
    let (outlook, language) = (&scene.outlook, who.visit.language);
    let (too_small, missing) = match misfit {
        Misfit::TooFew(few) => return Err(Failure::Refused(too_few_in_words(language, *few))),
        Misfit::Groups { too_small, missing, .. } => (too_small, missing),
    };
    let mut faults = Faults::none();
    for count in &outlook.counts {
        let small = too_small.iter().find(|small| groups.get(small.index).is_some_and(|group| group.contains(&count.id)));
        let sentence = match small {
            Some(small) => small_in_words(language, outlook.least(), *small),
            None if missing.contains(&count.id) => words(language).group_missing.to_owned(),
            None => continue,
        };
        faults.add(page::field(count.id), format!("{}: {sentence}", count.short_name.as_str()));
    }
    Ok(page::edit(&who.visit, scene, most(outlook, chosen), chosen, &faults))
}

/// The groups that the numbers make, by number.
fn groups(outlook: &Outlook, chosen: &Chosen) -> Vec<Vec<UnitId>> {
    let mut groups: BTreeMap<usize, Vec<UnitId>> = BTreeMap::new();
    for count in &outlook.counts {
        if let Some(number) = chosen.get(&count.id) {
            groups.entry(*number).or_default().push(count.id);
        }
    }
    groups.into_values().collect()
}

/// The group of each unit as things stand; a unit that no group has is left out.
fn present(outlook: &Outlook) -> Chosen {
    let groups: Vec<Vec<UnitId>> = match &outlook.partition {
        Ok(partition) => partition.strata.iter().map(|stratum| stratum.units.clone()).collect(),
        Err(_) => outlook.audience.groups.clone().unwrap_or_default(),
    };
    let numbered = (1..).zip(&groups);
    numbered.flat_map(|(number, group)| group.iter().map(move |unit| (*unit, number))).collect()
}

/// The most groups there is any sense in offering.
fn most(outlook: &Outlook, chosen: &Chosen) -> usize {
    let eligible = outlook.eligible().count();
    let least = usize::try_from(outlook.least()).unwrap_or(usize::MAX).max(1);
    let taken = chosen.values().copied().max().unwrap_or(0);
    (eligible / least).max(taken).min(number_of_units(outlook))
}

/// Of units with people who may answer.
fn number_of_units(outlook: &Outlook) -> usize {
    outlook.counts.iter().filter(|count| count.eligible > 0).count()
}
