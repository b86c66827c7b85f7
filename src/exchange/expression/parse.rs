//! Words and signs as a tree: `or` binds least, then `and`, then `not` and comparisons.

use super::{
    Dialect, Expression, Operator, Value,
    tokens::{Token, tokens},
};

/// How deep parentheses may stand inside each other.
const DEEPEST: usize = 40;

/// `None` where it is not only comparisons of one answer with one value, joined by and, or and not.
pub(in crate::exchange) fn parse(text: &str, dialect: Dialect) -> Option<Expression> {
    let tokens = tokens(text, dialect)?;
    let mut parser = Parser { tokens: &tokens, depth: 0 };
    let expression = parser.any()?;
    parser.tokens.is_empty().then_some(expression)
}

struct Parser<'it> {
    tokens: &'it [Token],
    depth: usize,
}

/// One side of a comparison.
enum Side {
    Name(String),
    Value(Value),
}

impl Parser<'_> {
    fn any(&mut self) -> Option<Expression> {
        self.joined(&Token::Or, Self::all, Expression::Any)
    }

    fn all(&mut self) -> Option<Expression> {
        self.joined(&Token::And, Self::one, Expression::All)
    }

    fn joined(
        &mut self,
        by: &Token,
        inner: fn(&mut Self) -> Option<Expression>,
        join: fn(Vec<Expression>) -> Expression,
    ) -> Option<Expression> {
        let first = inner(self)?;
        let mut rest = Vec::new();
        while self.take(by) {
            rest.push(inner(self)?);
        }
        if rest.is_empty() {
            return Some(first);
        }
        rest.insert(0, first);
        Some(join(rest))
    }

    fn one(&mut self) -> Option<Expression> {
        self.depth += 1;
        let one = if self.depth > DEEPEST { None } else { self.one_within() };
        self.depth -= 1;
        one
    }

    fn one_within(&mut self) -> Option<Expression> {
        match self.tokens.first()? {
            Token::Not => {
                self.skip();
                Some(Expression::Not(Box::new(self.one()?)))
            }
            Token::Open => {
                self.skip();
                let inner = self.any()?;
                self.take(&Token::Close).then_some(inner)
            }
            Token::Function(name) => {
                let name = name.clone();
                self.skip();
                self.call(&name)
            }
            _ => self.comparison(),
        }
    }

    fn call(&mut self, name: &str) -> Option<Expression> {
        if !self.take(&Token::Open) {
            return None;
        }
        let expression = match name {
            "true" => Expression::Always(true),
            "false" => Expression::Always(false),
            "selected" => {
                let name = self.name()?;
                let choice = if self.take(&Token::Comma) { self.value()? } else { return None };
                Expression::Selected { name, choice: choice.as_str().to_owned() }
            }
            "selected-at" => return self.first(),
            "is_empty" => {
                let with = Value::Text(String::new());
                Expression::Compare { name: self.name()?, operator: Operator::Equal, with }
            }
            _ => return None,
        };
        self.take(&Token::Close).then_some(expression)
    }

    /// `selected-at(${name}, 0) = 'x'`, behind its first parenthesis.
    fn first(&mut self) -> Option<Expression> {
        let name = self.name()?;
        let place = if self.take(&Token::Comma) { self.value()? } else { return None };
        if place.as_str() != "0" || !self.take(&Token::Close) {
            return None;
        }
        let Some(Token::Compare(operator)) = self.tokens.first() else {
            return None;
        };
        let operator = *operator;
        self.skip();
        let first = Expression::First { name, choice: self.value()?.as_str().to_owned() };
        match operator {
            Operator::Equal => Some(first),
            Operator::Unequal => Some(Expression::Not(Box::new(first))),
            _ => None,
        }
    }

    fn comparison(&mut self) -> Option<Expression> {
        let left = self.side()?;
        let Some(Token::Compare(operator)) = self.tokens.first() else {
            return None;
        };
        let operator = *operator;
        self.skip();
        match (left, self.side()?) {
            (Side::Name(name), Side::Value(with)) => Some(Expression::Compare { name, operator, with }),
            (Side::Value(with), Side::Name(name)) => Some(Expression::Compare { name, operator: operator.turned(), with }),
            _ => None,
        }
    }

    /// Parentheses around a single name or value change nothing.
    fn side(&mut self) -> Option<Side> {
        let side = match self.tokens.first()? {
            Token::Name(name) => Side::Name(name.clone()),
            Token::Text(text) => Side::Value(Value::Text(text.clone())),
            Token::Number(number) => Side::Value(Value::Number(number.clone())),
            _ => return None,
        };
        self.skip();
        Some(side)
    }

    fn name(&mut self) -> Option<String> {
        match self.side()? {
            Side::Name(name) => Some(name),
            Side::Value(_) => None,
        }
    }

    fn value(&mut self) -> Option<Value> {
        match self.side()? {
            Side::Value(value) => Some(value),
            Side::Name(_) => None,
        }
    }

    fn take(&mut self, token: &Token) -> bool {
        let is_next = self.tokens.first() == Some(token);
        if is_next {
            self.skip();
        }
        is_next
    }

    fn skip(&mut self) {
        self.tokens = self.tokens.get(1..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(name: &str, operator: Operator, with: &str) -> Expression {
        let value = Value::Text(with.to_owned());
        Expression::Compare { name: name.to_owned(), operator, with: value }
    }

    #[test]
    fn and_binds_more_than_or_and_not_more_than_and() {
        let [a, b, c] = ["a", "b", "c"].map(|name| compare(name, Operator::Equal, "1"));
        let text = "${a} = '1' or not(${b} = \"1\") and '1' = ${c}";
        let expected = Expression::Any(vec![a.clone(), Expression::All(vec![Expression::Not(Box::new(b)), c.clone()])]);
        assert_eq!(parse(text, Dialect::XlsForm), Some(expected));
        let text = "((a.NAOK == \"1\" || c == \"1\"))";
        assert_eq!(parse(text, Dialect::LimeSurvey), Some(Expression::Any(vec![a, c])));
    }

    #[test]
    fn numbers_functions_and_words_for_signs_are_read() {
        let number = |text: &str| Value::Number(text.to_owned());
        let at_least = Expression::Compare { name: "a".to_owned(), operator: Operator::AtLeast, with: number("-1.5") };
        assert_eq!(parse("${a} >= -1.5", Dialect::XlsForm), Some(at_least.clone()));
        assert_eq!(parse("-1.5 le a.NAOK", Dialect::LimeSurvey), Some(at_least));
        let selected = Expression::Selected { name: "a".to_owned(), choice: "x y".to_owned() };
        assert_eq!(parse("selected( ${a} , 'x y')", Dialect::XlsForm), Some(selected));
        assert_eq!(
            parse("!is_empty(a)", Dialect::LimeSurvey),
            Some(Expression::Not(Box::new(compare("a", Operator::Equal, ""))))
        );
    }

    #[test]
    fn whatever_is_more_than_a_comparison_is_not_understood() {
        for text in [
            "",
            "${a}",
            "${a} + 1 = 2",
            "${a} = ${b}",
            "count(${a}) > 1",
            "${a} = 'x",
            "(${a} = 'x'",
            "${a} = 'x' ${b} = 'x'",
            "a = 'x'",
            "../a = 'x'",
            "${a} = 'x' and",
            "${a} = ‘x’",
        ] {
            assert_eq!(parse(text, Dialect::XlsForm), None, "{text}");
        }
        for text in ["a.shown == 'x'", "${a} == 'x'", "a", "regexMatch('/x/', a)", "a + b == 2"] {
            assert_eq!(parse(text, Dialect::LimeSurvey), None, "{text}");
        }
        let deep = format!("{}${{a}} = '1'{}", "(".repeat(100_000), ")".repeat(100_000));
        assert_eq!(parse(&deep, Dialect::XlsForm), None);
    }
}
