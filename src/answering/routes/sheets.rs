//! Page after page for browsers without scripts. Every page carries all that was answered, so nothing is kept
//! here between two of them, and any of them can be sent again.

use actix_web::{HttpResponse, web};

use super::showing::seated;
use crate::{
    accounts::Gatehouse,
    answering::{
        hand_in::{Doors, Draft, NotHandedIn, hand_in},
        luggage::{Luggage, RECEIPT, Seed},
        pages::{self, Turned},
        sitting::{Posted, Sitting},
        turning::Turning,
        way::Way,
        words,
    },
    credentials::issue::{Keyring, NoEntry, NotIssued, Stage},
    ids::SurveyId,
    language::Language,
    urn::{BallotBox, Fate, NotCast, Refused, fate},
    web::{Body, Failure, Faults, Visit},
};

type Shown = Result<HttpResponse, Failure>;

/// `POST` [`at::PERSONAL_PAGE`](crate::web::at::PERSONAL_PAGE)
pub async fn turn(
    visit: Visit,
    gate: web::Data<Gatehouse>,
    keyring: web::Data<Keyring>,
    ballots: web::Data<BallotBox>,
    path: web::Path<(String, String)>,
    body: Body,
) -> Shown {
    let (link, page) = path.into_inner();
    let doors = doors(&gate, &keyring, &ballots);
    Desk { gate: &gate, doors, form: body.without_key() }.turn(visit, Way::Personal(link), &page).await
}

/// `POST` [`at::REPLACE_PAGE`](crate::web::at::REPLACE_PAGE)
pub async fn turn_replacing(
    visit: Visit,
    gate: web::Data<Gatehouse>,
    keyring: web::Data<Keyring>,
    ballots: web::Data<BallotBox>,
    path: web::Path<(SurveyId, String)>,
    body: Body,
) -> Shown {
    let (survey, page) = path.into_inner();
    let doors = doors(&gate, &keyring, &ballots);
    Desk { gate: &gate, doors, form: body.without_key() }.turn(visit, Way::Replacing(survey), &page).await
}

fn doors(gate: &Gatehouse, keyring: &Keyring, ballots: &BallotBox) -> Doors {
    Doors { db: gate.db.clone(), master: gate.master.clone(), keyring: keyring.clone(), ballots: ballots.clone() }
}

/// What was sent, and what is needed to answer it.
struct Desk<'it> {
    gate: &'it Gatehouse,
    doors: Doors,
    form: Vec<(String, String)>,
}

impl Desk<'_> {
    fn text(&self, field: &str) -> &str {
        self.form.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value)
    }

    async fn turn(&self, mut visit: Visit, way: Way, page: &str) -> Shown {
        let switched = Language::from_code(self.text("lang"));
        visit.language = switched.unwrap_or(visit.language);
        let sitting = match seated(&visit, self.gate, way).await? {
            Ok(sitting) => sitting,
            Err(refused) => return Ok(refused),
        };
        let posted = match &sitting.posted {
            Some(posted)
                if posted.paper.without_script && (sitting.stage == Stage::Open || page == "send" && sitting.is_taken) =>
            {
                posted
            }
            _ => return Ok(pages::start(&visit, &sitting)),
        };
        let turning = Turning::new(&posted.paper.instrument, posted.paper.one_by_one, &self.form);
        let at = At { visit: &visit, sitting: &sitting, posted, turning: &turning, luggage: Luggage::read(&self.form) };
        if sitting.way.is_replacing()
            && let Some(fault) = self.receipt_fault(&at).await?
        {
            let faults = Faults::one(RECEIPT, fault);
            return Ok(pages::replace(&visit.standing_at(""), &sitting, self.text(RECEIPT), &faults));
        }
        match (page, switched) {
            ("send", None) => self.send(at).await,
            ("send" | "check", _) => Ok(at.check()),
            (number, _) => {
                let number = number.parse().map_err(|_| Failure::NotFound)?;
                Ok(at.page(number, if switched.is_some() { "show" } else { self.text("go") }))
            }
        }
    }

    async fn receipt_fault(&self, at: &At<'_>) -> Result<Option<&'static str>, Failure> {
        let say = words::start(at.visit.language);
        let survey = at.posted.paper.survey;
        let Some(receipt) = at.luggage.seed.as_ref().and_then(Seed::receipt) else {
            return Ok(Some(say.receipt_missing));
        };
        let message = receipt.message(survey);
        Ok(match self.gate.db.read_urn(move |conn| fate(conn, survey, &message)).await? {
            Some(Fate::Sealed(_)) => None,
            Some(Fate::Released(_)) => Some(say.receipt_released),
            None => Some(say.receipt_unknown),
        })
    }

    async fn send(&self, at: At<'_>) -> Shown {
        if at.turning.first_with_faults().is_some() {
            return Ok(at.check());
        }
        // Sent without having seen the check page: that comes first.
        let (Some(seed), Some(secret)) = (at.luggage.seed.clone(), at.luggage.secret) else { return Ok(at.check()) };
        let draft = Draft { seed, secret, fields: at.turning.handed_in() };
        let link = match &at.sitting.way {
            Way::Personal(link) => at.sitting.stratum.map(|stratum| (link.as_str(), stratum)),
            Way::Open(_) | Way::Replacing(_) => None,
        };
        match hand_in(&self.doors, at.posted, link, &draft, at.visit.premises.now()).await {
            Ok(cast) => Ok(pages::sent(at.visit, at.sitting, at.posted.paper.k, &draft.seed, cast)),
            Err(refusal) => {
                let code = code(&refusal);
                if code == "failed" {
                    // Which database or library; never whose ballot.
                    tracing::error!(fault = %refusal, "a ballot could not be handed in");
                }
                Ok(pages::not_sent(at.visit, at.sitting, Some((at.turning, &at.luggage)), code))
            }
        }
    }
}

