//! Page after page without a script: which one comes next, what is wrong on one, and what would be handed in.
//!
//! Knows only what stands in the form; a page that nothing is asked on is passed over.

use crate::{
    asking::{self, Fault, Fields, PageOf},
    instruments::{Answers, Instrument, Item},
};

pub struct Turning<'it> {
    pub instrument: &'it Instrument,
    pub pages: Vec<PageOf<'it>>,
    pub fields: Fields,
    /// All that is right in the fields.
    pub answers: Answers,
}

impl<'it> Turning<'it> {
    pub fn new(instrument: &'it Instrument, one_by_one: bool, form: &[(String, String)]) -> Self {
        let items: Vec<_> = instrument.items().collect();
        let fields = Fields::among(form, &items);
        let (answers, _) = asking::read(instrument, &items, &fields);
        Self { instrument, pages: asking::pages_of(instrument, one_by_one), fields, answers }
    }

    /// From 1; none on the check page.
    pub fn page(&self, number: usize) -> Option<&PageOf<'it>> {
        number.checked_sub(1).and_then(|at| self.pages.get(at))
    }

    pub fn shown_on(&self, number: usize) -> Vec<&'it Item> {
        let shown = self.page(number).map(|page| page.shown(self.instrument, &self.answers)).unwrap_or_default();
        shown.into_iter().map(|(_, item)| item).collect()
    }

    pub fn faults_on(&self, number: usize) -> Vec<Fault> {
        asking::read(self.instrument, &self.shown_on(number), &self.fields).1
    }

    /// The pages that something is asked on.
    pub fn open(&self) -> Vec<usize> {
        (1..=self.pages.len()).filter(|number| !self.shown_on(*number).is_empty()).collect()
    }

    pub fn after(&self, number: usize) -> Option<usize> {
        self.open().into_iter().find(|open| *open > number)
    }

    pub fn before(&self, number: usize) -> Option<usize> {
        self.open().into_iter().rfind(|open| *open < number)
    }

    /// Where something is missing or wrong still.
    pub fn first_with_faults(&self) -> Option<usize> {
        self.open().into_iter().find(|number| !self.faults_on(*number).is_empty())
    }

    /// All that is asked on other pages, and what was hidden since.
    pub fn elsewhere(&self, number: usize) -> Fields {
        let here: Vec<_> = self.shown_on(number);
        let others: Vec<_> = self.instrument.items().filter(|item| !here.iter().any(|one| std::ptr::eq(*one, *item))).collect();
        Fields::among(&self.fields.clone().pairs(), &others)
    }

    /// What is asked and answered, as it is sealed.
    pub fn handed_in(&self) -> Vec<(String, String)> {
        let shown: Vec<_> = self.answers.shown(self.instrument).into_iter().flat_map(|(_, items)| items).collect();
        Fields::of(&shown, &self.answers).pairs()
    }

    /// By which it can be told whether a changed answer has changed what is asked.
    pub fn asked(&self) -> String {
        let shown: Vec<_> = self.answers.shown(self.instrument).into_iter().flat_map(|(_, items)| items).collect();
        let is_shown = |item: &Item| shown.iter().any(|one| std::ptr::eq(*one, item));
        let places = (1..).zip(self.instrument.items()).filter(|(_, item)| is_shown(item)).map(|(place, _): (usize, _)| place);
        places.map(|place| place.to_string()).collect::<Vec<_>>().join(",")
    }

    /// The page of an item.
    pub fn page_of(&self, item: &Item) -> usize {
        let holds = |page: &PageOf| page.items.iter().any(|(_, here)| here.code == item.code);
        self.pages.iter().position(holds).map_or(1, |at| at + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instruments::{Asks, Choice, Code, Comparison, Condition, Part, Text};

    fn form(fields: &[(&str, &str)]) -> Vec<(String, String)> {
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn instrument() -> Instrument {
        let choice = |code: &str| Choice { code: Code::from(code), label: Text::new(code, code), ..Choice::default() };
        let asks = Asks::SingleChoice { choices: vec![choice("yes"), choice("no")] };
        let first = Item::new("a", Text::new("ก", "A"), asks.clone());
        let mut second = Item::new("b", Text::new("ข", "B"), asks.clone());
        second.show_if = Some(Condition::answer("a", Comparison::Equal(Code::from("yes"))));
        let third = Item::new("c", Text::new("ค", "C"), asks);
        let mut instrument = Instrument::new("x", Text::new("แบบ", "Form"));
        for (code, item) in [("p1", first), ("p2", second), ("p3", third)] {
            let title = Text::new(code, code);
            instrument.parts.push(Part { code: Code::from(code), title, items: vec![item], ..Part::default() });
        }
        instrument
    }

    #[test]
    fn a_page_that_nothing_is_asked_on_is_passed_over_both_ways() {
        let instrument = instrument();
        let no = Turning::new(&instrument, false, &form(&[("a", "no"), ("b", "yes"), ("c", "no")]));
        assert_eq!((no.after(1), no.before(3), no.after(3)), (Some(3), Some(1), None));
        let yes = Turning::new(&instrument, false, &form(&[("a", "yes")]));
        assert_eq!((yes.after(1), yes.before(3), yes.first_with_faults()), (Some(2), Some(2), Some(2)));
    }

    #[test]
    fn what_was_hidden_since_is_carried_along_and_not_handed_in() {
        let instrument = instrument();
        let turning = Turning::new(&instrument, false, &form(&[("a", "no"), ("b", "yes"), ("c", "no"), ("x", "y")]));
        assert_eq!(turning.elsewhere(1).pairs(), form(&[("b", "yes"), ("c", "no")]));
        assert_eq!(turning.handed_in(), form(&[("a", "no"), ("c", "no")]));
        assert_eq!(turning.first_with_faults(), None);
    }
}
