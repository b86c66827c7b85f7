//! The rows of a survey, one after the other, as parts and items.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    asks::asked,
    condition_writing::Calls,
    groups::Group,
    kinds::Kind,
    lists::{Lists, place},
    own,
    sheet::{Line, Sheet, Tongues},
};
use crate::{
    exchange::{
        Loss, LossKind, Place,
        expression::Dialect,
        naming::{Names, to_specify},
        subjects::{Subject, Subjects, Understood, Values},
    },
    instruments::{Asks, Code, Comparison, Condition, Item, Part, Scale, Sub, Text},
};

pub(super) struct Reader<'it> {
    pub(super) survey: &'it Sheet,
    pub(super) tongues: &'it Tongues,
    pub(super) lists: &'it Lists,
    pub(super) losses: Vec<Loss>,
    pub(super) used: BTreeSet<String>,
    scale_lists: &'it [(String, Code)],
    pub(super) title: &'it Text,
    codes: Names,
    pub(super) part_codes: Names,
    subjects: Subjects,
    called: Calls,
    pub(super) groups: Vec<Group>,
    pub(super) parts: Vec<Part>,
    /// Whether the last part is that of the group we are in.
    pub(super) is_open: bool,
}

/// Columns that are read wherever they stand.
const READ: [&str; 9] = ["type", "name", "label", "hint", "required", "relevant", "constraint", "disabled", "our::required"];

impl<'it> Reader<'it> {
    pub(super) fn new(
        tongues: &'it Tongues,
        lists: &'it Lists,
        scale_lists: &'it [(String, Code)],
        survey: &'it Sheet,
        title: &'it Text,
    ) -> Self {
        Self {
            survey,
            tongues,
            lists,
            losses: Vec::new(),
            used: BTreeSet::new(),
            scale_lists,
            title,
            codes: Names::default(),
            part_codes: Names::default(),
            subjects: Subjects::default(),
            called: if tongues.exact { own::called(survey) } else { BTreeMap::new() },
            groups: Vec::new(),
            parts: Vec::new(),
            is_open: false,
        }
    }

    pub(super) fn scales(&self) -> Vec<Scale> {
        let levels = |list: &str| self.lists.get(list).unwrap_or_default().iter().map(|entry| entry.label.clone()).collect();
        self.scale_lists.iter().map(|(list, code)| Scale { code: code.clone(), levels: levels(list) }).collect()
    }

    pub(super) fn lost(&mut self, line: Line<'_>, what: LossKind, quoted: &str) {
        self.losses.push(Loss::new(place(line), what, quoted));
    }

    pub(super) fn stray(&mut self, line: Line<'_>) {
        let cells: Vec<_> = line.cells().map(|(_, cell)| cell.text().into_owned()).collect();
        self.lost(line, LossKind::Stray, &cells.join(" "));
    }

    pub(super) fn question(&mut self, line: Line<'_>, kind: Kind, scales: &[Scale]) {
        if let Some(list) = self.groups.last().and_then(|group| group.item.clone()) {
            self.sub(line, &kind, &list);
            return;
        }
        let name = line.cell("name");
        let code = self.code(line, &name);
        let is_other = matches!(kind, Kind::One { other: true, .. } | Kind::Many { other: true, .. });
        let (mut asks, mut values) = asked(self, line, kind, scales);
        let other = if is_other { add_other(&mut asks) } else { None };
        if let (Some(other), Values::Choice(codes) | Values::Choices(codes)) = (&other, &mut values) {
            codes.entry("other".to_owned()).or_insert_with(|| other.clone());
        }
        self.leave_out(line, &own::READ);
        let required = if line.cell("our::required").is_empty() { line.is("required") } else { line.is("our::required") };
        let item = Item {
            key_phrase: line.text("our::key_phrase", self.tongues),
            help: line.text("hint", self.tongues),
            required,
            may_decline: line.cell("our::decline") != "no",
            show_if: self.shown_if(line),
            about: own::read_about(&line.cell("our::about")),
            ..Item::new(code.clone(), line.text("label", self.tongues), asks)
        };
        if is_conditional(&line.cell("required")) {
            self.lost(line, LossKind::ConstraintLeftOut, &format!("required: {}", line.cell("required")));
        }
        if [&item.text, &item.help].into_iter().any(|text| text.th.contains("${") || text.en.contains("${"))
            && !self.tongues.exact
        {
            self.lost(line, LossKind::PlaceholderKept, item.text.say(self.tongues.plain));
        }
        let (shown_if, text) = (item.show_if.clone(), item.text.clone());
        if !item.is_heading() {
            self.subjects.put(&name, Subject { item: code.clone(), sub: None, values });
        }
        self.push(item);
        if let Some(choice) = other {
            self.specify(line, &name, (&code, &text), &choice, shown_if);
        }
    }

    fn push(&mut self, item: Item) {
        self.open();
        if let Some(part) = self.parts.last_mut() {
            part.items.push(item);
        }
    }

    /// The question that is shown where “other” is chosen.
    fn specify(&mut self, line: Line<'_>, name: &str, of: (&Code, &Text), choice: &Code, shown_if: Option<Condition>) {
        let (code, own) = of;
        self.lost(line, LossKind::OtherAdded, name);
        let (of, _) = self.codes.give(&format!("{code}_other"), "other");
        let chosen = Condition::answer(code.clone(), Comparison::Equal(choice.clone()));
        let text = to_specify(own);
        let condition = match shown_if {
            Some(condition) => Condition::All(vec![condition, chosen]),
            None => chosen,
        };
        let item =
            Item { required: false, show_if: Some(condition), ..Item::new(of.clone(), text, Asks::ShortText { longest: 500 }) };
        self.subjects.put(&format!("{name}_other"), Subject { item: of, sub: None, values: Values::Words });
        self.push(item);
    }

