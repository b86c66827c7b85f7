//! The questions of a group, as items.

use std::collections::BTreeMap;

use super::{
    attributes::Attributes,
    document::{Document, Index, Row},
    kinds::{Kind, Levels},
    offers::{Offer, scale},
    survey::{Languages, Texts, field, is_never, ordered, texts},
};
use crate::{
    exchange::{
        Loss, LossKind, Place,
        expression::Dialect,
        naming::{Names, to_specify},
        subjects::{Subject, Subjects, Understood, Values},
    },
    instruments::{About, Asks, Choice, Code, Comparison, Condition, Decimal, Item, Polarity, Rated, Scale, Sub, Text, limits},
};

/// Characters of a line and of a longer text, where a survey does not say.
const LINE: u16 = 1_000;
const TEXT: u16 = limits::ANSWER;

pub(super) struct Questions<'it> {
    pub(super) languages: &'it Languages,
    pub(super) losses: Vec<Loss>,
    pub(super) subjects: Subjects,
    scales: Vec<Scale>,
    scale_codes: Names,
    codes: Names,
    pub(super) words: Texts<'it>,
    helps: Texts<'it>,
    pub(super) answers: BTreeMap<String, Texts<'it>>,
    /// Main questions and those of older versions by group, sub-questions by question, and so on.
    of_groups: Index<'it>,
    pub(super) of_parents: [Index<'it>; 2],
    pub(super) of_answers: Index<'it>,
    of_attributes: Index<'it>,
}

/// One question while it is read.
struct Question<'it> {
    row: &'it Row,
    name: String,
    place: Place,
    item: Item,
    attributes: Attributes,
}

impl<'it> Questions<'it> {
    pub(super) fn new(document: &'it Document, languages: &'it Languages, losses: Vec<Loss>) -> Self {
        let tables = ["questions", "subquestions", "question_l10ns"];
        let mut answers: BTreeMap<String, Texts<'it>> = BTreeMap::new();
        for row in document.table("answers").iter().chain(document.table("answer_l10ns")).filter(|row| row.contains_key("answer"))
        {
            // By number in newer versions, by question and code in older ones.
            let key = if field(row, "aid").is_empty() {
                format!("{} {} {}", field(row, "qid"), scale(row), field(row, "code"))
            } else {
                field(row, "aid").to_owned()
            };
            answers.entry(key).or_default().insert(("", field(row, "language")), field(row, "answer"));
        }
        Self {
            languages,
            losses,
            subjects: Subjects::default(),
            scales: Vec::new(),
            scale_codes: Names::default(),
            codes: Names::default(),
            words: texts(document, &tables, "qid", "question", "language"),
            helps: texts(document, &tables, "qid", "help", "language"),
            answers,
            of_groups: document.by("questions", "gid"),
            of_parents: [document.by("subquestions", "parent_qid"), document.by("questions", "parent_qid")],
            of_answers: document.by("answers", "qid"),
            of_attributes: document.by("question_attributes", "qid"),
        }
    }

    pub(super) fn finished(self) -> (Vec<Scale>, Vec<Loss>) {
        (self.scales, self.losses)
    }

    pub(super) fn of_group(&mut self, group: &str) -> Vec<Item> {
        let rows = self.of_groups.get(group).cloned().unwrap_or_default();
        let is_main = |row: &&Row| matches!(field(row, "parent_qid"), "" | "0");
        let rows = ordered(rows.into_iter().filter(is_main), &["qid"], "question_order");
        let mut items = Vec::new();
        for row in rows {
            items.extend(self.question(row));
        }
        items
    }

