//! A house for one story: real server on a port of its own, databases of its own, a clock turned
//! by hand, letters put down in a folder.

mod actors;
pub mod browser;
mod mailbox;
mod page;
mod place;

use std::{net::SocketAddr, sync::mpsc, thread, time::Duration};

use clearjai::{
    accounts,
    clock::{Clock, Moment},
    dice::Chance,
    house::House as Rooms,
    schedule,
    server::{self, Listening},
    settings::Settings,
    web::at,
};

pub use actors::{PASSWORD, Visitor};
pub use mailbox::Letter;
pub use page::Page;
pub use place::Place;

/// Noon in Bangkok, 21 November 2569.
const OPENING_DAY: i64 = 1_795_237_200_000_000;

pub struct House {
    pub rooms: Rooms,
    pub clock: Clock,
    address: SocketAddr,
    handle: actix_web::dev::ServerHandle,
    runtime: tokio::runtime::Runtime,
    place: std::sync::Arc<Place>,
    /// Letters and tasks may be left over when the story ends.
    is_untidy: std::cell::Cell<bool>,
}

impl House {
    pub fn open() -> Self {
        Self::open_with(&[])
    }

    /// With other settings than usual.
    pub fn open_with(settings: &[(&str, &str)]) -> Self {
        Self::at(std::sync::Arc::new(Place::new()), Clock::by_hand(Moment::from_micros(OPENING_DAY)), settings)
    }

    /// A second server over the same databases and the same clock.
    pub fn beside(&self) -> Self {
        Self::at(self.place.clone(), self.clock.clone(), &[])
    }

    /// The same with other settings, such as another way for letters to go out.
    pub fn beside_with(&self, settings: &[(&str, &str)]) -> Self {
        Self::at(self.place.clone(), self.clock.clone(), settings)
    }

    /// The same, whose clock is wrong.
    pub fn beside_at(&self, moment: Moment) -> Self {
        Self::at(self.place.clone(), Clock::by_hand(moment), &[])
    }

    fn at(place: std::sync::Arc<Place>, clock: Clock, settings: &[(&str, &str)]) -> Self {
        let mut variables = place.settings();
        variables.retain(|(name, _)| settings.iter().all(|(other, _)| name != other));
        variables.extend(settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let (send, receive) = mpsc::channel();
        let clock_inside = clock.clone();
        thread::spawn(move || {
            actix_web::rt::System::new().block_on(async {
                let settings = Settings::read(variables, &|_| Ok(None)).unwrap();
                let (rooms, _) = Rooms::open(&settings, clock_inside, Chance::Real).await.unwrap();
                let listening = Listening { workers: 1, ..Listening::from(&settings) };
                let bound = server::bind(&rooms, &listening).unwrap();
                send.send((rooms, bound.addresses[0], bound.handle())).unwrap();
                bound.server.await.unwrap();
            });
        });
        let (rooms, address, handle) = receive.recv().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { rooms, clock, address, handle, runtime, place, is_untidy: false.into() }
    }

    /// Somebody with a browser of their own.
    pub fn visitor(&self) -> Visitor<'_> {
        Visitor::new(self)
    }

    pub fn url(&self, address: &str) -> String {
        format!("http://{}{address}", self.address)
    }

    pub fn socket(&self) -> SocketAddr {
        self.address
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

    /// Everything that is due happens now.
    pub fn timetable_runs(&self) {
        self.wait_for(schedule::run_due(&self.rooms));
    }

    /// The letters that are due are sent now.
    pub fn courier_runs(&self) -> clearjai::mail::Round {
        self.wait_for(self.rooms.courier.run()).unwrap()
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
        drop(self.handle.stop(false));
    }
}
