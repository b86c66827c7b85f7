//! Which items stand together on a page.
//!
//! Promises every item on exactly one page, in order, never more than [`MOST`] questions on one, and
//! never a question beside one that decides whether it is asked: what a page shows follows from the
//! pages before it alone, and nothing has to appear or vanish under anybody's finger.

use super::words::words;
use crate::{
    instruments::{Answers, Instrument, Item, Part},
    language::Language,
};

/// Questions on one page.
pub const MOST: usize = 6;

#[derive(Clone, Debug)]
pub struct PageOf<'it> {
    pub part: &'it Part,
    /// From 1, among the parts that hold anything.
    pub part_number: usize,
    pub parts: usize,
    /// With the number people know each by; headings have none.
    pub items: Vec<(Option<usize>, &'it Item)>,
    /// In the whole instrument.
    pub questions: usize,
    pub opens_part: bool,
}

/// `one_at_a_time` puts every question on a page of its own.
pub fn pages_of(instrument: &Instrument, one_at_a_time: bool) -> Vec<PageOf<'_>> {
    let most = if one_at_a_time { 1 } else { MOST };
    let parts = instrument.parts.iter().filter(|part| !part.items.is_empty());
    let count = parts.clone().count();
    let mut numbered = instrument.numbered();
    let mut pages = Vec::new();
    for (index, part) in parts.enumerate() {
        let items: Vec<_> = numbered.by_ref().take(part.items.len()).collect();
        for (at, items) in runs(items).into_iter().flat_map(|run| split(run, most)).enumerate() {
            let questions = instrument.questions();
            pages.push(PageOf { part, part_number: index + 1, parts: count, items, questions, opens_part: at == 0 });
        }
    }
    pages
}

type Numbered<'it> = (Option<usize>, &'it Item);

/// Cut wherever an item looks at one that stands in the same run. Headings before the cut open what follows it.
fn runs(items: Vec<Numbered<'_>>) -> Vec<Vec<Numbered<'_>>> {
    let mut runs: Vec<Vec<Numbered>> = Vec::new();
    for numbered in items {
        let looks_at = numbered.1.show_if.as_ref().map(|condition| condition.looks_at()).unwrap_or_default();
        match runs.last_mut() {
            Some(run)
                if !run.iter().any(|before| before.0.is_some() && looks_at.iter().any(|(code, _)| **code == before.1.code)) =>
            {
                run.push(numbered);
            }
            Some(run) => {
                let questions = run.iter().rposition(|(number, _)| number.is_some()).map_or(0, |last| last + 1);
                let mut next = run.split_off(questions);
                next.push(numbered);
                runs.push(next);
            }
            None => runs.push(vec![numbered]),
        }
    }
    runs
}

/// Into as few pages as may be, as equal as may be. A heading opens the page of what follows it.
fn split(run: Vec<Numbered<'_>>, most: usize) -> Vec<Vec<Numbered<'_>>> {
    let questions = run.iter().filter(|(number, _)| number.is_some()).count();
    let pages = questions.div_ceil(most).max(1);
    let mut split: Vec<Vec<Numbered>> = vec![Vec::new()];
    let mut placed = 0;
    let mut headings = Vec::new();
    for numbered in run {
        if numbered.0.is_none() {
            headings.push(numbered);
            continue;
        }
        // The page after `split` begins when the questions that belong before it are all placed.
        if placed > 0 && placed == (questions * split.len()).div_ceil(pages) {
            split.push(Vec::new());
        }
        if let Some(page) = split.last_mut() {
            page.append(&mut headings);
            page.push(numbered);
        }
        placed += 1;
    }
    if let Some(page) = split.last_mut() {
        page.append(&mut headings);
    }
    split
}

impl<'it> PageOf<'it> {
    /// What is asked here of somebody who gave these answers; empty: the page is passed over, as it is where only
    /// headings of hidden questions are left. The instrument is the one that the pages were cut from, not a copy.
    pub fn shown(&self, instrument: &Instrument, answers: &Answers) -> Vec<(Option<usize>, &'it Item)> {
        let shown: Vec<_> = answers.shown(instrument).into_iter().flat_map(|(_, items)| items).collect();
        let is_shown = |item: &Item| shown.iter().any(|shown| std::ptr::eq(*shown, item));
        let here: Vec<_> = self.items.iter().filter(|(_, item)| is_shown(item)).copied().collect();
        let asks = |items: &[Numbered]| items.iter().any(|(number, _)| number.is_some());
        if asks(&self.items) && !asks(&here) { Vec::new() } else { here }
    }

    /// “Part 1 of 5 · questions 1–3 of 15”.
    pub fn progress(&self, language: Language) -> String {
        let say = words(language);
        let mut numbers = self.items.iter().filter_map(|(number, _)| *number);
        let part = (say.part_of)(self.part_number, self.parts);
        match (numbers.next(), numbers.next_back()) {
            (Some(first), last) => format!("{part} · {}", (say.questions_of)(first, last.unwrap_or(first), self.questions)),
            _ => part,
        }
    }
}
