//! The settings page.

use maud::{Markup, html};

use super::words::words;
use crate::{
    language::Language,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Field},
    },
};

/// What stands in the form: as typed, or as it is.
#[derive(Clone, Debug, Default)]
pub struct SettingsForm {
    pub name_thai: String,
    pub name_english: String,
    pub contact_thai: String,
    pub contact_english: String,
    pub k: String,
    pub retention: String,
    pub first_language: Language,
    pub offers_english: bool,
    pub second_factor_required: bool,
}

pub fn settings(visit: &Visit, form: &SettingsForm, logo: Option<&str>, faults: &Faults) -> Page {
    let say = words(visit.language);
    let done = match visit.done() {
        Some("saved") => Some(say.saved),
        Some("logo") => Some(say.logo_changed),
        _ => None,
    };
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        div.stack-s { h1 { (say.settings) } p.muted { (say.settings_lead) } }
        (visit.form(at::SETTINGS, &fields(visit.language, form, faults)))
        section.card.stack aria-labelledby="logo" { (logo_form(visit, logo, faults)) }
    };
    visit.standing_at(at::SETTINGS).page_with_faults(say.settings, Width::Column, faults, &main)
}

fn fields(language: Language, form: &SettingsForm, faults: &Faults) -> Markup {
    let say = words(language);
    html! {
        section.card.stack {
            h2 { (say.department) }
            (Field::new("name_thai", say.name_thai, faults).value(&form.name_thai).in_language(Language::Thai).autocomplete("organization"))
            (Field::new("name_english", &parts::optional(say.name_english, language), faults).value(&form.name_english).in_language(Language::English))
            (Field::new("contact_thai", &parts::optional(say.contact_thai, language), faults).value(&form.contact_thai).in_language(Language::Thai).hint(say.contact_hint))
            (Field::new("contact_english", &parts::optional(say.contact_english, language), faults).value(&form.contact_english).in_language(Language::English))
        }
        section.card.stack {
            h2 { (say.privacy) }
            (Field::new("k", say.k, faults).number().value(&form.k).hint(say.k_hint))
            (Field::new("retention", say.retention, faults).number().value(&form.retention).hint(say.retention_hint))
        }
        section.card.stack {
            h2 { (say.languages) }
            (parts::languages("first_language", say.first_language, form.first_language, faults))
            (parts::tick("offers_english", say.offers_english, say.offers_english_meaning, form.offers_english))
        }
        section.card.stack {
            h2 { (say.security) }
            (parts::tick("second_factor", say.second_factor, say.second_factor_meaning, form.second_factor_required))
        }
        button.btn { (say.save) }
    }
}

fn logo_form(visit: &Visit, logo: Option<&str>, faults: &Faults) -> Markup {
    let say = words(visit.language);
    let is_wrong = faults.at("picture").is_some();
    html! {
        h2 #logo { (say.logo) }
        @if let Some(logo) = logo { p { img.logo-now src=(logo) alt=(say.logo_now) width="72" height="72"; } }
        form.stack method="post" action=(visit.to(at::SETTINGS_LOGO)) enctype="multipart/form-data" novalidate {
            (visit.key_field())
            div.field.bad[is_wrong] {
                label for="picture" { (say.logo) }
                p.hint #picture-hint { (say.logo_hint) }
                (parts::fault_at("picture", faults))
                input.inp type="file" id="picture" name="picture" accept="image/png,image/jpeg,image/webp"
                    aria-describedby=(if is_wrong { "picture-hint picture-fault" } else { "picture-hint" }) aria-invalid=[is_wrong.then_some("true")];
            }
            div.row {
                button.btn.s { (say.upload) }
                @if logo.is_some() { button.btn.s.alt name="remove" value="yes" { (say.remove_logo) } }
            }
        }
    }
}
