//! A condition of ours as XLSForm says it.

use std::collections::BTreeMap;

use crate::instruments::{Code, Comparison, Condition};

/// Questions by item and sub-question.
pub(super) type Calls = BTreeMap<(Code, Option<Code>), Called>;

/// How a question is called in the file, and whether it holds several choices.
#[derive(Clone, Debug)]
pub(super) struct Called {
    pub(super) name: String,
    pub(super) is_many: bool,
}

pub(super) fn written(condition: &Condition, called: &dyn Fn(&Code, Option<&Code>) -> Option<Called>) -> String {
    match condition {
        Condition::All(all) => joined(all, " and ", "true()", called),
        Condition::Any(any) => joined(any, " or ", "false()", called),
        Condition::Not(one) => format!("not({})", written(one, called)),
        Condition::Answer { of, sub, is } => {
            let Called { name, is_many } =
                called(of, sub.as_ref()).unwrap_or_else(|| Called { name: of.to_string(), is_many: false });
            match is {
                Comparison::Given => format!("${{{name}}} != ''"),
                Comparison::Equal(value) if is_many => format!("selected(${{{name}}}, '{value}')"),
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
