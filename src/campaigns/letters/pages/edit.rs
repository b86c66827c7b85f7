//! One text to be changed: the form, what may stand in it, and how the letter looks.

use maud::{Markup, html};

use super::{
    overview::{done, title},
    preview::{Sample, preview},
};
use crate::{
    campaigns::{
        Kind,
        letters::{Occasion, Variable, words},
    },
    language::Language,
    surveys::Survey,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Field},
    },
};

/// What stands in the form, and what is known beside it.
pub struct Form<'page> {
    pub kind: Kind,
    pub language: Language,
    pub subject: &'page str,
    pub body: &'page str,
    pub is_changed: bool,
    /// What is drawn below is what was typed, and is not kept.
    pub is_trial: bool,
    pub occasion: &'page Occasion,
    /// Of whoever looks.
    pub own_address: &'page str,
}

/// `sample`: none while what was typed is no letter.
pub fn edit(visit: &Visit, survey: &Survey, form: &Form, sample: Option<&Sample>, faults: &Faults) -> Page {
    let say = words::words(visit.language);
    let title = title(visit, form.kind, form.language);
    let address = |below: &str| at::letter_text(survey.id, form.kind.code(), form.language.code(), below);
    let fields = html! {
        (Field::new("subject", say.subject, faults).value(form.subject).in_language(form.language))
        (Field::new("body", say.body, faults).value(form.body).in_language(form.language).lines(16).hint(say.body_hint))
        div.row {
            button.btn name="do" value="save" { (say.save) }
            button.btn.alt name="do" value="look" { (say.look) }
        }
    };
    let main = html! {
        (done(visit))
        @if form.is_trial { (parts::note(say.looked_at)) }
        div.stack-s {
            p.small { a href=(visit.to(&at::letters(survey.id))) { (say.title) } " · " (survey.name(visit.language)) }
            h1 { (title) }
            @if survey.state.has_opened() { p.muted { (say.once_open) } }
        }
        section.card { (visit.form(&address(""), &fields)) }
        @if let Some(sample) = sample {
            section.card.stack aria-labelledby="preview" {
                h2 #preview { (say.preview) }
                (preview(visit, survey, form.kind, sample))
            }
        }
        section.card.stack aria-labelledby="more" {
            h2 #more { (say.to_myself) }
            p { ((say.to_myself_meaning)(form.own_address)) }
            (visit.button(&address("/test"), "btn alt", say.to_myself))
            @if form.is_changed { (visit.button(&address("/standard"), "btn alt bad", say.to_standard)) }
        }
        (variables(visit, form))
    };
    visit.page_with_faults(&title, Width::Column, faults, &main)
}

fn variables(visit: &Visit, form: &Form) -> Markup {
    let say = words::words(visit.language);
    html! {
        section.card.stack aria-labelledby="variables" {
            h2 #variables { (say.variables) }
            dl.dl {
                @for variable in Variable::ALL.into_iter().filter(|variable| variable.is_in(form.kind)) {
                    @let now = form.occasion.value(variable);
                    div {
                        dt { code lang=(form.language.code()) { (words::example(form.language, variable)) } }
                        dd {
                            (words::meaning(visit.language, variable))
                            @if !now.is_empty() { br; span.small.muted { (say.now) " " span lang=(form.language.code()) { (now) } } }
                        }
                    }
                }
            }
        }
    }
}
