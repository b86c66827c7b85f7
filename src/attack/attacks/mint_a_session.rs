//! Every stored string as a cookie and as a link, at the door of the house that runs.

use std::{collections::BTreeMap, thread};

use data_encoding::{BASE64URL_NOPAD, HEXLOWER_PERMISSIVE};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::Scene;
use crate::attack::{NotCarriedOut, Verdict, Witness, loot::Loot, play, stage::Stage};

/// A token is so long as it stands in a cookie or a link.
const TOKEN: usize = 43;
/// Nothing longer is taken for one.
const LONGEST: usize = 200;
/// Nothing shorter was worth storing.
const SHORTEST: usize = 16;
/// So many knock at the same time: it takes long enough.
const VISITORS: usize = 4;

pub fn mint_a_session(scene: &Scene) -> Result<Verdict, NotCarriedOut> {
    the_door_opens_to_its_own(scene)?;
    let (stage, candidates) = (scene.stage, candidates(scene.loot).into_iter().collect::<Vec<_>>());
    let mut found = Vec::new();
    thread::scope(|threads| {
        let some = candidates.chunks(candidates.len().div_ceil(VISITORS).max(1));
        let visitors: Vec<_> = some.map(|some| threads.spawn(move || knock(stage, some))).collect();
        for visitor in visitors {
            let lost = || Err(NotCarriedOut::Stuck("knocked with others".to_owned()));
            found.extend(visitor.join().unwrap_or_else(|_| lost())?);
        }
        Ok::<_, NotCarriedOut>(())
    })?;
    let promise = "nothing that is stored signs in or opens a link";
    Ok(Verdict::new("mint a session", promise, candidates.len(), found))
}

fn knock(stage: &Stage, candidates: &[(String, String)]) -> Result<Vec<Witness>, NotCarriedOut> {
    let mut browser = stage.browser();
    let mut found = Vec::new();
    for (candidate, place) in candidates {
        browser.cookies.clear();
        browser.cookies.insert("clearjai".to_owned(), candidate.clone());
        for (page, what) in [(play::FOR_EVERYONE, "signs somebody in"), ("/en/signin/code", "passes for a password")] {
            if browser.head(page)? == 200 {
                found.push(Witness::new(format!("a stored value {what}"), place));
            }
        }
        browser.cookies.clear();
        let in_a_path = utf8_percent_encode(candidate, NON_ALPHANUMERIC);
        for link in ["reset", "invitation", "setup"] {
            if browser.head(&format!("/en/{link}/{in_a_path}"))? == 200 {
                found.push(Witness::new(format!("a stored value opens a link ({link})"), place));
            }
        }
    }
    Ok(found)
}

/// Whoever knocks and is never let in must be sure that the door can open at all.
fn the_door_opens_to_its_own(scene: &Scene) -> Result<(), NotCarriedOut> {
    let mut truth = crate::attack::truth::Truth::default();
    let person = scene.truth.people.get(1).ok_or_else(|| NotCarriedOut::Stuck("looked for anybody".to_owned()))?;
    play::sign_in(scene.stage, &mut truth, person, &mut scene.stage.browser()).map(drop)
}

/// What could be a token, and where it was stored.
fn candidates(loot: &Loot) -> BTreeMap<String, String> {
    let mut candidates = BTreeMap::new();
    let mut offer = |candidate: String, place: &str| {
        let is_sendable = candidate.bytes().all(|byte| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte));
        if is_sendable && (SHORTEST..=LONGEST).contains(&candidate.len()) {
            candidates.entry(candidate).or_insert_with(|| place.to_owned());
        }
    };
    for value in &loot.values {
        let place = value.here();
        offer(BASE64URL_NOPAD.encode(&value.bytes), &place);
        if let Ok(text) = String::from_utf8(value.bytes.clone()) {
            if let Ok(bytes) = HEXLOWER_PERMISSIVE.decode(text.as_bytes()) {
                offer(BASE64URL_NOPAD.encode(&bytes), &place);
            }
            offer(text, &place);
        }
    }
    for piece in &loot.pieces {
        let is_outside = |byte: &u8| !(byte.is_ascii_alphanumeric() || b"-_".contains(byte));
        for word in piece.bytes.split(is_outside).filter(|word| word.len() == TOKEN) {
            offer(String::from_utf8_lossy(word).into_owned(), &piece.name);
        }
    }
    candidates
}
