//! The result in one paragraph, and the four figures that matter most.

use super::{indicators::is_other_form, telling::Telling};
use crate::results::{
    charts::{standing, written},
    figure::Figure,
    report::{Block, Fact, saying},
    words::left_out_in_words,
};

pub fn blocks(telling: &Telling) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(telling.say.result.to_owned()), Block::Paragraph(paragraph(telling))];
    if let Some(before) = telling.before.filter(|before| is_other_form(before, telling.round)) {
        blocks.push(Block::Note((telling.say.form_changed)(&before.occasion.place())));
    }
    blocks.push(Block::Facts(facts(telling)));
    blocks
}

fn paragraph(telling: &Telling) -> String {
    let left_out = left_out_in_words(&telling.round.released, telling.language);
    let sentences =
        [overall(telling), left_out, against_target(telling), Some(turnout(telling)), sample(telling), since(telling)];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn overall(telling: &Telling) -> Option<String> {
    let (say, figures) = (telling.say, telling.figures());
    if !telling.is_rated() {
        return Some(say.nothing_rated.to_owned());
    }
    Some(match &figures.overall {
        Figure::Exact(score) => (say.overall_is)(&score.shown(2)),
        Figure::Within { least, most } => {
            let [least, most] = written::ends(least, most);
            (say.overall_within)(&least, &most)
        }
        Figure::TooFew => (say.too_few)(figures.k),
        // The turnout says why.
        Figure::NoData if figures.counted == 0 => return None,
        Figure::NoData => say.no_data.to_owned(),
    })
}

fn against_target(telling: &Telling) -> Option<String> {
    let (say, target, overall) = (telling.say, telling.target()?, &telling.figures().overall);
    overall.is_shown().then_some(())?;
    let shown = target.score.shown(2);
    let wanted = if target.is_to_be_passed { (say.more_than)(&shown) } else { (say.at_least)(&shown) };
    let Some(is_met) = target.is_met_by(overall) else { return Some((say.untold)(&wanted)) };
    let by = standing::gap(overall, Some(target)).filter(|by| by.hundredths() != 0);
    Some(match (is_met, by) {
        (true, Some(by)) => (say.met_by)(&wanted, &by.shown(2)),
        (true, None) => (say.met)(&wanted),
        (false, Some(by)) => (say.below_by)(&wanted, &by.shown(2).replace('−', "")),
        (false, None) => (say.not_met)(&wanted),
    })
}

fn turnout(telling: &Telling) -> String {
    let (say, figures) = (telling.say, telling.figures());
    if figures.counted == 0 {
        return (say.none_counted)(figures.k);
    }
    let counted = saying::count(figures.counted);
    match figures.roll {
        Some(roll) => (say.turnout)(&counted, &saying::count(roll), &saying::per_cent(figures.counted, roll).shown(2)),
        None => (say.answered)(&counted),
    }
}

fn sample(telling: &Telling) -> Option<String> {
    let (wanted, figures) = (telling.round.occasion.wanted_sample?, telling.figures());
    (figures.counted > 0).then_some(())?;
    let shown = saying::count(wanted);
    Some(if figures.counted >= wanted { (telling.say.sample_reached)(&shown) } else { (telling.say.sample_missed)(&shown) })
}

fn since(telling: &Telling) -> Option<String> {
    let (say, place) = (telling.say, telling.before?.occasion.place());
    let before = telling.overall_before()?;
    let change = telling.figures().overall.apart_from(before)?;
    let before = before.exact()?;
    let by = change.shown(2).replace('−', "");
    Some(match change.hundredths() {
        0 => (say.unchanged)(&place, &before.shown(2)),
        1.. => (say.risen)(&place, &before.shown(2), &by),
        _ => (say.fallen)(&place, &before.shown(2), &by),
    })
}

/// Of so few that nothing was opened, neither how many nor their share.
fn who_answered(telling: &Telling) -> Fact {
    let (say, figures) = (telling.say, telling.figures());
    let (value, remark) = match figures.roll {
        _ if figures.counted == 0 => ((say.fewer_than)(figures.k), (say.none_counted)(figures.k)),
        Some(roll) => {
            let share = saying::per_cent(figures.counted, roll).shown(2);
            ((say.people)(&saying::count(figures.counted)), (say.of_people)(&saying::count(roll), &share))
        }
        None => ((say.people)(&saying::count(figures.counted)), say.by_open_link.to_owned()),
    };
    Fact { label: say.who_answered.to_owned(), value, remark }
}

fn facts(telling: &Telling) -> Vec<Fact> {
    let (say, figures, language) = (telling.say, telling.figures(), telling.language);
    let fact = |label: String, value: String, remark: String| Fact { label, value, remark };
    let mut facts = vec![if telling.is_rated() {
        let parts = telling.indicators().filter(|part| part.figure.is_shown()).count();
        fact(say.score.to_owned(), written::figure(&figures.overall, 2, language), (say.score_remark)(parts))
    } else {
        fact(say.score.to_owned(), saying::NOTHING.to_owned(), say.nothing_rated.to_owned())
    }];
    if let Some(target) = telling.target() {
        let remark = match target.is_met_by(&figures.overall) {
            Some(true) => say.reached,
            Some(false) => say.missed,
            None => "",
        };
        let gap = saying::gap(target, &figures.overall);
        facts.push(fact((say.against_target)(&target.score.shown(2)), gap, remark.to_owned()));
    } else {
        facts.push(fact(say.target.to_owned(), saying::NOTHING.to_owned(), say.no_target.to_owned()));
    }
    facts.push(who_answered(telling));
    if let Some(weight) = figures.weight_of_one() {
        let weight = format!("±{}", weight.shown(2));
        facts.push(fact(say.weight.to_owned(), weight, say.weight_remark.to_owned()));
    }
    facts
}
