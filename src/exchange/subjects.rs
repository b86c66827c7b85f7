//! What the names in conditions of another program mean here.

use std::collections::BTreeMap;

use super::expression::{Dialect, Expression, Operator, Value, parse};
use crate::instruments::{Code, Comparison, Condition, Decimal, limits};

/// A question under its name in the file, with what its values are called here.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    pub(super) item: Code,
    pub(super) sub: Option<Code>,
    pub(super) values: Values,
}

#[derive(Clone, Debug)]
pub(super) enum Values {
    Choice(BTreeMap<String, Code>),
    Choices(BTreeMap<String, Code>),
    /// Only the first place can be looked at.
    Ranking(BTreeMap<String, Code>),
    /// Names of the levels in order.
    Levels(Vec<String>),
    Number,
    /// Of a choice by itself: `Y` where it is chosen.
    Chosen(Code),
    /// Only whether anything was answered.
    Words,
}

/// Everything that was asked so far; what comes later cannot be looked at.
#[derive(Default)]
pub(super) struct Subjects(BTreeMap<String, Subject>);

/// What a condition became.
pub(super) enum Understood {
    Always,
    When(Condition),
    /// More than our form can say, or about what is not asked before.
    Not,
}

impl Subjects {
    pub(super) fn put(&mut self, name: &str, subject: Subject) {
        self.0.entry(name.to_owned()).or_insert(subject);
    }

    pub(super) fn understand(&self, text: &str, dialect: Dialect) -> Understood {
        let Some(expression) = parse(text, dialect) else {
            return Understood::Not;
        };
        if expression == Expression::Always(true) {
            return Understood::Always;
        }
        match self.condition(&expression) {
            Some(condition) if condition.depth() <= limits::CONDITION_DEPTH && condition.size() <= limits::CONDITION_SIZE => {
                Understood::When(condition)
            }
            _ => Understood::Not,
        }
    }

    fn condition(&self, expression: &Expression) -> Option<Condition> {
        let each = |all: &[Expression]| all.iter().map(|one| self.condition(one)).collect::<Option<Vec<_>>>();
        Some(match expression {
            Expression::All(all) => Condition::All(each(all)?),
            Expression::Any(any) => Condition::Any(each(any)?),
            Expression::Not(one) => Condition::Not(Box::new(self.condition(one)?)),
            Expression::Always(true) => Condition::All(Vec::new()),
            Expression::Always(false) => Condition::Any(Vec::new()),
            Expression::Selected { name, choice } => self.0.get(name)?.selected(choice)?,
            Expression::First { name, choice } => self.0.get(name)?.first(choice)?,
            Expression::Compare { name, operator, with } => self.0.get(name)?.compared(*operator, with)?,
        })
    }
}

impl Subject {
    fn says(&self, is: Comparison) -> Condition {
        Condition::Answer { of: self.item.clone(), sub: self.sub.clone(), is }
    }

    fn selected(&self, choice: &str) -> Option<Condition> {
        match &self.values {
            Values::Choice(codes) | Values::Choices(codes) => Some(self.says(Comparison::Equal(codes.get(choice)?.clone()))),
            Values::Levels(names) => Some(self.says(Comparison::Equal(level(names, choice)?))),
            // Whatever is ranked is somewhere in the ranking.
            Values::Ranking(_) | Values::Number | Values::Words | Values::Chosen(_) => None,
        }
    }

    fn first(&self, choice: &str) -> Option<Condition> {
        match &self.values {
            Values::Ranking(codes) => Some(self.says(Comparison::Equal(codes.get(choice)?.clone()))),
            _ => None,
        }
    }

    fn compared(&self, operator: Operator, with: &Value) -> Option<Condition> {
        let not = |condition| Condition::Not(Box::new(condition));
        let given = match &self.values {
            Values::Chosen(code) => self.says(Comparison::Equal(code.clone())),
            _ => self.says(Comparison::Given),
        };
        match (operator, with.as_str(), &self.values) {
            (Operator::Unequal, "", _) | (Operator::Equal, "Y", Values::Chosen(_)) => Some(given),
            (Operator::Equal, "", _) | (Operator::Unequal, "Y", Values::Chosen(_)) => Some(not(given)),
            (Operator::Equal, value, _) => self.equal(value),
            (Operator::Unequal, value, _) => self.equal(value).map(not),
            (_, value, Values::Number) => self.ordered(operator, value),
            (_, value, Values::Levels(names)) if are_numbers(names) => self.ordered(operator, value),
            _ => None,
        }
    }

