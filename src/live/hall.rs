//! Where everybody listens: for each room that somebody listens to, one task that looks into the urn, and a channel
//! with what is to be told.
//!
//! It looks when something was done here, and once a second in any case, for what was done at another server. One
//! look serves all; who listens holds a seat and the end of a channel, nothing else. When nobody listens, nobody
//! looks.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{
    runtime::Handle,
    sync::{Notify, watch},
    time::sleep,
};

use super::{
    cast::{Vote, Voted},
    news::{News, Standing},
    seats::{Seat, Seats},
    store,
    vote_box::{NotCast, VoteBox},
};
use crate::{
    db::Db,
    ids::{LiveQuestionId, MeetingId},
    secrets::MasterKey,
};

/// More would rather reload.
const LISTENERS_MOST: usize = 2_000;

/// How often the urn is looked into, if nothing is done here; and how soon again at the soonest, after something was
/// told and after nothing was.
const LOOK: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_millis(200);
const GLANCE: Duration = Duration::from_millis(20);

/// Something is said at least so often, so that no one on the way takes the silence for an end.
const BEAT: Duration = Duration::from_secs(15);

/// Cloning it gives the same hall.
#[derive(Clone)]
pub struct Hall(Arc<Inner>);

struct Inner {
    db: Db,
    pub master: MasterKey,
    runtime: Handle,
    seats: Seats,
    votes: VoteBox,
    rooms: Mutex<HashMap<MeetingId, Arc<Stage>>>,
    is_shut: watch::Sender<bool>,
}

/// A room that somebody listens to.
struct Stage {
    news: watch::Sender<Option<Arc<News>>>,
    /// Something was done.
    done: Notify,
}

/// Who listens: everybody, or whoever leads the session and has to know what waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Everybody,
    Host,
}

/// What is heard next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A number that grows, and what is new: JSON for everybody, nothing but the number for the host.
    News(u64, String),
    Beat,
    /// The room is closed.
    Closed,
    /// This server is; another may be there.
    Shut,
}

pub struct Listener {
    news: watch::Receiver<Option<Arc<News>>>,
    is_shut: watch::Receiver<bool>,
    side: Side,
    told: u64,
    _seat: Seat,
}

impl Hall {
    pub fn open(db: &Db, master: &MasterKey) -> Self {
        Self(Arc::new(Inner {
            db: db.clone(),
            master: master.clone(),
            runtime: Handle::current(),
            seats: Seats::new(LISTENERS_MOST),
            votes: VoteBox::open(db),
            rooms: Mutex::default(),
            is_shut: watch::Sender::new(false),
        }))
    }

    pub fn db(&self) -> &Db {
        &self.0.db
    }

    pub fn master(&self) -> &MasterKey {
        &self.0.master
    }

    /// Everybody goes home; whoever comes later is sent away.
    pub fn shut(&self) {
        self.0.is_shut.send_replace(true);
    }

    pub fn listeners(&self) -> usize {
        self.0.seats.taken()
    }

    pub async fn vote(&self, vote: Vote) -> Result<Voted, NotCast> {
        let meeting = vote.meeting;
        let voted = self.0.votes.cast(vote).await?;
        self.changed(meeting);
        Ok(voted)
    }

    /// Something was done in a room: whoever listens is told at once.
    pub fn changed(&self, meeting: MeetingId) {
        if let Some(stage) = self.rooms().get(&meeting) {
            stage.done.notify_one();
        }
    }

    /// `None` when every seat is taken. The room is there.
    pub fn listen(&self, meeting: MeetingId, side: Side) -> Option<Listener> {
        if *self.0.is_shut.borrow() {
            return None;
        }
        let seat = self.0.seats.take()?;
        let mut rooms = self.rooms();
        let stage = rooms.entry(meeting).or_insert_with(|| {
            let stage = Arc::new(Stage { news: watch::Sender::new(None), done: Notify::new() });
            self.0.runtime.spawn(watch_over(self.clone(), meeting, stage.clone()));
            stage
        });
        let news = stage.news.subscribe();
        Some(Listener { news, is_shut: self.0.is_shut.subscribe(), side, told: 0, _seat: seat })
    }

