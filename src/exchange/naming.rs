//! What things of other programs are called here: well-formed codes, each once, and questions told apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::instruments::{Code, Text, limits};

/// The codes already given within one kind of thing.
#[derive(Default)]
pub(super) struct Names {
    given: BTreeSet<Code>,
    /// How often each was wished for, so that thousands of the same name take no longer than others.
    wished: BTreeMap<Code, u32>,
}

impl Names {
    /// The code for a name of theirs, or for nothing, and whether it differs from the name.
    pub(super) fn give(&mut self, name: &str, otherwise: &str) -> (Code, bool) {
        let nearest = Code::nearest(name).or_else(|| Code::nearest(otherwise)).unwrap_or_else(|| Code::from("x"));
        let times = self.wished.entry(nearest.clone()).or_default();
        *times += 1;
        let start = if *times > 2 { Code::nearest(&format!("{:.20}_{times}", nearest.as_str())) } else { None };
        let code = start.unwrap_or(nearest).free(|code| self.given.contains(code));
        self.given.insert(code.clone());
        let is_other = code.as_str() != name;
        (code, is_other)
    }

    /// As it was written by us; drafts may hold any code, twice too.
    pub(super) fn keep(&mut self, code: &str) -> Code {
        self.given.insert(Code::from(code));
        Code::from(code)
    }
}

/// What the question says that stands behind “other”: with the words of the one it belongs to in front, because no
/// two questions may say the same. In a language in which that one says nothing, neither does this.
pub(super) fn to_specify(question: &Text) -> Text {
    let asks = Text::new("โปรดระบุ", "Please specify");
    if question.is_empty() {
        return asks;
    }
    let behind = |own: &str, asks: &str| match own.trim() {
        "" => String::new(),
        own => {
            let room = limits::TEXT - asks.chars().count() - 1;
            format!("{} {asks}", own.chars().take(room).collect::<String>())
        }
    };
    Text::new(behind(&question.th, &asks.th), behind(&question.en, &asks.en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_be_specified_says_of_what_and_stays_within_a_text() {
        assert_eq!(to_specify(&Text::new("อาหาร", "")), Text::new("อาหาร โปรดระบุ", ""));
        assert_eq!(to_specify(&Text::default()), Text::new("โปรดระบุ", "Please specify"));
        let long = to_specify(&Text::new("", "a".repeat(limits::TEXT))).en;
        assert!(long.ends_with("a Please specify") && long.chars().count() == limits::TEXT);
    }

    #[test]
    fn every_name_gets_a_code_of_its_own() {
        let mut names = Names::default();
        let codes: Vec<_> = ["Q 1", "q_1", "ข้อ", "ok", "Q-1"].iter().map(|name| names.give(name, "q4")).collect();
        let expected = [("q_1", true), ("q_1_2", true), ("q4", true), ("ok", false), ("q_1_3", true)];
        assert_eq!(codes, expected.map(|(code, is_other)| (Code::from(code), is_other)));
    }
}
