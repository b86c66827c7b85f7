//! Typed ids: sixteen random bytes that say nothing about when or in which order they were made.
//!
//! An id of one kind cannot be passed for another. How ids are stored is `db::kinds`' business.

use std::{fmt, hash::Hash, marker::PhantomData, str::FromStr};

use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Binary};
use uuid::Uuid;

use crate::dice::Dice;

/// An id of one kind of thing. The kind exists for the compiler only.
#[derive(AsExpression, FromSqlRow)]
#[diesel(sql_type = Binary)]
pub struct Id<Kind>(Uuid, PhantomData<fn() -> Kind>);

/// Declares kinds of ids: an empty type and the id that names it.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident => $id:ident),+ $(,)?) => {$(
        #[doc(hidden)]
        pub enum $kind {}
        $(#[$doc])*
        pub type $id = Id<$kind>;
    )+};
}

kinds! {
    /// This installation: the same in both databases, so that files of two houses never mix.
    Installation => InstallationId,
    /// Someone who may sign in to manage.
    Account => AccountId,
    /// One signed-in device.
    Session => SessionId,
    /// A letter waiting in the outbox.
    Letter => LetterId,
    /// A part of the department.
    Unit => UnitId,
    /// Somebody who works in the department.
    Person => PersonId,
    /// A file of staff on its way into the roster.
    Import => ImportId,
    /// One version of an instrument.
    Instrument => InstrumentId,
    /// All versions of one instrument.
    Family => FamilyId,
    /// One survey: a questionnaire put before staff once.
    Survey => SurveyId,
    /// A rating table or a sample rule.
    Yardstick => YardstickId,
    /// A reporting group of one survey.
    Stratum => StratumId,
    /// What results are shown of: strata put together.
    ResultGroup => GroupId,
    /// Something that somebody wrote.
    WrittenText => TextId,
    /// Letters to many for one reason: the invitation to a survey, or a reminder.
    Campaign => CampaignId,
    /// A reminder that is planned.
    PlannedReminder => PlannedReminderId,
    /// A session of the clinic: people meet and are answered.
    Meeting => MeetingId,
    /// What somebody brought to the clinic, with everything said about it.
    Matter => MatterId,
    /// One thing that was said about a matter.
    Remark => RemarkId,
    /// What of a matter stands on the board.
    Card => CardId,
    /// A message in the letterbox.
    WaitingMessage => WaitingId,
    /// A file that was added to a matter, or to its message in the letterbox.
    Enclosure => EnclosureId,
    /// One question that was asked live.
    LiveQuestion => LiveQuestionId,
    /// Something that an office has to do in a year.
    AgendaEntry => AgendaId,
    /// Something the department did, as it reports it.
    Activity => ActivityId,
    /// What is to be done about what a round found.
    Plan => PlanId,
    /// One measure of a plan.
    Measure => MeasureId,
    /// One thing that is done for a measure.
    Step => StepId,
    /// What was said about a month of a step.
    ProgressNote => NoteId,
    /// One running copy of the program; it signs the leases it takes.
    Instance => InstanceId,
}

impl<Kind> Id<Kind> {
    pub fn random(dice: &mut Dice) -> Self {
        Self::from_bytes(dice.bytes())
    }

    /// Any sixteen bytes are an id; the bits that mark a version 4 UUID are set.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(uuid::Builder::from_random_bytes(bytes).into_uuid(), PhantomData)
    }

    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// An id read back from where it was stored; `None` if that is not sixteen bytes.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        Uuid::from_slice(bytes).ok().map(|id| Self(id, PhantomData))
    }
}

impl<Kind> FromStr for Id<Kind> {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::try_parse(text).map(|id| Self(id, PhantomData))
    }
}

impl<Kind> fmt::Display for Id<Kind> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<Kind> fmt::Debug for Id<Kind> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

// Written out because `derive` would ask the same of `Kind`, which is never there.
impl<Kind> Clone for Id<Kind> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<Kind> Copy for Id<Kind> {}
impl<Kind> PartialEq for Id<Kind> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<Kind> Eq for Id<Kind> {}
impl<Kind> Hash for Id<Kind> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<Kind> serde::Serialize for Id<Kind> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de, Kind> serde::Deserialize<'de> for Id<Kind> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Uuid::deserialize(deserializer).map(|id| Self(id, PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_shows() {
        let id = AccountId::random(&mut Dice::loaded(7));
        assert_eq!(id.to_string().parse::<AccountId>().unwrap(), id);
        assert_eq!(AccountId::from_slice(id.as_bytes()), Some(id));
    }

    #[test]
    fn no_id_tells_when_it_was_made() {
        let id = AccountId::random(&mut Dice::loaded(7));
        assert_eq!(id.0.get_version_num(), 4);
        assert!(id.0.get_timestamp().is_none());
    }
}
