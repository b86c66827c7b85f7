//! How many answers a survey should have at least, as data that an editor can change.
//!
//! Promises never to ask for more people than there are, and never for fewer because there are more.
//! Does not know whether so many have answered, and closes no survey.

use serde::{Deserialize, Serialize};

/// As the national guide has it, unless a survey says otherwise: 10 % rounded up, at least 30 (all,
/// where there are fewer), and 400 above 4,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleRule {
    pub per_cent: u32,
    pub at_least: u32,
    /// The share never asks for more than this.
    pub most: u32,
    /// Of more people than this, `most` are asked for whatever the share.
    pub most_above: u32,
}

impl Default for SampleRule {
    fn default() -> Self {
        Self { per_cent: 10, at_least: 30, most: 400, most_above: 4000 }
    }
}

impl SampleRule {
    /// How many of these people should answer.
    pub fn of(&self, people: u32) -> u32 {
        let share = (u64::from(people) * u64::from(self.per_cent)).div_ceil(100);
        let share = u32::try_from(share).unwrap_or(u32::MAX).min(self.most);
        let wanted = if people > self.most_above { self.most } else { share };
        wanted.max(self.at_least).min(people)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_sample_is_what_the_guide_says() {
        let vectors =
            [(0, 0), (11, 11), (29, 29), (30, 30), (54, 30), (300, 30), (301, 31), (4000, 400), (4001, 400), (10000, 400)];
        for (people, sample) in vectors {
            assert_eq!(SampleRule::default().of(people), sample, "{people}");
        }
        assert_eq!(SampleRule::default().of(u32::MAX), 400);
    }

    #[test]
    fn the_rule_has_one_form_in_json() {
        let json = r#"{"per_cent":10,"at_least":30,"most":400,"most_above":4000}"#;
        assert_eq!(serde_json::to_string(&SampleRule::default()).unwrap(), json);
        assert_eq!(serde_json::from_str::<SampleRule>(json).unwrap(), SampleRule::default());
        for other in [json.replace("most_above", "above"), json.replace('}', r#","x":1}"#), json.replace("10,", "-1,")] {
            assert!(serde_json::from_str::<SampleRule>(&other).is_err(), "{other}");
        }
    }

    fn rules() -> impl Strategy<Value = SampleRule> {
        let small = (0_u32..150, 0_u32..60, 0_u32..600, 0_u32..5000);
        let any_size = any::<(u32, u32, u32, u32)>();
        prop_oneof![small, any_size].prop_map(|(per_cent, at_least, most, most_above)| SampleRule {
            per_cent,
            at_least,
            most,
            most_above,
        })
    }

    proptest! {
        #[test]
        fn never_more_than_there_are_and_never_fewer_of_more(
            rule in rules(),
            people in prop_oneof![0_u32..6000, any::<u32>()],
            more in prop_oneof![0_u32..6000, any::<u32>()],
        ) {
            prop_assert!(rule.of(people) <= people);
            prop_assert!(rule.of(people) <= rule.of(people.saturating_add(more)));
        }
    }
}
