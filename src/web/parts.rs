//! The pieces pages are made of: fields, notices, tags, tables' captions.
//!
//! A piece is a function or a value that draws itself. Faults stand at their field in the same
//! words as in the summary on top.

use maud::{Markup, Render, html};

use super::{Faults, assets, icons::Icon, words::words};
use crate::language::Language;

pub use super::{
    day_field::{DayField, NoDay, TypedDay, TypedMoment},
    pager::Pager,
};

/// One line to fill in.
pub struct Field<'page> {
    name: &'static str,
    label: &'page str,
    faults: &'page Faults,
    hint: Option<&'page str>,
    value: &'page str,
    kind: &'static str,
    autocomplete: &'static str,
    class: &'static str,
    digits_only: bool,
    lines: Option<u8>,
    language: Option<Language>,
    known: &'page [String],
    /// What a button says that shows what was typed, and what one says that hides it again.
    look: Option<[&'static str; 2]>,
}

impl<'page> Field<'page> {
    pub fn new(name: &'static str, label: &'page str, faults: &'page Faults) -> Self {
        Self {
            name,
            label,
            faults,
            hint: None,
            value: "",
            kind: "text",
            autocomplete: "off",
            class: "inp",
            digits_only: false,
            lines: None,
            language: None,
            known: &[],
            look: None,
        }
    }

    /// An e-mail address. Browsers' own checks are off: the words are ours.
    pub fn email(name: &'static str, label: &'page str, faults: &'page Faults) -> Self {
        Self { kind: "email", autocomplete: "username", ..Self::new(name, label, faults) }
    }

    /// Never filled in again by us. Managers of passwords and pasting are welcome. A new one can be looked at; the page for
    /// signing in, which comes first, does without another file.
    pub fn password(language: Language, name: &'static str, label: &'page str, faults: &'page Faults, is_new: bool) -> Self {
        let autocomplete = if is_new { "new-password" } else { "current-password" };
        let say = words(language);
        let look = is_new.then_some([say.show_password, say.hide_password]);
        Self { kind: "password", autocomplete, look, ..Self::new(name, label, faults) }
    }

    /// A code of digits, written large.
    pub fn code(name: &'static str, label: &'page str, faults: &'page Faults) -> Self {
        Self { autocomplete: "one-time-code", class: "inp code-in", digits_only: true, ..Self::new(name, label, faults) }
    }

    /// Sixteen digits from a slip, which no browser is to remember.
    #[must_use]
    pub fn long(self) -> Self {
        Self { autocomplete: "off", class: "inp code-in long", ..self }
    }

    #[must_use]
    pub fn number(self) -> Self {
        Self { digits_only: true, class: "inp short", ..self }
    }

    #[must_use]
    pub fn hint(self, hint: &'page str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    #[must_use]
    pub fn value(self, value: &'page str) -> Self {
        Self { value, ..self }
    }

    #[must_use]
    pub fn autocomplete(self, autocomplete: &'static str) -> Self {
        Self { autocomplete, ..self }
    }

    /// Several lines instead of one.
    #[must_use]
    pub fn lines(self, lines: u8) -> Self {
        Self { lines: Some(lines), ..self }
    }

    /// What was written here before, for browsers to offer; anything else may be typed.
    #[must_use]
    pub fn known(self, known: &'page [String]) -> Self {
        Self { known, ..self }
    }

    /// What is typed here is in that language, whatever the page is in.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self { language: Some(language), ..self }
    }
}

impl Render for Field<'_> {
    fn render(&self) -> Markup {
        let fault = self.faults.at(self.name);
        let described = [self.hint.map(|_| "hint"), fault.map(|_| "fault")]
            .into_iter()
            .flatten()
            .map(|part| format!("{}-{part}", self.name))
            .reduce(|one, other| format!("{one} {other}"));
        let lang = self.language.map(Language::code);
        html! {
            div.field.bad[fault.is_some()] {
                label for=(self.name) { (self.label) }
                @if let Some(hint) = self.hint { p.hint id={ (self.name) "-hint" } { (hint) } }
                (fault_at(self.name, self.faults))
                @if let Some(lines) = self.lines {
                    textarea class=(self.class) id=(self.name) name=(self.name) rows=(lines) lang=[lang]
                        aria-describedby=[described.as_deref()] aria-invalid=[fault.map(|_| "true")] { (self.value) }
                } @else {
                    input class=(self.class) type=(self.kind) id=(self.name) name=(self.name) value=[(self.kind != "password").then_some(self.value)]
                        autocomplete=(self.autocomplete) inputmode=[self.digits_only.then_some("numeric")] lang=[lang]
                        list=[(!self.known.is_empty()).then(|| format!("{}-known", self.name))] autocapitalize=[(self.kind != "text").then_some("none")] spellcheck=[(self.kind != "text").then_some("false")]
                        aria-describedby=[described.as_deref()] aria-invalid=[fault.map(|_| "true")];
                    @if !self.known.is_empty() {
                        datalist id={ (self.name) "-known" } { @for known in self.known { option value=(known) {} } }
                    }
                    @if let Some([show, hide]) = self.look {
                        button.link type="button" hidden aria-controls=(self.name) data-show=(show) data-hide=(hide) { (show) }
                        script type="module" src=(assets::LOOK) {}
                    }
                }
            }
        }
    }
}

