//! The rows of the report: what was done, when, how it went, what came of it; in the words of whoever wrote them, or in
//! ours for what appears by itself.

use super::{
    gather::{Appearing, Came, Gathered, Turnout},
    words::saying::{Words, words},
};
use crate::{
    activities::{Activity, Decimals, Questions, Source, Typed},
    clinic::pages::report::evaluation_in_words,
    language::{Language, dates, digits::grouped, plain},
    notices::{Decision, Evaluation, Mean},
    results::{
        elections::{Outcome, heading},
        report::saying::per_cent,
    },
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRow {
    pub title: String,
    pub period: String,
    /// Both may have several lines.
    pub summary: String,
    pub outcome: String,
}

/// In the order of the report.
pub fn rows(gathered: &Gathered, language: Language) -> Vec<ReportRow> {
    let written = gathered.activities.iter().map(|it| of_activity(it, told(gathered, it), language));
    let own = gathered.own().filter(|it| !gathered.is_left_out(it.source)).map(|it| of_appearing(it, language));
    written.chain(own).collect()
}

pub fn told<'it>(gathered: &'it Gathered, activity: &Activity) -> Option<&'it Evaluation> {
    gathered.told.get(&activity.wanted.evaluation?)
}

/// `told`: by the round it is linked to.
pub fn of_activity(activity: &Activity, told: Option<&Evaluation>, language: Language) -> ReportRow {
    let (said, say) = (&activity.wanted.said, words(language));
    let mut outcome = lines(&said.result);
    outcome.extend(said.attendance.map(|people| (say.came)(&grouped(people.into()))));
    outcome.extend(satisfaction(activity, told, language).into_iter().map(|it| format!("{}: {it}", say.satisfaction)));
    ReportRow {
        title: activity.title(language).to_owned(),
        period: said.period.text(language),
        summary: said.summary.clone(),
        outcome: outcome.join("\n"),
    }
}

fn lines(text: &str) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }
}

/// The figure with everything it needs to be read; nothing where there is none yet.
pub fn satisfaction(activity: &Activity, told: Option<&Evaluation>, language: Language) -> Option<String> {
    let typed = activity.wanted.said.satisfaction.as_ref();
    told.map(|it| told_in_words(it, language)).or_else(|| typed.map(|it| typed_in_words(it, language)))
}

/// `88.60 % (n = 69, 5 levels)`: never bare, and with the decimals that were typed.
pub fn typed_in_words(typed: &Typed, language: Language) -> String {
    let say = words(language);
    let mut told = figure(&per_cent_in_digits(typed.hundredths, typed.decimals), typed.n, [typed.levels; 2], say);
    match typed.questions {
        Questions::Known(1) => {}
        Questions::Known(many) => told = (say.of_questions)(&told, many),
        Questions::NotKnown => told = (say.of_unknown)(&told),
    }
    if typed.source.is_empty() { told } else { (say.from)(&told, &typed.source) }
}

pub fn per_cent_in_digits(hundredths: u32, decimals: Decimals) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    match decimals {
        Decimals::Nought => whole.to_string(),
        Decimals::One => format!("{whole}.{}", part / 10),
        Decimals::Two => format!("{whole}.{part:02}"),
    }
}

fn told_in_words(told: &Evaluation, language: Language) -> String {
    let say = words(language);
    match told {
        Evaluation::Told { mean: Mean::Exact(mean), n, levels } => figure(mean, *n, *levels, say),
        Evaluation::Told { mean: Mean::Within { least, most }, n, levels } => {
            figure(&format!("{least}\u{2060}–\u{2060}{most}"), *n, *levels, say)
        }
        Evaluation::TooFew { .. } => evaluation_in_words(told, language),
    }
}

fn figure(mean: &str, n: u32, [from, to]: [u32; 2], say: &Words) -> String {
    let levels = if from == to { from.to_string() } else { format!("{from}–{to}") };
    (say.figure)(mean, &grouped(n.into()), &levels)
}