    fn question(&mut self, row: &'it Row) -> Vec<Item> {
        let name = field(row, "title").to_owned();
        let place = Place::Question(name.clone());
        let kind = Kind::of(field(row, "type"));
        if let Kind::Not(LossKind::TypeLeftOut) = kind {
            let quoted = format!("{} {name}", field(row, "type"));
            self.losses.push(Loss::new(place, LossKind::TypeLeftOut, &quoted));
            return Vec::new();
        }
        let qid = field(row, "qid");
        let mut attributes = Attributes::of(self.of_attributes.get(qid).map(Vec::as_slice).unwrap_or_default());
        if is_never(field(row, "relevance")) || attributes.is_set("hidden") {
            self.losses.push(Loss::new(place, LossKind::NeverShown, &name));
            return Vec::new();
        }
        let (code, _) = self.codes.give(&name, &format!("q{qid}"));
        self.renamed(&place, &name, &code);
        let mut item = Item::new(code, self.languages.text(&self.words, qid, &place, &mut self.losses), Asks::Heading);
        item.help = self.languages.text(&self.helps, qid, &place, &mut self.losses);
        item.required = field(row, "mandatory") == "Y";
        item.show_if = self.shown_if(row, &place);
        for setting in ["preg", "validation"] {
            if !field(row, setting).is_empty() {
                self.losses.push(Loss::new(place.clone(), LossKind::ConstraintLeftOut, field(row, setting)));
            }
        }
        if field(row, "mandatory") == "S" {
            self.losses.push(Loss::new(place.clone(), LossKind::SettingLeftOut, "mandatory: S"));
        }
        let mut question = Question { row, name, place, item, attributes };
        let items = self.asked(&mut question, kind);
        question.attributes.list(&question.place, &mut self.losses);
        items
    }

    fn asked(&mut self, question: &mut Question<'it>, kind: Kind) -> Vec<Item> {
        if matches!(kind, Kind::List { comment: true } | Kind::Many { comment: true }) {
            self.lost(question, LossKind::SettingLeftOut, "comment");
        }
        match kind {
            Kind::List { .. } => self.list(question),
            Kind::Many { .. } => self.many(question),
            Kind::Gender => self.gender(question),
            Kind::Ranking => self.ranking(question),
            Kind::Levels(levels) => self.levels(question, levels),
            Kind::Array(levels) => self.array(question, &levels.labels(), Some(levels)),
            Kind::ArrayOfAnswers => {
                let answers: Vec<_> = self.answers(question.row).into_iter().map(|it| (it.name, it.text)).collect();
                self.array(question, &answers, None)
            }
            Kind::ShortTexts | Kind::Numbers => self.several(question, kind == Kind::Numbers),
            Kind::Not(what) => {
                self.lost(question, what, field(question.row, "type"));
                self.single(question, Asks::ShortText { longest: LINE }, &Values::Words)
            }
            Kind::Heading => vec![question.item.clone()],
            Kind::Number => {
                let asks = number(&mut question.attributes);
                self.single(question, asks, &Values::Number)
            }
            Kind::ShortText | Kind::LongText => {
                let longest = question.attributes.whole("maximum_chars");
                if let Some(most) = longest.filter(|most| *most > limits::ANSWER) {
                    self.lost(question, LossKind::ConstraintLeftOut, &format!("maximum_chars: {most}"));
                }
                let longest = longest.map(|most| most.min(limits::ANSWER));
                let asks = match kind {
                    Kind::ShortText => Asks::ShortText { longest: longest.unwrap_or(LINE) },
                    _ => Asks::LongText { longest: longest.unwrap_or(TEXT) },
                };
                self.single(question, asks, &Values::Words)
            }
        }
    }

    fn lost(&mut self, question: &Question<'_>, what: LossKind, quoted: &str) {
        self.losses.push(Loss::new(question.place.clone(), what, quoted));
    }

    fn shown_if(&mut self, row: &Row, place: &Place) -> Option<Condition> {
        let relevance = field(row, "relevance");
        if matches!(relevance, "" | "1") {
            return None;
        }
        match self.subjects.understand(relevance, Dialect::LimeSurvey) {
            Understood::When(condition) => Some(condition),
            Understood::Always => None,
            Understood::Not => {
                self.losses.push(Loss::new(place.clone(), LossKind::ConditionLeftOut, relevance));
                None
            }
        }
    }

