//! The box around one question: its number, its words, which way it runs, what helps, what is wrong.
//!
//! Everything that a reader of the screen should hear with the question is named by the field set.

use maud::{Markup, html};

use super::{marks::Marks, texts};
use crate::{
    asking::{
        Sheet,
        fields::{name, part_of},
        words::{fault_in_words, words},
    },
    instruments::{Item, Polarity, Question, Text},
    language::Language,
    web::Icon,
};

/// The class of a question that is an item of its own, not a part of one.
pub const WHOLE: &str = "q";

pub struct Boxed<'it> {
    pub item: &'it Item,
    pub question: Question,
    pub number: String,
    pub says: Markup,
    pub help: Option<&'it Text>,
    /// What the kind of answer itself has to say.
    pub hint: String,
    pub required: bool,
    pub polarity: Polarity,
    /// Of the scale, if it is one.
    pub labels: &'it [Text],
    pub class: &'static str,
}

impl Boxed<'_> {
    fn is_reversed(&self) -> bool {
        self.polarity == Polarity::Reversed
    }

    /// The ids of all that belongs to the question.
    pub fn described(&self, sheet: &Sheet) -> Option<String> {
        let name = name(&self.question);
        let parts = [
            ("help", self.help.is_some_and(|help| !help.is_empty())),
            ("cue", self.is_reversed() && self.labels.len() > 1),
            ("hint", !self.hint.is_empty()),
            ("fault", sheet.fault_at(&self.question).is_some()),
        ];
        let ids = parts.into_iter().filter(|(_, is_there)| *is_there).map(|(part, _)| part_of(&name, part));
        ids.reduce(|one, other| format!("{one} {other}"))
    }

    pub fn drawn(&self, sheet: &Sheet, inside: &Markup) -> Markup {
        let language = sheet.language;
        let name = name(&self.question);
        let id = |part| part_of(&name, part);
        let fault = sheet.fault_at(&self.question);
        let marks = Marks::of_question(sheet, self.item, &self.question);
        let outer = if self.class == WHOLE { Marks::of_item(sheet, self.item) } else { Marks::default() };
        html! {
            fieldset.(self.class).bad[fault.is_some()] id=(id("q")) aria-describedby=[self.described(sheet)]
                data-item=[outer.item] data-show-if=[outer.show_if] data-required[outer.is_required]
                data-least=[marks.least] data-most=[marks.most] data-decimals=[marks.decimals] data-longest=[marks.longest]
                data-missing=[marks.missing] data-wrong-too-few=[marks.too_few] data-wrong-too-many=[marks.too_many]
                data-wrong-not-a-number=[marks.not_a_number] data-wrong-too-many-decimals=[marks.too_many_decimals]
                data-wrong-out-of-bounds=[marks.out_of_bounds] data-wrong-too-long=[marks.too_long]
                data-wrong-twice-ranked=[marks.twice_ranked] data-wrong-place-missing=[marks.place_missing]
                data-wrong-answered-and-declined=[marks.answered_and_declined] data-wrong-voted-and-blank=[marks.voted_and_blank] {
                legend id=(id("text")) {
                    (numbered(&self.number, self.required, language, self.is_reversed()))
                    (self.says)
                }
                @if let Some(help) = self.help.filter(|help| !help.is_empty()) {
                    div id=(id("help")) { (texts::lines(help, language, "hint")) }
                }
                @if let Some(fault) = fault {
                    p.err id=(id("fault")) { (Icon::Warning) span { (fault_in_words(sheet.instrument, language, fault)) } }
                }
                @if self.is_reversed() { (cue(&id("cue"), self.labels, language)) }
                @if !self.hint.is_empty() { p.hint id=(id("hint")) { (self.hint) } }
                (inside)
            }
        }
    }
}

pub fn numbered(number: &str, required: bool, language: Language, is_reversed: bool) -> Markup {
    let say = words(language);
    html! {
        span.q-no {
            span { ((say.question)(number)) @if !required { " " (say.optional) } }
            @if is_reversed { (texts::reversed_tag(language)) }
        }
    }
}

/// Both ends by their own labels, so that neither sounds like the welcome one.
fn cue(id: &str, labels: &[Text], language: Language) -> Markup {
    let [first, .., last] = labels else { return html! {} };
    let say = words(language);
    let [turns_on, none, much] = match labels.len() {
        2 => [say.cue_two_turns_on, say.cue_two_none, say.cue_two_much],
        _ => [say.cue_turns_on, say.cue_none, say.cue_much],
    };
    html! {
        p.cue id=(id) {
            (say.cue) b { (turns_on) }
            br; (none) " “" (texts::text(first, language)) "”"
            br; (much) " “" (texts::text(last, language)) "”"
        }
    }
}
