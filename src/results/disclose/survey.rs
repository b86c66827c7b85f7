//! All figures of one survey.

use super::{
    conditions,
    groups::{self, Sheet},
    habits, question,
};
use crate::{
    ids::StratumId,
    instruments::{Code, Instrument},
    papers::Paper,
    results::{
        figure::Figure,
        figures::{FORM, Figures, Groups, Habits, ItemFigures, PartFigures, QuestionFigures},
        questions::Asked,
        tally::Tally,
    },
};

/// One group of the partition, counted: every one of them has k ballots.
pub struct Counted {
    pub strata: Vec<StratumId>,
    pub tally: Tally,
}

/// `roll`: how many might have answered, if anybody knows. Of fewer than k ballots, nothing: how many there were is
/// for the bulletin to say.
pub fn figures(paper: &Paper, roll: Option<u32>, groups: &[Counted]) -> Figures {
    let (k, instrument) = (paper.k, &paper.instrument);
    let asked = Asked::all(instrument);
    let mut all = Tally::new(&asked);
    for group in groups {
        all.join(&group.tally);
    }
    if (1..k).contains(&all.ballots) {
        return of_too_few(paper, roll);
    }
    let questions = questions(instrument, &asked, &all, k);
    let parts = parts(instrument, &asked, &questions);
    let overall = Figure::mean(parts.iter().map(|part| &part.figure));
    let open: Vec<bool> = questions.iter().map(question::is_exact).collect();
    let groups = match overall {
        Figure::Exact(_) => groups::figures(&Sheet { instrument, asked: &asked, open: &open, k }, groups),
        // Where the whole is a band, a group would narrow it.
        _ => Groups { shown: Vec::new(), hidden: groups.iter().map(|group| group.strata.clone()).collect() },
    };
    let habits = habits::figures(instrument, &asked, &open, &all, k);
    Figures { form: FORM, survey: paper.survey, k, roll, counted: all.ballots, spoilt: None, overall, parts, groups, habits }
}

/// Where there were ballots, and too few for anybody to open them.
pub fn of_too_few(paper: &Paper, roll: Option<u32>) -> Figures {
    let asked = Asked::all(&paper.instrument);
    let questions: Vec<_> = asked.iter().map(question::withheld).collect();
    let parts = parts(&paper.instrument, &asked, &questions);
    let overall = Figure::mean(parts.iter().map(|part| &part.figure));
    let (groups, habits) = (Groups::default(), Habits::default());
    Figures { form: FORM, survey: paper.survey, k: paper.k, roll, counted: 0, spoilt: None, overall, parts, groups, habits }
}

fn questions(instrument: &Instrument, asked: &[Asked], all: &Tally, k: u32) -> Vec<QuestionFigures> {
    let mut told: Vec<QuestionFigures> = Vec::with_capacity(asked.len());
    for (one, count) in asked.iter().zip(&all.counts) {
        let conditions = conditions::of(instrument, one);
        let is_tellable = conditions::is_tellable(&conditions, count, all.ballots, (asked, &told), k);
        told.push(if is_tellable { question::figures(one, count, k) } else { question::withheld(one) });
    }
    told
}

fn parts(instrument: &Instrument, asked: &[Asked], questions: &[QuestionFigures]) -> Vec<PartFigures> {
    (0..instrument.parts.len()).map(|at| part(instrument, at, asked, questions)).collect()
}

fn part(instrument: &Instrument, at: usize, asked: &[Asked], questions: &[QuestionFigures]) -> PartFigures {
    let mut items: Vec<ItemFigures> = Vec::new();
    for (asked, figures) in asked.iter().zip(questions).filter(|(asked, _)| asked.part == at) {
        let (figures, code) = (figures.clone(), &asked.question.item);
        match items.last_mut().filter(|item| item.code == *code) {
            Some(item) => item.questions.push(figures),
            None => items.push(ItemFigures { code: code.clone(), figure: None, questions: vec![figures] }),
        }
    }
    for item in &mut items {
        let rated: Vec<&Figure> = item.questions.iter().filter_map(|question| question.figure.as_ref()).collect();
        item.figure = (!rated.is_empty()).then(|| Figure::mean(rated));
    }
    let figure = Figure::mean(items.iter().filter_map(|item| item.figure.as_ref()));
    let code = instrument.parts.get(at).map_or_else(Code::default, |part| part.code.clone());
    PartFigures { code, figure, items }
}
