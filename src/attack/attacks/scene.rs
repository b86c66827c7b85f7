//! What an attack has before it: what was copied, what is true, and the house, which still runs.

use crate::{
    attack::{
        clinic::Copies,
        lists::{Known, Ordered},
        loot::{Loot, Side},
        outputs::Output,
        stage::Stage,
        survey::{Frame, Kind, Played},
        truth::Truth,
    },
    ids::StratumId,
};

pub struct Scene<'play> {
    pub stage: &'play Stage,
    pub truth: &'play Truth,
    pub loot: &'play Loot,
    pub played: &'play Played,
    pub known: &'play Known<'play>,
    /// Copies that were made when nobody was handing in: before the close, and of what is left.
    pub at_rest: [&'play Frame; 2],
    /// Every order in which somebody's rows or bytes stand in them.
    pub lists: [Vec<Ordered>; 2],
    /// Of the clinic.
    pub clinic: Copies<'play>,
    /// Everything that was let out.
    pub outputs: &'play [Output],
    /// Whose is which in the survey that was opened in blocks.
    pub of_blocks: &'play Known<'play>,
    /// Leaks were planted.
    pub is_planted: bool,
}

impl Scene<'_> {
    /// How many answers there are to be attributed.
    pub fn answers(&self) -> usize {
        self.played.cast.len()
    }

    /// Of whom one knows anyway where they are counted.
    pub fn stratum(&self) -> impl Fn(usize) -> usize {
        let of = |whose: usize| self.played.voters.get(whose).and_then(|voter| voter.stratum);
        let mut strata: Vec<StratumId> = self.played.paper.strata.iter().map(|stratum| stratum.id).collect();
        strata.dedup();
        move |whose| strata.iter().position(|id| Some(*id) == of(whose)).unwrap_or(usize::MAX)
    }

    /// Whoever stood at the door has seen in which order they came: a colleague, or a log of the network.
    pub fn onlookers(&self) -> Vec<Ordered> {
        let list = |name: &str, whose: &[usize]| Ordered {
            side: Side::Register,
            is_of_file: false,
            kind: Kind::Person,
            list: crate::attack::odds::List { name: name.to_owned(), whose: whose.to_vec() },
        };
        vec![list("who collected when", &self.played.collected), list("who cast when", &self.played.cast)]
    }
}

/// Whether anything is learnt when two orders of these kinds agree.
pub fn may_not_meet(one: &Ordered, other: &Ordered) -> bool {
    one.kind < other.kind
}
