//! The form of an activity, as it was typed, and what it says.

use super::{
    rows::{per_cent_in_digits, source_code, source_of},
    words::form::{Words, words},
};
use crate::{
    activities::{
        self, Activity, Decimals, Kind, LEVELS_LEAST, LEVELS_MOST, N_MOST, QUESTIONS_MOST, Questions, Said, Source, Wanted,
        possible,
    },
    ids::SurveyId,
    language::{Language, Period, arabic, digits::grouped, plain},
    papers::InBoth,
    tidy::{Untidy, one_line, pasted},
    web::{Faults, Posted},
};

const LINE_MOST: usize = 300;
/// Seven of these in Thai fit into a form.
const TEXT_MOST: usize = 4_000;
const PEOPLE_MOST: u32 = 100_000;
/// Behind all that have a place.
const LAST: u32 = 1_000;

pub const ROUND: &str = "round";
pub const ELSEWHERE: &str = "elsewhere";
pub const NONE: &str = "none";
pub const ONE: &str = "one";
pub const SEVERAL: &str = "several";
pub const UNKNOWN: &str = "unknown";

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub kind: String,
    pub title_thai: String,
    pub title_english: String,
    pub period: String,
    pub place: String,
    pub venue: String,
    pub objective: String,
    pub method: String,
    pub key_points: String,
    pub good_practice: String,
    pub knowledge: String,
    pub summary: String,
    pub result: String,
    pub attendance: String,
    /// Where the figure of satisfaction is from.
    pub satisfaction: String,
    pub evaluation: String,
    pub per_cent: String,
    pub n: String,
    pub levels: String,
    pub asked: String,
    pub questions: String,
    pub source: String,
    pub speaks_for: String,
    /// The edition that the form was drawn from.
    pub seen: i32,
}

/// What may be chosen.
pub struct Among<'it> {
    pub sources: &'it [Source],
    pub rounds: &'it [SurveyId],
}

impl Typed {
    pub fn of(activity: &Activity) -> Self {
        let Wanted { said, speaks_for, evaluation } = &activity.wanted;
        let figure = said.satisfaction.as_ref();
        let number = |read: fn(&activities::Typed) -> u32| figure.map(|it| read(it).to_string()).unwrap_or_default();
        let (asked, questions) = match figure.map(|it| it.questions) {
            None => ("", String::new()),
            Some(Questions::Known(1)) => (ONE, String::new()),
            Some(Questions::Known(many)) => (SEVERAL, many.to_string()),
            Some(Questions::NotKnown) => (UNKNOWN, String::new()),
        };
        let satisfaction = match (evaluation, figure) {
            (Some(_), _) => ROUND,
            (None, Some(_)) => ELSEWHERE,
            (None, None) => NONE,
        };
        Self {
            kind: said.kind.code().to_owned(),
            title_thai: said.title.th.clone(),
            title_english: said.title.en.clone(),
            period: plain(&said.period.text(Language::Thai)),
            place: if said.place < LAST { said.place.to_string() } else { String::new() },
            venue: said.venue.clone(),
            objective: said.objective.clone(),
            method: said.method.clone(),
            key_points: said.key_points.clone(),
            good_practice: said.good_practice.clone(),
            knowledge: said.knowledge.clone(),
            summary: said.summary.clone(),
            result: said.result.clone(),
            attendance: said.attendance.map(|people| people.to_string()).unwrap_or_default(),
            satisfaction: satisfaction.to_owned(),
            evaluation: evaluation.map(|id| id.to_string()).unwrap_or_default(),
            per_cent: figure.map(|it| per_cent_in_digits(it.hundredths, it.decimals)).unwrap_or_default(),
            n: number(|it| it.n),
            levels: number(|it| it.levels),
            asked: asked.to_owned(),
            questions,
            source: figure.map(|it| it.source.clone()).unwrap_or_default(),
            speaks_for: speaks_for.map(source_code).unwrap_or_default(),
            seen: activity.edition,
        }
    }

    pub fn posted(form: &Posted) -> Self {
        let text = |name| form.text(name).to_owned();
        Self {
            kind: text("kind"),
            title_thai: text("title_thai"),
            title_english: text("title_english"),
            period: text("period"),
            place: text("place"),
            venue: text("venue"),
            objective: text("objective"),
            method: text("method"),
            key_points: text("key_points"),
            good_practice: text("good_practice"),
            knowledge: text("knowledge"),
            summary: text("summary"),
            result: text("result"),
            attendance: text("attendance"),
            satisfaction: text("satisfaction"),
            evaluation: text("evaluation"),
            per_cent: text("per_cent"),
            n: text("n"),
            levels: text("levels"),
            asked: text("asked"),
            questions: text("questions"),
            source: text("source"),
            speaks_for: text("speaks_for"),
            seen: form.text("mark").parse().unwrap_or(-1),
        }
    }

