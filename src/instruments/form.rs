//! The one JSON form of an instrument, with its version and its limits.

use serde::{Deserialize, Serialize};

use super::{About, Asks, Assessment, Code, Condition, Instrument, Part, Scale, Text};

/// The version of the form. Older ones are read and brought up to it; newer ones are refused.
pub const FORMAT: u32 = 1;

/// Nothing anybody would put before a person is larger.
pub mod limits {
    pub const FILE: usize = 2 * 1024 * 1024;
    /// Bytes of the JSON form without spaces: the same for people to read still is a file that we take.
    pub const WRITTEN: usize = FILE / 2;
    pub const PARTS: usize = 100;
    pub const ITEMS: usize = 500;
    pub const SUBS: usize = 50;
    pub const SCALES: usize = 100;
    pub const LEVELS: usize = 11;
    pub const CHOICES: usize = 300;
    /// Characters of one text in one language.
    pub const TEXT: usize = 4_000;
    pub const CODE: usize = 64;
    /// Characters that may be typed as one answer.
    pub const ANSWER: u16 = 4_000;
    pub const CONDITION_DEPTH: usize = 12;
    /// Conditions inside one condition, those that only join others too.
    pub const CONDITION_SIZE: usize = 100;
}

#[derive(Serialize)]
struct Written<'it> {
    clearjai_instrument: u32,
    #[serde(flatten)]
    instrument: &'it Instrument,
}

#[derive(Deserialize)]
struct Version {
    clearjai_instrument: u32,
}

/// `Instrument` with the version beside its fields. Not flattened, since what is wrong would then have no line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    #[serde(rename = "clearjai_instrument")]
    _version: u32,
    code: Code,
    title: Text,
    #[serde(default)]
    lead: Text,
    #[serde(default)]
    caution: Text,
    #[serde(default)]
    assessment: Option<Assessment>,
    #[serde(default)]
    scales: Vec<Scale>,
    parts: Vec<Part>,
}

/// Why a text is no instrument of ours.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("larger than {} bytes", limits::FILE)]
    TooLarge,
    #[error("no JSON, or not of this form: {0}")]
    Malformed(serde_json::Error),
    #[error("of form {0}, which a newer version of the program writes")]
    Newer(u32),
    #[error("more than {most} {what}")]
    TooMany { what: &'static str, most: usize },
    #[error("a text or a code holds a control character")]
    Control,
}

impl Instrument {
    /// The same instrument is always the same text.
    pub fn to_json(&self) -> String {
        // Our own plain types always have a JSON form.
        serde_json::to_string(&Written { clearjai_instrument: FORMAT, instrument: self }).unwrap_or_default()
    }

    /// The same, for people to read.
    pub fn to_pretty_json(&self) -> String {
        serde_json::to_string_pretty(&Written { clearjai_instrument: FORMAT, instrument: self }).unwrap_or_default()
    }

    pub fn from_json(text: &str) -> Result<Self, Refused> {
        if text.len() > limits::FILE {
            return Err(Refused::TooLarge);
        }
        let instrument = Self::from_stored(text)?;
        instrument.check_size()?;
        Ok(instrument)
    }

    /// Of whatever size: what was kept once is always read again.
    pub fn from_stored(text: &str) -> Result<Self, Refused> {
        let text = text.trim_start_matches('\u{FEFF}');
        let version = serde_json::from_str::<Version>(text).map_err(Refused::Malformed)?.clearjai_instrument;
        if version > FORMAT {
            return Err(Refused::Newer(version));
        }
        let Read { code, title, lead, caution, assessment, scales, parts, .. } =
            serde_json::from_str(text).map_err(Refused::Malformed)?;
        Ok(Self { code, title, lead, caution, assessment, scales, parts })
    }

