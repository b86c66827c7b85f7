//! The bulletin but for its list of ballots, put together from the paper and the tallies.

use sha2::{Digest as _, Sha256};

use super::store;
use crate::{
    credentials::verify::{Bulletin, Format, InBoth, Stratum},
    db::UrnConn,
    ids::SurveyId,
    papers::{self, NoPaper, Paper, PaperHash},
};

/// Why there is none.
#[derive(Debug, thiserror::Error)]
pub enum Unpublished {
    #[error("no survey of this id has opened")]
    NoSuchSurvey,
    #[error("its ballots are not released yet")]
    NotYet,
    #[error("the urn holds a spoilt paper")]
    NoPaper(#[from] NoPaper),
    #[error("the urn holds no day of the close")]
    NoDay,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// Its head, and the smallest number of ballots of which anything is shown.
pub fn look(conn: &mut UrnConn, survey: SurveyId) -> Result<(Bulletin, u32), Unpublished> {
    let released = store::released(conn, survey)?.ok_or(Unpublished::NoSuchSurvey)?;
    if released.stage != "released" {
        return Err(Unpublished::NotYet);
    }
    let closed = released.closed.as_deref().and_then(|day| day.parse().ok()).ok_or(Unpublished::NoDay)?;
    let paper = Paper::read(&released.paper)?;
    let mut strata: Vec<Stratum> = Vec::new();
    let unopened = if released.unopened > 0 { store::listed(conn, survey)? } else { std::collections::HashMap::new() };
    for numbers in store::numbers(conn, survey)? {
        let Some(stratum) = paper.stratum(numbers.id) else { continue };
        strata.push(Stratum {
            id: stratum.id,
            name: in_both(&stratum.name),
            key: stratum.key.0.clone(),
            fingerprint: Sha256::digest(&stratum.key.0).into(),
            roll: unsigned(numbers.roll),
            issued: unsigned(numbers.issued),
            counted: unsigned(numbers.counted),
            spoilt: unsigned(numbers.spoilt),
            replaced: unsigned(numbers.replaced),
            unopened: unopened.get(&stratum.id).copied().map_or(0, unsigned),
        });
    }
    let bulletin = Bulletin {
        format: Format::V1,
        survey,
        title: in_both(&paper.title),
        paper: *PaperHash::of(&released.paper).as_bytes(),
        closed,
        door: paper.door,
        roll: strata.iter().map(|stratum| stratum.roll).sum(),
        strata,
        ballots: Vec::new(),
    };
    Ok((bulletin, paper.k))
}

fn in_both(name: &papers::InBoth) -> InBoth {
    InBoth { th: name.th.clone(), en: name.en.clone() }
}

fn unsigned(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or_default()
}