    /// What was typed, and whether something was taken out that was no text; or everything that is wrong.
    pub fn read(&self, among: &Among, language: Language) -> Result<(Wanted, bool), Faults> {
        let mut reading = Reading { say: words(language), faults: Faults::none(), was_cleaned: false };
        let it = &mut reading;
        let kind = Kind::from_code(&self.kind).ok_or(it.say.kind_missing);
        let kind = it.faults.take("kind", kind);
        let title_thai = it.line("title_thai", &self.title_thai);
        if title_thai.as_ref().is_some_and(String::is_empty) {
            it.faults.add("title_thai", it.say.title_missing);
        }
        let title_english = it.line("title_english", &self.title_english);
        let period = Period::read(&self.period).map_err(it.say.period_wrong);
        let period = it.faults.take("period", period);
        let venue = it.line("venue", &self.venue);
        let place = it.number("place", &self.place, 1, LAST - 1, it.say.place_wrong);
        let summary = it.text("summary", &self.summary);
        let result = it.text("result", &self.result);
        let attendance = it.number("attendance", &self.attendance, 0, PEOPLE_MOST, it.say.people_wrong);
        let objective = it.text("objective", &self.objective);
        let method = it.text("method", &self.method);
        let key_points = it.text("key_points", &self.key_points);
        let good_practice = it.text("good_practice", &self.good_practice);
        let knowledge = it.text("knowledge", &self.knowledge);
        let figure = self.satisfaction(it, among, language);
        let speaks_for = match self.speaks_for.as_str() {
            "" => Some(None),
            code => {
                let found = source_of(code).filter(|source| among.sources.contains(source));
                it.faults.take("speaks_for", found.map(Some).ok_or(it.say.source_wrong))
            }
        };
        let Reading { faults, was_cleaned, .. } = reading;
        if !faults.is_empty() {
            return Err(faults);
        }
        let said = || {
            Some(Said {
                kind: kind?,
                title: InBoth { th: title_thai?, en: title_english? },
                period: period?,
                place: place.unwrap_or(LAST),
                venue: venue?,
                objective: objective?,
                method: method?,
                key_points: key_points?,
                good_practice: good_practice?,
                knowledge: knowledge?,
                summary: summary?,
                result: result?,
                attendance,
                satisfaction: None,
            })
        };
        match (said(), figure, speaks_for) {
            (Some(said), Some((satisfaction, evaluation)), Some(speaks_for)) => {
                Ok((Wanted { said: Said { satisfaction, ..said }, speaks_for, evaluation }, was_cleaned))
            }
            _ => Err(faults),
        }
    }

    /// Typed, or a round of ours.
    fn satisfaction(
        &self,
        it: &mut Reading,
        among: &Among,
        language: Language,
    ) -> Option<(Option<activities::Typed>, Option<SurveyId>)> {
        match self.satisfaction.as_str() {
            ROUND => {
                let found = among.rounds.iter().find(|id| id.to_string() == self.evaluation).copied();
                let found = it.faults.take("evaluation", found.ok_or(it.say.round_missing))?;
                Some((None, Some(found)))
            }
            ELSEWHERE => self.typed_figure(it, language).map(|figure| (Some(figure), None)),
            NONE if !self.has_figure() => Some((None, None)),
            NONE => {
                it.faults.add("satisfaction", it.say.figure_unasked);
                None
            }
            _ => {
                it.faults.add("satisfaction", it.say.figure_from_missing);
                None
            }
        }
    }

    /// Whether anything of a figure of satisfaction was typed or chosen, wherever it is from.
    fn has_figure(&self) -> bool {
        let fields = [&self.per_cent, &self.n, &self.levels, &self.questions, &self.source, &self.evaluation];
        fields.into_iter().any(|typed| !typed.trim().is_empty())
    }

