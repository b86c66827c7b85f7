//! What a round tells those who answer, and its target: to be changed, or as it stands.

use data_encoding::HEXLOWER;
use maud::{Markup, html};
use sha2::{Digest as _, Sha256};

use super::{
    heading::{self, Head},
    planning::{SurveyForm, place_fields},
};
use crate::{
    rounds::words::{
        planning,
        promises::{
            comments_in_words, comments_meaning, comparator_in_words, comparator_meaning, door_in_words, door_meaning,
            hundredths, release_in_words, release_meaning, target_in_words, words,
        },
    },
    surveys::{Comments, Comparator, Entrance, Release, Survey},
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, Field},
    },
};

/// What was typed about the promises of a round.
#[derive(Clone, Debug, Default)]
pub struct PromisesForm {
    pub place: SurveyForm,
    /// Of the round as it was when the form was drawn.
    pub mark: String,
    /// The code of an [`Entrance`].
    pub door: String,
    pub k: String,
    pub release: String,
    pub comments: String,
    pub target: String,
    pub comparator: String,
    pub grace: String,
    pub without_script: bool,
    pub one_by_one: bool,
}

impl From<&Survey> for PromisesForm {
    fn from(survey: &Survey) -> Self {
        let terms = &survey.terms;
        Self {
            mark: mark(survey),
            place: SurveyForm {
                beginning: String::new(),
                year: survey.year.number().to_string(),
                round: survey.round.to_string(),
                name_thai: survey.name_thai.clone(),
                name_english: survey.name_english.clone(),
            },
            door: terms.entrance().code().to_owned(),
            k: terms.k.to_string(),
            release: terms.release.code().to_owned(),
            comments: terms.comments.code().to_owned(),
            target: terms.target.map(|target| hundredths(target.hundredths)).unwrap_or_default(),
            comparator: terms.target.map_or(Comparator::default(), |target| target.comparator).code().to_owned(),
            grace: terms.grace_minutes.to_string(),
            without_script: terms.without_script,
            one_by_one: terms.one_by_one,
        }
    }
}

/// Says whether a round is still what it was when a form was drawn.
pub fn mark(survey: &Survey) -> String {
    HEXLOWER.encode(Sha256::digest(format!("{survey:?}")).get(..8).unwrap_or_default())
}

/// `least`: below this the department allows no k.
pub fn edit(visit: &Visit, head: &Head, form: &PromisesForm, least: i32, faults: &Faults) -> Page {
    let say = words(visit.language);
    let k = form.k.parse().unwrap_or(head.survey.k());
    let fields = html! {
        input type="hidden" name="mark" value=(form.mark);
        section.stack { h2 { (say.place) } (place_fields(visit, &form.place, faults)) }
        (group(say.who, &doors(visit, form, faults)))
        (group(say.results, &html! {
            (Field::new("k", say.k, faults).hint(&(say.k_hint)(least)).value(&form.k).number())
            (releases(visit, form, k, faults))
            (comments(visit, form, k, faults))
        }))
        (group(say.aim, &html! {
            (Field::new("target", say.target, faults).hint(say.target_hint).value(&form.target))
            (comparators(visit, form, faults))
        }))
        (group(say.answering, &html! {
            (parts::tick("one_by_one", say.one_by_one, say.one_by_one_meaning, form.one_by_one))
            (parts::tick("without_script", say.without_script, say.without_script_meaning, form.without_script))
            (Field::new("grace", say.grace, faults).hint(say.grace_hint).value(&form.grace).number())
        }))
        button.btn { (say.save) }
    };
    let main = html! {
        (heading::of_page(visit, head, say.title, say.lead))
        div.card { (visit.form(&at::round_settings(head.survey.id), &fields)) }
    };
    visit.page_with_faults(say.title, Width::Column, faults, &main)
}

fn group(title: &str, fields: &Markup) -> Markup {
    html! { section.set.stack { h2 { (title) } (fields) } }
}

fn doors(visit: &Visit, form: &PromisesForm, faults: &Faults) -> Markup {
    let language = visit.language;
    let choices: Vec<_> = Entrance::ALL
        .iter()
        .map(|one| choice(one.code(), door_in_words(language, *one), door_meaning(language, *one), &form.door))
        .collect();
    parts::choices("door", words(language).door, false, &choices, faults)
}

fn releases(visit: &Visit, form: &PromisesForm, k: i32, faults: &Faults) -> Markup {
    let language = visit.language;
    let meanings: Vec<_> = Release::ALL.iter().map(|one| (*one, release_meaning(language, *one, k))).collect();
    let choices: Vec<_> = meanings
        .iter()
        .map(|(one, meaning)| choice(one.code(), release_in_words(language, *one), meaning, &form.release))
        .collect();
    parts::choices("release", words(language).release, false, &choices, faults)
}

fn comments(visit: &Visit, form: &PromisesForm, k: i32, faults: &Faults) -> Markup {
    let language = visit.language;
    let meanings: Vec<_> = Comments::ALL.iter().map(|one| (*one, comments_meaning(language, *one, k))).collect();
    let choices: Vec<_> = meanings
        .iter()
        .map(|(one, meaning)| choice(one.code(), comments_in_words(language, *one), meaning, &form.comments))
        .collect();
    parts::choices("comments", words(language).comments, false, &choices, faults)
}

fn comparators(visit: &Visit, form: &PromisesForm, faults: &Faults) -> Markup {
    let language = visit.language;
    let choices: Vec<_> = Comparator::ALL
        .iter()
        .map(|one| choice(one.code(), comparator_in_words(language, *one), comparator_meaning(language, *one), &form.comparator))
        .collect();
    parts::choices("comparator", words(language).comparator, false, &choices, faults)
}

fn choice<'page>(value: &'page str, label: &'page str, meaning: &'page str, chosen: &str) -> Choice<'page> {
    Choice { value, label, meaning, is_chosen: value == chosen, language: None }
}

/// As it stands, with the reason why it does.
pub fn show(visit: &Visit, head: &Head) -> Page {
    let (say, language, survey) = (words(visit.language), visit.language, &head.survey);
    let terms = &survey.terms;
    let why = if survey.state.has_opened() { say.stands_open } else { say.stands_scheduled };
    let main = html! {
        (heading::of_page(visit, head, say.title, ""))
        (parts::note(why))
        div.card {
            dl.dl {
                (fact(planning::words(language).survey, survey.name(language), &heading::place(visit, survey)))
                (fact(say.door, door_in_words(language, terms.entrance()), door_meaning(language, terms.entrance())))
                (fact(say.k, &terms.k.to_string(), ""))
                (fact(say.release, release_in_words(language, terms.release), &release_meaning(language, terms.release, terms.k)))
                (fact(say.comments, comments_in_words(language, terms.comments), &comments_meaning(language, terms.comments, terms.k)))
                @match terms.target {
                    Some(target) => (fact(say.target, &target_in_words(target), comparator_meaning(language, target.comparator))),
                    None => (fact(say.target, say.no_target, "")),
                }
                (fact(say.answering, if terms.one_by_one { say.one_by_one } else { say.part_by_part }, ""))
                (fact("JavaScript", if terms.without_script { say.without_script } else { say.with_script_only }, ""))
                (fact(say.grace, &(say.minutes)(terms.grace_minutes), ""))
            }
        }
    };
    visit.page(say.title, Width::Column, &main)
}

fn fact(term: &str, said: &str, meaning: &str) -> Markup {
    html! {
        div {
            dt { (term) }
            dd { (said) @if !meaning.is_empty() { br; span.small.muted { (meaning) } } }
        }
    }
}
