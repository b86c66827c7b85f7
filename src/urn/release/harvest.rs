//! What was opened and not yet written: of each ballot its stratum and its answers, and apart from them
//! every text. Nothing of it says which ballot it was.

use super::{opener::Said, store::Sealed};
use crate::instruments::Code;

/// Strata are named by their places in the paper.
#[derive(Debug)]
pub struct Harvest {
    pub answers: Vec<(usize, Box<[u8]>)>,
    pub texts: Vec<(usize, Code, String)>,
    pub counted: Vec<u32>,
    pub spoilt: Vec<u32>,
    /// The messages of spoilt ballots: there are never many.
    pub spoilt_messages: Vec<Vec<u8>>,
}

impl Harvest {
    pub fn new(strata: usize) -> Self {
        let none = vec![0; strata];
        Self { answers: Vec::new(), texts: Vec::new(), counted: none.clone(), spoilt: none, spoilt_messages: Vec::new() }
    }

    pub fn take(&mut self, place: usize, ballot: &Sealed, said: Option<Said>) {
        let tally = if said.is_some() { &mut self.counted } else { &mut self.spoilt };
        if let Some(count) = tally.get_mut(place) {
            *count += 1;
        }
        match said {
            None => self.spoilt_messages.push(ballot.message.clone()),
            Some(said) => {
                self.answers.push((place, said.compact));
                self.texts.extend(said.texts.into_iter().map(|(item, text)| (place, item, text)));
            }
        }
    }

    /// How many were opened, spoilt or not.
    pub fn ballots(&self) -> usize {
        self.answers.len() + self.spoilt_messages.len()
    }
}
