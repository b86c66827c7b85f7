//! Leaks, planted in the figures that were let out, as if the rules had failed; pages and files tell them at once.

use sha2::{Digest as _, Sha256};

use crate::{
    attack::{NotCarriedOut, plant::Plant, stage::Stage, survey::Played},
    results::{
        self,
        figure::{Figure, Score},
        figures::{Answered, Figures, GroupFigures, QuestionFigures},
    },
};

const ATTACK: &str = "differences";

pub fn plant(stage: &Stage, played: &Played) -> Result<Vec<Plant>, NotCarriedOut> {
    let stuck = || NotCarriedOut::Stuck("planted figures".to_owned());
    let survey = played.survey;
    let figures = stage.wait(stage.house.db.read_urn(move |conn| results::figures(conn, survey)))?;
    let mut figures = figures.ok_or_else(stuck)?;
    figures.counted -= 2;
    let stratum = played.paper.strata.first().ok_or_else(stuck)?.id;
    figures.groups.shown.push(GroupFigures { strata: vec![stratum], counted: 3, figure: exactly(62) });
    if let Some(question) = question(&mut figures, "i1") {
        let answers = question.answers.ok_or_else(stuck)?;
        question.answers = Some(Answered { given: answers.given - 2, ..answers });
        let most = question.spread.as_mut().and_then(|spread| spread.iter_mut().max()).ok_or_else(stuck)?;
        *most -= 2;
    }
    if let Some(question) = question(&mut figures, "i7") {
        question.answers = Some(Answered { given: 3, silent: 0 });
        question.spread = Some(vec![1, 1, 1, 0, 0]);
    }
    if let Some(question) = question(&mut figures, "i8") {
        question.figure = Some(exactly(100));
    }
    let text = serde_json::to_string(&figures).map_err(|_| stuck())?;
    let mut urn = stage.urn()?;
    let (digest, id) = (urn.literal(&Sha256::digest(&text)), urn.literal(survey.as_bytes()));
    let text = text.replace('\'', "''");
    urn.run(&format!("UPDATE releases SET figures = '{text}', digest = {digest} WHERE survey_id = {id}"))?;
    let mut register = stage.register()?;
    let id = register.literal(survey.as_bytes());
    register.run(&format!("UPDATE surveys SET name_english = 'Where three of them have 91.376' WHERE id = {id}"))?;
    Ok(vec![
        Plant::new(ATTACK, "a figure of three people", ["of a group of 3", "results/file/json"]),
        Plant::new(ATTACK, "a question that three answered", ["i7: told of 3", "results/file/csv"]),
        Plant::new(ATTACK, "what all of a few said", ["i8: told of", "results/file/json"]),
        Plant::new(ATTACK, "two tellings that differ by two people", ["i1: two tellings differ by 2", "results/file"]),
        Plant::new(ATTACK, "a group that can be subtracted", ["differ by 2", "all who answered"]),
        Plant::new(ATTACK, "a figure on a page that no file has", ["91.376", "/en/results"]),
    ])
}

fn question<'it>(figures: &'it mut Figures, code: &str) -> Option<&'it mut QuestionFigures> {
    let mut items = figures.parts.iter_mut().flat_map(|part| &mut part.items);
    items.find(|item| item.code.as_str() == code)?.questions.first_mut()
}

fn exactly(score: i64) -> Figure {
    Figure::Exact(Score::whole(score))
}
