//! The four figures at the top: the score, how it stands to its target, how many answered, and what one of them
//! weighs.

use maud::{Markup, html};

use super::View;
use crate::{
    instruments::Fraction,
    language::{Language, digits::grouped, fill},
    results::{
        Target,
        charts::{naming, standing, written},
        figure::{Figure, Score},
        words::{charts, left_out_in_words, pages::words},
    },
    web::{
        Icon,
        parts::{self, Tone},
    },
};

pub fn facts(view: &View, language: Language) -> Markup {
    html! {
        dl.kpis {
            (overall(view, language))
            (against(view, language))
            (respondents(view, language))
            (weight(view, language))
        }
        @if let Some(said) = left_out_in_words(&view.round.released, language) { (parts::warning(&said)) }
        (ranges(view, language))
    }
}

/// What a range means, where there is one.
pub fn ranges(view: &View, language: Language) -> Markup {
    html! { @if has_range(view) { (parts::note(words(language).bands)) } }
}

fn fact(label: &str, value: Option<&Markup>, remark: &Markup) -> Markup {
    html! {
        div.kpi {
            dt { (label) }
            @if let Some(value) = value { dd.n { (value) } }
            dd { p { (remark) } }
        }
    }
}

fn overall(view: &View, language: Language) -> Markup {
    let say = words(language);
    let figures = &view.round.released.figures;
    let (shown, hidden): (Vec<_>, Vec<_>) = figures.indicators().partition(|part| part.figure.is_shown());
    let value = figures.overall.is_shown().then(|| html! { (written::figure(&figures.overall, written::WHOLE, language)) });
    let mut remarks = vec![match (shown.len(), hidden.len()) {
        (0, 0) => say.nothing_rated.to_owned(),
        (0, _) => written::figure(&figures.overall, written::WHOLE, language),
        (1, 0) => say.mean_of_one.to_owned(),
        (count, _) => fill(say.mean_of, &[&count]),
    }];
    if !shown.is_empty() && !hidden.is_empty() {
        remarks.push(fill(say.without, &[&hidden.len()]));
    }
    if let Some(before) = view.before().filter(|before| before.released.figures.overall.is_shown()) {
        let score = written::figure(&before.released.figures.overall, written::WHOLE, language);
        remarks.push(fill(say.before, &[&naming::round(&before.occasion, language), &score]));
    }
    fact(say.overall, value.as_ref(), &html! { (remarks.join(" · ")) })
}

fn against(view: &View, language: Language) -> Markup {
    let say = words(language);
    let overall = &view.round.released.figures.overall;
    let Some(target) = &view.round.occasion.target else { return fact(say.target, None, &html! { (say.no_target) }) };
    let label = fill(say.against, &[&target.score.shown(2)]);
    let gap = standing::gap(overall, Some(target)).map(|gap| html! { (gap.shown_signed(2)) });
    let missed = missed(view, target);
    let remark = match target.is_met_by(overall) {
        Some(true) => html! {
            (parts::tag(Tone::Good, charts::words(language).met))
            @if missed > 0 { " " (fill(say.though, &[&missed])) }
        },
        Some(false) => html! { span.tag.warn { (Icon::Down) (standing::in_words(overall, Some(target), language)) } },
        None if overall.is_shown() => html! { (say.no_telling) },
        None => html! { (written::figure(overall, written::WHOLE, language)) },
    };
    fact(&label, gap.as_ref(), &remark)
}

fn missed(view: &View, target: &Target) -> usize {
    view.round.released.figures.indicators().filter(|part| target.is_met_by(&part.figure) == Some(false)).count()
}

fn respondents(view: &View, language: Language) -> Markup {
    let say = words(language);
    let (figures, occasion) = (&view.round.released.figures, &view.round.occasion);
    let small = match figures.roll {
        Some(roll) => fill(say.of_roll, &[&grouped(roll.into())]),
        None => say.answers.to_owned(),
    };
    let value = html! { (grouped(figures.counted.into())) " " small { (small) } };
    let mut remarks = Vec::new();
    match figures.roll.filter(|roll| *roll > 0) {
        Some(roll) => {
            let share = Fraction::new((i64::from(figures.counted) * 100).into(), i64::from(roll).into());
            remarks.push(fill(say.share, &[&Score::new(share).shown(2)]));
            if let Some(wanted) = occasion.wanted_sample {
                let sentence = if figures.counted >= wanted { say.wanted_met } else { say.wanted_missing };
                remarks.push(fill(sentence, &[&grouped(wanted.into())]));
            }
        }
        None => remarks.push(say.no_roll.to_owned()),
    }
    fact(say.respondents, Some(&value), &html! { (remarks.join(" · ")) })
}

fn weight(view: &View, language: Language) -> Markup {
    let say = words(language);
    let Some(weight) = view.round.released.figures.weight_of_one() else { return html! {} };
    fact(say.weight, Some(&html! { "±" (weight.shown(2)) }), &html! { (say.weight_meaning) })
}

/// Whether any figure on these pages is a range, which is explained once.
fn has_range(view: &View) -> bool {
    let figures = &view.round.released.figures;
    let parts = figures.parts.iter().map(|part| &part.figure);
    let items = figures.items().filter_map(|item| item.figure.as_ref());
    let groups = figures.groups.shown.iter().map(|group| &group.figure);
    parts.chain(items).chain(groups).chain([&figures.overall]).any(|figure| matches!(figure, Figure::Within { .. }))
}
