//! What came of a session, on its page and wherever it is looked at before everybody reads it.

use maud::{Markup, html};

use super::pieces::said;
use crate::{
    clinic::words::report::words,
    language::{Language, dates, plain},
    notices::{Attendance, Decision, Evaluation, Mean, Report},
    web::{Visit, parts},
};

/// Everything below its heading.
pub fn body(visit: &Visit, report: &Report) -> Markup {
    let (say, language) = (words(visit.language), visit.language);
    let summary = report.summary.say(language);
    html! {
        dl.dl {
            @if let Some(people) = attendance_in_words(report.attendance, language) { div { dt { (say.attendance) } dd { b { (people) } } } }
            @if let Some(told) = &report.evaluation { div { dt { (say.evaluation) } dd { b { (evaluation_in_words(told, language)) } } } }
        }
        @if !summary.is_empty() { div.stack-s { h3 { (say.summary) } (said(summary)) } }
        @if !report.decisions.is_empty() { div.stack-s { h3 { (say.decisions) } (decisions(&report.decisions, language)) } }
    }
}

fn decisions(decisions: &[Decision], language: Language) -> Markup {
    let say = words(language);
    parts::table(
        &plain(say.decisions),
        &html! {
            table {
                thead { tr { th scope="col" { (say.what) } th scope="col" { (say.who) } th scope="col" { (say.until) } } }
                tbody {
                    @for one in decisions {
                        tr {
                            td dir="auto" { (one.what) }
                            td dir="auto" { (one.who) }
                            td { @match one.until { Some(day) => (dates::short(day, language)), None => (say.no_day) } }
                        }
                    }
                }
            }
        },
    )
}

/// `None` where nobody counted.
fn attendance_in_words(people: Attendance, language: Language) -> Option<String> {
    let say = words(language);
    let mut counted: Vec<String> = people.here.map(say.here).into_iter().chain(people.elsewhere.map(say.elsewhere)).collect();
    if counted.len() > 1 {
        counted.extend(people.total().map(say.total));
    }
    (!counted.is_empty()).then(|| counted.join(" · "))
}

/// `88.60 of 100 (n = 69, 5 levels)`: never a figure without how many answered, and on what.
pub fn evaluation_in_words(told: &Evaluation, language: Language) -> String {
    let say = words(language);
    match told {
        Evaluation::TooFew { k } => (say.too_few)(*k),
        Evaluation::Told { mean, n, levels: [from, to] } => {
            let mean = match mean {
                Mean::Exact(mean) => mean.clone(),
                Mean::Within { least, most } => (say.between)(least, most),
            };
            (say.told)(&mean, *n, &(say.levels)(*from, *to))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(told: &Evaluation) -> String {
        plain(&evaluation_in_words(told, Language::English))
    }

    #[test]
    fn a_figure_stands_beside_how_many_answered_and_on_how_many_levels() {
        let told = |mean, levels| Evaluation::Told { mean, n: 69, levels };
        let exact = told(Mean::Exact("88.60".to_owned()), [5, 5]);
        assert_eq!(english(&exact), "88.60 of 100 (n = 69, 5 levels)");
        assert_eq!(plain(&evaluation_in_words(&exact, Language::Thai)), "88.60 จาก 100 (n = 69, 5 ระดับ)");
        let range = Mean::Within { least: "80".to_owned(), most: "90".to_owned() };
        assert_eq!(english(&told(range, [4, 5])), "between 80 and 90 of 100 (n = 69, 4–5 levels)");
        assert!(!english(&Evaluation::TooFew { k: 5 }).contains("of 100"));
    }

    #[test]
    fn those_in_the_room_and_elsewhere_are_added_up_where_both_were_counted() {
        let said = |here, elsewhere| attendance_in_words(Attendance { here, elsewhere }, Language::English).map(|it| plain(&it));
        assert_eq!(said(Some(54), Some(15)).unwrap(), "54 in the room · 15 elsewhere · 69 in all");
        assert_eq!(said(Some(54), None).unwrap(), "54 in the room");
        assert_eq!(said(None, None), None);
    }
}