    /// Whatever its source, an instrument within its limits can be kept, shown and printed.
    pub fn check_size(&self) -> Result<(), Refused> {
        let most = |what, count: usize, most| if count > most { Err(Refused::TooMany { what, most }) } else { Ok(()) };
        most("parts", self.parts.len(), limits::PARTS)?;
        most("items", self.items().count(), limits::ITEMS)?;
        most("scales", self.scales.len(), limits::SCALES)?;
        for scale in &self.scales {
            most("levels of a scale", scale.levels.len(), limits::LEVELS)?;
        }
        for condition in self.parts.iter().filter_map(|part| part.show_if.as_ref()) {
            check_condition(condition)?;
        }
        for item in self.items() {
            most("choices of an item", item.choices().len(), limits::CHOICES)?;
            if let Some(rated) = item.rated() {
                most("sub-questions of an item", rated.subs.len(), limits::SUBS)?;
                most("labels of an item", rated.labels.len(), limits::LEVELS)?;
                most("meanings of an item", rated.meanings.len(), limits::LEVELS)?;
                for sub in &rated.subs {
                    most("meanings of a sub-question", sub.meanings.len(), limits::LEVELS)?;
                }
            }
            if let Asks::ShortText { longest } | Asks::LongText { longest } = item.asks {
                most("characters of an answer", longest.into(), limits::ANSWER.into())?;
            }
            if let Some(About::Service { from }) = &item.about {
                most("bounds of years of service", from.len(), limits::CHOICES)?;
            }
            if let Some(condition) = &item.show_if {
                check_condition(condition)?;
            }
        }
        for text in self.texts() {
            most("characters of a text", text.th.chars().count().max(text.en.chars().count()), limits::TEXT)?;
        }
        let codes = self.codes();
        most("characters of a code", codes.iter().map(|code| code.as_str().chars().count()).max().unwrap_or(0), limits::CODE)?;
        let texts = self.texts().into_iter().flat_map(|text| [&text.th, &text.en]).any(|text| text.contains(is_control));
        if texts || codes.iter().any(|code| code.as_str().contains(char::is_control)) {
            return Err(Refused::Control);
        }
        if self.to_json().len() > limits::WRITTEN { Err(Refused::TooLarge) } else { Ok(()) }
    }

    /// Every text in it.
    pub fn texts(&self) -> Vec<&Text> {
        let mut texts = vec![&self.title, &self.lead, &self.caution];
        texts.extend(self.scales.iter().flat_map(|scale| &scale.levels));
        for part in &self.parts {
            texts.extend([&part.title, &part.lead]);
            for item in &part.items {
                texts.extend([&item.text, &item.key_phrase, &item.help]);
                texts.extend(item.choices().iter().flat_map(|choice| [&choice.label, &choice.line]));
                if let Asks::Number { unit, .. } = &item.asks {
                    texts.push(unit);
                }
                if let Some(rated) = item.rated() {
                    texts.extend(rated.labels.iter().chain(&rated.meanings));
                    texts.extend(rated.subs.iter().flat_map(|sub| std::iter::once(&sub.text).chain(&sub.meanings)));
                }
            }
        }
        texts
    }

    /// Every code in it, those in conditions too.
    fn codes(&self) -> Vec<&Code> {
        let scales = self.scales.iter().map(|scale| &scale.code);
        let items = self.items().flat_map(|item| {
            let rated = item.rated().map(|rated| std::iter::once(&rated.scale).chain(rated.subs.iter().map(|sub| &sub.code)));
            let choices = item.choices().iter().map(|choice| &choice.code);
            std::iter::once(&item.code).chain(rated.into_iter().flatten()).chain(choices)
        });
        let codes = std::iter::once(&self.code).chain(self.parts.iter().map(|part| &part.code)).chain(scales).chain(items);
        let conditions = self.parts.iter().map(|part| &part.show_if).chain(self.items().map(|item| &item.show_if));
        codes.chain(conditions.flatten().flat_map(Condition::codes)).collect()
    }
}

/// Line ends and tabs are typed and pasted; nothing else of the kind shows, and a database keeps no NUL.
fn is_control(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')
}

