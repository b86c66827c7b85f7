//! What is worth knowing beyond the figures above and the headings of charts: what asks for care stands out.

use super::telling::Telling;
use crate::results::{
    Round,
    findings::{Finding, beyond_headings, in_words},
    report::Block,
};

pub fn blocks(telling: &Telling, earlier: &[Round]) -> Vec<Block> {
    let found = beyond_headings(telling.round, earlier);
    if found.is_empty() {
        return Vec::new();
    }
    let say = |finding: &Finding| in_words(finding, &telling.round.released.paper, telling.language);
    let (warnings, others): (Vec<_>, Vec<_>) = found.iter().partition(|finding| finding.is_warning());
    let mut blocks = vec![Block::Heading(telling.say.findings.to_owned())];
    if !others.is_empty() {
        blocks.push(Block::List(others.into_iter().map(say).collect()));
    }
    blocks.extend(warnings.into_iter().map(|finding| Block::Note(say(finding))));
    blocks
}