/// Somebody in front of one page.
struct At<'it> {
    visit: &'it Visit,
    sitting: &'it Sitting,
    posted: &'it Posted,
    turning: &'it Turning<'it>,
    luggage: Luggage,
}

impl At<'_> {
    fn page(&self, number: usize, go: &str) -> HttpResponse {
        let turning = self.turning;
        match go {
            "show" => self.show(number, false, self.luggage.changing.clone()),
            "change" => self.show(number, false, turning.asked()),
            "back" => self.show(turning.before(number).unwrap_or(number), false, String::new()),
            _ if !turning.faults_on(number).is_empty() => self.show(number, true, self.luggage.changing.clone()),
            _ if self.luggage.changing == turning.asked() => self.check(),
            _ => match turning.after(number) {
                Some(next) => self.show(next, false, String::new()),
                None => self.check(),
            },
        }
    }

    /// A page on which nothing is asked leads to the next one.
    fn show(&self, number: usize, with_faults: bool, changing: String) -> HttpResponse {
        let turning = self.turning;
        let open = if turning.shown_on(number).is_empty() { turning.after(number) } else { Some(number) };
        let Some(number) = open else { return self.check() };
        let faults = if with_faults { turning.faults_on(number) } else { Vec::new() };
        // From the first sheet on: going back and coming again leads to the same ballot.
        let luggage = Luggage { changing, ..self.luggage.clone().complete(&mut self.visit.premises.dice()) };
        pages::sheet(self.visit, self.sitting, self.posted, &Turned { turning, luggage: &luggage, number, faults: &faults })
    }

    fn check(&self) -> HttpResponse {
        if let Some(number) = self.turning.first_with_faults() {
            return self.show(number, true, self.luggage.changing.clone());
        }
        let luggage = self.luggage.clone().complete(&mut self.visit.premises.dice());
        pages::check(self.visit, self.sitting, self.turning, &luggage)
    }
}

/// As docs/protocol.md calls it.
const fn code(refusal: &NotHandedIn) -> &'static str {
    match refusal {
        NotHandedIn::NotIssued(NotIssued::NoEntry(NoEntry::NoSuchLink)) => "no_such_link",
        NotHandedIn::NotIssued(NotIssued::NoEntry(NoEntry::Replaced)) => "link_replaced",
        NotHandedIn::NotIssued(NotIssued::NotOpenYet) | NotHandedIn::NotCast(NotCast::Refused(Refused::NotOpenYet)) => {
            "not_open_yet"
        }
        NotHandedIn::NotIssued(NotIssued::Closed) | NotHandedIn::NotCast(NotCast::Refused(Refused::Closed)) => "closed",
        NotHandedIn::NotIssued(NotIssued::AlreadyCollected) => "already_collected",
        NotHandedIn::NotCast(NotCast::Busy) => "busy",
        NotHandedIn::NotCast(NotCast::Refused(refusal)) => match refusal {
            Refused::NoSuchSurvey => "no_such_survey",
            Refused::WrongStratum => "wrong_stratum",
            Refused::NotEntitled => "not_entitled",
            Refused::WrongSize => "wrong_size",
            Refused::Superseded => "superseded",
            Refused::Released => "released",
            Refused::NotOpenYet | Refused::Closed => "closed",
        },
        NotHandedIn::TooLarge(_) => "too_large",
        NotHandedIn::NoSuchBallot => "no_such_ballot",
        _ => "failed",
    }
}