fn check_condition(condition: &Condition) -> Result<(), Refused> {
    if condition.depth() > limits::CONDITION_DEPTH {
        return Err(Refused::TooMany { what: "conditions inside each other", most: limits::CONDITION_DEPTH });
    }
    if condition.size() > limits::CONDITION_SIZE {
        return Err(Refused::TooMany { what: "conditions in one condition", most: limits::CONDITION_SIZE });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::instruments::{Choice, Comparison, Item, invented};

    #[test]
    fn a_small_instrument_has_a_small_form() {
        let mut instrument = Instrument::new("pulse", Text::new("ชีพจร", "Pulse"));
        let item = Item::new("p1", Text::new("เป็นอย่างไร", ""), Asks::LongText { longest: 1000 });
        instrument.parts.push(Part { code: Code::from("a"), title: Text::new("ก", "A"), items: vec![item], ..Part::default() });
        let json = r#"{"clearjai_instrument":1,"code":"pulse","title":{"th":"ชีพจร","en":"Pulse"},"parts":[{"code":"a","title":{"th":"ก","en":"A"},"items":[{"code":"p1","text":{"th":"เป็นอย่างไร"},"asks":{"long_text":{"longest":1000}}}]}]}"#;
        assert_eq!(instrument.to_json(), json);
        for (from, to) in [
            (r#""clearjai_instrument":1,"#, ""),
            (r#""clearjai_instrument":1"#, r#""clearjai_instrument":2"#),
            (r#""code":"p1""#, r#""code":"p1","colour":"red""#),
            ("long_text", "picture"),
            ("1000", "5000"),
            ("1000", "-1"),
        ] {
            let other = json.replacen(from, to, 1);
            assert_ne!(other, json);
            assert!(Instrument::from_json(&other).is_err(), "{other}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_by_its_line() {
        let json = "{\n\"clearjai_instrument\": 1,\n\"code\": \"a\",\n\"title\": {},\n\"parts\": 5\n}";
        let Err(Refused::Malformed(fault)) = Instrument::from_json(json) else { panic!() };
        assert_eq!(fault.line(), 5);
    }

    /// Whether an instrument of one question may be as this edit makes it.
    fn fits(edit: impl FnOnce(&mut Item)) -> bool {
        let mut item = Item::new("i1", Text::new("ถาม", "Ask"), Asks::SingleChoice { choices: vec![Choice::default()] });
        edit(&mut item);
        let mut instrument = Instrument::new("x", Text::default());
        instrument.parts.push(Part { items: vec![item], ..Part::default() });
        instrument.check_size().is_ok()
    }

    #[test]
    fn control_characters_are_refused_and_line_ends_are_not() {
        assert!(fits(|item| item.text.th = "หนึ่ง\r\nสอง\nสาม".into()));
        for letter in ['\0', '\u{1}', '\u{1b}', '\u{7f}', '\u{9f}'] {
            assert!(!fits(|item| item.help.en = format!("a{letter}b")), "{letter:?}");
            assert!(!fits(|item| item.code = Code::new(format!("a{letter}b"))), "{letter:?}");
        }
        assert!(!fits(|item| item.code = Code::from("a\nb")));
        assert!(!fits(|item| item.show_if = Some(Condition::answer("a\0", Comparison::Given))));
    }

    #[test]
    fn conditions_and_years_of_service_have_their_limits() {
        let equal = |length: usize| Condition::answer("i1", Comparison::Equal(Code::new("a".repeat(length))));
        let of = |length: usize| Condition::answer("a".repeat(length).as_str(), Comparison::Given);
        for (longest, condition) in [(limits::CODE, equal as fn(usize) -> Condition), (limits::CODE, of)] {
            assert!(fits(|item| item.show_if = Some(condition(longest))));
            assert!(!fits(|item| item.show_if = Some(condition(longest + 1))));
        }
        // Those of nothing look at no answer, and take as long to walk.
        let many = |count| Condition::All((0..count).map(|_| Condition::Any(Vec::new())).collect());
        assert!(fits(|item| item.show_if = Some(many(limits::CONDITION_SIZE))));
        assert!(!fits(|item| item.show_if = Some(many(limits::CONDITION_SIZE + 1))));
        assert!(fits(|item| item.about = Some(About::Service { from: vec![1; limits::CHOICES] })));
        assert!(!fits(|item| item.about = Some(About::Service { from: vec![1; limits::CHOICES + 1] })));
    }

    #[test]
    fn what_is_too_long_to_be_a_file_is_refused_and_still_read_where_it_was_kept() {
        let text = Text::new("ก".repeat(limits::TEXT), "");
        let item = |at: usize| Item::new(format!("i{at}").as_str(), text.clone(), Asks::LongText { longest: 9 });
        let of = |count: usize| {
            let mut instrument = Instrument::new("x", Text::default());
            instrument.parts.push(Part { items: (0..count).map(item).collect(), ..Part::default() });
            instrument
        };
        let most = limits::WRITTEN / (3 * limits::TEXT + 200);
        assert!(of(most).check_size().is_ok());
        assert!(Instrument::from_json(&of(most).to_pretty_json()).is_ok());
        let larger = of(limits::FILE / (3 * limits::TEXT) + 1);
        assert!(matches!(larger.check_size(), Err(Refused::TooLarge)));
        assert!(matches!(Instrument::from_json(&larger.to_json()), Err(Refused::TooLarge)));
        assert_eq!(Instrument::from_stored(&larger.to_json()).unwrap(), larger);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(instrument in invented::instrument()) {
            prop_assert_eq!(&Instrument::from_json(&instrument.to_json()).unwrap(), &instrument);
            prop_assert_eq!(&Instrument::from_json(&instrument.to_pretty_json()).unwrap(), &instrument);
        }
    }
}
