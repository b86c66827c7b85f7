//! Whether a bulletin holds: every ballot entitled, none twice, no number larger than it may be.
//!
//! Looks for everything that is wrong, not for the first. It cannot know whether the keys are
//! those that stood in the letters: that comparison is for whoever reads the fingerprints.

use std::{
    collections::{HashMap, HashSet, hash_map::Entry},
    panic::resume_unwind,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use openssl::error::ErrorStack;

use super::{Ballot, Bulletin, Finding, Places, PublicKey, Stratum, Verifier, key::fingerprint};
use crate::{ids::StratumId, papers::Door};

/// So many signatures are verified between two calls of `progress`.
pub const STEP: usize = 50_000;

/// A further thread is worth its start for this many ballots.
const BALLOTS_A_THREAD: usize = 1_000;

#[derive(Debug)]
pub struct Verdict {
    pub findings: Vec<Finding>,
}

impl Verdict {
    pub fn holds(&self) -> bool {
        self.findings.is_empty()
    }

    /// Whether something was found about the ballot at a place, counted from 0.
    pub fn doubts(&self, place: usize) -> bool {
        self.findings.iter().any(|finding| finding.concerns(place))
    }
}

/// Checks all of it, on all cores; says after every [`STEP`] signatures how many are done.
///
/// The error is OpenSSL's, not the bulletin's: it could not start verifying at all.
pub fn check(bulletin: &Bulletin, progress: &(impl Fn(usize) + Sync)) -> Result<Verdict, ErrorStack> {
    let mut findings = Vec::new();
    let keys = keys(&bulletin.strata, &mut findings);
    list(bulletin, &mut findings);
    found(Finding::NotEntitled, not_entitled(&bulletin.ballots, &keys, progress)?, &mut findings);
    numbers(bulletin, &mut findings);
    Ok(Verdict { findings })
}

/// The keys that can be used; a stratum whose key cannot be used has none.
fn keys(strata: &[Stratum], findings: &mut Vec<Finding>) -> HashMap<StratumId, PublicKey> {
    let mut keys = HashMap::new();
    let mut owners: HashMap<Vec<u8>, String> = HashMap::new();
    let mut ids = HashSet::new();
    for stratum in strata {
        let group = stratum.name.english().to_owned();
        if !ids.insert(stratum.id) {
            findings.push(Finding::SharedId(stratum.id));
        }
        if fingerprint(&stratum.key) != stratum.fingerprint {
            findings.push(Finding::OtherFingerprint { group: group.clone() });
        }
        match PublicKey::from_spki(&stratum.key) {
            Err(why) => findings.push(Finding::UnfitKey { group, why }),
            Ok(key) => {
                match owners.entry(key.modulus().to_vec()) {
                    Entry::Occupied(owner) => findings.push(Finding::SharedKey { group, other: owner.get().clone() }),
                    Entry::Vacant(free) => {
                        free.insert(group);
                    }
                }
                keys.entry(stratum.id).or_insert(key);
            }
        }
    }
    keys
}

/// What the list of ballots shows without its signatures.
fn list(bulletin: &Bulletin, findings: &mut Vec<Finding>) {
    let ballots = &bulletin.ballots;
    let neighbours = ballots.iter().zip(ballots.iter().skip(1));
    found(Finding::Unsorted, places(neighbours, |(one, next)| one.message > next.message), findings);
    let mut seen = HashSet::with_capacity(ballots.len());
    found(Finding::Repeated, places(ballots, |ballot| !seen.insert(&ballot.message)), findings);
    let known: HashSet<_> = bulletin.strata.iter().map(|stratum| stratum.id).collect();
    found(Finding::UnknownGroup, places(ballots, |ballot| !known.contains(&ballot.stratum)), findings);
}

/// The places of ballots that the key of their stratum did not sign; those without a key are left out.
fn not_entitled(
    ballots: &[Ballot],
    keys: &HashMap<StratumId, PublicKey>,
    progress: &(impl Fn(usize) + Sync),
) -> Result<Vec<usize>, ErrorStack> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let threads = cores.min(1 + ballots.len() / BALLOTS_A_THREAD);
    let share = ballots.len().div_ceil(threads).max(1);
    let done = AtomicUsize::new(0);
    let one_more = || {
        let done = 1 + done.fetch_add(1, Ordering::Relaxed);
        if done.is_multiple_of(STEP) {
            progress(done);
        }
    };
    thread::scope(|scope| {
        let start = |(nth, share_of_one): (usize, _)| {
            let one_more = &one_more;
            scope.spawn(move || not_entitled_of(share_of_one, nth * share, keys, one_more))
        };
        let threads: Vec<_> = ballots.chunks(share).enumerate().map(start).collect();
        let mut places = Vec::new();
        for thread in threads {
            places.extend(thread.join().unwrap_or_else(|panic| resume_unwind(panic))?);
        }
        Ok(places)
    })
}

