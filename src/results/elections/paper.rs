//! The result of an election in the report.

use super::{
    Fate, Outcome, of,
    words::{heading, turnout, words},
};
use crate::{
    asking::rule_in_words,
    language::{Language, digits::grouped},
    results::{
        Released,
        report::{Block, Column, Row, Table, saying},
    },
};

pub fn blocks(released: &Released, language: Language) -> Vec<Block> {
    let say = words(language);
    let spoilt =
        released.figures.spoilt.map(|spoilt| format!("{} {}: {}", say.spoilt, grouped(spoilt.into()), say.spoilt_meaning));
    let mut blocks = vec![Block::Heading(say.result.to_owned()), Block::Paragraph(turnout(released, language))];
    blocks.extend(spoilt.map(Block::Paragraph));
    for outcome in of(released) {
        blocks.push(Block::Heading(heading(&outcome, language)));
        blocks.push(Block::Table(counts(&outcome, language)));
        blocks.push(Block::Paragraph(format!("{}: {}", say.rule, rule_in_words(&outcome.item, language))));
    }
    blocks.push(Block::Paragraph(say.check_lead.to_owned()));
    blocks
}

/// Every vote; blank ones and those passed over below.
pub fn counts(outcome: &Outcome, language: Language) -> Table {
    let say = words(language);
    let share = |votes: u32| saying::per_cent(votes, outcome.voters).shown(2);
    let column = |heading: &str, is_figure| Column { heading: heading.to_owned(), is_figure, ..Column::default() };
    let row = |cells: [String; 4], is_strong| Row { cells: cells.to_vec(), is_strong };
    let stands = outcome.stands.iter().map(|stand| {
        let fate = match stand.fate {
            Fate::Chosen => say.chosen,
            Fate::Level => say.level,
            Fate::NotChosen => "",
        };
        let cells = [stand.name.say(language).to_owned(), grouped(stand.votes.into()), share(stand.votes), fate.to_owned()];
        row(cells, stand.fate != Fate::NotChosen)
    });
    let blank = row([say.blank.to_owned(), grouped(outcome.blank.into()), share(outcome.blank), String::new()], false);
    let silent = (outcome.silent > 0).then(|| {
        let label = format!("{}\n{}", say.silent, say.silent_meaning);
        row([label, grouped(outcome.silent.into()), String::new(), String::new()], false)
    });
    Table {
        caption: outcome.item.text.say(language).to_owned(),
        columns: vec![column(say.candidate, false), column(say.votes, true), column(say.share, true), column(say.outcome, false)],
        rows: stands.chain([blank]).chain(silent).collect(),
        note: say.share_note.to_owned(),
        ..Table::default()
    }
}
