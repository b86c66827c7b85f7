//! Questions without a score: how many chose what. A table says it; there is nothing to draw.

use maud::{Markup, html};

use crate::{
    instruments::Asks,
    language::{Language, digits::grouped, fill},
    results::{
        Round,
        charts::{naming, table, written},
        figures::{ItemFigures, QuestionFigures},
        report::{Column, Row, Table},
        words::{charts, pages::words},
    },
};

pub fn figure(round: &Round, language: Language) -> Markup {
    let say = words(language);
    let items: Vec<&ItemFigures> = round.released.figures.items().filter(|item| item.figure.is_none()).collect();
    html! {
        @if !items.is_empty() {
            section.card.stack aria-labelledby="others" {
                div { h2 #others { (say.other_questions) } p.muted { (say.other_lead) } }
                @for item in items { @for question in &item.questions { (one(round, item, question, language)) } }
            }
        }
    }
}

fn one(round: &Round, item: &ItemFigures, figures: &QuestionFigures, language: Language) -> Markup {
    let say = words(language);
    html! {
        div.stack-s {
            h3 { (naming::item(&round.released.paper, &item.code, language)) }
            @match figures.answers {
                None => p.muted { (fill(say.too_few, &[&round.released.figures.k])) },
                Some(answers) => {
                    p.muted { (fill(say.said, &[&grouped(answers.given.into()), &grouped(answers.silent.into())])) }
                    @if let Some(mean) = &figures.mean { p { (fill(say.mean, &[&written::figure(mean, written::WHOLE, language)])) } }
                    @if let Some(spread) = &figures.spread { (table(&chosen(round, item, spread, language))) }
                    @else if figures.mean.is_none() && answers.given > 0 { p.muted { (say.not_told) } }
                },
            }
        }
    }
}

fn chosen(round: &Round, item: &ItemFigures, spread: &[u32], language: Language) -> Table {
    let say = words(language);
    let asked = round.released.paper.instrument.item(&item.code);
    let choices = asked.map_or(&[][..], |item| item.choices()).iter().map(|choice| choice.label.say(language));
    let is_ranking = asked.is_some_and(|item| matches!(item.asks, Asks::Ranking { .. }));
    // A blank vote is counted behind the candidates.
    let labels = choices.chain(std::iter::repeat(charts::words(language).none));
    let column = |heading: &str, is_figure| Column::new(heading, is_figure);
    Table {
        caption: naming::number(&round.released.paper, &item.code, language),
        columns: vec![column(say.choice, false), column(if is_ranking { say.points } else { say.people }, true)],
        rows: labels
            .zip(spread)
            .map(|(label, people)| Row { cells: vec![label.to_owned(), grouped((*people).into())], is_strong: false })
            .collect(),
        ..Table::default()
    }
}
