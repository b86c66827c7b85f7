//! A clock that jumps, forward and back, across the close of a round, while people hand in and the timetable is kept.

use std::{
    net::SocketAddr,
    sync::{atomic::Ordering, mpsc},
    thread,
};

use clearjai::{
    clock::{Clock, HOUR, Moment},
    credentials::verify::{Bulletin, check},
    dice::{Chance, Dice},
    house::House,
    schedule,
    server::{self, Listening},
    settings::Settings,
};

use crate::{
    Turn,
    client::{Client, Counts},
    look::{Side, leases_run_out, number},
    place::Place,
    round::Round,
};

const PEOPLE: usize = 60;
/// Of those, while the clock was still right.
const EARLY: usize = 20;
const JUMPS: usize = 60;
/// Where the most can go wrong: around the close and its grace.
const NEAR: i64 = 20 * 60;
const FAR: i64 = 20 * 86_400;

#[test]
fn whichever_way_the_clock_jumps_nothing_is_opened_early_nothing_is_lost_and_nothing_is_released_twice() {
    let turn = Turn::comes();
    let (mut rounds, mut ballots, mut too_late) = (0, 0, 0);
    while rounds == 0 || !turn.is_over() {
        let place = Place::new();
        let mut story = Story::begins(&place);
        for _ in 0..JUMPS {
            story.jumps();
        }
        let (counted, refused) = story.ends();
        (rounds, ballots, too_late) = (rounds + 1, ballots + counted, too_late + refused);
    }
    println!(
        "clock: {rounds} rounds, {} jumps, {ballots} ballots acknowledged, each counted once, {too_late} out of time",
        rounds * JUMPS
    );
}

/// A server in this process, whose clock is turned by hand.
struct Inside {
    house: House,
    clock: Clock,
    address: SocketAddr,
    handle: actix_web::dev::ServerHandle,
    runtime: tokio::runtime::Runtime,
}

impl Inside {
    fn open(place: &Place) -> Self {
        let variables = place.settings();
        let clock = Clock::by_hand(Clock::System.now());
        let (send, receive) = mpsc::channel();
        let clock_inside = clock.clone();
        thread::spawn(move || {
            actix_web::rt::System::new().block_on(async {
                let settings = Settings::read(variables, &|_| Ok(None)).unwrap();
                let (house, _) = House::open(&settings, clock_inside, Chance::Real).await.unwrap();
                let listening = Listening { workers: 1, ..Listening::from(&settings) };
                let bound = server::bind(&house, &listening).unwrap();
                send.send((house, bound.addresses[0], bound.handle())).unwrap();
                bound.server.await.unwrap();
            });
        });
        let (house, address, handle) = receive.recv().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { house, clock, address, handle, runtime }
    }

    fn is_set_to(&self, moment: Moment) {
        let Clock::ByHand(stands) = &self.clock else { panic!("it is turned by hand") };
        stands.store(*moment.micros(), Ordering::SeqCst);
    }

    fn keeps_the_timetable(&self) {
        self.runtime.block_on(schedule::run_due(&self.house));
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

struct Story<'place> {
    place: &'place Place,
    round: &'static Round,
    inside: Inside,
    /// Who has nothing yet; who has a credential; whose ballot was acknowledged.
    nothing: Vec<Client<'static>>,
    entitled: Vec<Client<'static>>,
    acknowledged: Vec<Client<'static>>,
    now: i64,
    /// The timetable was kept when the round was over.
    was_over: bool,
    refused: usize,
    /// What the urn holds once it is opened.
    opened: Option<Vec<(String, Vec<String>)>>,
}

impl<'place> Story<'place> {
    fn begins(place: &'place Place) -> Self {
        let round: &'static Round = Box::leak(Box::new(Round::open(&place.settings(), PEOPLE).unwrap()));
        let inside = Inside::open(place);
        let address = format!("http://{}", inside.address);
        let counts = &mut Counts::default();
        let nothing = round.links.iter().map(|link| Client::new(round, link, &[&address], counts)).collect();
        let now = inside.clock.now().seconds();
        let (entitled, acknowledged) = (Vec::new(), Vec::new());
        let (was_over, refused, opened) = (false, 0, None);
        let mut story = Self { place, round, inside, nothing, entitled, acknowledged, now, was_over, refused, opened };
        for _ in 0..EARLY {
            story.somebody_collects();
            story.somebody_hands_in();
        }
        story
    }

    fn closes(&self) -> i64 {
        self.round.paper.closes
    }

    fn grace_ends(&self) -> i64 {
        self.closes() + i64::from(self.round.paper.grace_minutes) * 60
    }

    fn stands_at(&mut self, seconds: i64) {
        self.now = seconds;
        self.inside.is_set_to(Moment::from_micros(seconds * 1_000_000));
    }

