//! Somebody of the desk: reads a few matters, takes one on, answers another, and puts one on the board.

use super::guest::stuck;
use crate::{
    attack::{
        NotCarriedOut,
        browser::Browser,
        forms::{expect, send},
        play::{self, sign_in},
        stage::Stage,
        truth::Truth,
    },
    ids::MatterId,
};

const DEEDS: [&[(&str, &str)]; 4] = [
    &[("do", "take"), ("due", "")],
    &[("do", "answer"), ("answering", "The office of payments"), ("reply", "You may, with a date and a sum.")],
    &[
        ("do", "both"),
        ("answering", "The office of payments"),
        ("reply", "You may, with a date and a sum."),
        ("title", "Receipts"),
        ("question", "Which receipts are taken?"),
        ("board_answer", "All that have a date and a sum."),
    ],
    &[("do", "ask"), ("ask", "Which year do you mean?")],
];

pub fn works(stage: &Stage, truth: &mut Truth) -> Result<(), NotCarriedOut> {
    let person = truth.people.get(play::THE_DESK).cloned().ok_or_else(|| stuck("looked for the desk"))?;
    let mut browser = stage.browser();
    sign_in(stage, truth, &person, &mut browser)?;
    let matters = queue(&mut browser)?;
    if matters.len() < DEEDS.len() {
        return Err(stuck(&format!("looked for matters ({})", matters.len())));
    }
    for (matter, deed) in matters.iter().zip(DEEDS) {
        let address = format!("/en/desk/{matter}");
        let page = browser.get(&address)?;
        let mark = page.field("mark").unwrap_or_default().to_owned();
        let fields = [&[("mark", mark.as_str())], deed].concat();
        expect(303, "worked at the desk", &send(truth, &mut browser, &page, &address, &fields)?)?;
    }
    Ok(())
}

fn queue(browser: &mut Browser) -> Result<Vec<MatterId>, NotCarriedOut> {
    let page = browser.get("/en/desk?state=new")?;
    expect(200, "came to the desk", &page)?;
    let mut found: Vec<MatterId> = page.body.split("/en/desk/").filter_map(|rest| rest.split('"').next()?.parse().ok()).collect();
    found.dedup();
    Ok(found)
}
