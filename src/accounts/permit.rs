//! What a handler may ask of whoever calls it. A permit is a type, so that it stands in the
//! handler's signature.

use super::{Role, Roles};

pub trait Permit: 'static {
    fn held_by(roles: &Roles) -> bool;
}

/// Being signed in is enough.
pub enum Anyone {}

impl Permit for Anyone {
    fn held_by(_: &Roles) -> bool {
        true
    }
}

/// To invite people, change their roles, close their accounts.
pub enum ManageAccounts {}

impl Permit for ManageAccounts {
    fn held_by(roles: &Roles) -> bool {
        roles.has(Role::Admin)
    }
}

/// Settings, mail, schedule, backups, the diary.
pub enum RunTheHouse {}

impl Permit for RunTheHouse {
    fn held_by(roles: &Roles) -> bool {
        roles.has(Role::Admin)
    }
}

/// The roster, its units, who may answer a survey.
pub enum KeepRoster {}

impl Permit for KeepRoster {
    fn held_by(roles: &Roles) -> bool {
        roles.has(Role::Hr)
    }
}

/// To plan surveys and write their questions.
pub enum MakeSurveys {}

impl Permit for MakeSurveys {
    fn held_by(roles: &Roles) -> bool {
        roles.has(Role::Coordinator)
    }
}

/// The list of surveys: HR has the people, coordinators the questions.
pub enum SeeSurveys {}

impl Permit for SeeSurveys {
    fn held_by(roles: &Roles) -> bool {
        roles.has(Role::Hr) || roles.has(Role::Coordinator)
    }
}

/// To answer in the clinic: its matters, its board, its live questions.
pub enum AnswerInClinic {}

impl Permit for AnswerInClinic {
    fn held_by(roles: &Roles) -> bool {
        roles.has(Role::Desk)
    }
}

/// To plan sessions of the clinic, open and cancel them.
pub enum PlanMeetings {}

impl Permit for PlanMeetings {
    fn held_by(roles: &Roles) -> bool {
        roles.has(Role::Coordinator)
    }
}

/// Sessions of the clinic: coordinators plan them, the desk answers there.
pub enum SeeMeetings {}

impl Permit for SeeMeetings {
    fn held_by(roles: &Roles) -> bool {
        roles.has(Role::Coordinator) || roles.has(Role::Desk)
    }
}

/// What the department as a whole said, once a round is released. HR and administrators never.
pub enum ReadResults {}

impl Permit for ReadResults {
    fn held_by(roles: &Roles) -> bool {
        roles.has(Role::Coordinator) || roles.has(Role::Viewer)
    }
}

/// To write down what the department did, and what its reports say.
pub enum KeepActivities {}

impl Permit for KeepActivities {
    fn held_by(roles: &Roles) -> bool {
        roles.has(Role::Coordinator)
    }
}

/// What the department did, and the report of it, with what results let out.
pub enum ReadActivities {}

impl Permit for ReadActivities {
    fn held_by(roles: &Roles) -> bool {
        ReadResults::held_by(roles)
    }
}

/// To make improvement plans, change them, and say how far they are.
pub enum KeepPlans {}

impl Permit for KeepPlans {
    fn held_by(roles: &Roles) -> bool {
        roles.has(Role::Coordinator)
    }
}

/// To read them, with what the rounds they answer have let out.
pub enum ReadPlans {}

impl Permit for ReadPlans {
    fn held_by(roles: &Roles) -> bool {
        ReadResults::held_by(roles)
    }
}
