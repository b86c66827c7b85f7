//! Every page about the survey, as the coordinator, HR, the administrator, a monitor and passers-by see it at one moment.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Voter;
use crate::{
    attack::{NotCarriedOut, browser::Browser, play, stage::Stage, truth::Truth},
    ids::SurveyId,
};

/// Of pages that differ only in whom or what they are about, so many are looked at, and those that were asked for.
const OF_A_KIND: usize = 3;

/// A page as somebody saw it. What is drawn anew for every visit is taken out.
#[derive(Clone, PartialEq, Eq)]
pub struct Seen {
    pub who: &'static str,
    pub address: String,
    pub status: u16,
    pub body: String,
}

/// Everyone has a browser of their own and keeps it.
pub struct Onlookers(Vec<Onlooker>);

struct Onlooker {
    who: &'static str,
    browser: Browser,
    addresses: Vec<String>,
}

impl Onlookers {
    pub fn sign_in(stage: &Stage, truth: &mut Truth, survey: SurveyId) -> Result<Self, NotCarriedOut> {
        // The first two of the staff that sign in with these roles: see the play about accounts.
        let mut by_account = |nth: usize| -> Result<Browser, NotCarriedOut> {
            let person = truth.people.get(nth).cloned().ok_or_else(|| NotCarriedOut::Stuck("looked for anybody".to_owned()))?;
            let mut browser = stage.browser();
            play::sign_in(stage, truth, &person, &mut browser)?;
            Ok(browser)
        };
        let [coordinator, hr, administrator] = [play::A_COORDINATOR, play::HR, play::AN_ADMINISTRATOR].map(&mut by_account);
        let browsers =
            [("the coordinator", coordinator?), ("HR", hr?), ("the administrator", administrator?), ("anybody", stage.browser())];
        let addresses = addresses(survey);
        let people = browsers.map(|(who, browser)| Onlooker { who, browser, addresses: addresses.clone() });
        let monitor = Onlooker { who: "a monitor", browser: stage.monitor(), addresses: vec!["/metrics".to_owned()] };
        Ok(Self(people.into_iter().chain([monitor]).collect()))
    }

    /// From now on they look at everything that can be reached from where they are, and at what is kept of these people.
    pub fn walk(&mut self, about: &[&Voter]) -> Result<(), NotCarriedOut> {
        let about: Vec<_> = about.iter().map(|voter| format!("/en/hr/roster/people/{}", voter.id)).collect();
        for onlooker in &mut self.0 {
            onlooker.addresses.extend(about.iter().cloned());
            onlooker.walk()?;
        }
        Ok(())
    }

    pub fn look(&mut self) -> Result<Vec<Seen>, NotCarriedOut> {
        let mut seen = Vec::new();
        for Onlooker { who, browser, addresses } in &mut self.0 {
            for address in addresses {
                let page = browser.get(address)?;
                seen.push(Seen { who, address: address.clone(), status: page.status, body: steady(&page.body) });
            }
        }
        Ok(seen)
    }
}

impl Onlooker {
    fn walk(&mut self) -> Result<(), NotCarriedOut> {
        let mut known: BTreeSet<_> = self.addresses.iter().cloned().collect();
        let mut of_kind = BTreeMap::new();
        let mut ahead: VecDeque<_> = self.addresses.iter().cloned().collect();
        while let Some(address) = ahead.pop_front() {
            for link in links(&self.browser.get(&address)?.body) {
                let seen: &mut usize = of_kind.entry(kind(&link)).or_default();
                if *seen < OF_A_KIND && known.insert(link.clone()) {
                    *seen += 1;
                    self.addresses.push(link.clone());
                    ahead.push_back(link);
                }
            }
        }
        Ok(())
    }
}

/// What one look shows and the other does not.
pub fn differences<'seen>(before: &'seen [Seen], after: &'seen [Seen]) -> impl Iterator<Item = &'seen Seen> {
    before.iter().zip(after).filter(|(before, after)| before != after).map(|(_, after)| after)
}

