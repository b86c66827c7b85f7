//! What somebody has in front of them who comes to answer: the survey, how far it is, and its paper.
//!
//! Asks the register, and then the urn. Changes neither.

use diesel::QueryResult;

use super::way::Way;
use crate::{
    clock::Moment,
    credentials::issue::{self, Entrant, NoEntry, Stage},
    db::{Db, RegisterConn},
    ids::{StratumId, SurveyId},
    papers::{Door, Paper, PaperHash, Slips},
    secrets::MasterKey,
    surveys::{self, Extension, Survey},
    urn,
};

#[derive(Clone, Debug)]
pub struct Sitting {
    pub way: Way,
    pub survey: Survey,
    pub stage: Stage,
    /// Whether ballots are taken: also for a while after the close, for those who collected before it.
    pub is_taken: bool,
    pub extensions: Vec<Extension>,
    /// A credential was handed out for the link.
    pub is_spent: bool,
    pub is_left_alone: bool,
    pub stratum: Option<StratumId>,
    /// Their row of the roll, for themselves.
    pub row: Option<Vec<String>>,
    /// None until it is in the urn.
    pub posted: Option<Posted>,
}

#[derive(Clone, Debug)]
pub struct Posted {
    pub paper: Paper,
    pub hash: PaperHash,
}

impl Sitting {
    /// Their code is a group's, and nobody's: it was drawn from a box.
    pub fn is_nobodys(&self) -> bool {
        matches!(self.way, Way::Personal(_)) && self.survey.terms.slips == Slips::Drawn
    }

    /// As it stands now; it may have been put off.
    pub fn closes(&self) -> Option<Moment> {
        self.survey.state.window().map(|window| window.closes)
    }
}

pub async fn sit(db: &Db, master: &MasterKey, way: Way, now: Moment) -> Result<Sitting, NoEntry> {
    let key = master.clone();
    let mut sitting = db.read_register(move |conn| named(conn, &key, way, now)).await?;
    let survey = sitting.survey.id;
    if let Some(text) = db.read_urn(move |conn| urn::paper_text(conn, survey)).await? {
        let spoilt = || diesel::result::Error::DeserializationError("the urn holds a spoilt paper".into());
        let paper = Paper::read(&text.text).map_err(|_| spoilt())?;
        sitting.posted = Some(Posted { paper, hash: PaperHash::of(&text.text) });
    }
    Ok(sitting)
}

/// The register's half.
fn named(conn: &mut RegisterConn, master: &MasterKey, way: Way, now: Moment) -> Result<Sitting, NoEntry> {
    let sitting = match &way {
        Way::Personal(link) => {
            let entrant = issue::look(conn, master, link, now)?;
            // An admission is no link of anybody's own.
            if matches!(entrant.who, issue::Who::Browser(_)) {
                return Err(NoEntry::NoSuchLink);
            }
            let (is_spent, row, is_taken) = (entrant.is_spent(), entrant.row(), entrant.is_let_in(now));
            let Entrant { survey, stage, stratum, is_shared, .. } = entrant;
            let is_left_alone = entrant.is_left_alone && !is_shared;
            Sitting { way, survey, stage, is_taken, extensions: Vec::new(), is_spent, is_left_alone, stratum, row, posted: None }
        }
        Way::Open(id) => {
            anyone(conn, *id, now, &way)?.filter(|it| it.survey.terms.door == Door::OpenLink).ok_or(NoEntry::NoSuchLink)?
        }
        Way::Replacing(id) => anyone(conn, *id, now, &way)?.ok_or(NoEntry::NoSuchLink)?,
    };
    let extensions = surveys::extensions(conn, sitting.survey.id)?;
    Ok(Sitting { extensions, ..sitting })
}

fn anyone(conn: &mut RegisterConn, id: SurveyId, now: Moment, way: &Way) -> QueryResult<Option<Sitting>> {
    let Some(survey) = surveys::find(conn, id)?.filter(|survey| !survey.state.is_draft()) else { return Ok(None) };
    Ok(Some(Sitting {
        way: way.clone(),
        stage: Stage::of(&survey, now),
        is_taken: issue::is_in_grace(&survey, now),
        survey,
        extensions: Vec::new(),
        is_spent: false,
        is_left_alone: false,
        stratum: None,
        row: None,
        posted: None,
    }))
}
