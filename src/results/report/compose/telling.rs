//! What every section of a report needs to know.

use crate::{
    language::Language,
    results::{
        Round, Target,
        figure::Figure,
        figures::{Figures, PartFigures},
        report::{
            Options,
            names::Names,
            words::{Words, words},
        },
        round_before,
    },
};

pub struct Telling<'it> {
    pub round: &'it Round,
    /// What it is compared with.
    pub before: Option<&'it Round>,
    pub options: &'it Options,
    pub names: Names<'it>,
    pub say: &'static Words,
    pub language: Language,
}

impl<'it> Telling<'it> {
    pub fn new(round: &'it Round, earlier: &'it [Round], options: &'it Options, language: Language) -> Self {
        Self {
            round,
            before: round_before(round, earlier),
            options,
            names: Names::new(&round.released.paper, language),
            say: words(language),
            language,
        }
    }

    pub const fn figures(&self) -> &'it Figures {
        &self.round.released.figures
    }

    pub const fn target(&self) -> Option<&'it Target> {
        self.round.occasion.target.as_ref()
    }

    /// Those that are scored: the others have no figure to compare.
    pub fn indicators(&self) -> impl Iterator<Item = &'it PartFigures> {
        self.figures().indicators()
    }

    /// Whether anything is scored at all.
    pub fn is_rated(&self) -> bool {
        self.indicators().next().is_some()
    }

    pub fn before_of(&self, part: &PartFigures) -> Option<&'it Figure> {
        Some(&self.before?.released.figures.part(&part.code)?.figure)
    }

    pub fn overall_before(&self) -> Option<&'it Figure> {
        self.before.map(|before| &before.released.figures.overall)
    }
}
