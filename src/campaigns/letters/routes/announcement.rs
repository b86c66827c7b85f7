//! The page from which the announcement is copied.

use actix_web::{HttpResponse, web};

use crate::{
    accounts::{Gatehouse, May, SeeSurveys},
    campaigns::letters::{gather, pages::announcement as page, words},
    ids::SurveyId,
    language::{Language, moment_in_words, plain},
    surveys,
    web::{Failure, at},
};

/// `GET` [`at::ANNOUNCEMENT`]
pub async fn show(who: May<SeeSurveys>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let survey = gate.db.read_register(move |conn| surveys::find(conn, id)).await?.ok_or(Failure::NotFound)?;
    let masthead = gate.sign.now();
    let round = format!("{}/{}", survey.round, survey.year.number());
    let texts = Language::ALL.map(|language| {
        let closes = survey.state.window().map(|window| plain(&moment_in_words(language, window.closes))).unwrap_or_default();
        let address = gate.link(language, &at::survey(id));
        let facts = [survey.name(language), round.as_str(), masthead.name(language), closes.as_str(), address.as_str()];
        (language, words::announced(language, facts, gather::has_letters(&survey)))
    });
    Ok(page::announcement(&who.visit, &survey, &texts))
}
