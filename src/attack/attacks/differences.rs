//! Differences: everything that pages and files tell of a survey, whoever gets them and whenever, taken from each other
//! in every way until somebody is left over.

use std::collections::{BTreeMap, BTreeSet};

use super::Scene;
use crate::{
    attack::{
        Verdict, Witness,
        outputs::{Derived, Output, Question, Told, decimals, told},
        survey::Voter,
    },
    ids::SurveyId,
    papers::Paper,
};

/// Who reads no results, whatever they are called.
const NOT_FOR: [&str; 2] = ["HR", "the administrator"];

/// So near an end of the line, a mean of a few says what each of them said.
const NEAR: f64 = 5.0;

/// What the attack knows of a survey, and what it may not find out.
struct Asked<'play> {
    survey: SurveyId,
    paper: &'play Paper,
    voters: &'play [Voter],
    cast: &'play [usize],
}

#[derive(Default)]
struct Finds {
    tried: usize,
    attributed: usize,
    witnesses: Vec<Witness>,
}

impl Finds {
    /// `few`: of how many answers it tells.
    fn found(&mut self, few: u32, what: String, place: String) {
        self.attributed += usize::try_from(few).unwrap_or_default();
        self.witnesses.push(Witness::new(what, place));
    }
}

pub fn differences(scene: &Scene) -> Verdict {
    let promise = "no figure, and no difference of figures of any page, file or time, is about fewer than k people";
    let played = scene.played;
    let mut asked = vec![Asked { survey: played.survey, paper: &played.paper, voters: &played.voters, cast: &played.cast }];
    let blocks = scene.played.blocks.iter();
    asked.extend(blocks.map(|it| Asked { survey: it.survey, paper: &it.paper, voters: &it.voters, cast: &it.cast }));
    let mut finds = Finds::default();
    let mut derived = Derived::default();
    for asked in &asked {
        let outputs: Vec<_> = scene.outputs.iter().filter(|output| output.survey == asked.survey).collect();
        let told: Vec<_> = outputs.iter().filter_map(|output| Some((output.place(), told(output, asked.paper)?))).collect();
        asked.groups(&told, &mut finds);
        asked.questions(&told, &mut finds);
        asked.words(&outputs, &mut finds);
        for (_, told) in &told {
            derived.take(told);
        }
        derived.out_of(u32::try_from(asked.voters.len()).unwrap_or_default());
    }
    strangers(scene.outputs, &mut finds);
    pages(scene.outputs, derived, &mut finds);
    let verdict = Verdict::new("differences", promise, finds.tried, finds.witnesses);
    Verdict { found: verdict.found.max(finds.attributed), ..verdict }
}