pub fn of_appearing(appearing: &Appearing, language: Language) -> ReportRow {
    let say = words(language);
    let (summary, outcome) = match &appearing.came {
        Came::Session(report) => {
            let mut outcome: Vec<String> = report.decisions.iter().map(|it| decision(it, language)).collect();
            outcome.extend(report.attendance.total().map(|people| (say.came)(&count(people))));
            let told = report.evaluation.as_ref().map(|it| told_in_words(it, language));
            outcome.extend(told.map(|it| format!("{}: {it}", say.satisfaction)));
            (report.summary.say(language).to_owned(), outcome)
        }
        Came::Round { round, turnout, told, elected } => {
            let mut outcome = vec![turnout_in_words(*turnout, say)];
            outcome.extend(elected.iter().map(|it| chosen(it, elected.len() > 1, language)));
            let is_told = matches!(turnout, Turnout::Counted { .. });
            let score =
                told.as_ref().filter(|_| is_told).map(|it| format!("{}: {}", say.score, evaluation_in_words(it, language)));
            outcome.extend(score);
            ((say.survey)(*round), outcome)
        }
    };
    ReportRow {
        title: appearing.name.say(language).to_owned(),
        period: appearing.period.text(language),
        summary,
        outcome: outcome.join("\n"),
    }
}

/// Who is chosen; by which ballot, where there are several.
fn chosen(outcome: &Outcome, is_one_of_several: bool, language: Language) -> String {
    let chosen = heading(outcome, language);
    if is_one_of_several { format!("{}: {chosen}", outcome.item.text.say(language)) } else { chosen }
}

fn count(people: u64) -> String {
    grouped(i64::try_from(people).unwrap_or(i64::MAX))
}

fn decision(decision: &Decision, language: Language) -> String {
    let until = decision.until.map(|day| dates::short(day, language));
    let beside: Vec<String> = Some(decision.who.clone()).filter(|who| !who.is_empty()).into_iter().chain(until).collect();
    if beside.is_empty() { format!("- {}", decision.what) } else { format!("- {} ({})", decision.what, beside.join(", ")) }
}

fn turnout_in_words(turnout: Turnout, say: &Words) -> String {
    match turnout {
        Turnout::NotYet => say.not_counted.to_owned(),
        Turnout::Fewer { k } => (say.fewer)(k),
        Turnout::Counted { counted, roll: None } => (say.answered)(&grouped(counted.into())),
        Turnout::Counted { counted, roll: Some(roll) } => {
            (say.answered_of)(&grouped(counted.into()), &grouped(roll.into()), &per_cent(counted, roll).shown(2))
        }
    }
}

/// What the form begins with, in the words of the row: the Thai ones, which everybody reads.
pub fn in_own_words(appearing: &Appearing) -> [String; 2] {
    let row = of_appearing(appearing, Language::Thai);
    let mut outcome = row.outcome;
    if let Came::Session(report) = &appearing.came {
        // People and satisfaction have fields of their own.
        outcome = report.decisions.iter().map(|it| decision(it, Language::Thai)).collect::<Vec<_>>().join("\n");
    }
    [plain(&row.summary), plain(&outcome)]
}

/// In forms and addresses.
pub fn source_code(source: Source) -> String {
    match source {
        Source::Meeting(id) => format!("meeting-{id}"),
        Source::Survey(id) => format!("survey-{id}"),
    }
}

pub fn source_of(code: &str) -> Option<Source> {
    let (kind, id) = code.split_once('-')?;
    match kind {
        "meeting" => id.parse().ok().map(Source::Meeting),
        "survey" => id.parse().ok().map(Source::Survey),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_never_stands_without_how_many_answered_and_on_what() {
        let mut typed = Typed {
            hundredths: 8_860,
            decimals: Decimals::Two,
            n: 69,
            levels: 5,
            questions: Questions::Known(1),
            source: String::new(),
        };
        let said = |typed: &Typed| plain(&typed_in_words(typed, Language::English));
        assert_eq!(said(&typed), "88.60 % (n = 69, 5 levels)");
        typed.questions = Questions::Known(3);
        assert_eq!(said(&typed), "88.60 % (n = 69, 5 levels), mean of 3 questions");
        typed.questions = Questions::NotKnown;
        typed.source = "ใบประเมิน".to_owned();
        assert!(said(&typed).starts_with("88.60 % (n = 69, 5 levels), number of questions not known"));
        assert!(said(&typed).ends_with("; from ใบประเมิน"));
        typed.decimals = Decimals::One;
        assert!(said(&typed).starts_with("88.6 % (n = 69"));
        let digits = [Decimals::Nought, Decimals::One, Decimals::Two].map(|decimals| per_cent_in_digits(10_000, decimals));
        assert_eq!(digits, ["100", "100.0", "100.00"]);
        assert_eq!(per_cent_in_digits(5, Decimals::Two), "0.05");
    }
}
