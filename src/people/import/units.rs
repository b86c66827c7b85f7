//! Units as files write them: by short name or by name, however spaced; and those not known yet.

use std::collections::HashMap;

use crate::{
    dice::Dice,
    ids::UnitId,
    people::{Name, ShortName, Unit, names::folded},
};

/// As long as a short name may be, with room for a number after it.
const SHORT: usize = 36;

/// Every unit by everything it is called.
pub struct UnitBook {
    by_spelling: HashMap<ShortName, UnitId>,
    by_short_name: HashMap<String, Called>,
    by_name: HashMap<String, Called>,
    new: Vec<Unit>,
}

#[derive(Clone, Copy)]
enum Called {
    One(UnitId),
    Several,
}

/// Several units are called so.
pub struct Ambiguous;

impl UnitBook {
    pub fn of(units: &[Unit]) -> Self {
        let mut book =
            Self { by_spelling: HashMap::new(), by_short_name: HashMap::new(), by_name: HashMap::new(), new: Vec::new() };
        for unit in units {
            book.call_short(unit);
            let names = [Some(&unit.name_thai), unit.name_english.as_ref()];
            for name in names.into_iter().flatten() {
                book.call(name, unit.id);
            }
        }
        book
    }

    fn call_short(&mut self, unit: &Unit) {
        self.by_spelling.insert(unit.short_name.clone(), unit.id);
        let called = self.by_short_name.entry(folded(unit.short_name.as_str())).or_insert(Called::One(unit.id));
        if !matches!(called, Called::One(other) if *other == unit.id) {
            *called = Called::Several;
        }
    }

    fn call(&mut self, name: &Name, unit: UnitId) {
        let called = self.by_name.entry(folded(name.as_str())).or_insert(Called::One(unit));
        if !matches!(called, Called::One(other) if *other == unit) {
            *called = Called::Several;
        }
    }

    /// The unit of that name; one that is not known is put down as new.
    pub fn find_or_add(&mut self, name: &Name, dice: &mut Dice) -> Result<UnitId, Ambiguous> {
        if let Some(unit) = ShortName::parse(name.as_str()).ok().and_then(|short| self.by_spelling.get(&short)) {
            return Ok(*unit);
        }
        let folded = folded(name.as_str());
        match self.by_short_name.get(&folded).or_else(|| self.by_name.get(&folded)) {
            Some(Called::One(unit)) => Ok(*unit),
            Some(Called::Several) => Err(Ambiguous),
            None => Ok(self.add(name, dice)),
        }
    }

    fn add(&mut self, name: &Name, dice: &mut Dice) -> UnitId {
        let unit = Unit {
            id: dice.id(),
            name_thai: name.clone(),
            name_english: None,
            short_name: self.free_short_name(name),
            parent: None,
        };
        self.call_short(&unit);
        self.call(name, unit.id);
        self.new.push(unit.clone());
        unit.id
    }

    /// The name itself if it is short, or its beginning; numbered if a unit is called so already.
    fn free_short_name(&self, name: &Name) -> ShortName {
        let beginning: String = name.as_str().chars().take(SHORT).collect();
        let numbered = (2..).map(|number| format!("{} {number}", beginning.trim_end()));
        let mut candidates = std::iter::once(beginning.clone()).chain(numbered);
        let free = candidates.find(|short| !self.by_short_name.contains_key(&folded(short)));
        let short = free.and_then(|short| ShortName::parse(&short).ok());
        // A beginning of a name that was parsed is a line as well.
        short.unwrap_or_else(ShortName::unnamed)
    }

    pub fn into_new(self) -> Vec<Unit> {
        self.new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(short: &str, thai: &str, dice: &mut Dice) -> Unit {
        Unit {
            id: dice.id(),
            name_thai: Name::parse(thai).unwrap(),
            name_english: Name::parse("Finance Division").ok(),
            short_name: ShortName::parse(short).unwrap(),
            parent: None,
        }
    }

    #[test]
    fn a_unit_is_found_by_everything_it_is_called() {
        let dice = &mut Dice::loaded(1);
        let finance = unit("กค.", "กองคลัง", dice);
        let mut book = UnitBook::of(std::slice::from_ref(&finance));
        for name in ["กค.", "กองคลัง", "กอง คลัง", "finance  division"] {
            let found = book.find_or_add(&Name::parse(name).unwrap(), dice).ok();
            assert_eq!(found, Some(finance.id), "{name}");
        }
        assert!(book.into_new().is_empty());
    }

    #[test]
    fn short_names_that_differ_in_capitals_alone_are_found_by_their_spelling_or_not_at_all() {
        let dice = &mut Dice::loaded(1);
        let (large, small) = (unit("AA", "กองหนึ่ง", dice), unit("aa", "กองสอง", dice));
        let mut book = UnitBook::of(&[large.clone(), small.clone()]);
        let mut find = |name| book.find_or_add(&Name::parse(name).unwrap(), dice).ok();
        assert_eq!((find("AA"), find("aa"), find("Aa")), (Some(large.id), Some(small.id), None));
    }

    #[test]
    fn an_unknown_unit_is_new_once_and_a_shared_name_is_nobodys() {
        let dice = &mut Dice::loaded(1);
        let (one, other) = (unit("ก.1", "ฝ่ายบริหารทั่วไป", dice), unit("ก.2", "ฝ่ายบริหารทั่วไป", dice));
        let mut book = UnitBook::of(&[one, other]);
        assert!(book.find_or_add(&Name::parse("ฝ่ายบริหารทั่วไป").unwrap(), dice).is_err());
        let long = "กองส่งเสริมและพัฒนาคุณภาพบริการประชาชนส่วนภูมิภาค";
        let new = book.find_or_add(&Name::parse(long).unwrap(), dice).ok();
        assert_eq!(book.find_or_add(&Name::parse(long).unwrap(), dice).ok(), new);
        let twin = book.find_or_add(&Name::parse(&format!("{long} เขต 2")).unwrap(), dice).ok();
        assert_ne!(twin, new);
        let new = book.into_new();
        assert_eq!(new.len(), 2);
        assert_ne!(new[0].short_name, new[1].short_name);
    }
}
