//! Every page about the survey, as the coordinator, HR, the administrator and passers-by see it at one moment.

use crate::{
    attack::{NotCarriedOut, browser::Browser, play, stage::Stage, truth::Truth},
    ids::SurveyId,
};

/// A page as somebody saw it. What is drawn anew for every visit is taken out.
#[derive(Clone, PartialEq, Eq)]
pub struct Seen {
    pub who: &'static str,
    pub address: String,
    pub status: u16,
    pub body: String,
}

/// Everyone has a browser of their own and keeps it.
pub struct Onlookers {
    survey: SurveyId,
    browsers: [(&'static str, Browser); 4],
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
        let anybody = stage.browser();
        let browsers =
            [("the coordinator", coordinator?), ("HR", hr?), ("the administrator", administrator?), ("anybody", anybody)];
        Ok(Self { survey, browsers })
    }

    pub fn look(&mut self) -> Result<Vec<Seen>, NotCarriedOut> {
        let addresses = addresses(self.survey);
        let mut seen = Vec::new();
        for (who, browser) in &mut self.browsers {
            for address in &addresses {
                let page = browser.get(address)?;
                seen.push(Seen { who, address: address.clone(), status: page.status, body: steady(&page.body) });
            }
        }
        Ok(seen)
    }
}

/// What one look shows and the other does not.
pub fn differences<'seen>(before: &'seen [Seen], after: &'seen [Seen]) -> impl Iterator<Item = &'seen Seen> {
    before.iter().zip(after).filter(|(before, after)| before != after).map(|(_, after)| after)
}

fn addresses(id: SurveyId) -> Vec<String> {
    let of_round =
        ["", "/settings", "/form", "/schedule", "/privacy", "/participation"].map(|part| format!("/en/rounds/{id}{part}"));
    let others = [
        "/en/home".to_owned(),
        "/en/rounds".to_owned(),
        format!("/en/hr/rounds/{id}/eligible"),
        format!("/en/hr/rounds/{id}/remind"),
        format!("/en/hr/rounds/{id}/letters"),
        format!("/en/hr/rounds/{id}/slips"),
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
    of_round.into_iter().chain(others).collect()
}

/// Without the keys of forms.
fn steady(body: &str) -> String {
    const MARK: &str = "name=\"key\" value=\"";
    let mut parts = body.split(MARK);
    let mut steady = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        steady.push_str(MARK);
        steady.push_str(part.split_once('"').map_or("", |(_, rest)| rest));
    }
    steady
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
}
