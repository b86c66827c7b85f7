//! What the house lends to every visit: its sign, its form keys, its clock and its chance.

use super::{FormKeys, Sign};
use crate::{
    clock::{Clock, Moment},
    dice::{Chance, Dice},
    secrets::MasterKey,
};

/// Lies in the application's data; cloning it gives the same things.
#[derive(Clone, Debug)]
pub struct Premises {
    pub sign: Sign,
    pub keys: FormKeys,
    pub clock: Clock,
    pub chance: Chance,
    /// Visitors come over TLS, here or at a proxy: cookies may be strict.
    pub tls: bool,
    pub hosts: Hosts,
}

/// Under which names the house is reached, as origins.
#[derive(Clone, Debug, Default)]
pub struct Hosts {
    pub public: String,
    /// Where ballots are taken, and nothing else, if not there too.
    pub ballots: Option<String>,
}

impl Premises {
    pub fn new(master: MasterKey, sign: Sign, clock: Clock, chance: Chance, tls: bool, hosts: Hosts) -> Self {
        Self { sign, keys: FormKeys::new(master), clock, chance, tls, hosts }
    }

    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    pub fn dice(&self) -> Dice {
        self.chance.dice()
    }
}
