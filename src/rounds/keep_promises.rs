//! Whether every round that has opened still is what it promised: looked at by the doctor and once a
//! day.

use diesel::QueryResult;

use crate::{
    authoring,
    db::RegisterConn,
    people,
    surveys::{self, Door, Survey},
};

/// Rounds of which something was changed past the program, by name.
pub fn broken_promises(conn: &mut RegisterConn) -> QueryResult<Vec<String>> {
    let opened = surveys::all(conn)?.into_iter().filter(|survey| survey.state.has_opened());
    let mut broken = Vec::new();
    for survey in opened {
        if !is_kept(conn, &survey) {
            broken.push(survey.subject());
        }
    }
    Ok(broken)
}

/// What cannot be read any more is not kept either.
fn is_kept(conn: &mut RegisterConn, survey: &Survey) -> bool {
    let mut look = || -> QueryResult<bool> {
        surveys::find(conn, survey.id)?;
        let questions = match survey.instrument {
            Some(instrument) => authoring::find(conn, instrument)?,
            None => None,
        };
        let asked = questions.map(|version| version.digest.to_vec());
        if asked.is_none() || asked != surveys::promised_questions(conn, survey.id)? {
            return Ok(false);
        }
        if survey.terms.door == Door::OpenLink {
            return Ok(true);
        }
        let Some(roll) = people::roll(conn, survey.id)? else { return Ok(false) };
        let sizes: i32 = roll.strata.iter().map(|stratum| stratum.size).sum();
        let rule = surveys::promised_rule(conn, survey.id)?;
        Ok(roll.k == survey.k() && sizes == roll.size() && rule.as_deref() == Some(roll.rule_digest().as_slice()))
    };
    look().unwrap_or(false)
}
