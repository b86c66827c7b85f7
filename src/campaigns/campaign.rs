//! One reason to write to many: the invitation to a survey, or one of its reminders.

use jiff::civil::Date;

use crate::ids::{CampaignId, SurveyId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Campaign {
    pub id: CampaignId,
    pub survey: SurveyId,
    pub kind: Kind,
    /// The invitation is 0, reminders are counted from 1.
    pub number: i32,
    pub day: Date,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Invitation,
    Reminder,
}

impl Kind {
    pub const ALL: [Self; 2] = [Self::Invitation, Self::Reminder];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reminder => "reminder",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
