//! Writes a letter to one of many when it is sent, if it is still wanted then.

use diesel::{QueryResult, result::Error};
use serde::{Deserialize, Serialize};

use super::{Template, Text, gather, render};
use crate::{
    campaigns::{self, Campaign, Kind, Returned, note_undeliverable},
    clock::Moment,
    credentials::issue::Link,
    db::RegisterConn,
    ids::{CampaignId, PersonId},
    language::Language,
    mail::{self, AddressFault, Composed, Sender, Undelivered},
    people,
    secrets::MasterKey,
    surveys,
};

/// For which reason, and for whom. An order of the outbox is this as JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub campaign: CampaignId,
    pub person: PersonId,
}

impl Order {
    pub fn write(&self) -> mail::Order {
        serde_json::json!({ "campaign": self.campaign, "person": self.person }).to_string()
    }
}

#[derive(Clone, Debug)]
pub struct Scribe {
    pub master: MasterKey,
    /// Where people reach us: `https://clear.example`, without a slash at the end.
    pub public_url: String,
}

impl mail::Scribe for Scribe {
    /// An unknown id mails nobody. An order that this version cannot read waits for one that can.
    fn write(&self, conn: &mut RegisterConn, order: &str, now: Moment) -> QueryResult<Option<Composed>> {
        let order: Order = serde_json::from_str(order).map_err(|fault| Error::DeserializationError(fault.into()))?;
        let Some(campaign) = campaigns::find(conn, order.campaign)? else { return Ok(None) };
        self.letter(conn, &campaign, order.person, now)
    }

    fn give_up(&self, conn: &mut RegisterConn, order: &str, why: &Undelivered, now: Moment) -> QueryResult<()> {
        let Ok(order) = serde_json::from_str::<Order>(order) else { return Ok(()) };
        let Some(campaign) = campaigns::find(conn, order.campaign)? else { return Ok(()) };
        let Some(email) = people::find_by_id(conn, order.person)?.and_then(|person| person.email) else { return Ok(()) };
        match (campaign.kind, why.address_fault) {
            (Kind::Invitation, fault) => {
                let fault = fault.unwrap_or(AddressFault::Refused);
                note_undeliverable(conn, &email, fault, Returned::Invitation, now).map(drop)
            }
            (Kind::Reminder, Some(fault)) => note_undeliverable(conn, &email, fault, Returned::AnyLetter, now).map(drop),
            (Kind::Reminder, None) => Ok(()),
        }
    }
}

impl Scribe {
    fn letter(&self, conn: &mut RegisterConn, campaign: &Campaign, id: PersonId, now: Moment) -> QueryResult<Option<Composed>> {
        let Some(survey) = surveys::find(conn, campaign.survey)? else { return Ok(None) };
        let is_before_close = survey.state.window().is_some_and(|window| now < window.closes);
        if !survey.state.is_open() || !is_before_close || !gather::has_letters(&survey) {
            return Ok(None);
        }
        let Some(entry) = people::entry(conn, survey.id, id)? else { return Ok(None) };
        let is_to_be_left_alone = campaign.kind == Kind::Reminder && entry.is_left_alone;
        if entry.has_collected || is_to_be_left_alone {
            return Ok(None);
        }
        let Some(person) = people::find_by_id(conn, id)?.filter(|person| person.departed.is_none()) else { return Ok(None) };
        let Some(to) = person.email else { return Ok(None) };
        if people::is_undeliverable(conn, id)? {
            return Ok(None);
        }
        let language = gather::language(conn, &survey, person.language)?;
        let link = Link::new(&self.master, survey.id, id, entry.link).write();
        let place = (Some(entry.stratum), link.as_str());
        let occasion = gather::occasion(conn, &survey, language, place, &self.public_url)?;
        let text = gather::text(conn, &survey, campaign.kind, language)?;
        let template = self.template(campaign.kind, &text, language);
        let sender = Sender { department: occasion.department.clone(), contact: occasion.contact.clone() };
        Ok(template.map(|template| Composed { letter: render(&template, &occasion, to), sender }))
    }

    /// A text that was kept when other rules held gives way to the standard one: the letter goes out.
    fn template(&self, kind: Kind, text: &Text, language: Language) -> Option<Template> {
        Template::parse(kind, text, &self.public_url)
            .or_else(|_| Template::parse(kind, &Text::standard(kind, language), &self.public_url))
            .ok()
    }
}
