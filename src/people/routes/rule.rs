//! Changing the rule of a survey.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, web};
use jiff::civil::Date;

use super::{
    eligible::scene,
    refusals::{not_drawn_up, refuse_once_open},
};
use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    ids::SurveyId,
    language::{self, Language},
    people::{
        Category,
        audience::set_rule,
        eligibility::{Comparator, Reference, Rule},
        pages::rule::{self as page, RuleForm},
        store,
        words::{person::no_day_in_words, rolls::words},
    },
    surveys,
    web::{Body, Failure, Faults, Posted, at, parts::TypedDay, see_other},
};

const YEARS_MOST: u16 = 60;
const MONTHS_MOST: u16 = 11;

/// `GET` [`at::RULE`]
pub async fn edit(who: May<KeepRoster>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    draw(&who, &gate, id.into_inner(), None, &Faults::none()).await
}

/// `POST` [`at::RULE`]
pub async fn update(
    who: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let (id, form) = (id.into_inner(), typed(&posted));
    let survey = gate.db.read_register(move |conn| surveys::find(conn, id)).await?.ok_or(Failure::NotFound)?;
    refuse_once_open(&survey, who.visit.language)?;
    let rule = match parse(&form, who.visit.language)? {
        Ok(rule) => rule,
        Err(faults) => return draw(&who, &gate, id, Some(form), &faults).await,
    };
    let (actor, master, now) = (who.actor(), gate.master.clone(), who.visit.premises.now());
    let set = gate.db.register(move |conn| set_rule(conn, &master, &actor, &survey, rule.clone(), now)).await;
    set.map_err(|refusal| not_drawn_up(who.visit.language, refusal))?;
    Ok(see_other(&at::done(&who.visit.to(&at::eligible(id)), "rule")))
}

/// With what was typed, or the rule as it stands.
async fn draw(
    who: &May<KeepRoster>,
    gate: &Gatehouse,
    id: SurveyId,
    form: Option<RuleForm>,
    faults: &Faults,
) -> Result<HttpResponse, Failure> {
    let now = who.visit.premises.now();
    let scene = scene(gate, id, now).await?;
    refuse_once_open(&scene.survey, who.visit.language)?;
    let known: BTreeSet<Category> = gate.db.read_register(store::categories).await?;
    let categories: BTreeSet<Category> =
        known.union(&scene.outlook.audience.rule.categories.iter().cloned().collect()).cloned().collect();
    let form = form.unwrap_or_else(|| RuleForm::from(&scene.outlook.audience.rule));
    let categories: Vec<_> = categories.into_iter().collect();
    Ok(page::edit(&who.visit, &scene, now.day(), &categories, &form, faults))
}

fn typed(posted: &Posted) -> RuleForm {
    let text = |field| posted.text(field).to_owned();
    let all = |field| posted.all(field).map(ToOwned::to_owned).collect();
    RuleForm {
        years: text("years"),
        months: text("months"),
        comparator: text("comparator"),
        reference: text("reference"),
        given: TypedDay::posted(posted, "given"),
        categories: all("categories"),
        units: all("units"),
    }
}

/// The rule, or all that is wrong with what was typed; a failure if no page of ours asked that.
fn parse(form: &RuleForm, language: Language) -> Result<Result<Rule, Faults>, Failure> {
    let say = words(language);
    let mut faults = Faults::none();
    let number = |text: &str, most: u16| {
        let text = language::arabic(text);
        let number = if text.is_empty() { Some(0) } else { text.parse::<u16>().ok() };
        number.filter(|number| *number <= most)
    };
    let months =
        number(&form.years, YEARS_MOST).zip(number(&form.months, MONTHS_MOST)).map(|(years, months)| years * 12 + months);
    let minimum_months = faults.take("years", months.ok_or(say.service_wrong));
    let comparator = match form.comparator.as_str() {
        page::OVER => Ok(Comparator::Over),
        page::AT_LEAST => Ok(Comparator::AtLeast),
        _ => Err(say.choose_one),
    };
    let comparator = faults.take("comparator", comparator);
    let reference = match form.reference.as_str() {
        page::FISCAL_YEAR => Some(Reference::FiscalYearStart),
        page::OPENING => Some(Reference::Opening),
        page::GIVEN => faults.take("given", given_day(&form.given, language)).map(Reference::Day),
        _ => {
            faults.add("reference", say.choose_one);
            None
        }
    };
    // A tick that is dropped would widen the rule, so nothing is dropped.
    let categories = form.categories.iter().map(|text| Category::parse(text)).collect::<Result<_, _>>();
    let units = form.units.iter().map(|text| text.parse()).collect::<Result<_, _>>();
    let (Ok(categories), Ok(units)) = (categories, units) else { return Err(Failure::Malformed) };
    Ok(match (minimum_months, comparator, reference) {
        (Some(minimum_months), Some(comparator), Some(reference)) => {
            Ok(Rule { minimum_months, comparator, reference, categories, units })
        }
        _ => Err(faults),
    })
}

fn given_day(typed: &TypedDay, language: Language) -> Result<Date, String> {
    let say = words(language);
    match typed.read() {
        Ok(day) => day.ok_or_else(|| say.day_missing.to_owned()),
        Err(fault) => Err(no_day_in_words(language, say.given_day, fault)),
    }
}
