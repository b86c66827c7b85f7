//! A round with what a report needs beside it; or the page that says why there is none.

use actix_web::{HttpRequest, HttpResponse};

use crate::{
    accounts::Gatehouse,
    ids::SurveyId,
    papers::PaperHash,
    reports::{NotShown, look, rounds_before},
    results::{
        Round,
        report::{
            Imprint, Options,
            pages::{Missing, missing},
        },
    },
    urn,
    web::{Failure, Visit, at},
};

pub struct Scene {
    pub round: Round,
    /// Those before it.
    pub earlier: Vec<Round>,
    pub imprint: Imprint,
}

/// The page instead, where nothing may be shown yet.
pub async fn scene(gate: &Gatehouse, visit: &Visit, survey: SurveyId) -> Result<Result<Scene, HttpResponse>, Failure> {
    let round = match look(&gate.db, survey).await {
        Ok(round) => round,
        Err(NotShown::StillOpen) => return Ok(Err(missing(visit, survey, Missing::StillOpen))),
        Err(NotShown::NotYet(_)) => return Ok(Err(missing(visit, survey, Missing::NotYet))),
        Err(fault) => return Err(failure(fault)),
    };
    let earlier = rounds_before(&gate.db, &round).await.map_err(failure)?;
    let paper = gate.db.read_urn(move |conn| urn::paper_text(conn, survey)).await?.ok_or(Failure::NotFound)?;
    let imprint = Imprint {
        department: gate.sign.now().name(visit.language).to_owned(),
        printed: visit.premises.now().day(),
        paper: PaperHash::from_slice(&paper.hash).ok_or_else(|| Failure::broken("the urn holds a spoilt hash"))?,
        bulletin: gate.link(visit.language, &at::bulletin_page(survey)),
    };
    Ok(Ok(Scene { round, earlier, imprint }))
}

fn failure(fault: NotShown) -> Failure {
    match fault {
        NotShown::NoSuchRound => Failure::NotFound,
        NotShown::Database(fault) => fault.into(),
        fault => Failure::broken(fault),
    }
}

/// What was ticked; everything usual where nothing was sent.
pub fn options(request: &HttpRequest) -> Options {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(request.query_string()).unwrap_or_default();
    if !pairs.iter().any(|(name, _)| name == "options") {
        return Options::default();
    }
    Options::named(pairs.iter().filter(|(name, _)| name == "with").map(|(_, value)| value.as_str()))
}
