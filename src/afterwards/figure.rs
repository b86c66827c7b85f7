//! What the round of an evaluation tells: what its results let out, and nothing else.

use crate::{
    db::Db,
    ids::SurveyId,
    notices::{Evaluation, Mean},
    papers::Paper,
    reports::{NotShown, look},
    results::{Asked, Kind, charts::written, figure::Figure, figures::Figures},
};

/// How far the figure of a round is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is not closed, or not even open.
    StillOpen,
    /// Its ballots are being opened and counted.
    NotYet,
    /// Nothing in it is asked on a scale.
    Unrated,
    Told(Evaluation),
}

impl Standing {
    pub fn told(self) -> Option<Evaluation> {
        match self {
            Self::Told(evaluation) => Some(evaluation),
            Self::StillOpen | Self::NotYet | Self::Unrated => None,
        }
    }
}

/// `None`: there is no such round.
pub async fn standing(db: &Db, survey: SurveyId) -> Result<Option<Standing>, NotShown> {
    match look(db, survey).await {
        Ok(round) => {
            let told = told(&round.released.paper, &round.released.figures);
            Ok(Some(told.map_or(Standing::Unrated, Standing::Told)))
        }
        Err(NotShown::NoSuchRound) => Ok(None),
        Err(NotShown::StillOpen) => Ok(Some(Standing::StillOpen)),
        Err(NotShown::NotYet(_)) => Ok(Some(Standing::NotYet)),
        Err(fault) => Err(fault),
    }
}

/// The overall figure, as results show it; `None` where nothing is asked on a scale.
fn told(paper: &Paper, figures: &Figures) -> Option<Evaluation> {
    let asked = Asked::all(&paper.instrument);
    let levels = asked.iter().filter_map(|it| match it.kind {
        Kind::Rated { levels, .. } => u32::try_from(levels).ok(),
        _ => None,
    });
    let levels: Vec<u32> = levels.collect();
    let levels = [*levels.iter().min()?, *levels.iter().max()?];
    let mean = match &figures.overall {
        Figure::Exact(score) => Mean::Exact(score.shown(written::WHOLE)),
        Figure::Within { least, most } => {
            let [least, most] = written::ends(least, most);
            Mean::Within { least, most }
        }
        Figure::TooFew | Figure::NoData => return Some(Evaluation::TooFew { k: paper.k }),
    };
    Some(Evaluation::Told { mean, n: figures.counted, levels })
}
