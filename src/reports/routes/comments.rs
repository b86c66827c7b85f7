//! The comments of a round, and what coordinators note at one of them.

use actix_web::{HttpResponse, web};

use super::hand::hand;
use crate::{
    accounts::{Gatehouse, MakeSurveys, May, ReadResults, Role},
    ids::{SurveyId, TextId},
    instruments::Code,
    reports::{look, note_comment, words::failure},
    results::{
        Round,
        comments::{
            self, Change, Comment, Wanted, Word,
            pages::{self as page, Typed},
            unfit_in_words,
        },
    },
    web::{Body, Failure, Faults, Visit, at, see_other},
};

/// `GET` [`at::RESULT_COMMENTS`]
pub async fn index(who: May<ReadResults>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let (round, wanted) = (round(&who.visit, &gate, id.into_inner()).await?, wanted(&who.visit));
    let sought = wanted.clone();
    let found = gate.db.read_urn(move |conn| comments::look_up(conn, &round.released, &sought).map(|found| (round, found)));
    let (round, found) = found.await?;
    let may_note = who.account.roles.has(Role::Coordinator);
    Ok(page::list(&who.visit, &round, &found, &wanted, may_note))
}

/// `POST` [`at::RESULT_COMMENTS`]: a mark, from the list.
pub async fn mark(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let is_marked = posted.is_ticked("mark");
    let text: TextId = posted.text(if is_marked { "mark" } else { "unmark" }).parse().map_err(|_| Failure::Malformed)?;
    let (round, _) = read(&who.visit, &gate, id.into_inner(), text).await?;
    note_comment(&gate.db, hand(&who, &gate, posted.key), round.occasion.survey, text, Change::Mark(is_marked)).await?;
    Ok(see_other(&who.visit.to(&wanted(&who.visit).address(&round))))
}

/// `GET` [`at::RESULT_COMMENT`]
pub async fn edit(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    path: web::Path<(SurveyId, TextId)>,
) -> Result<HttpResponse, Failure> {
    let (survey, text) = path.into_inner();
    let (round, comment) = read(&who.visit, &gate, survey, text).await?;
    let themes = gate.db.read_urn(comments::themes).await?;
    Ok(page::one(&who.visit, &round, &comment, &themes, &Typed::default()))
}

/// `POST` [`at::RESULT_COMMENT`]
pub async fn update(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    path: web::Path<(SurveyId, TextId)>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let (survey, text) = path.into_inner();
    let (round, comment) = read(&who.visit, &gate, survey, text).await?;
    let (field, change) = match posted.text("do") {
        "theme" => ("theme", Change::theme(posted.text("theme"))),
        "cover" => ("word", Word::of(posted.text("word"), &comment.text).map(Change::Cover)),
        _ => ("word", Ok(Change::Uncover(posted.text("uncover").to_owned()))),
    };
    let change = change.and_then(|change| comment.note.clone().changed(&change).map(|_| change));
    match change {
        Ok(change) => {
            note_comment(&gate.db, hand(&who, &gate, posted.key), survey, text, change).await?;
            Ok(see_other(&at::done(&who.visit.to(&at::results(survey, &format!("/comments/{text}"))), "saved")))
        }
        Err(unfit) => {
            let themes = gate.db.read_urn(comments::themes).await?;
            let theme = (field == "theme").then(|| posted.text("theme"));
            let faults = Faults::one(field, unfit_in_words(who.visit.language, unfit));
            Ok(page::one(&who.visit, &round, &comment, &themes, &Typed { theme, word: posted.text("word"), faults }))
        }
    }
}

/// The round, and one of its comments.
async fn read(visit: &Visit, gate: &Gatehouse, survey: SurveyId, text: TextId) -> Result<(Round, Comment), Failure> {
    let round = round(visit, gate, survey).await?;
    let found = gate.db.read_urn(move |conn| comments::find(conn, &round.released, text).map(|comment| (round, comment)));
    let (round, comment) = found.await?;
    Ok((round, comment.ok_or(Failure::NotFound)?))
}

async fn round(visit: &Visit, gate: &Gatehouse, survey: SurveyId) -> Result<Round, Failure> {
    look(&gate.db, survey).await.map_err(|reason| failure(visit.language, reason))
}

/// What the address asks for.
fn wanted(visit: &Visit) -> Wanted {
    Wanted {
        item: visit.query_text("item").map(Code::new),
        theme: visit.query_text("theme"),
        is_marked: visit.query("marked") == Some("yes"),
        page: visit.query("page").and_then(|page| page.parse().ok()).unwrap_or(1),
    }
}