    fn typed_figure(&self, it: &mut Reading, language: Language) -> Option<activities::Typed> {
        let figure = it.faults.take("per_cent", per_cent(&self.per_cent).ok_or(it.say.per_cent_wrong));
        let n = it.faults.take("n", whole(&self.n, 1, N_MOST).ok_or(it.say.n_wrong));
        let levels = it.faults.take("levels", whole(&self.levels, LEVELS_LEAST, LEVELS_MOST).ok_or(it.say.levels_wrong));
        let questions = match self.asked.as_str() {
            ONE => Some(Questions::Known(1)),
            SEVERAL => {
                let many = whole(&self.questions, 2, QUESTIONS_MOST).ok_or(it.say.questions_wrong);
                it.faults.take("questions", many).map(Questions::Known)
            }
            UNKNOWN => Some(Questions::NotKnown),
            _ => {
                it.faults.add("asked", it.say.asked_missing);
                None
            }
        };
        let source = it.line("source", &self.source);
        let ((hundredths, decimals), n, levels, questions) = (figure?, n?, levels?, questions?);
        if let Questions::Known(many) = questions
            && let Err(found) = possible(hundredths, decimals, n, many, levels)
        {
            let say = words(language);
            let figure = per_cent_in_digits(hundredths, decimals);
            it.faults.add("per_cent", (say.impossible)(&figure, n, many, levels, &(say.nearest)(found, decimals)));
            return None;
        }
        Some(activities::Typed { hundredths, decimals, n, levels, questions, source: source? })
    }
}

struct Reading {
    say: &'static Words,
    faults: Faults,
    was_cleaned: bool,
}

impl Reading {
    /// May be empty.
    fn text(&mut self, field: &'static str, typed: &str) -> Option<String> {
        let clean = pasted(typed);
        self.was_cleaned |= clean.was_cleaned;
        let is_fit = clean.text.chars().count() <= TEXT_MOST;
        let text = if is_fit { Ok(clean.text) } else { Err(too_long(TEXT_MOST, self.say)) };
        self.faults.take(field, text)
    }

    /// May be empty.
    fn line(&mut self, field: &'static str, typed: &str) -> Option<String> {
        let clean = pasted(typed);
        self.was_cleaned |= clean.was_cleaned;
        let line = match one_line(&clean.text.replace('\n', " "), LINE_MOST) {
            Ok(line) => Ok(line),
            Err(Untidy::Missing) => Ok(String::new()),
            Err(Untidy::TooLong { most }) => Err(too_long(most, self.say)),
            Err(Untidy::Unprintable) => Err(self.say.unprintable.to_owned()),
        };
        self.faults.take(field, line)
    }

    /// Nothing where nothing was typed, and where it is wrong.
    fn number(&mut self, field: &'static str, typed: &str, least: u32, most: u32, wrong: &'static str) -> Option<u32> {
        if typed.is_empty() {
            return None;
        }
        self.faults.take(field, whole(typed, least, most).ok_or(wrong))
    }
}

/// What was typed beside a table, cleaned; or that it is too long.
pub fn long_text(typed: &str, most: usize) -> Result<(String, bool), usize> {
    let clean = pasted(typed);
    if clean.text.chars().count() > most { Err(most) } else { Ok((clean.text, clean.was_cleaned)) }
}

fn too_long(most: usize, say: &Words) -> String {
    (say.too_long)(&grouped(i64::try_from(most).unwrap_or(i64::MAX)))
}

fn whole(typed: &str, least: u32, most: u32) -> Option<u32> {
    let digits: String = arabic(typed).chars().filter(|letter| *letter != ',').collect();
    let digits = digits.trim().trim_end_matches("คน").trim();
    digits.parse().ok().filter(|number| (least..=most).contains(number))
}