    fn sub(&mut self, line: Line<'_>, kind: &Kind, of: &str) {
        let (Kind::One { list, .. }, Some(item)) =
            (kind, self.parts.last_mut().and_then(|part| part.items.last_mut()).map(|item| item.code.clone()))
        else {
            return self.lost(line, LossKind::TypeLeftOut, &line.cell("type"));
        };
        let meanings = own::first(self.lists.get(list), &line.cell("our::meanings"), |entry| entry.line.clone());
        let name = line.cell("name");
        let given = line.cell("our::code");
        let short = name.strip_prefix(&format!("{item}_")).unwrap_or(&name);
        let code = if given.is_empty() { Names::default().give(short, "sub").0 } else { Code::from(own::unquoted(&given)) };
        let sub = Sub {
            code: code.clone(),
            text: line.text("label", self.tongues),
            polarity: own::read_polarity(&line.cell("our::polarity")),
            meanings,
        };
        for key in ["relevant", "constraint", "hint"] {
            if !line.text(key, self.tongues).is_empty() {
                let what = if key == "relevant" { LossKind::ConditionLeftOut } else { LossKind::SettingLeftOut };
                self.lost(line, what, &line.cell(key));
            }
        }
        self.leave_out(line, &own::READ);
        self.used.insert(list.clone());
        let levels = self.lists.get(of).unwrap_or_default().iter().map(|entry| entry.name.clone()).collect();
        self.subjects.put(&name, Subject { item, sub: Some(code), values: Values::Levels(levels) });
        if let Some(Asks::Scale(rated)) = self.parts.last_mut().and_then(|part| part.items.last_mut()).map(|item| &mut item.asks)
        {
            rated.subs.push(sub);
        }
    }

    fn code(&mut self, line: Line<'_>, name: &str) -> Code {
        let given = line.cell("our::code");
        if !given.is_empty() {
            return self.codes.keep(own::unquoted(&given));
        }
        let otherwise = format!("q{}", line.row.number);
        let (code, is_other) = self.codes.give(name, &otherwise);
        if is_other {
            self.lost(line, LossKind::Renamed, &format!("{name} → {code}"));
        }
        code
    }

    pub(super) fn shown_if(&mut self, line: Line<'_>) -> Option<Condition> {
        let text = line.cell("relevant");
        if text.is_empty() {
            return None;
        }
        let ours = serde_json::from_str::<Condition>(&line.cell("our::relevant")).ok();
        let called = |item: &Code, sub: Option<&Code>| self.called.get(&(item.clone(), sub.cloned())).cloned();
        if let Some(ours) = ours.filter(|ours| super::condition_writing::written(ours, &called) == text) {
            return Some(ours);
        }
        match self.subjects.understand(&text, Dialect::XlsForm) {
            Understood::Always => None,
            Understood::When(condition) => Some(condition),
            Understood::Not => {
                self.lost(line, LossKind::ConditionLeftOut, &text);
                None
            }
        }
    }

    /// Lists every cell that nobody has read.
    pub(super) fn leave_out(&mut self, line: Line<'_>, also: &[&str]) {
        for over in line.passed_over(self.tongues) {
            self.lost(line, LossKind::TextTwice, &over);
        }
        for (column, cell) in line.cells() {
            let key = column.key.as_str();
            let is_read = READ.contains(&key) || also.contains(&key);
            let is_multiline = key == "appearance" && cell.text().trim() == "multiline";
            if is_read || is_multiline || matches!(column.tongue, super::sheet::Tongue::Other(_)) {
                continue;
            }
            let what = if key == "appearance" { LossKind::LookLeftOut } else { LossKind::SettingLeftOut };
            let quoted = format!("{}: {}", column.header, cell.text());
            self.lost(line, what, &quoted);
        }
    }

    pub(super) fn finished(mut self) -> (Vec<Part>, Vec<Loss>) {
        for group in std::mem::take(&mut self.groups) {
            self.losses.push(Loss::new(
                Place::Group(group.name.clone()),
                LossKind::Stray,
                &format!("begin group {}", group.name),
            ));
        }
        for list in self.lists.names() {
            let is_scale = self.scale_lists.iter().any(|(scale, _)| scale == list);
            if !self.used.contains(list) && !is_scale {
                self.losses.push(Loss::new(Place::Sheet("choices".to_owned()), LossKind::Stray, list));
            }
        }
        (self.parts, self.losses)
    }
}

/// `required` may hold an expression.
fn is_conditional(required: &str) -> bool {
    !matches!(required.to_ascii_lowercase().as_str(), "" | "yes" | "no" | "true" | "false" | "true()" | "false()" | "1" | "0")
}

/// Adds the choice, if there is none of that name; and what it is called.
fn add_other(asks: &mut Asks) -> Option<Code> {
    let (Asks::SingleChoice { choices } | Asks::MultipleChoice { choices, .. }) = asks else {
        return None;
    };
    let code = Code::from("other");
    if !choices.iter().any(|choice| choice.code == code) {
        choices.push(crate::instruments::Choice {
            code: code.clone(), label: Text::new("อื่น ๆ", "Other"), line: Text::default()
        });
    }
    Some(code)
}
