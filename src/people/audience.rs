//! Who is to be asked in a survey, while it can still be changed: the rule, and how HR wants units
//! put together; and the outlook, which is everything the two come to with today's roster.

use std::collections::HashMap;

use diesel::QueryResult;
use jiff::civil::Date;

use super::{
    Candidate, NotDrawnUp, Unit, UnitTree,
    eligibility::{Applied, Facts, Rule, Verdict},
    store,
    strata::{self, Misfit, Partition, UnitCount},
};
use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::RegisterConn,
    ids::{SurveyId, UnitId},
    language::Language,
    secrets::MasterKey,
    surveys::{self, Survey},
    yardsticks::{self, SampleRule},
};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    pub rule: Rule,
    /// `None`: formed by the rule of the smallest unit.
    pub groups: Option<Vec<Vec<UnitId>>>,
}

/// The audience of a survey; the default one while nobody has said anything.
pub fn audience(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Audience> {
    let Some((rule, groups)) = store::audience(conn, survey)? else { return Ok(Audience::default()) };
    let unreadable = |fault: serde_json::Error| diesel::result::Error::DeserializationError(fault.into());
    let groups = groups.map(|groups| serde_json::from_str(&groups).map_err(unreadable)).transpose()?;
    Ok(Audience { rule: serde_json::from_str(&rule).map_err(unreadable)?, groups })
}

pub fn set_rule(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    survey: &Survey,
    rule: Rule,
    now: Moment,
) -> Result<(), NotDrawnUp> {
    refuse_once_open(conn, survey.id)?;
    let present = audience(conn, survey.id)?;
    if present.rule == rule {
        return Ok(());
    }
    put(conn, survey.id, &Audience { rule, ..present })?;
    Ok(accounts::note(conn, master, by, Deed::RuleChanged, &survey.name_thai, now)?)
}

/// HR's own groups, or `None` to leave it to the rule. Whether they hide everybody is for
/// [`Outlook::partition`] to say, with the roster of that moment.
pub fn set_groups(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    survey: &Survey,
    groups: Option<Vec<Vec<UnitId>>>,
    now: Moment,
) -> Result<(), NotDrawnUp> {
    refuse_once_open(conn, survey.id)?;
    let present = audience(conn, survey.id)?;
    if present.groups == groups {
        return Ok(());
    }
    put(conn, survey.id, &Audience { groups, ..present })?;
    Ok(accounts::note(conn, master, by, Deed::GroupsChanged, &survey.name_thai, now)?)
}

/// What was promised at the opening stays as it is.
fn refuse_once_open(conn: &mut RegisterConn, survey: SurveyId) -> Result<(), NotDrawnUp> {
    match surveys::find(conn, survey)? {
        Some(survey) if survey.state.has_opened() => Err(NotDrawnUp::Open),
        _ => Ok(()),
    }
}

/// The rule and the groups of the round before, for the next one; whether they fit, the roster of
/// that day will say.
pub fn copy_audience(conn: &mut RegisterConn, from: SurveyId, to: SurveyId) -> QueryResult<()> {
    let audience = audience(conn, from)?;
    put(conn, to, &audience)
}

/// Everything kept of who may answer a survey that is not to be.
pub fn forget_audience(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<()> {
    store::forget_roll(conn, survey)?;
    store::forget_audience(conn, survey)
}

fn put(conn: &mut RegisterConn, survey: SurveyId, audience: &Audience) -> QueryResult<()> {
    // Our own plain types always have a JSON form.
    let rule = serde_json::to_string(&audience.rule).unwrap_or_default();
    let groups = audience.groups.as_ref().map(|groups| serde_json::to_string(groups).unwrap_or_default());
    store::set_audience(conn, survey, &rule, groups.as_deref())
}

/// Everything a rule comes to, worked out with the roster of one moment.
#[derive(Clone, Debug)]
pub struct Outlook {
    pub audience: Audience,
    pub applied: Applied,
    /// Whether the day of opening is known; else the day it was worked out stands for it.
    pub opening_is_known: bool,
    pub k: u32,
    /// Everyone who is here or left during the year, by name, and what the rule says of them.
    pub judged: Vec<(Candidate, Verdict)>,
    /// By short name.
    pub units: Vec<Unit>,
    pub counts: Vec<UnitCount>,
    pub partition: Result<Partition, Misfit>,
    /// The fewest answers that count as a sample.
    pub sample: u32,
}

/// Before opening. `today` stands for the day of opening while that is not planned.
pub fn outlook(conn: &mut RegisterConn, survey: &Survey, today: Date) -> QueryResult<Outlook> {
    let audience = audience(conn, survey.id)?;
    let units = store::all_units(conn)?;
    let candidates = store::candidates(conn, survey.year.first_day())?;
    let opens = survey.state.window().map_or(today, |window| window.opens.day());
    let sample = yardsticks::sample_rule(conn, survey.year)?;
    Ok(Outlook::of(audience, sample, survey, opens, units, candidates))
}

impl Outlook {
    pub fn of(
        audience: Audience,
        sample: SampleRule,
        survey: &Survey,
        today: Date,
        units: Vec<Unit>,
        candidates: Vec<Candidate>,
    ) -> Self {
        let tree = UnitTree::new(units.iter().map(|unit| (unit.id, unit.parent)));
        let applied = audience.rule.applied(survey.year, today, &tree);
        let judged: Vec<_> = candidates
            .into_iter()
            .map(|person| {
                let facts =
                    Facts { started: person.started, departed: person.departed, category: &person.category, unit: person.unit };
                let verdict = applied.verdict(&facts);
                (person, verdict)
            })
            .collect();
        let mut eligible: HashMap<UnitId, u32> = HashMap::new();
        for (person, _) in judged.iter().filter(|(_, verdict)| *verdict == Verdict::Eligible) {
            *eligible.entry(person.unit).or_default() += 1;
        }
        let count = |unit: &Unit| UnitCount {
            id: unit.id,
            parent: unit.parent,
            short_name: unit.short_name.clone(),
            eligible: eligible.get(&unit.id).copied().unwrap_or(0),
        };
        let counts: Vec<_> = units.iter().map(count).collect();
        let k = u32::try_from(survey.k()).unwrap_or(0);
        let partition = match &audience.groups {
            Some(groups) => strata::choose(&counts, k, groups),
            None => strata::form(&counts, k).map_err(Misfit::from),
        };
        let sample = sample.of(eligible.values().sum());
        let opening_is_known = survey.state.window().is_some();
        Self { audience, applied, opening_is_known, k, judged, units, counts, partition, sample }
    }

    pub fn eligible(&self) -> impl Iterator<Item = &Candidate> {
        self.judged.iter().filter(|(_, verdict)| *verdict == Verdict::Eligible).map(|(person, _)| person)
    }

    /// The fewest people of a group that is not the only one.
    pub fn least(&self) -> u32 {
        self.k.saturating_mul(2)
    }

    pub fn unit(&self, id: UnitId) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == id)
    }

    /// Those on either side of the cut-off, by start date.
    pub fn borderline(&self) -> Vec<&(Candidate, Verdict)> {
        let is_close = |person: &Candidate| person.started.is_some_and(|started| self.applied.is_borderline(started));
        let mut close: Vec<_> = self
            .judged
            .iter()
            .filter(|(_, verdict)| matches!(verdict, Verdict::Eligible | Verdict::NotYet { .. } | Verdict::StartsLater { .. }))
            .filter(|(person, _)| is_close(person))
            .collect();
        close.sort_by_key(|(person, _)| person.started);
        close
    }

    /// For each unit that has anybody: how many are here, and how many of them may answer.
    pub fn per_unit(&self) -> Vec<(&Unit, u32, u32)> {
        let mut here: HashMap<UnitId, u32> = HashMap::new();
        for (person, _) in self.judged.iter().filter(|(person, _)| person.departed.is_none()) {
            *here.entry(person.unit).or_default() += 1;
        }
        let counted = self.units.iter().zip(&self.counts);
        counted.filter_map(|(unit, count)| Some((unit, *here.get(&unit.id)?, count.eligible))).collect()
    }

    /// What the strata are called, in the order of the partition.
    pub fn stratum_names(&self, language: Language) -> Vec<String> {
        let Ok(partition) = &self.partition else { return Vec::new() };
        let index: HashMap<UnitId, &Unit> = self.units.iter().map(|unit| (unit.id, unit)).collect();
        partition.strata.iter().map(|stratum| strata::name(stratum, |id| index.get(&id).copied(), language)).collect()
    }
}