/// `88.6`, `๘๘.๖๐ %`, `ร้อยละ 88.60`: in hundredths, and with how many decimals it was typed.
fn per_cent(typed: &str) -> Option<(u32, Decimals)> {
    let typed = arabic(typed);
    let number = typed.trim().trim_start_matches("ร้อยละ").trim().trim_end_matches('%').trim();
    let (whole, part, decimals) = match number.split_once('.') {
        None => (number, "0", Decimals::Nought),
        Some((whole, part)) => (whole, part, if part.len() == 1 { Decimals::One } else { Decimals::Two }),
    };
    let are_digits = |text: &str| !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit());
    if !are_digits(whole) || !are_digits(part) || part.len() > 2 {
        return None;
    }
    let part: u32 = format!("{part:0<2}").parse().ok()?;
    let whole = whole.parse::<u32>().ok().filter(|whole| *whole <= 100)?;
    Some((whole * 100 + part, decimals)).filter(|(all, _)| *all <= 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_people_write_them() {
        let read = [
            ("88.60", 8_860, Decimals::Two),
            ("88.6", 8_860, Decimals::One),
            ("๘๘.๖๐ %", 8_860, Decimals::Two),
            ("ร้อยละ 100", 10_000, Decimals::Nought),
            ("0", 0, Decimals::Nought),
            ("7.05", 705, Decimals::Two),
        ];
        for (typed, hundredths, decimals) in read {
            assert_eq!(per_cent(typed), Some((hundredths, decimals)), "{typed}");
        }
        for wrong in ["", "-1", "100.01", "88.601", "88,60", "1e2", ".5", "5.", "ดี"] {
            assert_eq!(per_cent(wrong), None, "{wrong}");
        }
        assert_eq!((whole("๕๔ คน", 0, 99), whole("1,054", 0, 9_999), whole("-1", 0, 9)), (Some(54), Some(1_054), None));
    }

    fn typed() -> Typed {
        Typed {
            kind: "lecture".to_owned(),
            title_thai: "ก".to_owned(),
            period: "29 ม.ค. 2569".to_owned(),
            satisfaction: ELSEWHERE.to_owned(),
            per_cent: "88.60".to_owned(),
            n: "69".to_owned(),
            levels: "5".to_owned(),
            asked: ONE.to_owned(),
            ..Typed::default()
        }
    }

    fn read(typed: &Typed) -> Result<Wanted, Faults> {
        typed.read(&Among { sources: &[], rounds: &[] }, Language::English).map(|(wanted, _)| wanted)
    }

    #[test]
    fn a_figure_that_no_answers_give_is_refused_with_the_nearest_that_some_do() {
        let faults = read(&typed()).unwrap_err();
        let fault = faults.at("per_cent").unwrap();
        assert!(fault.contains("88.41 and 88.70") && fault.contains("several questions"), "{fault}");
        for (asked, questions, kept) in [(SEVERAL, "3", Questions::Known(3)), (UNKNOWN, "", Questions::NotKnown)] {
            let typed = Typed { asked: asked.to_owned(), questions: questions.to_owned(), ..typed() };
            let figure = read(&typed).unwrap().said.satisfaction.unwrap();
            assert_eq!((figure.hundredths, figure.n, figure.levels, figure.questions), (8_860, 69, 5, kept));
        }
    }

    #[test]
    fn a_figure_is_read_and_shown_again_with_the_decimals_that_were_typed() {
        for (per_cent, decimals) in [("88.4", Decimals::One), ("89", Decimals::Nought), ("88.41", Decimals::Two)] {
            let wanted = read(&Typed { per_cent: per_cent.to_owned(), ..typed() }).unwrap();
            assert_eq!(wanted.said.satisfaction.as_ref().unwrap().decimals, decimals);
            let activity = Activity { id: crate::dice::Dice::loaded(7).id(), edition: 1, wanted };
            assert_eq!(Typed::of(&activity).per_cent, per_cent);
        }
        let faults = read(&Typed { per_cent: "88.6".to_owned(), ..typed() }).unwrap_err();
        let fault = faults.at("per_cent").unwrap();
        assert!(fault.contains("never give 88.6.") && fault.contains("88.4 and 88.7."), "{fault}");
    }

    #[test]
    fn what_was_typed_where_nobody_was_asked_is_not_thrown_away() {
        let none = || Typed {
            kind: "lecture".to_owned(),
            title_thai: "ก".to_owned(),
            period: "29 ม.ค. 2569".to_owned(),
            satisfaction: NONE.to_owned(),
            ..Typed::default()
        };
        assert_eq!(read(&none()).unwrap().said.satisfaction, None);
        let typed: [fn(&mut Typed) -> &mut String; 6] = [
            |it| &mut it.per_cent,
            |it| &mut it.n,
            |it| &mut it.levels,
            |it| &mut it.questions,
            |it| &mut it.source,
            |it| &mut it.evaluation,
        ];
        for field in typed {
            let mut form = none();
            "69".clone_into(field(&mut form));
            assert!(read(&form).unwrap_err().at("satisfaction").is_some());
        }
        for unknown in ["", "x"] {
            let form = Typed { satisfaction: unknown.to_owned(), ..none() };
            assert!(read(&form).unwrap_err().at("satisfaction").is_some());
        }
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let faults = read(&Typed { satisfaction: ELSEWHERE.to_owned(), ..Typed::default() }).unwrap_err();
        let fields: Vec<_> = faults.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["kind", "title_thai", "period", "per_cent", "n", "levels", "asked"]);
    }

    #[test]
    fn what_is_kept_fills_the_form_again() {
        let typed = Typed { per_cent: "88.41".to_owned(), place: "3".to_owned(), ..typed() };
        let wanted = read(&typed).unwrap();
        let activity = Activity { id: crate::dice::Dice::loaded(7).id(), edition: 4, wanted: wanted.clone() };
        let again = Typed::of(&activity);
        assert_eq!((again.seen, read(&again).unwrap()), (4, wanted));
    }
}