fn addresses(id: SurveyId) -> Vec<String> {
    let of_round = ["", "/settings", "/form", "/schedule", "/privacy", "/participation", "/plan", "/report", "/results"];
    let of_round = of_round.into_iter().chain(["/results/items", "/results/units", "/results/compare", "/results/comments"]);
    let of_hr =
        ["eligible", "roll", "rule", "groups", "remind", "letters", "slips"].map(|part| format!("/en/hr/rounds/{id}/{part}"));
    let others = [
        "/en/home".to_owned(),
        "/en/hr".to_owned(),
        "/en/rounds".to_owned(),
        "/en/hr/undeliverable".to_owned(),
        "/en/hr/roster".to_owned(),
        "/en/hr/units".to_owned(),
        "/en/admin/log".to_owned(),
        "/en/admin/schedule".to_owned(),
        "/en/admin/mail".to_owned(),
        "/en/admin/people".to_owned(),
        format!("/en/surveys/{id}"),
        format!("/en/surveys/{id}/bulletin"),
        format!("/en/o/{id}"),
        format!("/api/v1/papers/{id}"),
        format!("/api/v1/bulletins/{id}"),
    ];
    of_round.map(|part| format!("/en/rounds/{id}{part}")).chain(of_hr).chain(others).collect()
}

/// Where one can go from a page of this house, in English.
fn links(body: &str) -> BTreeSet<String> {
    let links = body.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#']).next());
    links.filter(|link| link.starts_with("/en/")).map(|link| link.replace("&amp;", "&")).collect()
}

/// What a page is about, whoever or whatever it is about.
fn kind(address: &str) -> String {
    let mut parts = address.split('?');
    let path = parts.next().unwrap_or_default().split('/');
    let path: Vec<_> = path.map(|part| if part.contains(|sign: char| sign.is_ascii_digit()) { "*" } else { part }).collect();
    let asked = parts.next().unwrap_or_default().split('&').filter_map(|field| field.split('=').next());
    [path.join("/")].into_iter().chain(asked.map(ToOwned::to_owned)).collect::<Vec<_>>().join("?")
}

/// What stands before a value that is drawn anew for every visit: keys of forms, what names a form or a browser, work to be done.
const DRAWN: [&str; 6] = [
    "name=\"key\" value=\"",
    "name=\"once\" value=\"",
    "name=\"device\" value=\"",
    "name=\"browser\" value=\"",
    "name=\"work\" value=\"",
    "data-work=\"",
];

/// Without what is drawn anew for every visit.
fn steady(body: &str) -> String {
    DRAWN.iter().fold(body.to_owned(), |body, mark| {
        let mut parts = body.split(mark);
        let mut steady = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            steady.push_str(mark);
            steady.push_str(part.split_once('"').map_or("", |(_, rest)| rest));
        }
        steady
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_of_a_form_is_no_difference_and_everything_else_is() {
        let page = |key: &str, rest: &str| steady(&format!("<form><input name=\"key\" value=\"{key}\">{rest}"));
        assert_eq!(page("a", "13 people"), page("b", "13 people"));
        assert_ne!(page("a", "13 people"), page("a", "14 people"));
    }

    #[test]
    fn links_of_this_house_are_followed_and_pages_of_a_kind_are_told_from_others() {
        let body = "<a href=\"/en/hr/roster?page=2&amp;unit=a#top\"><a href=\"/rounds\"><a href=\"https://elsewhere/en/x\">";
        assert_eq!(links(body).into_iter().collect::<Vec<_>>(), ["/en/hr/roster?page=2&unit=a"]);
        assert_eq!(kind("/en/hr/roster?page=2&unit=a"), kind("/en/hr/roster?page=3&unit=b"));
        assert_eq!(kind("/en/rounds/01a/form"), kind("/en/rounds/02b/form"));
        assert_ne!(kind("/en/rounds/01a/form"), kind("/en/rounds/01a/settings"));
    }
}
