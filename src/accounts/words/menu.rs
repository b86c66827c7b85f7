//! The main menu: only pages that somebody with these roles may open.

use super::words;
use crate::{
    accounts::{Role, Roles},
    language::Language,
    web::{MenuItem, at},
};

/// The main menu of somebody with these roles: only pages they may open.
pub fn menu(language: Language, roles: &Roles) -> Vec<MenuItem> {
    let say = words(language);
    let mut menu = vec![MenuItem { label: say.home, address: at::DESK }];
    if roles.has(Role::Admin) {
        menu.extend([
            MenuItem { label: say.people, address: at::PEOPLE },
            MenuItem { label: say.settings, address: at::SETTINGS },
            MenuItem { label: say.mail, address: at::MAIL },
            MenuItem { label: say.schedule, address: at::SCHEDULE },
            MenuItem { label: say.backup, address: at::BACKUP },
            MenuItem { label: say.diary, address: at::DIARY },
        ]);
    }
    if roles.has(Role::Hr) {
        menu.extend([
            MenuItem { label: say.turnout, address: at::HR },
            MenuItem { label: say.roster, address: at::ROSTER },
            MenuItem { label: say.units, address: at::UNITS },
            MenuItem { label: say.clinic_links, address: at::HR_MEETINGS },
        ]);
    }
    if roles.has(Role::Hr) || roles.has(Role::Coordinator) {
        menu.push(MenuItem { label: say.surveys, address: at::SURVEYS });
    }
    if roles.has(Role::Coordinator) {
        menu.push(MenuItem { label: say.instruments, address: at::INSTRUMENTS });
        menu.push(MenuItem { label: say.yardsticks, address: at::YARDSTICKS });
    }
    if roles.has(Role::Coordinator) || roles.has(Role::Desk) {
        menu.push(MenuItem { label: say.clinic_sessions, address: at::MEETINGS });
    }
    if roles.has(Role::Coordinator) || roles.has(Role::Viewer) {
        menu.push(MenuItem { label: say.work, address: at::WORK });
        menu.push(MenuItem { label: say.scores, address: at::SCORES });
        menu.push(MenuItem { label: say.years, address: at::YEARS });
        menu.push(MenuItem { label: say.activities, address: at::ACTIVITIES });
        menu.push(MenuItem { label: say.plans, address: at::PLANS });
    }
    if roles.has(Role::Desk) {
        menu.push(MenuItem { label: say.clinic_desk, address: at::CLINIC_DESK });
    }
    menu
}
