//! Fields of the authoring forms: rows have names that are made while drawing.

use maud::{Markup, html};

use crate::{
    authoring::{forms::Typed, words::item::words},
    language::Language,
    web::{
        Faults,
        parts::{self, fault_at},
    },
};

/// A form as it stands: what is in it, what is wrong with it.
#[derive(Clone, Copy)]
pub struct Form<'page> {
    pub typed: &'page Typed,
    pub faults: &'page Faults,
    pub language: Language,
}

/// Fields that belong together, under a heading of their own.
pub fn group(id: &str, title: &str, fields: &Markup) -> Markup {
    html! { section.set.stack aria-labelledby=(id) { h2.h3 id=(id) { (title) } (fields) } }
}

/// What one field looks like.
#[derive(Clone, Copy, Default)]
pub struct Look<'page> {
    pub hint: &'page str,
    /// `short`, `mid`; empty: as wide as there is room.
    pub class: &'page str,
    /// One line if none.
    pub lines: u8,
    pub in_language: Option<Language>,
}

impl Form<'_> {
    pub fn field(&self, name: &str, label: &str, look: Look) -> Markup {
        let fault = self.faults.at(name).is_some();
        let hint = (!look.hint.is_empty()).then(|| format!("{name}-hint"));
        let described = [hint.clone(), fault.then(|| format!("{name}-fault"))].into_iter().flatten();
        let described = described.reduce(|one, other| format!("{one} {other}"));
        let lang = look.in_language.map(Language::code);
        let class = format!("inp {}", look.class);
        html! {
            div.field.bad[fault] {
                label for=(name) { (label) }
                @if let Some(id) = hint { p.hint id=(id) { (look.hint) } }
                (fault_at(name, self.faults))
                @if look.lines > 0 {
                    textarea class=(class.trim()) id=(name) name=(name) rows=(look.lines) lang=[lang]
                        aria-describedby=[described.as_deref()] aria-invalid=[fault.then_some("true")] { "\n" (self.typed.get(name)) }
                } @else {
                    input class=(class.trim()) type="text" id=(name) name=(name) value=(self.typed.get(name)) autocomplete="off" lang=[lang]
                        aria-describedby=[described.as_deref()] aria-invalid=[fault.then_some("true")];
                }
            }
        }
    }

    pub fn line(&self, name: &str, label: &str, hint: &str) -> Markup {
        self.field(name, label, Look { hint, ..Look::default() })
    }

    pub fn short(&self, name: &str, label: &str, hint: &str) -> Markup {
        self.field(name, label, Look { hint, class: "short", ..Look::default() })
    }

    pub fn code(&self, name: &str, label: &str, hint: &str) -> Markup {
        self.field(name, label, Look { hint, class: "mid", ..Look::default() })
    }

    /// A text in both languages, under one legend.
    pub fn pair(&self, name: &str, legend: &str, hint: &str, lines: u8) -> Markup {
        let say = words(self.language);
        let hint_id = format!("{name}-about");
        html! {
            fieldset.field aria-describedby=[(!hint.is_empty()).then_some(hint_id.as_str())] {
                legend { (legend) }
                @if !hint.is_empty() { p.hint id=(hint_id) { (hint) } }
                div.fields {
                    @for (language, label) in [(Language::Thai, say.thai), (Language::English, say.english)] {
                        (self.field(&format!("{name}_{}", language.code()), label, Look { lines, in_language: Some(language), ..Look::default() }))
                    }
                }
            }
        }
    }

    /// One of a few values, folded together.
    pub fn select(&self, name: &str, label: &str, hint: &str, options: &[(String, String)]) -> Markup {
        let chosen = self.typed.get(name);
        let mut choices: Vec<_> = options.iter().map(|(value, label)| choice(value, label, value == chosen)).collect();
        let is_known = options.iter().any(|(value, _)| value == chosen);
        if !chosen.is_empty() && !is_known {
            choices.push(choice(chosen, chosen, true));
        }
        parts::select(name, label, hint, &choices, self.faults)
    }

    pub fn tick(&self, name: &str, label: &str) -> Markup {
        html! {
            div.choice {
                input type="checkbox" name=(name) id=(name) value="yes" checked[self.typed.is_ticked(name)];
                label for=(name) { (label) }
            }
        }
    }
}

/// How many rows were drawn, for whoever reads them.
pub fn count(name: &str, rows: usize) -> Markup {
    html! { input type="hidden" name=(name) value=(rows); }
}

const fn choice<'page>(value: &'page str, label: &'page str, is_chosen: bool) -> parts::Choice<'page> {
    parts::Choice { value, label, meaning: "", is_chosen, language: None }
}
