//! The constraints that our form has a place for: the least and the most.

use crate::{
    exchange::expression::{Dialect, Expression, Operator, parse},
    instruments::Decimal,
};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) least: Option<Decimal>,
    pub(super) most: Option<Decimal>,
}

/// Of `. >= 1 and . <= 10`; of `count-selected(.) <= 3` where `of` says so. `None` where it says anything else.
pub(super) fn bounds(text: &str, of: &str, is_whole: bool) -> Option<Bounds> {
    if text.is_empty() {
        return Some(Bounds::default());
    }
    let text = if of == "." { text.to_owned() } else { text.replace(of, ".") };
    let mut bounds = Bounds::default();
    put(&parse(&text, Dialect::XlsForm)?, is_whole, &mut bounds)?;
    Some(bounds)
}

fn put(expression: &Expression, is_whole: bool, bounds: &mut Bounds) -> Option<()> {
    match expression {
        Expression::All(all) => all.iter().try_for_each(|one| put(one, is_whole, bounds)),
        Expression::Compare { name, operator, with } if name == "." => {
            let number: Decimal = with.as_str().parse().ok()?;
            let (place, number) = match operator {
                Operator::AtLeast => (&mut bounds.least, number),
                Operator::AtMost => (&mut bounds.most, number),
                Operator::Over if is_whole => (&mut bounds.least, beside(number, 1)?),
                Operator::Under if is_whole => (&mut bounds.most, beside(number, -1)?),
                _ => return None,
            };
            place.is_none().then(|| *place = Some(number))
        }
        _ => None,
    }
}

/// The whole number before or after a whole number.
fn beside(number: Decimal, step: i64) -> Option<Decimal> {
    let whole: i64 = number.to_string().parse().ok()?;
    (whole + step).to_string().parse().ok()
}

/// The same, written.
pub(super) fn constraint(of: &str, least: Option<Decimal>, most: Option<Decimal>) -> String {
    let bound = |sign: &str, number: Option<Decimal>| number.map(|number| format!("{of} {sign} {number}"));
    [bound(">=", least), bound("<=", most)].into_iter().flatten().collect::<Vec<_>>().join(" and ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_and_the_most_are_read() {
        let of = |least, most| Some(Bounds { least: Some(Decimal::whole(least)), most: Some(Decimal::whole(most)) });
        assert_eq!(bounds(". >= 1 and . <= 10", ".", true), of(1, 10));
        assert_eq!(bounds("(.>0) and .<11", ".", true), of(1, 10));
        assert_eq!(bounds("count-selected(.) <= 3 and count-selected(.) >= 2", "count-selected(.)", true), of(2, 3));
        for other in [". > 0.5", ". >= 1 or . = 99", ". >= 1 and . >= 2", "regex(., 'x')", ". <= ${a}", ". != 5"] {
            assert_eq!(bounds(other, ".", true), None, "{other}");
        }
        assert_eq!(bounds(". > 1", ".", false), None);
    }
}
