//! A condition of ours as XLSForm says it.

use std::collections::BTreeMap;

use crate::instruments::{Code, Comparison, Condition};

/// Questions by item and sub-question.
pub(super) type Calls = BTreeMap<(Code, Option<Code>), Called>;

/// How a question is called in the file, and what its answer holds.
#[derive(Clone, Debug)]
pub(super) struct Called {
    pub(super) name: String,
    pub(super) holds: Holds,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    One,
    Several,
    /// Several in order.
    Ranking,
}

pub(super) fn written(condition: &Condition, called: &dyn Fn(&Code, Option<&Code>) -> Option<Called>) -> String {
    match condition {
        Condition::All(all) => joined(all, " and ", "true()", called),
        Condition::Any(any) => joined(any, " or ", "false()", called),
        Condition::Not(one) => format!("not({})", written(one, called)),
        Condition::Answer { of, sub, is } => {
            let Called { name, holds } =
                called(of, sub.as_ref()).unwrap_or_else(|| Called { name: of.to_string(), holds: Holds::One });
            match is {
                Comparison::Given => format!("${{{name}}} != ''"),
                Comparison::Equal(value) if holds == Holds::Several => format!("selected(${{{name}}}, '{value}')"),
                // The answer is the whole ranking; ours compares its first place.
                Comparison::Equal(value) if holds == Holds::Ranking => format!("selected-at(${{{name}}}, 0) = '{value}'"),
                Comparison::Equal(value) => format!("${{{name}}} = '{value}'"),
                Comparison::AtLeast(value) => format!("${{{name}}} >= {value}"),
                Comparison::AtMost(value) => format!("${{{name}}} <= {value}"),
                Comparison::Over(value) => format!("${{{name}}} > {value}"),
                Comparison::Under(value) => format!("${{{name}}} < {value}"),
            }
        }
    }
}

fn joined(all: &[Condition], by: &str, of_nothing: &str, called: &dyn Fn(&Code, Option<&Code>) -> Option<Called>) -> String {
    let one = |condition: &Condition| match condition {
        Condition::All(_) | Condition::Any(_) => format!("({})", written(condition, called)),
        _ => written(condition, called),
    };
    if all.is_empty() { of_nothing.to_owned() } else { all.iter().map(one).collect::<Vec<_>>().join(by) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_equal_is_said_by_what_the_answer_holds() {
        let condition = Condition::answer("r", Comparison::Equal(Code::from("a")));
        let of = |holds| written(&condition, &|of, _| Some(Called { name: of.to_string(), holds }));
        assert_eq!(of(Holds::One), "${r} = 'a'");
        assert_eq!(of(Holds::Several), "selected(${r}, 'a')");
        assert_eq!(of(Holds::Ranking), "selected-at(${r}, 0) = 'a'");
    }
}
