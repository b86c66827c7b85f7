//! How indicators and items stand: against the target and against each other.

use super::{Finding, Gap, Standing};
use crate::{
    instruments::Code,
    results::{
        Round, Target,
        figure::{Figure, Score},
    },
};

pub fn of_round(round: &Round) -> Vec<Finding> {
    let (figures, target) = (&round.released.figures, round.occasion.target.as_ref());
    let (parts, items) = (parts(round), rated_items(round, None));
    let mut found = Vec::new();
    if figures.overall.is_shown() {
        found.push(Finding::Overall { figure: figures.overall.clone(), target: target.cloned() });
    }
    found.extend(target.and_then(|target| reached(target, &parts)));
    found.extend(extremes(&parts));
    if round.released.paper.instrument.assessment.is_some() {
        found.extend(round.occasion.floor.as_ref().and_then(|floor| under_floor(floor, &parts)));
    }
    found.extend(lowest_item(round, &items));
    found.extend(target.and_then(|target| items_under(target, &items)));
    found
}

/// Indicators with anything that is rated, in order.
pub fn parts(round: &Round) -> Vec<Standing> {
    let parts = round.released.figures.indicators();
    parts.map(|part| Standing { code: part.code.clone(), figure: part.figure.clone() }).collect()
}

/// Items that are rated, of one indicator or of all.
pub fn rated_items(round: &Round, part: Option<&Code>) -> Vec<Standing> {
    let parts = round.released.figures.parts.iter().filter(|it| part.is_none_or(|part| it.code == *part));
    let items = parts.flat_map(|part| &part.items);
    items.filter_map(|item| Some(Standing { code: item.code.clone(), figure: item.figure.clone()? })).collect()
}

/// The lowest, on figures as displayed: several if they are equal, none if a range hides which it is.
pub fn lowest(rows: &[Standing]) -> Vec<Standing> {
    last(rows, |figure| figure.bounds().map(|(least, most)| (least.hundredths(), most.hundredths())))
}

pub fn highest(rows: &[Standing]) -> Vec<Standing> {
    last(rows, |figure| figure.bounds().map(|(least, most)| (-most.hundredths(), -least.hundredths())))
}

fn last(rows: &[Standing], bounds: impl Fn(&Figure) -> Option<(i64, i64)>) -> Vec<Standing> {
    let Some(reach) = rows.iter().filter_map(|row| Some(bounds(&row.figure)?.1)).min() else { return Vec::new() };
    let perhaps = rows.iter().filter(|row| bounds(&row.figure).is_some_and(|(from, _)| from <= reach));
    let perhaps: Vec<Standing> = perhaps.cloned().collect();
    let is_sure = perhaps.len() == 1 || perhaps.iter().all(|row| row.figure.exact().is_some());
    if is_sure { perhaps } else { Vec::new() }
}

/// What is below the target for certain, the furthest first; equals in the order of the form.
pub fn gaps(target: &Target, rows: &[Standing]) -> Vec<Gap> {
    let gap = |row: &Standing| {
        let (_, most) = row.figure.bounds().filter(|_| target.is_met_by(&row.figure) == Some(false))?;
        Some(Gap { code: row.code.clone(), figure: row.figure.clone(), gap: target.score.apart_from(most) })
    };
    let mut gaps: Vec<Gap> = rows.iter().filter_map(gap).collect();
    gaps.sort_by(|one, other| other.gap.cmp(&one.gap));
    gaps
}

fn reached(target: &Target, parts: &[Standing]) -> Option<Finding> {
    let told = parts.iter().filter_map(|part| target.is_met_by(&part.figure));
    let (met, of) = told.fold((0, 0), |(met, of), is_met| (met + usize::from(is_met), of + 1));
    let gaps = gaps(target, parts);
    let worst = gaps.first().map(|gap| gap.gap.hundredths());
    let furthest = gaps.into_iter().filter(|gap| Some(gap.gap.hundredths()) == worst).collect();
    (of > 0).then(|| Finding::Reached { target: target.clone(), met, of, furthest })
}

fn extremes(parts: &[Standing]) -> Option<Finding> {
    let shown = parts.iter().filter(|part| part.figure.is_shown()).count();
    let (highest, lowest) = (highest(parts), lowest(parts));
    (shown > 1 && !(highest.is_empty() && lowest.is_empty())).then_some(Finding::Extremes { highest, lowest })
}

fn under_floor(floor: &Score, parts: &[Standing]) -> Option<Finding> {
    let floor = Target { score: floor.clone(), is_to_be_passed: false };
    let is_under = |part: &&Standing| floor.is_met_by(&part.figure) == Some(false);
    let parts: Vec<Standing> = parts.iter().filter(is_under).cloned().collect();
    (!parts.is_empty()).then_some(Finding::UnderFloor { floor: floor.score, parts })
}

fn lowest_item(round: &Round, items: &[Standing]) -> Option<Finding> {
    let shown = items.iter().filter(|item| item.figure.is_shown()).count();
    let lowest = lowest(items);
    if shown < 2 || lowest.is_empty() || lowest.len() == shown {
        return None;
    }
    let subs = match lowest.as_slice() {
        [one] => subs(round, &one.code),
        _ => Vec::new(),
    };
    Some(Finding::LowestItem { items: lowest, subs })
}

fn subs(round: &Round, item: &Code) -> Vec<Standing> {
    let questions = round.released.figures.item(item).map_or(&[][..], |item| &item.questions);
    let sub = |question: &crate::results::figures::QuestionFigures| {
        Some(Standing { code: question.sub.clone()?, figure: question.figure.clone()? })
    };
    questions.iter().filter_map(sub).collect()
}

fn items_under(target: &Target, items: &[Standing]) -> Option<Finding> {
    let items = gaps(target, items);
    (!items.is_empty()).then(|| Finding::ItemsUnder { target: target.clone(), items })
}
