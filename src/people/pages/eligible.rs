//! Who may answer a survey: the roll as it stands, the rule with its days, the counts, the groups.

use maud::{Markup, html};

use super::outcomes::{Sort, borderline, by_reason, label, per_unit};
use crate::{
    ids::StratumId,
    language::{dates, digits::grouped},
    people::{
        Roll, RollStratum, ShortName,
        audience::Outlook,
        eligibility::Reference,
        roll_change::RollChange,
        strata::{Misfit, Partition},
        words::{
            audience::{misfit_in_words, rule_in_words, short_names, step_in_words},
            eligible::words,
            rolls,
        },
    },
    surveys::{Door, Extension, Survey, words::extension_in_words},
    web::{Page, Visit, Width, at, parts},
};

/// A survey and what its rule comes to; the roll, once it is drawn up.
pub struct Scene {
    pub survey: Survey,
    pub outlook: Outlook,
    pub roll: Option<Stands>,
    pub extensions: Vec<Extension>,
}

/// A roll that is drawn up, the units of its groups, and what would be different today.
pub struct Stands {
    pub roll: Roll,
    pub units: Vec<(StratumId, ShortName)>,
    pub change: RollChange,
}

pub fn eligible(visit: &Visit, scene: &Scene, sort: Sort, page: usize) -> Page {
    let say = words(visit.language);
    let done = match visit.done() {
        Some("rule") => Some(say.saved_rule),
        Some("groups") => Some(say.saved_groups),
        Some("drawn-up") => Some(say.drawn_up),
        Some("added") => Some(say.added),
        _ => None,
    };
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        (heading(visit, &scene.survey))
        (extensions(visit, &scene.extensions))
        @if scene.survey.terms.door == Door::OpenLink {
            (parts::note(rolls::words(visit.language).no_roll_needed))
        } @else if scene.survey.state.has_opened() {
            (parts::note(rolls::words(visit.language).stays))
        }
        @if scene.outlook.judged.is_empty() && scene.roll.is_none() {
            (parts::empty(say.nobody, &html! { a.btn href=(visit.to(at::ROSTER)) { (say.to_the_roster) } }))
        } @else {
            @if let Some(stands) = &scene.roll { (standing(visit, scene, stands)) }
            (rule(visit, scene))
            (groups(visit, scene))
            (borderline(visit, &scene.outlook))
            @if scene.roll.is_none() && !scene.survey.state.has_opened() { (confirmation(visit, scene)) }
            (by_reason(visit, scene, sort, page))
            (per_unit(visit, &scene.outlook))
        }
    };
    visit.page(say.title, Width::Wide, &main)
}

fn heading(visit: &Visit, survey: &Survey) -> Markup {
    let say = words(visit.language);
    html! {
        div.stack-s {
            p.small { a href=(visit.to(at::SURVEYS)) { (say.surveys) } }
            h1 { (say.title) }
            p.muted { (survey.name(visit.language)) " · " ((say.round)(&survey.year.name(visit.language), survey.round)) }
        }
    }
}

/// Every time the close was put off: all pages of a survey say so.
fn extensions(visit: &Visit, extensions: &[Extension]) -> Markup {
    html! { @for extension in extensions { (parts::note(&extension_in_words(visit.language, extension))) } }
}

/// The roll as it stands, and what is different today.
fn standing(visit: &Visit, scene: &Scene, stands: &Stands) -> Markup {
    let Stands { roll, units, .. } = stands;
    let change = &stands.change;
    let has_opened = scene.survey.state.has_opened();
    let (say, of_roll) = (words(visit.language), rolls::words(visit.language));
    let day = dates::short_with_era(roll.drawn, visit.language);
    html! {
        section.card.stack aria-labelledby="roll" {
            h2 #roll { (of_roll.roll) }
            p {
                b { ((of_roll.stands)(&day, unsigned(roll.size()))) }
                @if roll.added > 0 { " " ((of_roll.added_since)(unsigned(roll.added))) }
            }
            (strata(visit, of_roll.roll, &roll.strata, units))
            @if !change.left.is_empty() {
                p { ((of_roll.left_since)(change.left.len())) }
                p.small.muted { (of_roll.why_not_less) }
            }
            @if !has_opened { (differences(visit, scene, stands)) }
            div.acts {
                a.btn.alt href=(visit.to(&at::roll_add(roll.survey))) { (of_roll.add_person) }
                @if scene.survey.state.is_open() { a.btn.alt href=(visit.to(&at::slips(roll.survey))) { (of_roll.slips) } }
                @if !has_opened { a.btn.alt href=(visit.to(&at::roll(roll.survey))) { (of_roll.anew) } }
                a href=(visit.to(&at::survey(roll.survey))) { (say.public_page) }
            }
        }
    }
}

