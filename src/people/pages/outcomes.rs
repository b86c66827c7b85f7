//! People and units under a rule: who is close to the cut-off, everyone's reason, counts by unit.

use maud::{Markup, html};

use super::eligible::Scene;
use crate::{
    language::{Language, dates, digits::grouped},
    people::{
        Candidate, Unit,
        audience::Outlook,
        eligibility::Verdict,
        words::{
            audience::{short_name, verdict_in_words},
            eligible::words,
        },
    },
    web::{
        Visit, at,
        parts::{self, Pager, Tone},
    },
};

const PER_PAGE: usize = 50;

/// Which outcomes a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Everybody,
    Eligible,
    NotYet,
    StartUnknown,
    OtherUnit,
    OtherCategory,
    /// Since the fiscal year began; they do not count among the others.
    Departed,
}

impl Sort {
    const ALL: [Self; 7] =
        [Self::Everybody, Self::Eligible, Self::NotYet, Self::StartUnknown, Self::OtherUnit, Self::OtherCategory, Self::Departed];

    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|sort| sort.code() == code).unwrap_or(Self::Everybody)
    }

    pub const fn code(self) -> &'static str {
        match self {
            Self::Everybody => "all",
            Self::Eligible => "eligible",
            Self::NotYet => "not_yet",
            Self::StartUnknown => "start_unknown",
            Self::OtherUnit => "other_unit",
            Self::OtherCategory => "other_category",
            Self::Departed => "departed",
        }
    }

    const fn takes(self, verdict: Verdict) -> bool {
        match self {
            Self::Everybody => !matches!(verdict, Verdict::Departed { .. }),
            Self::Eligible => matches!(verdict, Verdict::Eligible),
            Self::NotYet => matches!(verdict, Verdict::NotYet { .. } | Verdict::StartsLater { .. }),
            Self::StartUnknown => matches!(verdict, Verdict::StartUnknown),
            Self::OtherUnit => matches!(verdict, Verdict::OtherUnit),
            Self::OtherCategory => matches!(verdict, Verdict::OtherCategory),
            Self::Departed => matches!(verdict, Verdict::Departed { .. }),
        }
    }

    pub fn of(self, outlook: &Outlook) -> impl Iterator<Item = &(Candidate, Verdict)> {
        outlook.judged.iter().filter(move |(_, verdict)| self.takes(*verdict))
    }
}

pub fn borderline(visit: &Visit, outlook: &Outlook) -> Markup {
    let say = words(visit.language);
    let close = outlook.borderline();
    let cut_off = dates::short_with_era(outlook.applied.first_too_late(), visit.language);
    html! {
        section.card.stack aria-labelledby="borderline" {
            h2 #borderline { (say.borderline) }
            @if close.is_empty() {
                p.muted { (say.no_borderline) }
            } @else {
                p.small.muted { ((say.borderline_lead)(&cut_off)) }
                (people(visit, outlook, say.borderline, &close))
            }
        }
    }
}

/// People and what the rule says of each.
fn people(visit: &Visit, outlook: &Outlook, label: &str, people: &[&(Candidate, Verdict)]) -> Markup {
    let say = words(visit.language);
    let rows = html! {
        table.rows {
            thead { tr { th scope="col" { (say.name) } th scope="col" { (say.unit) } th scope="col" { (say.started) } th scope="col" { (say.verdict) } } }
            tbody {
                @for (person, verdict) in people {
                    tr {
                        th scope="row" {
                            a href=(visit.to(&at::roster_person(person.id))) { (person.name.as_str()) }
                            br; span.small.muted { (person.number.as_str()) }
                        }
                        td { (short_name(visit.language, outlook, person.unit)) }
                        td.nb { @match person.started { Some(day) => (dates::short(day, visit.language)), None => (say.no_start) } }
                        td { (outcome(visit, outlook, person, *verdict)) }
                    }
                }
            }
        }
    };
    parts::table(label, &rows)
}