    /// To another moment; then somebody does something, or the timetable does.
    fn jumps(&mut self) {
        let dice = &mut Dice::real();
        let reach = if dice.below(2) == 0 { NEAR } else { FAR };
        let jump = i64::try_from(dice.below(u64::try_from(2 * reach).unwrap())).unwrap() - reach;
        self.stands_at(self.closes() + jump);
        match dice.below(8) {
            0 => self.keeps_the_timetable(),
            1..=3 => self.somebody_collects(),
            4..=6 => self.somebody_hands_in(),
            _ => self.somebody_replaces(),
        }
        self.holds();
    }

    fn keeps_the_timetable(&mut self) {
        self.was_over |= self.now >= self.grace_ends();
        self.inside.keeps_the_timetable();
    }

    fn somebody_collects(&mut self) {
        let Some(mut client) = self.nothing.pop() else { return };
        let counts = &mut Counts::default();
        if client.collects_if_open(counts) {
            // Whoever has opened is open, also to a clock that stands before the opening; the urn waits for it.
            assert!(self.now < self.grace_ends(), "somebody collected out of time");
            self.entitled.push(client);
        } else {
            // Until the round was over, whoever comes in time is let in.
            assert!(self.now >= self.closes() || !self.is_within_the_window() || self.is_closed(), "refused in time");
            self.refused += 1;
            self.nothing.push(client);
        }
        counts.nothing_broke();
    }

    fn somebody_hands_in(&mut self) {
        let Some(mut client) = self.entitled.pop() else { return };
        let counts = &mut Counts::default();
        if client.hands_in_if_open(counts) {
            assert!(self.is_within_the_window() && !self.is_open_no_more(), "a ballot was taken out of time");
            self.acknowledged.push(client);
        } else {
            assert!(!self.is_within_the_window() || self.is_open_no_more(), "refused in time");
            self.refused += 1;
            self.entitled.push(client);
        }
        counts.nothing_broke();
    }

    fn somebody_replaces(&mut self) {
        if self.is_within_the_window()
            && !self.is_open_no_more()
            && let Some(client) = self.acknowledged.first_mut()
        {
            client.replaces(&mut Counts::default());
        }
    }

    fn is_within_the_window(&self) -> bool {
        (self.round.paper.opens..self.grace_ends()).contains(&self.now)
    }

    fn is_closed(&self) -> bool {
        number(self.place, Side::Register, "SELECT COUNT(*) FROM surveys WHERE state <> 'open'") > 0
    }

    fn is_open_no_more(&self) -> bool {
        number(self.place, Side::Urn, "SELECT COUNT(*) FROM papers WHERE stage <> 'open'") > 0
    }

    /// Whatever the clock says now.
    fn holds(&mut self) {
        if !self.is_open_no_more() {
            let sealed = number(self.place, Side::Urn, "SELECT COUNT(*) FROM sealed_ballots");
            assert_eq!(sealed, self.acknowledged.len(), "who was acknowledged lies sealed");
            return;
        }
        assert!(self.was_over, "it was opened before its time");
        if number(self.place, Side::Urn, "SELECT COUNT(*) FROM papers WHERE stage = 'released'") == 0 {
            return;
        }
        let of_the_count = ["papers", "strata", "sealed_ballots", "opened_ballots", "result_groups", "answers", "texts"];
        let is_one = |table: &str| of_the_count.iter().any(|name| table == format!("urn.{name}"));
        let rows: Vec<_> = self.place.all_rows().into_iter().filter(|(table, _)| is_one(table)).collect();
        match &self.opened {
            None => self.opened = Some(rows),
            Some(opened) => assert!(*opened == rows, "what was opened was opened again, or changed"),
        }
    }

    /// The clock is right again.
    fn ends(mut self) -> (usize, usize) {
        for hours in 1..=3 {
            self.stands_at(self.grace_ends() + hours * i64::try_from(HOUR.as_secs()).unwrap());
            leases_run_out(self.place);
            self.keeps_the_timetable();
            self.holds();
        }
        assert!(self.opened.is_some(), "it was never opened");
        let acknowledged = self.acknowledged.len();
        let mut answer =
            ureq::get(format!("http://{}/api/v1/bulletins/{}", self.inside.address, self.round.survey)).call().unwrap();
        let bulletin = Bulletin::parse(&answer.body_mut().read_to_vec().unwrap()).unwrap();
        assert!(check(&bulletin, &|_| ()).unwrap().holds(), "{bulletin:?}");
        assert_eq!(bulletin.ballots.len(), acknowledged);
        assert!(self.acknowledged.iter().all(|client| bulletin.place_of(&client.message).is_some()));
        if acknowledged >= usize::try_from(self.round.paper.k).unwrap() {
            assert_eq!(number(self.place, Side::Urn, "SELECT COUNT(*) FROM answers"), acknowledged);
        }
        (acknowledged, self.refused)
    }
}