/// One thread's share of them, which begins at a place of the whole list.
fn not_entitled_of(
    ballots: &[Ballot],
    first: usize,
    keys: &HashMap<StratumId, PublicKey>,
    one_more: &impl Fn(),
) -> Result<Vec<usize>, ErrorStack> {
    let mut verifiers: HashMap<StratumId, Verifier> = HashMap::new();
    let mut places = Vec::new();
    for (place, ballot) in (first..).zip(ballots) {
        if let Some(key) = keys.get(&ballot.stratum) {
            let verifier = match verifiers.entry(ballot.stratum) {
                Entry::Occupied(ready) => ready.into_mut(),
                Entry::Vacant(free) => free.insert(key.verifier()?),
            };
            if !verifier.accepts(&ballot.message, &ballot.signature) {
                places.push(place);
            }
        }
        one_more();
    }
    Ok(places)
}

/// Listed = counted and unopened, with the spoilt ones ≤ issued ≤ roll, for each stratum; issued ≤ roll for
/// all. Behind an open link there is no roll to hold them against.
///
/// That no more were counted than issued in all follows from the strata.
fn numbers(bulletin: &Bulletin, findings: &mut Vec<Finding>) {
    let mut listed: HashMap<StratumId, u64> = HashMap::new();
    for ballot in &bulletin.ballots {
        *listed.entry(ballot.stratum).or_default() += 1;
    }
    let (mut all_on_rolls, mut all_issued, mut opened) = (0, 0, 0);
    for stratum in &bulletin.strata {
        let listed = listed.get(&stratum.id).copied().unwrap_or_default();
        numbers_of(stratum, listed, findings);
        if bulletin.door == Door::Roll && stratum.issued > stratum.roll {
            let (issued, roll) = (stratum.issued.into(), stratum.roll.into());
            findings.push(Finding::MoreThanRoll { whose: whose(stratum), issued, roll });
        }
        all_on_rolls += u64::from(stratum.roll);
        all_issued += u64::from(stratum.issued);
        opened += u64::from(stratum.counted) + u64::from(stratum.spoilt);
    }
    let unopened = bulletin.unopened();
    if opened > 0 && unopened > 0 {
        findings.push(Finding::PartlyOpened { opened, unopened });
    }
    let roll = bulletin.roll.into();
    if all_on_rolls != roll {
        findings.push(Finding::OtherRoll { groups: all_on_rolls, survey: roll });
    }
    if bulletin.door == Door::Roll && all_issued > roll {
        findings.push(Finding::MoreThanRoll { whose: "All groups together".to_owned(), issued: all_issued, roll });
    }
}

fn numbers_of(stratum: &Stratum, listed: u64, findings: &mut Vec<Finding>) {
    let Stratum { issued, counted, spoilt, unopened, .. } = stratum;
    let [issued, counted, spoilt, unopened] = [issued, counted, spoilt, unopened].map(|number| u64::from(*number));
    let whose = whose(stratum);
    if counted + unopened != listed {
        findings.push(Finding::OtherNumber { whose: whose.clone(), counted: counted + unopened, listed });
    }
    if counted + spoilt + unopened > issued {
        findings.push(Finding::MoreThanIssued { whose, counted: counted + unopened, spoilt, issued });
    }
}

fn whose(stratum: &Stratum) -> String {
    format!("Group “{}”", stratum.name.english())
}

/// The places, counted from 0, of all that are so.
fn places<T>(all: impl IntoIterator<Item = T>, mut so: impl FnMut(T) -> bool) -> Vec<usize> {
    (0..).zip(all).filter_map(|(place, one)| so(one).then_some(place)).collect()
}

/// A finding, if there are places to it.
fn found(finding: impl FnOnce(Places) -> Finding, places: Vec<usize>, findings: &mut Vec<Finding>) {
    if !places.is_empty() {
        findings.push(finding(Places(places)));
    }
}
