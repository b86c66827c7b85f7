//! The list of rounds, and planning one: like the last round, unless somebody says otherwise.

use actix_web::{HttpResponse, web};

use super::{
    deeds::{done_once, failure},
    shelf::{beginning, shelf},
};
use crate::{
    accounts::{Gatehouse, MakeSurveys, May, Role, SeeSurveys},
    language::{self, FiscalYear, Language},
    rounds::{
        self, Refusal,
        pages::planning::{self as page, Hands, Shelf, SurveyForm},
        words::planning::words,
    },
    surveys::{self, NewSurvey, ROUNDS_MOST},
    tidy::{Untidy, one_line},
    web::{Body, Failure, Faults, Posted, at, see_other},
};

const NAME_MOST: usize = 200;

/// `GET` [`at::SURVEYS`]
pub async fn index(who: May<SeeSurveys>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let surveys = gate.db.read_register(surveys::all).await?;
    let roles = &who.account.roles;
    let hands = Hands { may_plan: roles.has(Role::Coordinator), may_keep_roll: roles.has(Role::Hr) };
    Ok(page::surveys(&who.visit, &surveys, hands))
}

/// `GET` [`at::SURVEY_NEW`]
pub async fn new(who: May<MakeSurveys>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let shelf = gate.db.read_register(|conn| shelf(conn, None)).await?;
    let (year, round) = rounds::next_place(&shelf.rounds, who.visit.premises.now().day());
    let form = SurveyForm {
        beginning: usual_beginning(&shelf),
        year: year.number().to_string(),
        round: round.to_string(),
        name_thai: shelf.rounds.first().map(|last| last.name_thai.clone()).unwrap_or_default(),
        name_english: shelf.rounds.first().map(|last| last.name_english.clone()).unwrap_or_default(),
    };
    Ok(page::new_survey(&who.visit, &form, &shelf, &Faults::none()))
}

fn usual_beginning(shelf: &Shelf) -> String {
    match (shelf.rounds.first(), shelf.starters.first()) {
        (Some(last), _) => format!("round:{}", last.id),
        (None, Some(starter)) => format!("starter:{}", starter.code),
        (None, None) => "empty".to_owned(),
    }
}

/// `POST` [`at::SURVEY_NEW`]. Pressed twice, it plans once.
pub async fn create(who: May<MakeSurveys>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let language = who.visit.language;
    let say = words(language);
    let shelf = gate.db.read_register(|conn| shelf(conn, None)).await?;
    let form = typed(&posted);
    let mut faults = Faults::none();
    let beginning = faults.take("beginning", beginning(&form.beginning, &shelf).ok_or(say.beginning_wrong));
    let new = faults.take_all(place(&form, language));
    let (Some(beginning), Some(new)) = (beginning, new) else {
        return Ok(page::new_survey(&who.visit, &form, &shelf, &faults));
    };
    let planned = done_once(&who, &gate, posted.key, move |conn, hand, dice| {
        let id = rounds::plan(conn, hand, &new, &beginning, dice)?;
        Ok(at::done(&format!("{}{}", language.prefix(), at::round(id)), "planned"))
    });
    match planned.await {
        Ok(answer) => Ok(see_other(&answer)),
        Err(Refusal::NameTaken) => Ok(page::new_survey(&who.visit, &form, &shelf, &Faults::one("name_thai", say.name_taken))),
        Err(Refusal::NotFound) => Ok(page::new_survey(&who.visit, &form, &shelf, &Faults::one("beginning", say.beginning_wrong))),
        Err(refusal) => Err(failure(language, refusal)),
    }
}

pub(super) fn typed(posted: &Posted) -> SurveyForm {
    let text = |field| posted.text(field).to_owned();
    SurveyForm {
        beginning: text("beginning"),
        year: text("year"),
        round: text("round"),
        name_thai: text("name_thai"),
        name_english: text("name_english"),
    }
}

/// Where a round stands in the year and what it is called, or everything that is wrong with that.
pub(super) fn place(form: &SurveyForm, language: Language) -> Result<NewSurvey, Faults> {
    let say = words(language);
    let mut faults = Faults::none();
    let name_thai = faults.take("name_thai", one_line(&form.name_thai, NAME_MOST).map_err(|_| say.name_wrong));
    let english = match one_line(&form.name_english, NAME_MOST) {
        Err(Untidy::Missing) => Ok(String::new()),
        other => other,
    };
    let name_english = faults.take("name_english", english.map_err(|_| say.name_wrong));
    let year = faults.take("year", FiscalYear::read(&form.year).map_err(|_| say.year_wrong));
    let round = language::arabic(&form.round).parse::<i32>().ok().filter(|round| (1..=ROUNDS_MOST).contains(round));
    let round = faults.take("round", round.ok_or(say.round_wrong));
    match (name_thai, name_english, year, round) {
        (Some(name_thai), Some(name_english), Some(year), Some(round)) => Ok(NewSurvey { year, round, name_thai, name_english }),
        _ => Err(faults),
    }
}
