//! A session of the clinic, and what may be done with it when.

use super::{Plan, Refusal};
use crate::{
    clock::Moment,
    ids::MeetingId,
    language::Language,
    notices::{NoticeHash, Ways},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub id: MeetingId,
    pub stage: Stage,
    pub plan: Plan,
    /// As it stands now; none for the standing clinic.
    pub closes: Option<Moment>,
    /// From the opening on.
    pub promised: Option<Promised>,
    /// How many were invited.
    pub invited: i32,
}

/// What was put up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    pub notice: String,
    pub hash: NoticeHash,
    /// In seconds.
    pub opens: i64,
    /// What comes by seats is shown to the desk once so many have taken theirs.
    pub k: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Draft,
    /// It was decided, and is on its way: a matter of seconds.
    Opening,
    Open,
    Over,
    Cancelled,
}

impl Stage {
    pub const ALL: [Self; 5] = [Self::Draft, Self::Opening, Self::Open, Self::Over, Self::Cancelled];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Opening => "opening",
            Self::Open => "open",
            Self::Over => "over",
            Self::Cancelled => "cancelled",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

impl Meeting {
    pub fn name(&self, language: Language) -> &str {
        self.plan.title.say(language)
    }

    pub const fn ways(&self) -> Ways {
        self.plan.ways
    }

    pub fn is_draft(&self) -> Result<(), Refusal> {
        if self.stage == Stage::Draft { Ok(()) } else { Err(Refusal::NotNow) }
    }

    pub fn is_open(&self) -> Result<(), Refusal> {
        if self.stage == Stage::Open { Ok(()) } else { Err(Refusal::NotNow) }
    }

    /// Whether contributions are taken.
    pub fn takes_contributions(&self, now: Moment) -> bool {
        self.has_begun(now) && self.stage == Stage::Open && self.closes.is_none_or(|closes| now < closes)
    }

    pub fn has_begun(&self, now: Moment) -> bool {
        self.promised.as_ref().is_some_and(|promised| promised.opens <= now.seconds())
    }

    /// Whether people have met, so that there is something to tell.
    pub fn may_be_reported(&self, now: Moment) -> bool {
        let have_met = self.plan.gathering.as_ref().is_some_and(|gathering| gathering.ends <= now.seconds());
        self.stage == Stage::Over || (self.stage == Stage::Open && have_met)
    }

    /// Whether everything of it has passed.
    pub fn is_past(&self, now: Moment) -> bool {
        self.plan.ends(self.closes).is_some_and(|ends| ends <= now.seconds())
    }
}
