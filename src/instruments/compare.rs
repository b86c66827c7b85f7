//! What is different between two instruments, as far as it bears on comparing what people answered.
//!
//! Items are matched by code. Says what changed, not whether it matters in this case: a comma mended
//! and a question turned round are both another wording.

use std::collections::BTreeMap;

use super::{Asks, Code, Instrument, Item, Part, Sub, Text};
use crate::language::Language;

/// One difference, at an item or at one of its sub-questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub item: Code,
    pub sub: Option<Code>,
    /// The item asks nothing, neither before nor now.
    pub of_heading: bool,
    pub what: Difference,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    Added,
    Removed,
    Wording(Language),
    /// Another kind of answer.
    Kind,
    /// Another number of levels.
    Scale,
    /// Other words for the levels, or for what they mean.
    Labels,
    Polarity,
    /// Other things to choose among.
    Choices,
    /// Shown under another condition, its own or that of its part.
    Condition,
    /// Into another part.
    Moved,
}

impl Change {
    /// Whether two rounds should not be compared at this item.
    pub const fn spoils(&self) -> bool {
        match self.what {
            // Nobody answered a heading.
            Difference::Wording(_) => !self.of_heading,
            Difference::Kind | Difference::Scale | Difference::Labels | Difference::Polarity | Difference::Choices => true,
            Difference::Added | Difference::Removed => self.sub.is_some(),
            Difference::Condition | Difference::Moved => false,
        }
    }

    /// Whether there are answers on both sides that could be compared at all.
    pub fn has_two_sides(&self) -> bool {
        let is_of_item = self.sub.is_none() && matches!(self.what, Difference::Added | Difference::Removed);
        !self.of_heading && !is_of_item
    }
}

/// In the order of the later one; then what was removed.
pub fn compare(before: &Instrument, after: &Instrument) -> Vec<Change> {
    let (old, new) = (placed(before), placed(after));
    let mut changes = Vec::new();
    for (key, now) in in_order(&new) {
        let was = old.get(key);
        let of_heading = now.item.is_heading() && was.is_none_or(|was| was.item.is_heading());
        let mut add = |sub: Option<&Code>, what| {
            changes.push(Change { item: now.item.code.clone(), sub: sub.cloned(), of_heading, what });
        };
        match was {
            None => add(None, Difference::Added),
            Some(was) => differences(was, now, &mut add),
        }
    }
    let gone = in_order(&old).into_iter().filter(|(key, _)| !new.contains_key(*key));
    changes.extend(gone.map(|(_, was)| Change {
        item: was.item.code.clone(),
        sub: None,
        of_heading: was.item.is_heading(),
        what: Difference::Removed,
    }));
    changes
}

/// An item where it stands.
struct Placed<'it> {
    order: usize,
    instrument: &'it Instrument,
    part: &'it Part,
    item: &'it Item,
}

/// The second of two items of one code is another than the first.
type Key<'it> = (&'it Code, usize);

fn placed(instrument: &Instrument) -> BTreeMap<Key<'_>, Placed<'_>> {
    let mut placed: BTreeMap<Key, Placed> = BTreeMap::new();
    let items = instrument.parts.iter().flat_map(|part| part.items.iter().map(move |item| (part, item)));
    for (order, (part, item)) in items.enumerate() {
        let mut key = (&item.code, 0);
        while placed.contains_key(&key) {
            key.1 += 1;
        }
        placed.insert(key, Placed { order, instrument, part, item });
    }
    placed
}

fn in_order<'map, 'it>(placed: &'map BTreeMap<Key<'it>, Placed<'it>>) -> Vec<(&'map Key<'it>, &'map Placed<'it>)> {
    let mut all: Vec<_> = placed.iter().collect();
    all.sort_by_key(|(_, placed)| placed.order);
    all
}

