//! A survey as everyone may see it: how many may answer, and in which groups.

use maud::html;

use super::eligible::{strata, unsigned};
use crate::{
    ids::StratumId,
    language::dates,
    people::{
        Roll, ShortName,
        words::{counted::people, eligible, rolls::words},
    },
    surveys::Survey,
    web::{Page, Visit, Width, parts},
};

pub fn survey(visit: &Visit, survey: &Survey, roll: Option<&Roll>, units: &[(StratumId, ShortName)]) -> Page {
    let say = words(visit.language);
    let name = survey.name(visit.language);
    let year = survey.year.name_with_days(visit.language);
    let main = html! {
        div.stack-s {
            h1 { (name) }
            p.muted { ((eligible::words(visit.language).round)(&year, survey.round)) }
        }
        @match roll {
            None => (parts::note(say.unsettled)),
            Some(roll) => {
                section.card.stack aria-labelledby="facts" {
                    h2 #facts { (say.public_facts) }
                    dl.dl {
                        div { dt { (say.public_size) } dd {
                            b { (people(visit.language, unsigned(roll.size()))) }
                            @if roll.added > 0 { " " ((say.public_added)(unsigned(roll.added))) }
                        } }
                        div { dt { (say.public_drawn) } dd { (dates::short_with_era(roll.drawn, visit.language)) } }
                    }
                    p.small.muted { (say.public_size_fixed) }
                }
                section.card.stack aria-labelledby="groups" {
                    h2 #groups { (say.public_groups) }
                    (strata(visit, say.public_groups, &roll.strata, units))
                    p { (say.public_only_these) }
                    p { ((say.public_k)(roll.k)) }
                }
            }
        }
    };
    visit.page(name, Width::Column, &main)
}
