//! Conditions: they look back only, at what exists, and may come true.

use std::collections::BTreeSet;

use super::{Misdirected, Place, What, finding::Findings};
use crate::instruments::{Asks, Code, Comparison, Condition, Decimal, Instrument, Item};

pub fn check(instrument: &Instrument, findings: &mut Findings) {
    let mut walk = Walk { instrument, asked: Vec::new(), never: BTreeSet::new(), findings };
    for part in &instrument.parts {
        let is_never = part.show_if.as_ref().is_some_and(|it| walk.is_never(it, None, Place::Part(part.code.clone())));
        for item in &part.items {
            let place = Place::Item(item.code.clone());
            if item.show_if.as_ref().is_some_and(|it| walk.is_never(it, Some(&item.code), place)) || is_never {
                walk.never.insert(&item.code);
            }
            walk.asked.push(item);
        }
    }
}

/// The form as far as it has been walked.
struct Walk<'it, 'findings> {
    instrument: &'it Instrument,
    asked: Vec<&'it Item>,
    /// Items of these that nobody is ever shown.
    never: BTreeSet<&'it Code>,
    findings: &'findings mut Findings,
}

impl Walk<'_, '_> {
    /// Whether this can never hold; with everything that is wrong with it put down.
    fn is_never(&mut self, condition: &Condition, own: Option<&Code>, place: Place) -> bool {
        let mut faults = Vec::new();
        let comes_to = self.comes_to(condition, own, &mut faults);
        let is_well_aimed = faults.is_empty();
        for fault in faults {
            self.findings.add(place.clone(), What::Misdirected(fault));
        }
        let is_never = comes_to == Some(false);
        if is_never && is_well_aimed {
            self.findings.add(place, What::NeverShown);
        }
        is_never
    }

    /// What the condition comes to whatever is answered, if that is so.
    fn comes_to(&self, condition: &Condition, own: Option<&Code>, faults: &mut Vec<Misdirected>) -> Option<bool> {
        match condition {
            Condition::All(all) => {
                let all: Vec<_> = all.iter().map(|one| self.comes_to(one, own, faults)).collect();
                let is_false = all.contains(&Some(false));
                if is_false { Some(false) } else { all.iter().all(|one| *one == Some(true)).then_some(true) }
            }
            Condition::Any(any) => {
                let any: Vec<_> = any.iter().map(|one| self.comes_to(one, own, faults)).collect();
                let is_true = any.contains(&Some(true));
                if is_true { Some(true) } else { any.iter().all(|one| *one == Some(false)).then_some(false) }
            }
            Condition::Not(one) => self.comes_to(one, own, faults).map(|holds| !holds),
            Condition::Answer { of, sub, is } => match self.fault(of, sub.as_ref(), is, own) {
                Some(fault) => {
                    faults.push(fault);
                    Some(false)
                }
                None => self.never.contains(of).then_some(false),
            },
        }
    }

    fn fault(&self, of: &Code, sub: Option<&Code>, is: &Comparison, own: Option<&Code>) -> Option<Misdirected> {
        if own == Some(of) {
            return Some(Misdirected::Itself);
        }
        let Some(item) = self.asked.iter().find(|item| item.code == *of) else {
            let exists = self.instrument.item(of).is_some();
            return Some(if exists { Misdirected::Later(of.clone()) } else { Misdirected::NoSuchItem(of.clone()) });
        };
        if item.is_heading() {
            return Some(Misdirected::Heading(of.clone()));
        }
        let subs = item.rated().map_or(&[][..], |rated| &rated.subs);
        match sub {
            None if !subs.is_empty() => Some(Misdirected::SubMissing(of.clone())),
            Some(sub) if !subs.iter().any(|it| it.code == *sub) => {
                Some(Misdirected::NoSuchSub { item: of.clone(), sub: sub.clone() })
            }
            _ => self.comparison(item, is),
        }
    }

    fn comparison(&self, item: &Item, is: &Comparison) -> Option<Misdirected> {
        let never = || Misdirected::NeverHolds(item.code.clone());
        match (&item.asks, is) {
            (_, Comparison::Given) | (Asks::ShortText { .. } | Asks::LongText { .. }, Comparison::Equal(_)) => None,
            (Asks::Scale(rated), _) => {
                let levels = i32::try_from(self.instrument.scale(&rated.scale)?.levels.len()).unwrap_or(i32::MAX);
                if let Comparison::Equal(level) = is {
                    let is_level = (1..=levels).any(|number| level.as_str().parse() == Ok(Decimal::whole(number)));
                    let wrong = || Misdirected::NoSuchLevel { item: item.code.clone(), level: level.clone() };
                    return (!is_level).then(wrong);
                }
                (!may_hold(is, Some(Decimal::whole(1)), Some(Decimal::whole(levels)), 0)).then(never)
            }
            (Asks::Number { least, most, decimals, .. }, _) => (!may_hold(is, *least, *most, *decimals)).then(never),
            (_, Comparison::Equal(code)) => {
                let wrong = || Misdirected::NoSuchChoice { item: item.code.clone(), choice: code.clone() };
                (!item.choices().iter().any(|choice| choice.code == *code)).then(wrong)
            }
            _ => Some(never()),
        }
    }
}

/// Whether some number from `least` to `most` makes it true.
fn may_hold(is: &Comparison, least: Option<Decimal>, most: Option<Decimal>, decimals: u8) -> bool {
    match is {
        Comparison::Given => true,
        Comparison::Equal(code) => code.as_str().parse().is_ok_and(|number: Decimal| {
            least.is_none_or(|least| number >= least) && most.is_none_or(|most| number <= most) && number.decimals() <= decimals
        }),
        Comparison::AtLeast(with) => most.is_none_or(|most| most >= *with),
        Comparison::Over(with) => most.is_none_or(|most| most > *with),
        Comparison::AtMost(with) => least.is_none_or(|least| least <= *with),
        Comparison::Under(with) => least.is_none_or(|least| least < *with),
    }
}
