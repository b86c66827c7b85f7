//! What was opened and not yet written: of each ballot its stratum and its answers, and apart from them
//! every text. Nothing of it says which ballot it was.

use std::collections::HashMap;

use super::{opener::Said, store::Sealed};
use crate::instruments::Code;

/// Strata are named by their places in the paper.
#[derive(Debug)]
pub struct Harvest {
    pub answers: Vec<(usize, Box<[u8]>)>,
    pub texts: Vec<(usize, Code, String)>,
    /// Of texts that not everybody is asked: how many were.
    pub asked: HashMap<(usize, Code), u32>,
    pub counted: Vec<u32>,
    pub spoilt: Vec<u32>,
    /// How often one took the place of another.
    pub replaced: Vec<i32>,
    /// The messages of spoilt ballots: there are never many.
    pub spoilt_messages: Vec<Vec<u8>>,
}

impl Harvest {
    pub fn new(strata: usize) -> Self {
        let (answers, texts, spoilt_messages) = (Vec::new(), Vec::new(), Vec::new());
        let (counted, spoilt, replaced) = (vec![0; strata], vec![0; strata], vec![0; strata]);
        Self { answers, texts, asked: HashMap::new(), counted, spoilt, replaced, spoilt_messages }
    }

    pub fn take(&mut self, place: usize, ballot: &Sealed, said: Option<Said>) {
        let tally = if said.is_some() { &mut self.counted } else { &mut self.spoilt };
        if let Some(count) = tally.get_mut(place) {
            *count += 1;
        }
        if let Some(replaced) = self.replaced.get_mut(place) {
            *replaced += ballot.replaced;
        }
        match said {
            None => self.spoilt_messages.push(ballot.message.clone()),
            Some(said) => {
                self.answers.push((place, said.compact));
                self.texts.extend(said.texts.into_iter().map(|(item, text)| (place, item, text)));
                for item in said.asked {
                    *self.asked.entry((place, item)).or_default() += 1;
                }
            }
        }
    }

    /// How many were opened, spoilt or not.
    pub fn ballots(&self) -> usize {
        self.answers.len() + self.spoilt_messages.len()
    }
}
