//! What stands in the form of a yardstick: as typed, or as it is; and what it comes to.

use super::{
    Definition, RatingLevel, RatingTable, SampleRule, Unsound, Wanted, Weights, When, Years, weighing,
    weighing::WeighingForm,
    words::{Words, unsound_in_words, words},
};
use crate::{
    instruments::{Decimal, Text},
    language::{FiscalYear, Language, arabic},
    tidy::{Untidy, one_line},
    web::{Faults, Posted},
};

const NAME_MOST: usize = 200;
const PEOPLE_MOST: u32 = 1_000_000;

#[derive(Clone, Debug)]
pub struct Form {
    pub title_thai: String,
    pub title_english: String,
    pub first_year: String,
    pub last_year: String,
    pub is_confirmed: bool,
    pub says: Says,
}

#[derive(Clone, Debug)]
pub enum Says {
    Rating(WeighingForm, Vec<LevelForm>),
    Sample(SampleForm),
}

#[derive(Clone, Debug, Default)]
pub struct LevelForm {
    pub thai: String,
    pub english: String,
    pub when: String,
    pub from: String,
    pub to: String,
}

#[derive(Clone, Debug, Default)]
pub struct SampleForm {
    pub per_cent: String,
    pub at_least: String,
    pub most: String,
    pub most_above: String,
}

pub const EVERY_AT_LEAST: &str = "every_at_least";
pub const TOTAL_AT_LEAST: &str = "total_at_least";
pub const TOTAL_BETWEEN: &str = "total_between";
pub const OTHERWISE: &str = "otherwise";

/// The names of the fields of one level.
#[derive(Clone, Copy, Debug)]
pub struct LevelFields {
    pub thai: &'static str,
    pub english: &'static str,
    pub when: &'static str,
    pub from: &'static str,
    pub to: &'static str,
}

macro_rules! level_fields {
    ($($number:literal)*) => {
        [$(LevelFields {
            thai: concat!("thai_", $number),
            english: concat!("english_", $number),
            when: concat!("when_", $number),
            from: concat!("from_", $number),
            to: concat!("to_", $number),
        }),*]
    };
}

pub const LEVELS: [LevelFields; RatingTable::LEVELS_MOST] = level_fields!(1 2 3 4 5 6 7 8 9 10);

impl From<&Wanted> for Form {
    fn from(wanted: &Wanted) -> Self {
        Self {
            title_thai: wanted.title.th.clone(),
            title_english: wanted.title.en.clone(),
            first_year: wanted.years.first.number().to_string(),
            last_year: wanted.years.last.map(|year| year.number().to_string()).unwrap_or_default(),
            is_confirmed: wanted.is_confirmed,
            says: match &wanted.definition {
                Definition::Rating(table) => Says::Rating(table.into(), table.levels.iter().map(LevelForm::from).collect()),
                Definition::Sample(rule) => Says::Sample(SampleForm {
                    per_cent: rule.per_cent.to_string(),
                    at_least: rule.at_least.to_string(),
                    most: rule.most.to_string(),
                    most_above: rule.most_above.to_string(),
                }),
            },
        }
    }
}

impl From<&RatingLevel> for LevelForm {
    fn from(level: &RatingLevel) -> Self {
        let (when, from, to) = match level.when {
            When::EveryAtLeast(from) => (EVERY_AT_LEAST, Some(from), None),
            When::TotalAtLeast(from) => (TOTAL_AT_LEAST, Some(from), None),
            When::TotalBetween { from, to } => (TOTAL_BETWEEN, Some(from), Some(to)),
            When::Otherwise => (OTHERWISE, None, None),
        };
        let figure = |figure: Option<Decimal>| figure.map(|figure| figure.to_string()).unwrap_or_default();
        Self {
            thai: level.name.th.clone(),
            english: level.name.en.clone(),
            when: when.to_owned(),
            from: figure(from),
            to: figure(to),
        }
    }
}

impl Form {
    /// What was typed about a yardstick like this one.
    pub fn typed(posted: &Posted, like: &Definition) -> Self {
        let text = |field| posted.text(field).to_owned();
        let level = |fields: &LevelFields| LevelForm {
            thai: text(fields.thai),
            english: text(fields.english),
            when: text(fields.when),
            from: text(fields.from),
            to: text(fields.to),
        };
        Self {
            title_thai: text("title_thai"),
            title_english: text("title_english"),
            first_year: text("first_year"),
            last_year: text("last_year"),
            is_confirmed: posted.is_ticked("is_confirmed"),
            says: match like {
                Definition::Rating(_) => Says::Rating(WeighingForm::typed(posted), LEVELS.iter().map(level).collect()),
                Definition::Sample(_) => Says::Sample(SampleForm {
                    per_cent: text("per_cent"),
                    at_least: text("at_least"),
                    most: text("most"),
                    most_above: text("most_above"),
                }),
            },
        }
    }