    fn rooms(&self) -> std::sync::MutexGuard<'_, HashMap<MeetingId, Arc<Stage>>> {
        self.0.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Nobody listens any more: then nobody shall look. Whoever comes at the same moment finds it still there, or not.
    fn is_left(&self, meeting: MeetingId, stage: &Stage) -> bool {
        let mut rooms = self.rooms();
        let is_left = stage.news.receiver_count() == 0;
        if is_left {
            rooms.remove(&meeting);
        }
        is_left
    }

    /// One look: how a room stands, and the words that were not known yet. A room that is gone is closed.
    async fn look(
        &self,
        meeting: MeetingId,
        known: HashMap<LiveQuestionId, String>,
    ) -> diesel::QueryResult<(Standing, HashMap<LiveQuestionId, String>)> {
        let master = self.0.master.clone();
        let looked = self.0.db.read_urn(move |conn| {
            let is_open = store::find(conn, meeting)?.is_some_and(|room| room.is_open);
            let standing = Standing::of(is_open, &store::questions(conn, meeting)?);
            let missing: Vec<_> = standing.ids().filter(|id| !known.contains_key(id)).collect();
            let mut texts = known;
            texts.extend(store::texts(conn, &master, &missing)?);
            Ok::<_, diesel::result::Error>((standing, texts))
        });
        looked.await
    }
}

async fn watch_over(hall: Hall, meeting: MeetingId, stage: Arc<Stage>) {
    let (mut texts, mut is_failing) = (HashMap::new(), false);
    let mut is_shut = hall.0.is_shut.subscribe();
    loop {
        let mut pause = GLANCE;
        match hall.look(meeting, std::mem::take(&mut texts)).await {
            Ok((standing, known)) => {
                (texts, is_failing) = (known, false);
                let before = stage.news.borrow().clone();
                if let Some(news) = News::after(before.as_deref(), standing, &texts) {
                    let is_open = news.is_open;
                    pause = PAUSE;
                    stage.news.send_replace(Some(Arc::new(news)));
                    if !is_open {
                        hall.rooms().remove(&meeting);
                        return;
                    }
                }
            }
            Err(fault) if !is_failing => {
                tracing::warn!(%fault, "live questions cannot be read");
                is_failing = true;
            }
            Err(_) => {}
        }
        sleep(pause).await;
        tokio::select! {
            () = stage.done.notified() => {}
            () = sleep(LOOK.saturating_sub(pause)) => {}
            _ = is_shut.wait_for(|is_shut| *is_shut) => {}
        }
        if *is_shut.borrow() || hall.is_left(meeting, &stage) {
            return;
        }
    }
}

impl Listener {
    pub async fn next(&mut self) -> Heard {
        loop {
            if let Some(heard) = self.heard() {
                return heard;
            }
            let is_there = tokio::select! {
                _ = self.is_shut.wait_for(|is_shut| *is_shut) => false,
                changed = self.news.changed() => changed.is_ok(),
                () = sleep(BEAT) => return Heard::Beat,
            };
            if !is_there {
                // The last word may have come with the end.
                return self.heard().unwrap_or(Heard::Shut);
            }
        }
    }

    fn heard(&mut self) -> Option<Heard> {
        let news = self.news.borrow_and_update().clone()?;
        if !news.is_open {
            return Some(Heard::Closed);
        }
        let version = match self.side {
            Side::Everybody => news.version,
            Side::Host => news.change,
        };
        if version == self.told {
            return None;
        }
        let text = match self.side {
            Side::Everybody => news.since(self.told).to_owned(),
            Side::Host => "{}".to_owned(),
        };
        self.told = version;
        Some(Heard::News(version, text))
    }
}
