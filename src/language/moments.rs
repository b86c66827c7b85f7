//! A moment, as people read it: the day and the time of day in Bangkok.

use super::{Language, dates, times};
use crate::clock::Moment;

/// `30 มิ.ย. 2569 13.30 น.`, `30 Jun 2026 13:30`.
pub fn moment_in_words(language: Language, moment: Moment) -> String {
    let moment = moment.in_bangkok();
    format!("{} {}", dates::short(moment.date(), language), times::write(moment.time(), language))
}
