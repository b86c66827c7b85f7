//! The rounds of one questionnaire side by side, and what must not be compared between them.

use maud::{Markup, html};

use super::{View, declared, figures, outer};
use crate::{
    instruments::{Change, Code, Difference, compare},
    language::{Language, fill},
    results::{
        Round,
        charts::{naming, trend},
        words::{
            charts,
            pages::{Words, words},
        },
    },
    web::{Icon, Page, Visit, at, parts::empty},
};

pub fn comparison(visit: &Visit, view: &View) -> Page {
    let language = visit.language;
    let main = html! {
        (declared::beside(visit, view))
        @if view.earlier.is_empty() {
            @if view.declared.is_empty() { (empty(words(language).one_round, &html! {})) }
        } @else {
            (changes(view, language))
            @if let Some((chart, table)) = trend::trend(&view.rounds(), language) { (figures::trend("rounds", &chart, &table, language)) }
        }
    };
    outer::page(visit, view, "/compare", &main)
}

/// From round to round, every question that became another one.
fn changes(view: &View, language: Language) -> Markup {
    let say = words(language);
    let rounds = view.rounds();
    let between = rounds.windows(2).filter_map(|pair| match pair {
        [before, after] => Some((before, after, changed(before, after))),
        _ => None,
    });
    let between: Vec<_> = between.filter(|(_, _, changed)| !changed.is_empty()).collect();
    html! {
        @if !between.is_empty() {
            div.note.warn {
                (Icon::Warning)
                div.stack-s {
                    p.b { (say.changed) }
                    @for (before, after, changed) in between {
                        p { (fill(say.changed_between, &[&naming::round(&before.occasion, language), &naming::round(&after.occasion, language)])) }
                        div.prose { ul {
                            @for (code, what) in changed {
                                li { (naming::item(&after.released.paper, &code, language)) " (" (in_words(&what, say, language)) ")" }
                            }
                        } }
                    }
                }
            }
        }
    }
}

/// On a page that compares with the round before: that some questions are others now, and where to read which.
pub fn since(visit: &Visit, view: &View) -> Markup {
    let say = words(visit.language);
    let Some(before) = view.before().filter(|before| !changed(before, &view.round).is_empty()) else { return html! {} };
    html! {
        p.note.warn {
            (Icon::Warning)
            span {
                (fill(say.changed_since, &[&naming::round(&before.occasion, visit.language)])) " "
                a href=(visit.to(&at::results(view.round.occasion.survey, "/compare"))) { (say.which_changed) }
            }
        }
    }
}

/// Items that are there in both, and what is different about them.
fn changed(before: &Round, after: &Round) -> Vec<(Code, Vec<Difference>)> {
    let changes = compare(&before.released.paper.instrument, &after.released.paper.instrument);
    let mut items: Vec<(Code, Vec<Difference>)> = Vec::new();
    for Change { item, what, .. } in changes.into_iter().filter(|change| change.spoils() && change.has_two_sides()) {
        match items.last_mut().filter(|(code, _)| *code == item) {
            Some((_, differences)) => differences.push(what),
            None => items.push((item, vec![what])),
        }
    }
    items
}

fn in_words(differences: &[Difference], say: &Words, language: Language) -> String {
    let mut named: Vec<&str> = Vec::new();
    for difference in differences {
        let name = match difference {
            Difference::Wording(_) => say.wording,
            Difference::Kind => say.kind,
            Difference::Scale => say.scale,
            Difference::Labels => say.labels,
            Difference::Polarity => say.polarity,
            Difference::Choices => say.choices,
            Difference::Added | Difference::Removed | Difference::Condition | Difference::Moved => say.subs,
        };
        if !named.contains(&name) {
            named.push(name);
        }
    }
    named.join(charts::words(language).joint)
}