    /// Makes what was asked known to later conditions, under both of its names.
    fn known(&mut self, row: &Row, names: [&str; 2], item: &Code, sub: Option<&Code>, values: &Values) {
        let subject = Subject { item: item.clone(), sub: sub.cloned(), values: values.clone() };
        let [title, tail] = names;
        let joined = if tail.is_empty() { title.to_owned() } else { format!("{title}_{tail}") };
        let numbered = format!("{}X{}X{}{tail}", field(row, "sid"), field(row, "gid"), field(row, "qid"));
        self.subjects.put(&joined, subject.clone());
        self.subjects.put(&numbered, subject);
    }

    fn single(&mut self, question: &Question<'_>, asks: Asks, values: &Values) -> Vec<Item> {
        self.known(question.row, [&question.name, ""], &question.item.code, None, values);
        vec![Item { asks, ..question.item.clone() }]
    }

    fn list(&mut self, question: &Question<'_>) -> Vec<Item> {
        let options = self.answers(question.row);
        let (mut choices, mut codes) = self.choices(&question.place, &options);
        let mut other = None;
        if field(question.row, "other") == "Y" {
            let (code, item) = self.other(question, &mut choices);
            codes.insert("-oth-".to_owned(), code);
            other = Some(item);
        }
        let mut items = self.single(question, Asks::SingleChoice { choices }, &Values::Choice(codes));
        items.extend(other);
        items
    }

    fn many(&mut self, question: &mut Question<'_>) -> Vec<Item> {
        let options = self.subs(question.row);
        let (mut choices, codes) = self.choices(&question.place, &options);
        let least = question.attributes.whole("min_answers");
        let most = question.attributes.whole("max_answers");
        let other = (field(question.row, "other") == "Y").then(|| self.other(question, &mut choices).1);
        for (name, code) in &codes {
            let item = question.item.code.clone();
            self.known(question.row, [&question.name, name], &item, None, &Values::Chosen(code.clone()));
        }
        let mut items = self.single(question, Asks::MultipleChoice { choices, least, most }, &Values::Choices(codes));
        items.extend(other);
        items
    }

    /// A choice more, what it is called, and the question that is shown where it is chosen.
    fn other(&mut self, question: &Question<'_>, choices: &mut Vec<Choice>) -> (Code, Item) {
        self.lost(question, LossKind::OtherAdded, &question.name);
        let code = Code::from("other").free(|code| choices.iter().any(|choice| choice.code == *code));
        choices.push(Choice { code: code.clone(), label: Text::new("อื่น ๆ", "Other"), line: Text::default() });
        let (of, _) = self.codes.give(&format!("{}_other", question.item.code), "other");
        let chosen = Condition::answer(question.item.code.clone(), Comparison::Equal(code.clone()));
        let condition = match question.item.show_if.clone() {
            Some(condition) => Condition::All(vec![condition, chosen]),
            None => chosen,
        };
        self.known(question.row, [&question.name, "other"], &of, None, &Values::Words);
        let text = to_specify(&question.item.text);
        let item = Item { required: false, show_if: Some(condition), ..Item::new(of, text, Asks::ShortText { longest: LINE }) };
        (code, item)
    }

    fn gender(&mut self, question: &mut Question<'_>) -> Vec<Item> {
        let choice = |code: &str, thai: &str, english: &str| Choice {
            code: Code::from(code),
            label: Text::new(thai, english),
            line: Text::default(),
        };
        question.item.about = Some(About::Other);
        let codes = BTreeMap::from([("F".to_owned(), Code::from("f")), ("M".to_owned(), Code::from("m"))]);
        let choices = vec![choice("f", "หญิง", "Female"), choice("m", "ชาย", "Male")];
        self.single(question, Asks::SingleChoice { choices }, &Values::Choice(codes))
    }

    fn ranking(&mut self, question: &mut Question<'_>) -> Vec<Item> {
        let mut options = self.answers(question.row);
        if options.is_empty() {
            options = self.subs(question.row);
        }
        let (choices, _) = self.choices(&question.place, &options);
        let top = question.attributes.whole("max_answers");
        self.single(question, Asks::Ranking { choices, top }, &Values::Words)
    }