fn differences(was: &Placed, now: &Placed, add: &mut impl FnMut(Option<&Code>, Difference)) {
    for language in wordings(&was.item.text, &now.item.text) {
        add(None, Difference::Wording(language));
    }
    if std::mem::discriminant(&was.item.asks) != std::mem::discriminant(&now.item.asks) {
        add(None, Difference::Kind);
    } else if let (Some(old), Some(new)) = (was.item.rated(), now.item.rated()) {
        let (labels_then, labels_now) = (was.instrument.labels(old), now.instrument.labels(new));
        if labels_then.len() != labels_now.len() {
            add(None, Difference::Scale);
        } else if labels_then != labels_now || old.meanings != new.meanings {
            add(None, Difference::Labels);
        }
        if old.subs.is_empty() && new.subs.is_empty() && old.polarity != new.polarity {
            add(None, Difference::Polarity);
        }
        subs(&old.subs, &new.subs, add);
    } else if answerable(&was.item.asks) != answerable(&now.item.asks) {
        add(None, Difference::Choices);
    }
    if was.item.show_if != now.item.show_if || was.part.show_if != now.part.show_if {
        add(None, Difference::Condition);
    }
    if was.part.code != now.part.code {
        add(None, Difference::Moved);
    }
}

fn subs(old: &[Sub], new: &[Sub], add: &mut impl FnMut(Option<&Code>, Difference)) {
    for (at, now) in new.iter().enumerate() {
        let Some(was) = twin(now, new, at, old) else {
            add(Some(&now.code), Difference::Added);
            continue;
        };
        for language in wordings(&was.text, &now.text) {
            add(Some(&now.code), Difference::Wording(language));
        }
        if was.meanings != now.meanings {
            add(Some(&now.code), Difference::Labels);
        }
        if was.polarity != now.polarity {
            add(Some(&now.code), Difference::Polarity);
        }
    }
    for (at, was) in old.iter().enumerate() {
        if twin(was, old, at, new).is_none() {
            add(Some(&was.code), Difference::Removed);
        }
    }
}

/// The sub-question of the same code among the others; of several, the one in the same turn.
fn twin<'other>(sub: &Sub, among: &[Sub], at: usize, others: &'other [Sub]) -> Option<&'other Sub> {
    let turn = among.iter().take(at).filter(|other| other.code == sub.code).count();
    others.iter().filter(|other| other.code == sub.code).nth(turn)
}

fn wordings(was: &Text, now: &Text) -> impl Iterator<Item = Language> {
    Language::ALL.into_iter().filter(|language| was.exactly(*language).trim() != now.exactly(*language).trim())
}

