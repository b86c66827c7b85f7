//! What stands around the items: title and introduction, parts, scales.

use maud::{Markup, html};

use super::{
    condition::condition,
    fields::{Form, group},
    item::back,
};
use crate::{
    authoring::{
        Version,
        edits::{PartText, is_in_use, mark},
        forms::{Typed, asked_before_part},
        words::outline::words,
    },
    instruments::{Scale, limits},
    web::{Faults, Page, Visit, Width, at, parts},
};

/// A form of these pages: what is in it, and what it was drawn from.
pub struct Sheet<'page> {
    pub version: &'page Version,
    pub typed: &'page Typed,
    pub faults: &'page Faults,
    pub mark: &'page str,
    /// Something to be said before it is saved once more.
    pub warning: Option<&'page str>,
}

impl Sheet<'_> {
    fn form(&self, visit: &Visit) -> Form<'_> {
        Form { typed: self.typed, faults: self.faults, language: visit.language }
    }

    fn page(&self, visit: &Visit, title: &str, address: &str, fields: &Markup, after: &Markup) -> Page {
        let say = words(visit.language);
        let fields = html! {
            input type="hidden" name="mark" value=(self.mark);
            (fields)
            button.btn { (say.save) }
        };
        let main = html! {
            div.stack-s { (back(visit, self.version)) h1 { (title) } }
            @if let Some(warning) = self.warning { (parts::warning(warning)) }
            div.card { (visit.form(address, &fields)) }
            (after)
        };
        visit.page_with_faults(title, Width::Column, self.faults, &main)
    }
}

pub fn about(visit: &Visit, sheet: &Sheet) -> Page {
    let (say, form) = (words(visit.language), sheet.form(visit));
    let assessments = [("", say.assessment_none), ("iit", "IIT"), ("eit", "EIT")];
    let fields = html! {
        (form.pair("title", say.title, "", 0))
        (form.pair("lead", say.lead, "", 4))
        (form.pair("caution", say.caution, "", 2))
        (form.code("code", say.code, say.code_hint))
        (form.select("assessment", say.assessment, "", &assessments.map(|(value, label)| (value.to_owned(), label.to_owned()))))
    };
    sheet.page(visit, say.edit_about, &at::instrument(sheet.version.id, "/about"), &fields, &html! {})
}

/// `before` is the part as it stands, with how many things in it; none if it is new.
pub fn part(visit: &Visit, sheet: &Sheet, before: Option<(&PartText, usize)>) -> Page {
    let (say, form) = (words(visit.language), sheet.form(visit));
    let instrument = &sheet.version.instrument;
    let code = before.map(|(part, _)| &part.code);
    let below = code.map_or_else(|| "/parts/new".to_owned(), |code| format!("/parts/{code}"));
    let address = at::instrument(sheet.version.id, &below);
    let asked = asked_before_part(instrument, code);
    let fields = html! {
        (form.pair("title", say.title, "", 0))
        (form.pair("lead", say.part_lead, "", 3))
        (condition(&form, instrument, &asked, before.and_then(|(part, _)| part.show_if.as_ref())))
        (form.code("code", say.code, say.code_hint))
    };
    let whole = code.and_then(|code| instrument.part(code)).map(mark).unwrap_or_default();
    let whole = html! { input type="hidden" name="whole" value=(whole); };
    let removal = html! {
        @if let Some((_, count)) = before {
            section.card.danger.stack {
                @if count == 0 {
                    p { (say.remove_empty) }
                    (visit.form(&format!("{address}/removal"), &html! { (whole) button.btn.bad.alt { (say.remove_part) } }))
                } @else {
                    p { ((say.remove_full)(count)) }
                    (visit.form(&format!("{address}/removal"), &html! {
                        (whole)
                        (parts::tick("all", say.remove_tick, "", false))
                        button.btn.bad.alt { (say.remove_all) }
                    }))
                }
            }
        }
    };
    sheet.page(visit, if before.is_some() { say.edit_part } else { say.new_part }, &address, &fields, &removal)
}

pub fn scales(visit: &Visit, version: &Version) -> Page {
    let say = words(visit.language);
    let instrument = &version.instrument;
    let users =
        |scale: &Scale| instrument.items().filter_map(|item| item.rated()).filter(|rated| rated.scale == scale.code).count();
    let main = html! {
        @if visit.done() == Some("saved") { (parts::done(say.saved)) }
        @if visit.done() == Some("removed") { (parts::done(say.removed)) }
        div.stack-s { (back(visit, version)) h1 { (say.scales) } p.muted { (say.scales_lead) } }
        @if instrument.scales.is_empty() { (parts::empty(say.no_scales, &html! {})) }
        @for scale in &instrument.scales {
            section.card.stack-s {
                h2 { a href=(visit.to(&at::instrument(version.id, &format!("/scales/{}", scale.code)))) { ((say.scale)(scale.code.as_str())) } }
                ol.numbered { @for level in &scale.levels { li { (level.say(visit.language)) } } }
                p.small.muted { ((say.used_by)(users(scale))) }
            }
        }
        p { a.btn.alt href=(visit.to(&at::instrument(version.id, "/scales/new"))) { (say.add_scale) } }
    };
    visit.page(say.scales, Width::Column, &main)
}

/// `confirmed` is the loss of words that was told, and is confirmed by saving once more.
pub fn scale(visit: &Visit, sheet: &Sheet, before: Option<&Scale>, confirmed: &str) -> Page {
    let (say, form) = (words(visit.language), sheet.form(visit));
    let below = before.map_or_else(|| "/scales/new".to_owned(), |scale| format!("/scales/{}", scale.code));
    let address = at::instrument(sheet.version.id, &below);
    let of_item = crate::authoring::words::item::words(visit.language);
    let fields = html! {
        input type="hidden" name="confirmed" value=(confirmed);
        (form.code("code", say.code, say.code_hint))
        (group("levels", say.levels, &html! {
            p.hint { (say.levels_hint) }
            @for level in 1..=limits::LEVELS { (form.pair(&format!("level-{level}"), &(of_item.level)(level), "", 0)) }
        }))
    };
    let title = before.map_or_else(|| say.add_scale.to_owned(), |scale| (say.scale)(scale.code.as_str()));
    let removal = html! {
        @if let Some(scale) = before.filter(|scale| !is_in_use(&sheet.version.instrument, &scale.code)) {
            section.card.danger.stack { (visit.button(&at::instrument(sheet.version.id, &format!("/scales/{}/removal", scale.code)), "btn bad alt", say.remove_scale)) }
        }
    };
    sheet.page(visit, &title, &address, &fields, &removal)
}
