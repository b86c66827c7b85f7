//! How answers travel in a form: what its fields are called, and what they hold.
//!
//! A question's field is called `i2`, or `i2.a` for a sub-question. A level is its number from 1, a choice
//! its code. What has a field of its own beside that, a place of a ranking or declining to type something, is
//! `i2-1` (the first place) and `i2-0`. No code holds a dot, a hyphen or a nought in front, so nothing can be
//! taken for something else.

use crate::{
    instruments::{Answer, Answers, Asks, Code, Item, Question},
    web::Posted,
};

/// Does not know, or prefers not to say: no level and no code.
pub(super) const DECLINED: &str = "0";
/// A blank vote: no code either.
pub(super) const BLANK: &str = "-";

/// What the frame and the page itself call their fields; a question of that name gets a dot behind it.
const NOT_OURS: [&str; 3] = ["key", "lang", "go"];

/// Where a link to a question leads.
pub fn anchor(item: &Item) -> String {
    part_of(&name_of(&item.code), "q")
}

/// The fields of a form by name, as they were posted or as answers fill them in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    pub fn new(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    /// What was posted to these items; whatever else stands in the form is left where it is.
    pub fn posted(posted: &Posted, items: &[&Item]) -> Self {
        let names = items.iter().flat_map(|item| names(item));
        Self(names.flat_map(|name| posted.all(&name).map(|value| (name.clone(), value.to_owned())).collect::<Vec<_>>()).collect())
    }

    /// Of all that stands in a form, what belongs to these items.
    pub fn among(form: &[(String, String)], items: &[&Item]) -> Self {
        let names = items.iter().flat_map(|item| names(item));
        Self(names.flat_map(|name| form.iter().filter(move |(field, _)| *field == name).cloned()).collect())
    }

    /// The form in which these answers would have been posted.
    pub fn of(items: &[&Item], answers: &Answers) -> Self {
        let mut fields = Vec::new();
        for item in items {
            for question in Question::of(item) {
                if let Some(answer) = answers.get(&question) {
                    fill_in(&mut fields, item, &name(&question), answer);
                }
            }
        }
        Self(fields)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn pairs(self) -> Vec<(String, String)> {
        self.0
    }

    pub(super) fn all(&self, name: &str) -> Vec<&str> {
        self.iter().filter(|(field, _)| *field == name).map(|(_, value)| value).collect()
    }

    pub(super) fn text(&self, name: &str) -> &str {
        self.iter().find(|(field, _)| *field == name).map_or("", |(_, value)| value)
    }

    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        self.iter().any(|field| field == (name, value))
    }
}

fn fill_in(fields: &mut Vec<(String, String)>, item: &Item, name: &str, answer: &Answer) {
    let mut put = |name: &str, value: &str| fields.push((name.to_owned(), value.to_owned()));
    match answer {
        Answer::Declined if is_typed(item) => put(&place(name, 0), DECLINED),
        Answer::Declined => put(name, DECLINED),
        Answer::Level(level) => put(name, &level.to_string()),
        Answer::Choice(code) => put(name, code.as_str()),
        Answer::Votes(codes) if codes.is_empty() => put(name, BLANK),
        Answer::Choices(codes) | Answer::Votes(codes) => codes.iter().for_each(|code| put(name, code.as_str())),
        Answer::Number(number) => put(name, &number.to_string()),
        Answer::Text(text) => put(name, text),
        Answer::Ranking(codes) => {
            for (at, code) in codes.iter().enumerate() {
                put(&place(name, at + 1), code.as_str());
            }
        }
    }
}

/// Every field that an item may have.
pub(super) fn names(item: &Item) -> Vec<String> {
    let mut names: Vec<_> = Question::of(item).iter().map(name).collect();
    if let Some(first) = names.first().cloned().filter(|_| is_typed(item)) {
        names.extend((0..=places(item)).map(|number| place(&first, number)));
    }
    names
}

pub(super) fn name(question: &Question) -> String {
    match &question.sub {
        Some(sub) => format!("{}.{sub}", question.item),
        None => name_of(&question.item),
    }
}

fn name_of(item: &Code) -> String {
    let dot = if NOT_OURS.contains(&item.as_str()) { "." } else { "" };
    format!("{item}{dot}")
}

/// The option or place of that number; the nought is for declining. Its id, and where it has one, its name.
pub(super) fn place(name: &str, number: usize) -> String {
    format!("{name}-{number}")
}

/// The id of what belongs to a question: its cue, its hint, its fault.
pub(super) fn part_of(name: &str, part: &str) -> String {
    format!("{name}-{part}")
}

/// Where nothing is chosen among options, declining needs a field of its own.
pub(super) const fn is_typed(item: &Item) -> bool {
    matches!(item.asks, Asks::Number { .. } | Asks::ShortText { .. } | Asks::LongText { .. } | Asks::Ranking { .. })
}

/// Places of a ranking; none for other kinds.
pub(super) fn places(item: &Item) -> usize {
    match &item.asks {
        Asks::Ranking { choices, top } => top.map_or(choices.len(), |top| choices.len().min(top.into())),
        _ => 0,
    }
}

/// What is typed and not required can be left empty; a blank vote says it in a ballot's own way.
pub(super) const fn may_decline(item: &Item) -> bool {
    let has_another_way = match item.asks {
        Asks::Heading => true,
        Asks::Ballot { blank, .. } => blank,
        _ => is_typed(item) && !item.required,
    };
    item.may_decline && !has_another_way
}

/// Fewest and most of what may be chosen, whatever a draft says about it.
pub(super) fn bounds(item: &Item) -> (usize, usize) {
    let all = item.choices().len();
    match &item.asks {
        Asks::MultipleChoice { least, most, .. } => {
            let most = most.map_or(all, |most| all.min(usize::from(most).max(1)));
            (least.map_or(1, |least| usize::from(least).clamp(1, most.max(1))), most)
        }
        Asks::Ballot { most, .. } => (1, all.min(usize::from(*most).max(1))),
        _ => (1, 1),
    }
}