    fn equal(&self, value: &str) -> Option<Condition> {
        match &self.values {
            Values::Choice(_) | Values::Levels(_) => self.selected(value),
            Values::Number => Some(self.says(Comparison::Equal(Code::new(decimal(value)?.to_string())))),
            Values::Choices(_) | Values::Ranking(_) | Values::Words | Values::Chosen(_) => None,
        }
    }

    fn ordered(&self, operator: Operator, value: &str) -> Option<Condition> {
        let value = decimal(value)?;
        Some(self.says(match operator {
            Operator::Under => Comparison::Under(value),
            Operator::AtMost => Comparison::AtMost(value),
            Operator::Over => Comparison::Over(value),
            Operator::AtLeast => Comparison::AtLeast(value),
            Operator::Equal | Operator::Unequal => return None,
        }))
    }
}

/// Commas and Thai digits are ours, not theirs.
fn decimal(text: &str) -> Option<Decimal> {
    text.parse().ok().filter(|_| text.is_ascii() && !text.contains(','))
}

fn level(names: &[String], name: &str) -> Option<Code> {
    let place = names.iter().position(|it| it == name)?;
    Some(Code::new((place + 1).to_string()))
}

/// Whether the levels are called 1, 2, 3 …, so that they can be compared as numbers.
fn are_numbers(names: &[String]) -> bool {
    names.iter().enumerate().all(|(place, name)| *name == (place + 1).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subjects() -> Subjects {
        let mut subjects = Subjects::default();
        let codes = BTreeMap::from([("Y".to_owned(), Code::from("y"))]);
        let levels = |names: [&str; 2]| Values::Levels(names.map(str::to_owned).to_vec());
        for (name, values) in [
            ("one", Values::Choice(codes.clone())),
            ("many", Values::Choices(codes.clone())),
            ("ranked", Values::Ranking(codes)),
            ("rated", levels(["1", "2"])),
            ("named", levels(["A1", "A2"])),
            ("age", Values::Number),
            ("said", Values::Words),
            ("many_y", Values::Chosen(Code::from("y"))),
        ] {
            subjects.put(name, Subject { item: Code::from(name), sub: None, values });
        }
        subjects
    }

    fn of(text: &str) -> Option<Condition> {
        match subjects().understand(text, Dialect::XlsForm) {
            Understood::When(condition) => Some(condition),
            Understood::Always | Understood::Not => None,
        }
    }

    #[test]
    fn comparisons_follow_what_the_answer_is() {
        let equal = |name: &str, value: &str| Condition::answer(name, Comparison::Equal(Code::from(value)));
        let not = |condition| Condition::Not(Box::new(condition));
        let two = Decimal::whole(2);
        for (text, condition) in [
            ("${one} = 'Y'", equal("one", "y")),
            ("${one} != 'Y'", not(equal("one", "y"))),
            ("selected(${many}, 'Y')", equal("many", "y")),
            ("selected-at(${ranked}, 0) = 'Y'", equal("ranked", "y")),
            ("selected-at(${ranked}, 0) != 'Y'", not(equal("ranked", "y"))),
            ("${rated} = 2", equal("rated", "2")),
            ("${named} = 'A2'", equal("named", "2")),
            ("${rated} >= 2", Condition::answer("rated", Comparison::AtLeast(two))),
            ("2 > ${age}", Condition::answer("age", Comparison::Under(two))),
            ("${age} = 2.50", equal("age", "2.5")),
            ("${said} != ''", Condition::answer("said", Comparison::Given)),
            ("${said} = ''", not(Condition::answer("said", Comparison::Given))),
            ("${many_y} = 'Y'", equal("many_y", "y")),
        ] {
            assert_eq!(of(text), Some(condition), "{text}");
        }
    }

    #[test]
    fn what_would_mean_something_else_here_is_not_taken() {
        for text in [
            "${one} = 'Z'",
            "${many} = 'Y'",
            "${ranked} = 'Y'",
            "selected(${ranked}, 'Y')",
            "selected-at(${ranked}, 1) = 'Y'",
            "selected-at(${many}, 0) = 'Y'",
            "${named} >= 2",
            "${one} > 1",
            "${said} = 'x'",
            "${later} = 'Y'",
            "${age} = '1,000'",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
