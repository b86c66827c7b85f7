//! Writes a letter about a session when it is sent, if it is still wanted then.

use diesel::{QueryResult, result::Error};

use super::{
    compose::{Occasion, cancellation, invitation},
    post::{Order, Reason},
};
use crate::{
    campaigns::{Returned, note_undeliverable},
    clock::Moment,
    credentials::issue::Link,
    db::RegisterConn,
    department,
    language::Language,
    mail::{self, AddressFault, Composed, Sender, Undelivered},
    meetings::{Meeting, Stage, store},
    people::{self, Person},
    secrets::MasterKey,
};

#[derive(Clone, Debug)]
pub struct Scribe {
    pub master: MasterKey,
    /// Where people reach us: `https://clear.example`, without a slash at the end.
    pub public_url: String,
}

impl Scribe {
    /// Whether an order is one of ours; those that are not belong to somebody else.
    pub fn knows(order: &str) -> bool {
        serde_json::from_str::<Order>(order).is_ok()
    }

    fn letter(&self, conn: &mut RegisterConn, order: &Order, now: Moment) -> QueryResult<Option<Composed>> {
        let Some(meeting) = store::find(conn, order.meeting)? else { return Ok(None) };
        let is_wanted = match order.reason {
            Reason::Invitation => meeting.stage == Stage::Open && !meeting.is_past(now),
            Reason::Cancellation => meeting.stage == Stage::Cancelled && !meeting.is_past(now),
        };
        let person = people::find_by_id(conn, order.person)?.filter(|person| person.departed.is_none());
        let Some((Person { email: Some(to), language, .. }, true)) = person.map(|person| (person, is_wanted)) else {
            return Ok(None);
        };
        if people::is_undeliverable(conn, order.person)? {
            return Ok(None);
        }
        let department = department::current(conn)?.unwrap_or_else(|| department::Department::unnamed(now));
        let language = in_which(&meeting, language.unwrap_or(department.first_language), department.offers_english);
        let name =
            |thai: String, english: String| if language == Language::English && !english.is_empty() { english } else { thai };
        let sender = Sender {
            department: name(department.name_thai, department.name_english),
            contact: name(department.contact_thai, department.contact_english),
        };
        let occasion = Occasion { meeting: &meeting, language, department: &sender.department, public_url: &self.public_url };
        let letter = match order.reason {
            Reason::Cancellation => cancellation(&occasion, to),
            Reason::Invitation => {
                let invited = people::invited(conn, meeting.id)?.into_iter().find(|one| one.person == order.person);
                let Some(invited) = invited else { return Ok(None) };
                let link = Link::to_meeting(&self.master, meeting.id, order.person, invited.which);
                invitation(&occasion, &link.write(), to)
            }
        };
        Ok(Some(Composed { letter, sender }))
    }
}

/// In English only where the session has a name in it.
fn in_which(meeting: &Meeting, wanted: Language, offers_english: bool) -> Language {
    let is_offered = wanted == Language::Thai || offers_english && !meeting.plan.title.en.is_empty();
    if is_offered { wanted } else { Language::Thai }
}

impl mail::Scribe for Scribe {
    fn write(&self, conn: &mut RegisterConn, order: &str, now: Moment) -> QueryResult<Option<Composed>> {
        let order: Order = serde_json::from_str(order).map_err(|fault| Error::DeserializationError(fault.into()))?;
        self.letter(conn, &order, now)
    }

    /// Everybody gets these letters: that one did not arrive tells nothing else.
    fn give_up(&self, conn: &mut RegisterConn, order: &str, why: &Undelivered, now: Moment) -> QueryResult<()> {
        let Ok(order) = serde_json::from_str::<Order>(order) else { return Ok(()) };
        let Some(email) = people::find_by_id(conn, order.person)?.and_then(|person| person.email) else { return Ok(()) };
        let fault = why.address_fault.unwrap_or(AddressFault::Refused);
        note_undeliverable(conn, &email, fault, Returned::Invitation, now).map(drop)
    }
}