/// The sentence that says what is wrong with a field, if something is.
pub fn fault_at(name: &str, faults: &Faults) -> Markup {
    html! {
        @if let Some(sentence) = faults.at(name) {
            p.err id={ (name) "-fault" } { (Icon::Warning) span { (sentence) } }
        }
    }
}

/// One of several things that may be ticked or chosen.
pub struct Choice<'page> {
    pub value: &'page str,
    pub label: &'page str,
    pub meaning: &'page str,
    pub is_chosen: bool,
    /// Of the label, if it is not the page's.
    pub language: Option<Language>,
}

/// Things to choose among: any number of them, or one. The first one carries the field's name as
/// its id, so that the error summary leads to it.
pub fn choices(name: &'static str, legend: &str, many: bool, choices: &[Choice], faults: &Faults) -> Markup {
    html! {
        fieldset.field.bad[faults.at(name).is_some()] aria-describedby=[faults.at(name).map(|_| format!("{name}-fault"))] {
            legend { (legend) }
            (fault_at(name, faults))
            div.choices {
                @for (index, choice) in choices.iter().enumerate() {
                    @let id = if index == 0 { name.to_owned() } else { format!("{name}-{}", choice.value) };
                    div.choice {
                        input type=(if many { "checkbox" } else { "radio" }) name=(name) id=(id) value=(choice.value) checked[choice.is_chosen];
                        label for=(id) lang=[choice.language.map(Language::code)] { (choice.label) @if !choice.meaning.is_empty() { span { (choice.meaning) } } }
                    }
                }
            }
        }
    }
}

/// One of many things, folded together. `hint` may be empty.
pub fn select(name: &str, label: &str, hint: &str, choices: &[Choice], faults: &Faults) -> Markup {
    let is_wrong = faults.at(name).is_some();
    let parts = [(!hint.is_empty()).then_some("hint"), is_wrong.then_some("fault")].into_iter().flatten();
    let described = parts.map(|part| format!("{name}-{part}")).reduce(|one, other| format!("{one} {other}"));
    html! {
        div.field.bad[is_wrong] {
            label for=(name) { (label) }
            @if !hint.is_empty() { p.hint id={ (name) "-hint" } { (hint) } }
            (fault_at(name, faults))
            select.inp id=(name) name=(name) aria-describedby=[described.as_deref()] aria-invalid=[is_wrong.then_some("true")] {
                @for choice in choices {
                    option value=(choice.value) selected[choice.is_chosen] lang=[choice.language.map(Language::code)] { (choice.label) }
                }
            }
        }
    }
}

/// Which language; each stands there in its own.
pub fn languages(name: &'static str, legend: &str, chosen: Language, faults: &Faults) -> Markup {
    let languages = Language::ALL.map(|language| Choice {
        value: language.code(),
        label: match language {
            Language::Thai => "ไทย",
            Language::English => "English",
        },
        meaning: "",
        is_chosen: language == chosen,
        language: Some(language),
    });
    choices(name, legend, false, &languages, faults)
}

/// One thing to tick.
pub fn tick(name: &'static str, label: &str, meaning: &str, is_ticked: bool) -> Markup {
    html! {
        div.choice {
            input type="checkbox" name=(name) id=(name) value="yes" checked[is_ticked];
            label for=(name) { (label) @if !meaning.is_empty() { span { (meaning) } } }
        }
    }
}

/// Ticks whose values may hold spaces, so that their ids are numbers.
pub fn ticks(name: &str, legend: &str, hint: &str, options: &[(&str, &str, &str)], ticked: &[String]) -> Markup {
    html! {
        fieldset.field aria-describedby={ (name) "-hint" } {
            legend { (legend) }
            p.hint id={ (name) "-hint" } { (hint) }
            div.choices {
                @for (index, (value, label, meaning)) in options.iter().enumerate() {
                    div.choice {
                        input type="checkbox" name=(name) id={ (name) "-" (index) } value=(value) checked[ticked.iter().any(|one| one == value)];
                        label for={ (name) "-" (index) } { (label) @if !meaning.is_empty() { span { (meaning) } } }
                    }
                }
            }
        }
    }
}

/// What was just done; stays until the next page.
pub fn done(sentence: &str) -> Markup {
    html! { p.note.ok role="status" { (Icon::Done) span { (sentence) } } }
}

pub fn note(sentence: &str) -> Markup {
    html! { p.note { (Icon::Info) span { (sentence) } } }
}

pub fn warning(sentence: &str) -> Markup {
    html! { p.note.warn { (Icon::Warning) span { (sentence) } } }
}

/// The colour of a tag never says anything that its word does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Good,
    Watch,
}

pub fn tag(tone: Tone, word: &str) -> Markup {
    html! {
        @match tone {
            Tone::Plain => span.tag { (word) },
            Tone::Good => span.tag.ok { (Icon::Done) (word) },
            Tone::Watch => span.tag.warn { (Icon::Warning) (word) },
        }
    }
}

/// Why there is nothing here, and what could be done about it.
pub fn empty(sentence: &str, action: &Markup) -> Markup {
    html! { div.card.empty { p { (sentence) } (action) } }
}

/// The label of a field that may stay empty.
pub fn optional(label: &str, language: Language) -> String {
    format!("{label} ({})", words(language).optional)
}

/// A table that may be wider than a phone: it scrolls in its own region, by keyboard too.
pub fn table(label: &str, table: &Markup) -> Markup {
    html! { div.scroll role="region" tabindex="0" aria-label=(label) { (table) } }
}
