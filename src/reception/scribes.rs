//! Who writes which letter: an order is given to whoever knows it.

use crate::{
    campaigns::letters::Scribe as OfRounds,
    clock::Moment,
    db::RegisterConn,
    mail::{Composed, Scribe, Undelivered},
    meetings::Scribe as OfMeetings,
    secrets::MasterKey,
};

#[derive(Clone, Debug)]
pub struct Scribes {
    of_rounds: OfRounds,
    of_meetings: OfMeetings,
}

impl Scribes {
    pub fn new(master: &MasterKey, public_url: &str) -> Self {
        let (master, public_url) = (master.clone(), public_url.to_owned());
        let of_rounds = OfRounds { master: master.clone(), public_url: public_url.clone() };
        Self { of_rounds, of_meetings: OfMeetings { master, public_url } }
    }

    fn whose(&self, order: &str) -> &dyn Scribe {
        if OfMeetings::knows(order) { &self.of_meetings } else { &self.of_rounds }
    }
}

impl Scribe for Scribes {
    fn write(&self, conn: &mut RegisterConn, order: &str, now: Moment) -> diesel::QueryResult<Option<Composed>> {
        self.whose(order).write(conn, order, now)
    }

    fn give_up(&self, conn: &mut RegisterConn, order: &str, why: &Undelivered, now: Moment) -> diesel::QueryResult<()> {
        self.whose(order).give_up(conn, order, why, now)
    }
}
