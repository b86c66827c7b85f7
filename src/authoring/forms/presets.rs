//! Scales that may be chosen before the questionnaire has any.

use crate::{
    authoring::edits::fresh_scale_code,
    instruments::{Code, Instrument, Scale, Text},
};

use super::super::words::forms::preset_levels;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    YesNo,
    Amount,
    Satisfaction,
}

impl Preset {
    pub const ALL: [Self; 3] = [Self::YesNo, Self::Amount, Self::Satisfaction];

    /// In the select, beside the codes of scales: a code never has a `+`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::YesNo => "+yes_no",
            Self::Amount => "+amount",
            Self::Satisfaction => "+satisfaction",
        }
    }

    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.as_str() == text)
    }

    pub fn levels(self) -> Vec<Text> {
        preset_levels(self)
    }
}

/// The scale that was chosen; and whether it has still to be added.
pub fn scale_of(instrument: &Instrument, chosen: &str) -> Option<(Scale, bool)> {
    match Preset::read(chosen) {
        Some(preset) => {
            let levels = preset.levels();
            if let Some(same) = instrument.scales.iter().find(|scale| scale.levels == levels) {
                return Some((same.clone(), false));
            }
            let code = fresh_scale_code(instrument, &Code::from(preset.as_str().trim_start_matches('+')));
            Some((Scale { code, levels }, true))
        }
        None => instrument.scale(&Code::from(chosen)).map(|scale| (scale.clone(), false)),
    }
}