    fn levels(&mut self, question: &Question<'_>, levels: Levels) -> Vec<Item> {
        let labels = levels.labels();
        let rated = self.rated(levels.code(), &labels);
        self.single(question, Asks::Scale(rated), &Values::Levels(names(&labels)))
    }

    fn array(&mut self, question: &Question<'_>, levels: &[(String, Text)], known: Option<Levels>) -> Vec<Item> {
        let subs = self.subs(question.row);
        if !(2..=limits::LEVELS).contains(&levels.len()) || subs.is_empty() || subs.len() > limits::SUBS {
            return self.apart(question, levels, &subs);
        }
        let name = known.map_or_else(|| format!("{}_levels", question.item.code), |levels| levels.code().to_owned());
        let mut rated = self.rated(&name, levels);
        let mut codes = Names::default();
        for sub in subs {
            let (code, _) = codes.give(&sub.name, "sub");
            self.renamed(&question.place, &sub.name, &code);
            let values = Values::Levels(names(levels));
            self.known(question.row, [&question.name, &sub.name], &question.item.code, Some(&code), &values);
            rated.subs.push(Sub { code, text: sub.text, polarity: Polarity::Unset, meanings: Vec::new() });
        }
        vec![Item { asks: Asks::Scale(rated), ..question.item.clone() }]
    }

    /// More levels than a scale has: a heading, and a choice for each sub-question.
    fn apart(&mut self, question: &Question<'_>, levels: &[(String, Text)], subs: &[Offer]) -> Vec<Item> {
        self.lost(question, LossKind::BecameSingleChoices, &question.name);
        let options: Vec<_> = levels.iter().map(|(name, text)| Offer { name: name.clone(), text: text.clone() }).collect();
        let (choices, codes) = self.choices(&question.place, &options);
        self.one_each(question, subs, |_| (Asks::SingleChoice { choices: choices.clone() }, Values::Choice(codes.clone())))
    }

    fn several(&mut self, question: &mut Question<'_>, are_numbers: bool) -> Vec<Item> {
        let subs = self.subs(question.row);
        let asks = if are_numbers { number(&mut question.attributes) } else { Asks::ShortText { longest: LINE } };
        self.one_each(question, &subs, |_| (asks.clone(), if are_numbers { Values::Number } else { Values::Words }))
    }

    fn one_each(&mut self, question: &Question<'_>, subs: &[Offer], asks: impl Fn(&Offer) -> (Asks, Values)) -> Vec<Item> {
        let heading = &question.item;
        let mut items = vec![heading.clone()];
        for sub in subs {
            let name = format!("{}_{}", heading.code, sub.name);
            let (code, _) = self.codes.give(&name, "sub");
            self.renamed(&question.place, &name, &code);
            let (asks, values) = asks(sub);
            self.known(question.row, [&question.name, &sub.name], &code, None, &values);
            let item = Item::new(code, sub.text.clone(), asks);
            items.push(Item { required: heading.required, show_if: heading.show_if.clone(), ..item });
        }
        items
    }

    /// On a scale with these levels: one that is there already, if it is the same. Which end is the good one,
    /// the file does not say.
    fn rated(&mut self, name: &str, levels: &[(String, Text)]) -> Rated {
        let labels: Vec<Text> = levels.iter().map(|(_, label)| label.clone()).collect();
        let same = self.scales.iter().find(|scale| scale.levels == labels).map(|scale| scale.code.clone());
        let code = same.unwrap_or_else(|| {
            let (code, _) = self.scale_codes.give(name, "scale");
            self.scales.push(Scale { code: code.clone(), levels: labels });
            code
        });
        Rated { scale: code, polarity: Polarity::Unset, ..Rated::default() }
    }
}

fn names(levels: &[(String, Text)]) -> Vec<String> {
    levels.iter().map(|(name, _)| name.clone()).collect()
}

fn number(attributes: &mut Attributes) -> Asks {
    let decimals = if attributes.is_set("num_value_int_only") { 0 } else { Decimal::DECIMALS };
    let (least, most) = (attributes.number("min_num_value_n"), attributes.number("max_num_value_n"));
    Asks::Number { least, most, decimals, unit: Text::default() }
}