/// What would be different if it were drawn up today, and what keeps the survey from opening.
fn differences(visit: &Visit, scene: &Scene, stands: &Stands) -> Markup {
    let Stands { roll, change, .. } = stands;
    let say = rolls::words(visit.language);
    let going = change.going.len() + change.left.len();
    let (k, reference) = (scene.survey.k(), scene.outlook.applied.reference());
    let is_known = scene.outlook.opening_is_known || scene.outlook.audience.rule.reference != Reference::Opening;
    let other_day = is_known && reference != roll.reference && !change.rule_changed;
    let day = |day| dates::short_with_era(day, visit.language);
    html! {
        @if change.rule_changed { (parts::warning(say.rule_changed)) }
        @if roll.k != k { (parts::warning(&(say.k_changed)(roll.k, k))) }
        @if other_day { (parts::warning(&(say.reference_changed)(&day(roll.reference), &day(reference)))) }
        @if change.rule_changed || roll.k != k || other_day {
            p { (say.opens_only_anew) }
        }
        @if !change.coming.is_empty() || going > 0 {
            (parts::note(&(say.differs_today)(change.coming.len(), going)))
        } @else if change.is_none() && roll.k == k && !other_day {
            p { (say.same_today) }
        }
    }
}

/// The groups of a roll: what stands on the public page, too.
pub fn strata(visit: &Visit, label: &str, strata: &[RollStratum], units: &[(StratumId, ShortName)]) -> Markup {
    let say = words(visit.language);
    let units = |stratum: &RollStratum| {
        let of = units.iter().filter(|(id, _)| *id == stratum.id).map(|(_, short)| short.as_str());
        of.collect::<Vec<_>>()
    };
    let table = html! {
        table {
            thead { tr { th scope="col" { (say.group) } th.num scope="col" { (say.people) } } }
            tbody {
                @for stratum in strata {
                    @let (name, units) = (stratum.name(visit.language), units(stratum));
                    tr {
                        th scope="row" {
                            (name)
                            @if units.len() > 1 && units.iter().any(|unit| !name.contains(unit)) { br; span.small.muted { (units.join(" + ")) } }
                        }
                        td.num { (grouped(stratum.size.into())) }
                    }
                }
            }
        }
    };
    parts::table(&format!("{label} · {}", say.people), &table)
}

fn rule(visit: &Visit, scene: &Scene) -> Markup {
    let Scene { survey, outlook, .. } = scene;
    let say = words(visit.language);
    let count = |sort: Sort| sort.of(outlook).count();
    let (all, eligible, not_yet) = (count(Sort::Everybody), count(Sort::Eligible), count(Sort::NotYet));
    let number = |count: usize| grouped(i64::try_from(count).unwrap_or(i64::MAX));
    html! {
        section.card.stack aria-labelledby="rule" {
            div.row.between {
                h2 #rule { (say.rule) }
                @if !survey.state.has_opened() { a.btn.alt.s href=(visit.to(&at::rule(survey.id))) { (say.change_rule) } }
            }
            @for sentence in rule_in_words(visit.language, &survey.year.name(visit.language), outlook) { p { (sentence) } }
        }
        dl.kpis {
            div.kpi { dt { (say.may_answer) } dd.n { (number(eligible)) } dd { p { ((say.of_all)(all)) } } }
            div.kpi { dt { (say.not_yet) } dd.n { (number(not_yet)) } dd { p { (see(visit, survey, Sort::NotYet, not_yet)) } } }
            div.kpi { dt { (say.other_reasons) } dd.n { (number(all - eligible - not_yet)) } dd { p { (others(visit, outlook)) } } }
            div.kpi { dt { (say.sample) } dd.n { (outlook.sample) } dd { p { ((say.sample_of)(outlook.sample, eligible)) } } }
        }
    }
}

fn see(visit: &Visit, survey: &Survey, sort: Sort, count: usize) -> Markup {
    let address = visit.to(&at::eligible(survey.id));
    html! { @if count > 0 { a href={ (address) "?reason=" (sort.code()) "#people" } { (words(visit.language).see_them) } } }
}

/// The other reasons by name, as far as anybody has them.
fn others(visit: &Visit, outlook: &Outlook) -> String {
    let sorts = [Sort::StartUnknown, Sort::OtherUnit, Sort::OtherCategory];
    let told = sorts.into_iter().filter_map(|sort| {
        let count = sort.of(outlook).count();
        (count > 0).then(|| format!("{} {count}", label(visit.language, outlook, sort)))
    });
    told.collect::<Vec<_>>().join(" · ")
}

