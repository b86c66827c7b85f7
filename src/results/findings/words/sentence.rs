//! One sentence with its figures, in either language.

use super::{Finding, Names, english, thai};
use crate::{language::Language, papers::Paper};

pub fn in_words(finding: &Finding, paper: &Paper, language: Language) -> String {
    let names = Names::new(paper, language);
    match language {
        Language::Thai => thai::sentence(finding, &names),
        Language::English => english::sentence(finding, &names),
    }
}
