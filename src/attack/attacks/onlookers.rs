//! Pages of the coordinator, of HR, of the administrator and of anybody, watched after a reminder: nothing moves when
//! somebody hands in, and no page names a link, a receipt, a ballot or what somebody said.

use super::Scene;
use crate::attack::{Verdict, Witness, needles::Needles, survey::differences};

pub fn onlookers(scene: &Scene) -> Verdict {
    let played = scene.played;
    let meanwhile = played.meanwhile.iter().zip(played.meanwhile.iter().skip(1));
    let moved = meanwhile.flat_map(|(before, after)| differences(before, after));
    let moved = moved.chain(differences(&scene.loot.pages[0], &scene.loot.pages[1]));
    let mut found: Vec<_> = moved.map(|page| Witness::new(format!("a page of {} that moved", page.who), &page.address)).collect();
    let mut secrets = Needles::default();
    let mut ballots = Needles::default();
    let mut words = Needles::default();
    for voter in &played.voters {
        secrets.add("a personal link", voter.link.as_bytes());
        secrets.add("a receipt", voter.receipt.as_bytes());
        words.add("somebody's words", voter.text.get(..36).unwrap_or(&voter.text).as_bytes());
        ballots.add("a ballot", &voter.message);
    }
    let open = played.meanwhile.iter().chain([&played.before]).flatten().map(|page| (page, true));
    let closed = [&played.after, &scene.loot.pages[1]].into_iter().flatten().map(|page| (page, false));
    for (page, is_open) in open.chain(closed) {
        let here = format!("page of {}: {}", page.who, page.address);
        found.extend(secrets.find(&here, page.body.as_bytes()));
        // The bulletin lists them.
        if !page.address.contains("bulletin") {
            found.extend(ballots.find(&here, page.body.as_bytes()));
        }
        // Once the survey has closed they are to be read here, and nowhere else.
        if is_open || !page.address.contains("/results/comments") {
            found.extend(words.find(&here, page.body.as_bytes()));
        }
    }
    let seen = played.meanwhile.iter().flatten().filter(|page| page.status == 200).count();
    let promise = "no page moves when somebody hands in, or names a link, a receipt or a ballot";
    Verdict::new("pages", promise, seen, found)
}