fn groups(visit: &Visit, scene: &Scene) -> Markup {
    let Scene { survey, outlook, .. } = scene;
    let say = words(visit.language);
    html! {
        section.card.stack aria-labelledby="groups" {
            div.row.between {
                h2 #groups { @if scene.roll.is_some() { (say.groups_today) } @else { (say.groups) } }
                @if !survey.state.has_opened() && !matches!(outlook.partition, Err(Misfit::TooFew(_))) {
                    a.btn.alt.s href=(visit.to(&at::groups(survey.id))) { (say.change_groups) }
                }
            }
            @match &outlook.partition {
                Ok(partition) => {
                    (partition_table(visit, outlook, partition))
                    (how_formed(visit, outlook, partition))
                }
                Err(misfit) => (unfit(visit, survey, outlook, misfit)),
            }
            p.small.muted { ((say.why_twice_k)(outlook.k)) }
        }
    }
}

/// The groups as they would be today.
pub fn partition_table(visit: &Visit, outlook: &Outlook, partition: &Partition) -> Markup {
    let say = words(visit.language);
    let names = outlook.stratum_names(visit.language);
    let table = html! {
        table {
            thead { tr { th scope="col" { (say.group) } th.num scope="col" { (say.people) } } }
            tbody {
                @for (stratum, name) in partition.strata.iter().zip(&names) {
                    tr {
                        th scope="row" {
                            (name)
                            @let units = short_names(visit.language, outlook, &stratum.units);
                            @if stratum.units.len() > 1 && units != *name { br; span.small.muted { (units) } }
                        }
                        td.num { (grouped(stratum.size.into())) }
                    }
                }
            }
        }
    };
    parts::table(&format!("{} · {}", say.group, say.people), &table)
}

fn how_formed(visit: &Visit, outlook: &Outlook, partition: &Partition) -> Markup {
    let say = words(visit.language);
    let all = partition.strata.iter().fold(0_u32, |sum, stratum| sum.saturating_add(stratum.size));
    html! {
        @if all < outlook.least() {
            (parts::note(&(say.one_group_for_lack)(all, outlook.least())))
        } @else if outlook.audience.groups.is_some() {
            p { (say.chosen_groups) }
        } @else if partition.steps.is_empty() {
            p { (say.nobody_merged) }
        } @else {
            h3 { (say.how_merged) }
            ol.numbered.stack-s {
                @for step in &partition.steps { li { (step_in_words(visit.language, outlook, outlook.least(), step)) } }
            }
        }
    }
}

/// Why there are no groups, and the way out.
fn unfit(visit: &Visit, survey: &Survey, outlook: &Outlook, misfit: &Misfit) -> Markup {
    let say = words(visit.language);
    let chosen = outlook.audience.groups.as_deref().unwrap_or_default();
    let sentences = misfit_in_words(visit.language, outlook, chosen, misfit);
    if matches!(misfit, Misfit::TooFew(_)) {
        return html! { @for sentence in &sentences { (parts::warning(sentence)) } };
    }
    html! {
        (parts::warning(say.groups_unfit))
        ul.prose.stack-s { @for sentence in &sentences { li { (sentence) } } }
        div.acts {
            a.btn.alt href=(visit.to(&at::groups(survey.id))) { (say.change_groups) }
            (let_rule(visit, survey, "btn alt"))
        }
    }
}

/// The button that leaves the groups to the rule.
pub fn let_rule(visit: &Visit, survey: &Survey, class: &str) -> Markup {
    let fields = html! {
        input type="hidden" name="by" value="rule";
        button class=(class) { (words(visit.language).let_rule) }
    };
    visit.form(&at::groups(survey.id), &fields)
}

fn confirmation(visit: &Visit, scene: &Scene) -> Markup {
    let Scene { survey, outlook, .. } = scene;
    let say = words(visit.language);
    html! {
        section.card.stack aria-labelledby="confirm" {
            h2 #confirm { (say.confirm_title) }
            @if outlook.partition.is_ok() {
                p { (say.confirm_lead) }
                (visit.button(&at::roll(survey.id), "btn", &(say.confirm)(outlook.eligible().count())))
            } @else {
                p { (say.cannot_confirm) }
            }
        }
    }
}

/// Counts on a roll are never negative.
pub fn unsigned(count: i32) -> u32 {
    u32::try_from(count).unwrap_or(0)
}
