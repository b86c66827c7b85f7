//! A house for one story: real server on a port of its own (or several that take turns), databases of its own, a clock
//! turned by hand, letters put down in a folder.

mod actors;
pub mod browser;
mod doors;
mod mailbox;
mod page;
mod place;

use std::{cell::Cell, net::SocketAddr, sync::Arc, thread, time::Duration};

use clearjai::{
    accounts,
    clock::{Clock, Moment},
    department,
    dice::Chance,
    house::House as Rooms,
    schedule,
    web::at,
};

use doors::{Doors, servers_wanted};

pub use actors::{PASSWORD, Visitor};
pub use mailbox::Letter;
pub use page::Page;
pub use place::Place;

/// Noon in Bangkok, 21 November 2569.
const OPENING_DAY: i64 = 1_795_237_200_000_000;

pub struct House {
    /// Of the server that opened first.
    pub rooms: Rooms,
    pub clock: Clock,
    doors: Doors,
    runtime: tokio::runtime::Runtime,
    place: Arc<Place>,
    /// Letters and tasks may be left over when the story ends.
    is_untidy: Cell<bool>,
}

impl House {
    pub fn open() -> Self {
        Self::open_with(&[])
    }

    /// With other settings than usual.
    pub fn open_with(settings: &[(&str, &str)]) -> Self {
        let several = servers_wanted();
        Self::at(Arc::new(Place::new()), Clock::by_hand(Moment::from_micros(OPENING_DAY)), settings, several)
    }

    /// One server, whatever the other stories have: this one is about what each server counts for itself.
    pub fn open_alone(settings: &[(&str, &str)]) -> Self {
        Self::at(Arc::new(Place::new()), Clock::by_hand(Moment::from_micros(OPENING_DAY)), settings, 1)
    }

    /// A second server over the same databases and the same clock.
    pub fn beside(&self) -> Self {
        Self::at(self.place.clone(), self.clock.clone(), &[], 1)
    }

    /// The same with other settings, such as another way for letters to go out.
    pub fn beside_with(&self, settings: &[(&str, &str)]) -> Self {
        Self::at(self.place.clone(), self.clock.clone(), settings, 1)
    }

    /// The same, whose clock is wrong.
    pub fn beside_at(&self, moment: Moment) -> Self {
        Self::at(self.place.clone(), Clock::by_hand(moment), &[], 1)
    }

    fn at(place: Arc<Place>, clock: Clock, settings: &[(&str, &str)], servers: usize) -> Self {
        let mut variables = place.settings();
        variables.retain(|(name, _)| settings.iter().all(|(other, _)| name != other));
        variables.extend(settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let doors = Doors::open(variables, &clock, servers);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { rooms: doors.first().rooms, clock, doors, runtime, place, is_untidy: false.into() }
    }

    /// Somebody with a browser of their own.
    pub fn visitor(&self) -> Visitor<'_> {
        Visitor::new(self)
    }

    /// Behind several servers the next one answers, as behind a proxy that lets them take turns.
    pub fn url(&self, address: &str) -> String {
        format!("http://{}{address}", self.socket())
    }

    /// The same server each time, for browsers, which keep things by host and port.
    pub fn origin_url(&self, address: &str) -> String {
        format!("http://{}{address}", self.origin_socket())
    }

    pub fn origin_socket(&self) -> SocketAddr {
        self.doors.first().address
    }

    pub fn socket(&self) -> SocketAddr {
        self.doors.next().address
    }

    /// The address that the first start prints.
    pub fn setup_address(&self) -> String {
        let (now, db) = (self.clock.now(), self.rooms.db.clone());
        let token = self.wait_for(async move {
            db.register(move |conn| accounts::setup_link(conn, now, &mut Chance::Real.dice())).await.unwrap()
        });
        at::setup(&token.expect("nobody can sign in yet"))
    }

    pub fn turn(&self, time: Duration) {
        self.clock.turn(time);
    }

    /// A second passes, in which every server reads the department's settings anew.
    pub fn servers_read_settings(&self) {
        for door in self.doors.all() {
            let Rooms { db, sign, strictness, .. } = &door.rooms;
            self.wait_for(department::hang(db, sign, strictness)).unwrap();
        }
    }

    /// Everything that is due happens now.
    pub fn timetable_runs(&self) {
        self.wait_for(schedule::run_due(&self.doors.next().rooms));
    }

    /// The letters that are due are sent now.
    pub fn courier_runs(&self) -> clearjai::mail::Round {
        // A story may have given the first one other patience.
        let courier = if self.doors.is_one() { self.rooms.courier.clone() } else { self.doors.next().rooms.courier };
        self.wait_for(courier.run()).unwrap()
    }

    pub fn letters(&self) -> Vec<Letter> {
        mailbox::letters(self.place.folder())
    }

    /// The one letter to that address that came last.
    pub fn letter_to(&self, address: &str) -> Letter {
        self.courier_runs();
        mailbox::latest_to(self.place.folder(), address)
    }

    pub fn place(&self) -> &Place {
        &self.place
    }

    pub fn wait_for<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// This story leaves letters behind on purpose.
    pub fn leaves_letters(&self) {
        self.is_untidy.set(true);
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if !thread::panicking() && !self.is_untidy.get() {
            let waiting = self.wait_for(self.rooms.db.read_register(clearjai::mail::waiting)).unwrap();
            assert!(
                waiting.letters == 0 && !waiting.of_campaigns,
                "letters were left in the outbox: run the courier, or say that the story leaves them"
            );
        }
    }
}
