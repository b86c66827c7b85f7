//! The close, as the urn hears of it: no ballot is taken from here on.

use diesel::QueryResult;
use jiff::civil::Date;

use super::store;
use crate::{
    db::UrnConn,
    ids::{StratumId, SurveyId},
};

/// What the register tells of a survey once it is closed.
#[derive(Clone, Debug)]
pub struct Closing {
    pub survey: SurveyId,
    pub closed: Date,
    /// How many may answer in each stratum, and how many credentials were handed out.
    pub strata: Vec<(StratumId, i32, i32)>,
}

/// The second time it changes nothing.
pub fn close(conn: &mut UrnConn, closing: &Closing) -> QueryResult<()> {
    // Whoever casts a ballot at this moment has read that it is open: what was read here they would
    // change, so that one of the two has to begin anew.
    store::count_sealed(conn, closing.survey)?;
    if store::close(conn, closing.survey, closing.closed)? {
        for (stratum, roll, issued) in &closing.strata {
            store::tell(conn, closing.survey, *stratum, *roll, *issued)?;
        }
    }
    Ok(())
}