fn outcome(visit: &Visit, outlook: &Outlook, person: &Candidate, verdict: Verdict) -> Markup {
    let (word, more) = verdict_in_words(visit.language, outlook, person.started, verdict);
    let tone = match verdict {
        Verdict::Eligible => Tone::Good,
        Verdict::NotYet { .. } | Verdict::StartsLater { .. } => Tone::Plain,
        _ => Tone::Watch,
    };
    html! { (parts::tag(tone, word)) @if !more.is_empty() { " " span.small { (more) } } }
}

/// `page` is the one that was asked for, from 1.
pub fn by_reason(visit: &Visit, scene: &Scene, sort: Sort, page: usize) -> Markup {
    let Scene { survey, outlook, .. } = scene;
    let say = words(visit.language);
    let address = visit.to(&at::eligible(survey.id));
    let found: Vec<_> = sort.of(outlook).collect();
    let pages = found.len().div_ceil(PER_PAGE).max(1);
    let page = page.clamp(1, pages);
    let shown = found.chunks(PER_PAGE).nth(page - 1).unwrap_or_default();
    let [page, pages] = [page, pages].map(|number| i64::try_from(number).unwrap_or(i64::MAX));
    let to = |page: i64| format!("{address}?reason={}&page={page}#people", sort.code());
    html! {
        div.card.stack {
            h2 #people { (say.by_reason) }
            div { nav.tabs aria-label=(say.filter) {
                @for other in Sort::ALL {
                    @let count = other.of(outlook).count();
                    @if count > 0 || other == sort {
                        a href={ (address) "?reason=" (other.code()) "#people" } aria-current=[(other == sort).then_some("page")] {
                            (label(visit.language, outlook, other)) " " (count)
                        }
                    }
                }
            } }
            @if shown.is_empty() { p.muted { (say.none_of_these) } } @else { (people(visit, outlook, say.by_reason, shown)) }
            (Pager { language: visit.language, page, pages, address: &to })
        }
    }
}

/// What a sort is called in tabs and counts.
pub fn label(language: Language, outlook: &Outlook, sort: Sort) -> &'static str {
    let of = |verdict| verdict_in_words(language, outlook, None, verdict).0;
    match sort {
        Sort::Everybody => words(language).everybody,
        Sort::Eligible => of(Verdict::Eligible),
        Sort::NotYet => words(language).not_yet,
        Sort::StartUnknown => of(Verdict::StartUnknown),
        Sort::OtherUnit => of(Verdict::OtherUnit),
        Sort::OtherCategory => of(Verdict::OtherCategory),
        Sort::Departed => words(language).departed,
    }
}

pub fn per_unit(visit: &Visit, outlook: &Outlook) -> Markup {
    let say = words(visit.language);
    let units = outlook.per_unit();
    let total = |which: fn(&(&Unit, u32, u32)) -> u32| units.iter().map(which).fold(0, u32::saturating_add);
    let table = html! {
            table {
                thead { tr { th scope="col" { (say.unit) } th.num scope="col" { (say.here) } th.num scope="col" { (say.people) } } }
                tbody {
                    @for (unit, here, eligible) in &units {
                        tr {
                            th scope="row" { (unit.short_name.as_str()) br; span.small.muted { (unit.name(visit.language)) } }
                            td.num { (grouped((*here).into())) }
                            td.num { (grouped((*eligible).into())) }
                        }
                    }
                    tr {
                        th scope="row" { (say.total) }
                        td.num.b { (grouped(total(|(_, here, _)| *here).into())) }
                        td.num.b { (grouped(total(|(_, _, eligible)| *eligible).into())) }
                    }
                }
            }
    };
    html! {
        section.card.stack aria-labelledby="units" {
            h2 #units { (say.per_unit) }
            (parts::table(&format!("{} · {}", say.unit, say.people), &table))
        }
    }
}