/// What can be answered to items that are not rated.
fn answerable(asks: &Asks) -> Asks {
    match asks {
        // How long a text may be changes nothing that is compared.
        Asks::ShortText { .. } => Asks::ShortText { longest: 0 },
        Asks::LongText { .. } => Asks::LongText { longest: 0 },
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::instruments::{Choice, Comparison, Condition, Polarity, Rated, Scale, invented};

    fn rated(polarity: Polarity) -> Asks {
        Asks::Scale(Rated { scale: Code::from("agree"), polarity, ..Rated::default() })
    }

    /// Three items in two parts.
    fn form() -> Instrument {
        let level = |number: usize| Text::new(format!("ระดับ {number}"), format!("Level {number}"));
        let item = |code: &str, asks| Item::new(code, Text::new("คำถาม", "Question"), asks);
        let choices = vec![Choice { code: Code::from("a"), ..Choice::default() }];
        let mut form = Instrument::new("form", Text::new("แบบ", "Form"));
        form.scales.push(Scale { code: Code::from("agree"), levels: (1..=4).map(level).collect() });
        for (code, items) in [
            ("p1", vec![item("i1", rated(Polarity::Straight)), item("i2", rated(Polarity::Reversed))]),
            ("p2", vec![item("i3", Asks::SingleChoice { choices })]),
        ] {
            form.parts.push(Part { code: Code::from(code), items, ..Part::default() });
        }
        form
    }

    /// What one edit comes to: `i2 Polarity!` where rounds should not be compared.
    fn after(edit: impl FnOnce(&mut Instrument)) -> Vec<String> {
        let (before, mut after) = (form(), form());
        edit(&mut after);
        let said = |change: Change| {
            let sub = change.sub.as_ref().map(|sub| format!(".{sub}")).unwrap_or_default();
            format!("{}{sub} {:?}{}", change.item, change.what, if change.spoils() { "!" } else { "" })
        };
        compare(&before, &after).into_iter().map(said).collect()
    }

    fn scale(item: &mut Item) -> &mut Rated {
        let Asks::Scale(rated) = &mut item.asks else { panic!("it is rated") };
        rated
    }

    #[test]
    fn every_change_is_named_and_those_that_spoil_a_comparison_are_told_apart() {
        assert_eq!(after(|_| {}), Vec::<String>::new());
        assert_eq!(after(|it| it.parts[0].items[0].text.en = "Other".into()), ["i1 Wording(English)!"]);
        assert_eq!(after(|it| it.parts[0].items[0].text.th = "อื่น".into()), ["i1 Wording(Thai)!"]);
        assert_eq!(after(|it| scale(&mut it.parts[0].items[1]).polarity = Polarity::Straight), ["i2 Polarity!"]);
        assert_eq!(after(|it| it.scales[0].levels[0].th = "อื่น".into()), ["i1 Labels!", "i2 Labels!"]);
        assert_eq!(after(|it| it.scales[0].levels.truncate(3)), ["i1 Scale!", "i2 Scale!"]);
        assert_eq!(after(|it| it.parts[1].items[0].asks = rated(Polarity::Straight)), ["i3 Kind!"]);
        assert_eq!(after(|it| it.parts[1].items[0].asks = Asks::SingleChoice { choices: vec![] }), ["i3 Choices!"]);
        assert_eq!(after(|it| drop(it.parts[0].items.remove(0))), ["i1 Removed"]);
        let added = |it: &mut Instrument| it.parts[1].items.insert(0, Item::new("i9", Text::default(), Asks::Heading));
        assert_eq!(after(added), ["i9 Added"]);
        let moved = |it: &mut Instrument| {
            let item = it.parts[0].items.remove(0);
            it.parts[1].items.push(item);
        };
        assert_eq!(after(moved), ["i1 Moved"]);
        // Another order within a part is the same form.
        assert_eq!(after(|it| it.parts[0].items.reverse()), Vec::<String>::new());
        let sub = |it: &mut Instrument| {
            scale(&mut it.parts[0].items[0]).subs.push(Sub { code: Code::from("q1"), ..Sub::default() });
        };
        assert_eq!(after(sub), ["i1.q1 Added!"]);
    }

    #[test]
    fn a_condition_of_a_part_is_one_of_everything_in_it() {
        let condition = Condition::answer("i1", Comparison::Given);
        assert_eq!(after(|it| it.parts[1].show_if = Some(condition)), ["i3 Condition"]);
    }

    #[test]
    fn a_heading_spoils_nothing_and_what_stands_on_one_side_has_nothing_to_compare() {
        let mut before = form();
        before.parts[0].items.insert(0, Item::new("h1", Text::new("ทั่วไป", "General"), Asks::Heading));
        let mut after = before.clone();
        after.parts[0].items[0].text.en = "In general".into();
        after.parts[0].items[1].text.en = "Other".into();
        after.parts[1].items[0].code = Code::from("i4");
        let said = |change: &Change| (change.item.to_string(), change.spoils(), change.has_two_sides());
        let expected = [("h1", false, false), ("i1", true, true), ("i4", false, false), ("i3", false, false)];
        let expected = expected.map(|(item, spoils, two)| (item.to_owned(), spoils, two));
        assert_eq!(compare(&before, &after).iter().map(said).collect::<Vec<_>>(), expected);
    }

    proptest! {
        #[test]
        fn nothing_is_different_from_itself(form in invented::instrument()) {
            prop_assert_eq!(compare(&form, &form), vec![]);
        }

        #[test]
        fn what_came_the_one_way_went_the_other(one in invented::instrument(), other in invented::instrument()) {
            let of = |from: &Instrument, to: &Instrument, what| {
                let changes = compare(from, to).into_iter().filter(move |change| change.what == what && change.sub.is_none());
                changes.map(|change| change.item).collect::<Vec<_>>()
            };
            prop_assert_eq!(of(&one, &other, Difference::Added), of(&other, &one, Difference::Removed));
            let shared = |change: &Change| one.item(&change.item).is_some() && other.item(&change.item).is_some();
            let kinds = |from, to| compare(from, to).iter().filter(|change| shared(change)).filter(|change| change.sub.is_none()).count();
            prop_assert_eq!(kinds(&one, &other), kinds(&other, &one));
        }

        #[test]
        fn one_question_reworded_is_the_only_change(form in invented::instrument(), which in any::<prop::sample::Index>()) {
            prop_assume!(form.items().count() > 0);
            let mut other = form.clone();
            let place = which.index(form.items().count());
            let item = other.items_mut().nth(place).unwrap();
            item.text.th.push_str(" อีกแบบ");
            let expected = Change { item: item.code.clone(), sub: None, of_heading: item.is_heading(), what: Difference::Wording(Language::Thai) };
            prop_assert_eq!(compare(&form, &other), vec![expected]);
        }
    }
}