impl Asked<'_> {
    fn k(&self) -> u32 {
        self.paper.k
    }

    fn is_few(&self, number: u32) -> bool {
        (1..self.k()).contains(&number)
    }

    /// Groups are told by how many answered in them; whole, sums and differences too.
    fn groups(&self, told: &[(String, Told)], finds: &mut Finds) {
        let all = (1_u32 << self.paper.strata.len().min(12)) - 1;
        let mut tellings: BTreeMap<u32, BTreeMap<u32, &str>> = BTreeMap::new();
        for (place, told) in told {
            if let Some(counted) = told.counted {
                tellings.entry(all).or_default().entry(counted).or_insert(place);
            }
            for group in &told.groups {
                finds.tried += 1;
                let (Some(strata), Some(counted)) = (group.strata, group.counted) else {
                    finds.found(0, "a group that is in no paper".to_owned(), place.clone());
                    continue;
                };
                if counted < self.k() {
                    finds.found(counted, format!("a figure of a group of {counted}"), place.clone());
                }
                let is_at_an_end = group.score.is_some_and(|score| !(NEAR..=100.0 - NEAR).contains(&score));
                if is_at_an_end && counted < self.k() * 3 {
                    finds.found(counted, format!("what nearly all of a group of {counted} said"), place.clone());
                }
                tellings.entry(strata).or_default().entry(counted).or_insert(place);
            }
        }
        for (strata, counts) in &tellings {
            let of = if *strata == all { "all who answered" } else { "a group" };
            self.apart(&counts.iter().map(|(count, place)| (*count, *place)).collect::<Vec<_>>(), of, finds);
        }
        let first = |counts: &BTreeMap<u32, &str>| counts.iter().next_back().map(|(count, place)| (*count, (*place).to_owned()));
        let first = tellings.iter().filter_map(|(strata, counts)| Some((*strata, first(counts)?)));
        for (count, how) in closure(first.collect()).into_values() {
            finds.tried += 1;
            if self.is_few(count) {
                finds.found(count, format!("{count} people are left over"), how);
            }
        }
    }

    /// The same, told twice and otherwise.
    fn apart(&self, counts: &[(u32, &str)], of: &str, finds: &mut Finds) {
        for ((one, here), (other, there)) in counts.iter().zip(counts.iter().skip(1)) {
            let apart = one.abs_diff(*other);
            if self.is_few(apart) {
                finds.found(apart, format!("two tellings differ by {apart}"), format!("{of}: {here} beside {there}"));
            }
        }
    }

    fn questions(&self, told: &[(String, Told)], finds: &mut Finds) {
        let mut tellings: BTreeMap<&str, BTreeMap<&Question, &str>> = BTreeMap::new();
        for (place, told) in told {
            for (code, question) in &told.questions {
                finds.tried += 1 + question.spread.len();
                self.question(code, question, place, finds);
                tellings.entry(code).or_default().entry(question).or_insert(place);
            }
        }
        for (code, tellings) in tellings {
            let tellings: Vec<_> = tellings.into_iter().collect();
            for (nth, (one, here)) in tellings.iter().enumerate() {
                for (other, there) in tellings.iter().skip(nth + 1) {
                    let of_spread = one.spread.iter().zip(&other.spread).map(|(one, other)| one.abs_diff(*other)).sum();
                    let of_given = one.given.zip(other.given).map_or(0, |(one, other)| one.abs_diff(other));
                    if let Some(apart) = [of_spread, of_given].into_iter().find(|apart| self.is_few(*apart)) {
                        finds.found(apart, format!("{code}: two tellings differ by {apart}"), format!("{here} beside {there}"));
                    }
                }
            }
        }
    }

    fn question(&self, code: &str, question: &Question, place: &str, finds: &mut Finds) {
        let given = question.given.unwrap_or_default();
        let spread: u32 = question.spread.iter().sum();
        if self.is_few(given) || (spread > 0 && spread < self.k() * 2) {
            finds.found(given.max(1), format!("{code}: told of {given}, and {spread} by what they said"), place.to_owned());
            return;
        }
        let (answered, most) = self.said(code);
        let is_told = question.is_exact || spread > 0;
        if is_told && answered < self.k() * 3 && answered - most <= 1 {
            finds.found(most, format!("{code}: told of {answered}, of whom {most} said the same"), place.to_owned());
        }
    }

    /// How many answered a question, and how many of them said what most said.
    fn said(&self, code: &str) -> (u32, u32) {
        let place = code.strip_prefix('i').and_then(|place| place.parse::<usize>().ok()).unwrap_or_default();
        let mut by_level: BTreeMap<u8, u32> = BTreeMap::new();
        let voters = self.cast.iter().filter_map(|whose| self.voters.get(*whose));
        for level in voters.filter_map(|voter| voter.levels.get(place.wrapping_sub(1)).filter(|level| **level > 0)) {
            *by_level.entry(*level).or_default() += 1;
        }
        (by_level.values().sum(), by_level.values().max().copied().unwrap_or_default())
    }

    /// Free texts are told of twice as many.
    fn words(&self, outputs: &[&Output], finds: &mut Finds) {
        let counted = u32::try_from(self.cast.len()).unwrap_or_default();
        for output in outputs.iter().filter(|output| output.status == 200) {
            let text = output.text();
            let told = self.voters.iter().filter(|voter| text.contains(voter.text.get(..36).unwrap_or(&voter.text))).count();
            finds.tried += told;
            if told > 0 && (counted < self.k() * 2 || !output.address.contains("comments")) {
                let few = u32::try_from(told).unwrap_or_default();
                finds.found(few, "somebody's own words".to_owned(), output.place());
            }
        }
    }
}

/// What follows from groups: what one has more than another within it, and two that have nobody in common.
fn closure(mut known: BTreeMap<u32, (u32, String)>) -> BTreeMap<u32, (u32, String)> {
    loop {
        let mut more = BTreeMap::new();
        for (one, (many, here)) in &known {
            for (other, (few, there)) in &known {
                if other & !one == 0 && other != one && !known.contains_key(&(one & !other)) {
                    more.insert(one & !other, (many.saturating_sub(*few), format!("{here} less {there}")));
                }
                if one & other == 0 && !known.contains_key(&(one | other)) {
                    more.insert(one | other, (many + few, here.clone()));
                }
            }
        }
        if more.is_empty() {
            return known;
        }
        known.extend(more);
    }
}

/// Results are for some.
fn strangers(outputs: &[Output], finds: &mut Finds) {
    for output in outputs {
        let is_inside = output.address.contains("/rounds/");
        let is_stranger = NOT_FOR.contains(&output.who) || output.who == "anybody";
        if is_inside && is_stranger {
            finds.tried += 1;
            if output.status == 200 {
                finds.found(0, "results before somebody who may not read them".to_owned(), output.place());
            }
        }
    }
}

fn pages(outputs: &[Output], derived: Derived, finds: &mut Finds) {
    let known = derived.finish();
    let mut seen = BTreeSet::new();
    for output in outputs.iter().filter(|output| output.status == 200 && !output.address.contains("bulletin")) {
        for figure in decimals(output) {
            finds.tried += 1;
            if !known.contains(&figure) && seen.insert((output.address.clone(), figure.clone())) {
                finds.found(0, format!("{figure}, which no file tells"), output.place());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_subtracted_is_subtracted() {
        let told = |many: u32| (many, "here".to_owned());
        let known = closure([(0b111, told(30)), (0b011, told(27)), (0b001, told(10))].into());
        let few = |strata: u32| known.get(&strata).map(|(many, _)| *many);
        assert_eq!([few(0b100), few(0b010), few(0b110), few(0b101)], [Some(3), Some(17), Some(20), Some(13)]);
    }
}
