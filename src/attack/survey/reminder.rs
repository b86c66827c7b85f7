//! "Remind, then watch": HR sends a reminder while the survey is open, as soon as the rules allow one.

use std::{fs, io, path::Path};

use super::crew::settle;
use crate::{
    attack::{
        NotCarriedOut,
        forms::send,
        play::{self, sign_in},
        stage::Stage,
        truth::Truth,
    },
    clock::DAY,
    ids::SurveyId,
    schedule,
};

/// So many days pass at most until one may go out: weekends and feasts.
const DAYS: usize = 10;

/// Says how many letters went out.
pub fn remind(stage: &Stage, truth: &mut Truth, survey: SurveyId) -> Result<usize, NotCarriedOut> {
    let address = format!("/en/hr/rounds/{survey}/remind");
    let before = letters(stage)?;
    let person = truth.people.get(play::HR).cloned().ok_or_else(|| stuck("looked for HR"))?;
    for _ in 0..DAYS {
        let mut hr = stage.browser();
        sign_in(stage, truth, &person, &mut hr)?;
        let page = hr.get(&address)?;
        if send(truth, &mut hr, &page, &address, &[])?.status == 303 {
            settle(stage);
            let sent = letters(stage)? - before;
            return if sent == 0 { Err(stuck("was to be reminded")) } else { Ok(sent) };
        }
        stage.turn(DAY);
        stage.wait(schedule::run_due(&stage.house));
    }
    Err(stuck("reminded others"))
}

/// Put down for the post so far.
fn letters(stage: &Stage) -> Result<usize, NotCarriedOut> {
    Ok(files(&stage.data().join("letters"))?)
}

fn files(folder: &Path) -> io::Result<usize> {
    let mut count = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        count += if path.is_dir() { files(&path)? } else { 1 };
    }
    Ok(count)
}

fn stuck(deed: &str) -> NotCarriedOut {
    NotCarriedOut::Stuck(deed.to_owned())
}
