//! What goes into forming groups, and what comes out: plain data for pages, letters and the roll.

use crate::{ids::UnitId, people::ShortName};

/// A unit, and how many of its own people may answer, not counting the units below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitCount {
    pub id: UnitId,
    pub parent: Option<UnitId>,
    pub short_name: ShortName,
    pub eligible: u32,
}

/// Every unit with eligible people in exactly one stratum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partition {
    /// By the short name of their first unit; "other units" last.
    pub strata: Vec<Stratum>,
    /// How the rule came to it. Empty where HR chose, and where everyone is one group for lack of people.
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stratum {
    /// The unit above all others first, if there is one; then by short name.
    pub units: Vec<UnitId>,
    /// Stops at `u32::MAX`.
    pub size: u32,
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Unit,
    /// Units that belong to this one, and some of what is below them; not the unit itself.
    Siblings {
        under: UnitId,
    },
    /// This unit and some of the units below it.
    Family {
        under: UnitId,
    },
    /// Units that HR put together and that neither belong to each other nor to one unit.
    Chosen,
    /// Whoever has no neighbour to join. There is one of these at most.
    OtherUnits,
    /// The only stratum there is.
    Everyone,
}

/// One merge: a group that was too small, and the one it joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub group: Vec<UnitId>,
    pub size: u32,
    pub joined: Vec<UnitId>,
    pub joined_size: u32,
    pub why: Why,
}

/// Why this was the group to join. It was the smallest one that was near.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// Both belong to this unit.
    Sibling { under: UnitId },
    /// The small group belongs to a unit of the other.
    Parent,
    /// The other belongs to a unit of the small group.
    Child,
    /// The small group had no neighbour.
    OtherUnits,
}

/// So few may answer that the survey cannot open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{eligible} may answer, and fewer than {k} cannot be asked anonymously")]
pub struct TooFew {
    pub eligible: u32,
    pub k: u32,
}