    /// What was typed, as a yardstick; or everything that is wrong with it, from top to bottom.
    pub fn read(&self, language: Language) -> Result<Wanted, Faults> {
        let say = words(language);
        let mut faults = Faults::none();
        let thai = faults.take("title_thai", one_line(&self.title_thai, NAME_MOST).map_err(|_| say.title_wrong));
        let english = faults.take("title_english", optional_line(&self.title_english).map_err(|_| say.too_long));
        let first = faults.take("first_year", FiscalYear::read(&self.first_year).map_err(|_| say.year_wrong));
        let last = (!self.last_year.is_empty()).then(|| FiscalYear::read(&self.last_year)).transpose();
        let last = match (first, last) {
            (Some(first), Ok(Some(last))) if last < first => Err(say.years_backwards),
            (_, last) => last.map_err(|_| say.year_wrong),
        };
        let last = faults.take("last_year", last);
        let definition = match &self.says {
            Says::Rating(weighing, levels) => {
                let weighing = faults.take_all(weighing.read(language));
                let levels = faults.take_all(read_levels(levels, language));
                let table = |((weights, floor), levels)| Definition::Rating(RatingTable { weights, floor, levels });
                weighing.zip(levels).map(table)
            }
            Says::Sample(sample) => faults.take_all(read_sample(sample, say)).map(Definition::Sample),
        };
        match (thai, english, first, last, definition) {
            (Some(thai), Some(english), Some(first), Some(last), Some(definition)) => Ok(Wanted {
                title: Text::new(thai, english),
                years: Years { first, last },
                definition,
                is_confirmed: self.is_confirmed,
            }),
            _ => Err(faults),
        }
    }
}

/// A whole number, in whatever digits.
pub(super) fn number(text: &str, most: u32) -> Option<u32> {
    arabic(text).parse().ok().filter(|number| *number <= most)
}

fn optional_line(text: &str) -> Result<String, Untidy> {
    match one_line(text, NAME_MOST) {
        Err(Untidy::Missing) => Ok(String::new()),
        other => other,
    }
}

fn read_levels(levels: &[LevelForm], language: Language) -> Result<Vec<RatingLevel>, Faults> {
    let say = words(language);
    let mut faults = Faults::none();
    // Levels left empty are passed over; faults stand where the level was typed.
    let typed: Vec<_> = LEVELS.iter().zip(levels).filter(|(_, level)| !level.is_empty()).collect();
    let read: Vec<_> = typed.iter().filter_map(|(fields, level)| read_level(fields, level, say, &mut faults)).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    // Weights and floor are read, and found wrong, by themselves.
    let table = RatingTable { weights: Weights::unsaid(), floor: None, levels: read };
    let Err(unsound) = table.check() else { return Ok(table.levels) };
    let (level, of): (usize, fn(&LevelFields) -> &'static str) = match unsound {
        Unsound::WeightsWrong(_) => (0, |_| weighing::IIT),
        Unsound::FloorWrong => (0, |_| weighing::FLOOR),
        Unsound::NameMissing(level) => (level, |fields| fields.thai),
        Unsound::BoundWrong(level) | Unsound::Backwards(level) => (level, |fields| fields.from),
        Unsound::Overlap(_, level) | Unsound::NeverReached(level) => (level, |fields| fields.when),
        // What no level takes is missing from the last one, or after it.
        Unsound::Few | Unsound::Gap { .. } => (typed.len().saturating_sub(1), |fields| fields.when),
    };
    let field = typed.get(level).map_or("when_1", |(fields, _)| of(fields));
    Err(Faults::one(field, unsound_in_words(language, unsound)))
}

impl LevelForm {
    /// An unchosen condition is no level; browsers always send one.
    pub const fn is_empty(&self) -> bool {
        self.thai.is_empty() && self.english.is_empty() && self.from.is_empty() && self.to.is_empty() && self.when.is_empty()
    }
}

fn read_level(fields: &LevelFields, level: &LevelForm, say: &Words, faults: &mut Faults) -> Option<RatingLevel> {
    let thai = faults.take(fields.thai, one_line(&level.thai, NAME_MOST).map_err(|_| say.name_wrong));
    let english = faults.take(fields.english, optional_line(&level.english).map_err(|_| say.too_long));
    let mut figure = |field, text: &str| {
        let figure = text.parse::<Decimal>().ok().filter(|figure| figure.decimals() <= 2);
        faults.take(field, figure.ok_or(say.figure_wrong))
    };
    let when = match level.when.as_str() {
        EVERY_AT_LEAST => figure(fields.from, &level.from).map(When::EveryAtLeast),
        TOTAL_AT_LEAST => figure(fields.from, &level.from).map(When::TotalAtLeast),
        TOTAL_BETWEEN => {
            let (from, to) = (figure(fields.from, &level.from), figure(fields.to, &level.to));
            from.zip(to).map(|(from, to)| When::TotalBetween { from, to })
        }
        OTHERWISE => Some(When::Otherwise),
        _ => {
            faults.add(fields.when, say.choose_when);
            None
        }
    };
    Some(RatingLevel { name: Text::new(thai?, english?), when: when? })
}

fn read_sample(form: &SampleForm, say: &Words) -> Result<SampleRule, Faults> {
    let mut faults = Faults::none();
    let per_cent = faults.take("per_cent", number(&form.per_cent, 100).ok_or(say.per_cent_wrong));
    let at_least = faults.take("at_least", number(&form.at_least, PEOPLE_MOST).ok_or(say.people_wrong));
    let most = number(&form.most, PEOPLE_MOST).ok_or(say.people_wrong);
    let most = most.and_then(|most| if at_least.is_some_and(|least| least > most) { Err(say.most_wrong) } else { Ok(most) });
    let most = faults.take("most", most);
    let most_above = faults.take("most_above", number(&form.most_above, PEOPLE_MOST).ok_or(say.people_wrong));
    match (per_cent, at_least, most, most_above) {
        (Some(per_cent), Some(at_least), Some(most), Some(most_above)) => Ok(SampleRule { per_cent, at_least, most, most_above }),
        _ => Err(faults),
    }
}
