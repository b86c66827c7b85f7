//! What stands in the way of opening a round.
//!
//! Asked while it is prepared, when it is scheduled, and again at its minute.

use diesel::QueryResult;
use serde::{Deserialize, Serialize};

use super::privacy::look;
use crate::{
    authoring,
    db::RegisterConn,
    department,
    instruments::Instrument,
    language::Language,
    papers::Release,
    people::{self, UnitTree},
    surveys::{Door, Survey},
};

/// Kept as JSON where a round could not open at its minute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    NoQuestions,
    /// So many things on the check list that must be mended first.
    Unfinished {
        findings: usize,
    },
    NoRoll,
    /// The rule, or the day on which it counts service, was changed after the roll was drawn up by it.
    RollByOtherRule,
    /// An election is for those on the roll, and counted at the close: one vote each, and no figures before.
    ElectionByOtherTerms,
    /// The department asks for larger groups than this round promises.
    KBelowDepartment,
    /// k was changed after the groups were formed for it.
    GroupsForOtherK,
    /// Nobody is on the roll.
    NobodyOnRoll,
    /// What is asked about those who answer would single so many people out.
    SinglesOut {
        people: u32,
        /// In so many combinations of a group and answers.
        cells: u32,
    },
    /// The time in which it should have been open has passed.
    TimePast,
}

impl Obstacle {
    /// Whether it can still be put right after the round is scheduled: by HR, before it opens.
    pub const fn is_hr_s(&self) -> bool {
        matches!(self, Self::NoRoll | Self::RollByOtherRule | Self::GroupsForOtherK | Self::NobodyOnRoll)
    }
}

/// Everything that stands in the way today.
pub fn obstacles(conn: &mut RegisterConn, survey: &Survey) -> QueryResult<Vec<Obstacle>> {
    let mut found = Vec::new();
    let version = match survey.instrument {
        Some(id) => authoring::find(conn, id)?,
        None => None,
    };
    match version.map(|version| version.instrument) {
        None => found.push(Obstacle::NoQuestions),
        Some(instrument) if instrument.questions() == 0 => found.push(Obstacle::NoQuestions),
        Some(instrument) => {
            match to_mend(&instrument) {
                0 => {}
                findings => found.push(Obstacle::Unfinished { findings }),
            }
            let terms = survey.terms;
            if instrument.is_election() && (terms.door != Door::Roll || terms.release != Release::AtClose) {
                found.push(Obstacle::ElectionByOtherTerms);
            }
        }
    }
    if department::current(conn)?.is_some_and(|department| survey.k() < department.k) {
        found.push(Obstacle::KBelowDepartment);
    }
    if survey.terms.door == Door::Roll {
        match people::roll(conn, survey.id)? {
            None => found.push(Obstacle::NoRoll),
            Some(roll) => {
                let rule = people::audience(conn, survey.id)?.rule;
                let opens = survey.state.window().map(|window| window.opens.day());
                let applied = rule.applied(survey.year, opens.unwrap_or(roll.reference), &UnitTree::default());
                if applied.reference() != roll.reference || serde_json::to_string(&rule).unwrap_or_default() != roll.rule {
                    found.push(Obstacle::RollByOtherRule);
                }
                if roll.k != survey.k() {
                    found.push(Obstacle::GroupsForOtherK);
                }
                if roll.size() == 0 {
                    found.push(Obstacle::NobodyOnRoll);
                }
            }
        }
    }
    let privacy = look(conn, survey, Language::Thai)?;
    if privacy.is_refused() {
        found.push(Obstacle::SinglesOut { people: privacy.people, cells: privacy.cells });
    }
    Ok(found)
}

/// How many things on the check list stop a survey.
fn to_mend(instrument: &Instrument) -> usize {
    instrument.check().iter().filter(|finding| finding.stops()).count()
}
