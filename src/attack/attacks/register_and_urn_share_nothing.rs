//! Every value of the register, looked for in the urn: what stands in both joins them.

use std::collections::BTreeSet;

use super::Scene;
use crate::{
    attack::{
        Verdict,
        loot::{Loot, Side, Value},
        needles::Needles,
    },
    notices::NoticeHash,
};

/// What may stand in both, because it is the same for everyone.
const SHARED: [(&str, &str); 5] = [
    ("installation", "id"),
    ("installation", "key_check"),
    ("__diesel_schema_migrations", "version"),
    ("__diesel_schema_migrations", "run_on"),
    // A word for how far a whole survey is.
    ("papers", "stage"),
];

pub fn register_and_urn_share_nothing(scene: &Scene) -> Verdict {
    let mut needles = Needles::default();
    let mut known = BTreeSet::new();
    let values: Vec<_> = own(scene.loot).filter(|value| known.insert(&value.bytes)).collect();
    let public = Public::of(scene).among(&values);
    for (_, value) in (0..).zip(values).filter(|(nth, _)| !public.contains(nth)) {
        let what = format!("a value of the register's {}.{}", value.table, value.column);
        needles.add(&what, &value.bytes);
        if let Some(number) = value.number().filter(|number| *number > i64::from(u32::MAX)) {
            needles.add(&what, &number.to_be_bytes());
        }
    }
    let found = scene.loot.search(&needles, &[Side::Urn]);
    let promise = "register and urn have nothing in common but the installation's id and the public paper";
    Verdict::new("register and urn share nothing", promise, needles.secrets, found)
}

/// What everybody may read, and is the same for all: the ids of the surveys, their strata and the session, papers and
/// notice, and every word and key in them.
struct Public {
    paper: Vec<u8>,
    ids: Vec<Vec<u8>>,
}

impl Public {
    fn of(scene: &Scene) -> Self {
        let played = scene.played;
        let strata = played.paper.strata.iter().flat_map(|stratum| [stratum.id.as_bytes().to_vec(), stratum.key.0.clone()]);
        let ids = [played.survey.as_bytes().to_vec(), played.hash.as_bytes().to_vec()].into_iter().chain(strata);
        let sitting = scene.clinic.sitting;
        let of_clinic = [sitting.meeting.as_bytes().to_vec(), NoticeHash::of(&sitting.notice).as_bytes().to_vec()];
        let blocks = played.blocks.iter();
        let of_blocks = blocks.clone().flat_map(|it| {
            let strata = it.paper.strata.iter().flat_map(|stratum| [stratum.id.as_bytes().to_vec(), stratum.key.0.clone()]);
            [it.survey.as_bytes().to_vec(), it.hash.as_bytes().to_vec()].into_iter().chain(strata)
        });
        let papers = [played.text.as_str(), &sitting.notice].into_iter().chain(blocks.map(|it| it.text.as_str()));
        let paper = papers.collect::<Vec<_>>().join("\n").into_bytes();
        Self { paper, ids: ids.chain(of_clinic).chain(of_blocks).collect() }
    }

    /// Which of these everybody may read. All at once, for they are many.
    fn among(&self, values: &[&Value]) -> BTreeSet<usize> {
        let mut needles = Needles::default();
        let mut public = BTreeSet::new();
        for (nth, value) in values.iter().enumerate() {
            let before = needles.secrets;
            needles.add(&nth.to_string(), &value.bytes);
            let is_alone = needles.secrets > before && !needles.shared.contains(&needles.secrets);
            // Of what is too short nothing is looked for anyway.
            if self.is_everybodys(&value.bytes) || (needles.secrets > before && !is_alone && self.holds(&value.bytes)) {
                public.insert(nth);
            }
        }
        let found = needles.find("the papers", &self.paper).into_iter();
        public.extend(found.filter_map(|witness| witness.what.split(' ').next()?.parse::<usize>().ok()));
        public
    }

    fn is_everybodys(&self, value: &[u8]) -> bool {
        // Zeros stand where nothing was signed yet, and a day is everybody's.
        let is_nothing = value.iter().all(|byte| *byte == 0);
        let is_a_day = std::str::from_utf8(value).is_ok_and(|text| text.parse::<jiff::civil::Date>().is_ok());
        is_nothing || is_a_day || self.ids.iter().any(|id| id == value)
    }

    fn holds(&self, value: &[u8]) -> bool {
        let mut needle = Needles::default();
        needle.add("", value);
        !needle.find("the paper", &self.paper).is_empty()
    }
}

fn own(loot: &Loot) -> impl Iterator<Item = &Value> {
    let register = loot.values.iter().filter(|value| value.side == Side::Register);
    register.filter(|value| !SHARED.iter().any(|(table, column)| value.is(table, column)))
}
