//! What came of a session: written by those who plan, kept as a draft as long as they like, published, and published
//! again. What was published is told to the urn by the composition.

use diesel::QueryResult;

use super::{Hand, Refusal, Stage, store, words::evaluation::name_of_evaluation};
use crate::{
    accounts::{self, Deed},
    authoring,
    db::RegisterConn,
    dice::Dice,
    ids::{MeetingId, SurveyId},
    notices::{Evaluation, Report},
    papers::Door,
    rounds::{self, Beginning},
    surveys::{self, NewSurvey, Survey, Terms},
};

/// The questionnaire that comes with the program for it.
const STARTER: &str = "clinic";

/// As it stands in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// Goes up with every change.
    pub edition: i32,
    /// Without the evaluation, which is told when it is published.
    pub draft: Report,
    /// The round by which those who came say what they thought of it.
    pub evaluation: Option<SurveyId>,
    pub published: Option<Published>,
}

/// What everybody reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub edition: i32,
    pub report: Report,
}

/// What somebody made of the edition that they saw; 0 where there was none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub seen: i32,
    pub draft: Report,
    pub evaluation: Option<SurveyId>,
}

impl Reported {
    /// Whether everybody reads what stands in the draft.
    pub fn is_as_published(&self) -> bool {
        self.published.as_ref().is_some_and(|it| Report { evaluation: None, ..it.report.clone() } == self.draft)
    }
}

/// For whoever makes use of it: the draft, and what was published of it.
pub fn report_of(conn: &mut RegisterConn, id: MeetingId) -> QueryResult<Option<Reported>> {
    store::report(conn, id)
}

/// The draft, and nobody else sees it.
pub fn keep_report(conn: &mut RegisterConn, hand: &Hand, id: MeetingId, edit: &Edit) -> Result<(), Refusal> {
    let meeting = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    if !meeting.may_be_reported(hand.now) {
        return Err(Refusal::NotNow);
    }
    kept(conn, id, edit).map(drop)
}

/// Says the edition that is there now.
fn kept(conn: &mut RegisterConn, id: MeetingId, edit: &Edit) -> Result<i32, Refusal> {
    let present = store::report(conn, id)?;
    let edition = present.as_ref().map_or(0, |it| it.edition);
    if edition != edit.seen {
        return Err(Refusal::Changed);
    }
    if present.is_some_and(|it| it.draft == edit.draft && it.evaluation == edit.evaluation) {
        return Ok(edition);
    }
    store::keep_report(conn, id, edition + 1, &edit.draft, edit.evaluation)?;
    Ok(edition + 1)
}

/// Keeps the draft, and has everybody read it, with what the evaluation tells by now.
pub fn publish_report(
    conn: &mut RegisterConn,
    hand: &Hand,
    id: MeetingId,
    edit: &Edit,
    evaluation: Option<Evaluation>,
) -> Result<(), Refusal> {
    let meeting = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    if !meeting.may_be_reported(hand.now) {
        return Err(Refusal::NotNow);
    }
    let mut edition = kept(conn, id, edit)?;
    let report = Report { evaluation, ..edit.draft.clone() };
    let before = store::report(conn, id)?.and_then(|it| it.published);
    if before.as_ref().is_some_and(|before| before.report == report) {
        return Ok(());
    }
    if before.is_some_and(|before| before.edition == edition) {
        // The draft is as it was, but the evaluation tells more than it did.
        edition += 1;
        store::keep_report(conn, id, edition, &edit.draft, edit.evaluation)?;
    }
    store::publish_report(conn, id, edition, &report)?;
    Ok(accounts::note(conn, hand.master, hand.by, Deed::MeetingReportPublished, &meeting.plan.title.th, hand.now)?)
}

/// A round behind an open link that asks those who came; the one there is, if there is one. Its coordinators open it
/// like any other.
pub fn make_evaluation(conn: &mut RegisterConn, hand: &Hand, id: MeetingId, dice: &mut Dice) -> Result<SurveyId, Refusal> {
    let meeting = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    if !matches!(meeting.stage, Stage::Open | Stage::Over) {
        return Err(Refusal::NotNow);
    }
    let present = store::report(conn, id)?;
    if let Some(there) = present.as_ref().and_then(|it| it.evaluation) {
        return Ok(there);
    }
    let starter = authoring::starters().into_iter().find(|starter| starter.code.as_str() == STARTER).ok_or(Refusal::NotFound)?;
    let (year, round) = rounds::next_place(&surveys::all(conn)?, hand.now.day());
    let [name_thai, name_english] = name_of_evaluation(&meeting.plan.title);
    let new = NewSurvey { year, round, name_thai, name_english };
    let survey = rounds::plan(conn, hand, &new, &Beginning::Starter(Box::new(starter.instrument)), dice)?;
    let planned = surveys::find(conn, survey)?.ok_or(Refusal::NotFound)?;
    let open = Survey { terms: Terms { door: Door::OpenLink, ..planned.terms }, ..planned };
    surveys::change(conn, hand.master, hand.by, &open, hand.now).map_err(rounds::Refusal::from)?;
    let edition = present.as_ref().map_or(0, |it| it.edition) + 1;
    let draft = present.map(|it| it.draft).unwrap_or_default();
    store::keep_report(conn, id, edition, &draft, Some(survey))?;
    Ok(survey)
}
