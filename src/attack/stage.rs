//! A throw-away house with its doors open: folder and databases of its own, a real server on a
//! port of its own, a clock turned by hand. Everything goes when the audit ends.

use std::{
    fs,
    future::Future,
    net::SocketAddr,
    os::unix::fs::{DirBuilderExt, PermissionsExt},
    path::{Path, PathBuf},
    time::Duration,
};

use futures_util::future::BoxFuture;
use tokio::runtime::Handle;

use super::{
    NotCarriedOut,
    browser::Browser,
    ear::Ear,
    store::{JournalAt, Store},
};
use crate::{
    clock::{Clock, Moment},
    db::{Place, RegisterConn, Side, UrnConn},
    dice::Chance,
    house::House,
    ids::InstallationId,
    server::{self, Listening},
    settings::{DatabaseUrl, Settings},
};

/// Noon in Bangkok, 21 November 2569.
const OPENING_DAY: i64 = 1_795_237_200_000_000;

/// What a monitor shows.
const MONITOR: &str = "a-monitor-of-the-audit";

/// Where the throw-away databases lie.
#[derive(Clone, Debug, Default)]
pub enum Ground {
    /// In the temporary folder.
    #[default]
    Sqlite,
    /// Two empty databases, as addresses.
    Postgres { register: String, urn: String },
}

impl Ground {
    /// PostgreSQL where the settings name it; nothing else of the settings is used.
    pub fn of(settings: &Settings) -> Self {
        match (&settings.register_url, &settings.urn_url) {
            (DatabaseUrl::Postgres(register), DatabaseUrl::Postgres(urn)) => {
                Self::Postgres { register: register.expose().to_owned(), urn: urn.expose().to_owned() }
            }
            _ => Self::Sqlite,
        }
    }
}

pub struct Stage {
    pub house: House,
    pub clock: Clock,
    pub ear: Ear,
    pub address: SocketAddr,
    /// The server's journal when the curtain rose, on PostgreSQL and where we may know.
    pub journal_from: Option<JournalAt>,
    handle: Handle,
    stop: Stop,
    folder: Folder,
}

/// Stops the server.
type Stop = Box<dyn Fn() -> BoxFuture<'static, ()> + Send + Sync>;

impl Stage {
    /// Founds the house and opens its doors. Runs where the server may run: in a command's system.
    pub async fn open(ground: &Ground) -> Result<Self, NotCarriedOut> {
        let ear = Ear::open()?;
        let chance = Chance::Real;
        let id: InstallationId = chance.dice().id();
        let folder = Folder::make(std::env::temp_dir().join(format!("clearjai-audit-{id}")))?;
        let settings = settings(&folder, ground)?;
        let clock = Clock::by_hand(Moment::from_micros(OPENING_DAY));
        let plan = crate::house::plan(&settings);
        expect_empty::<RegisterConn>(&plan.register)?;
        expect_empty::<UrnConn>(&plan.urn)?;
        let journal_from = if plan.register.is_sqlite() { None } else { Store::open(&plan.register)?.journal_now() };

        let (house, _) = House::open(&settings, clock.clone(), chance).await?;
        let bound = server::bind(&house, &Listening { workers: 2, ..Listening::from(&settings) })?;
        let address = bound.addresses.first().copied().ok_or(NotCarriedOut::Stuck("looked for the server".into()))?;
        let stopper = bound.handle();
        let stop: Stop = Box::new(move || Box::pin(stopper.stop(false)));
        tokio::spawn(bound.server);
        Ok(Self { house, clock, ear, address, journal_from, handle: Handle::current(), stop, folder })
    }

    pub fn data(&self) -> &Path {
        &self.house.data
    }

    pub fn is_sqlite(&self) -> bool {
        self.house.plan.register.is_sqlite()
    }

    pub fn register(&self) -> Result<Store, NotCarriedOut> {
        Store::open(&self.house.plan.register)
    }

    pub fn urn(&self) -> Result<Store, NotCarriedOut> {
        Store::open(&self.house.plan.urn)
    }

    pub fn browser(&self) -> Browser {
        Browser::new(self.address)
    }

    /// Of somebody who watches how the program fares.
    pub fn monitor(&self) -> Browser {
        let mut browser = self.browser();
        browser.token = MONITOR;
        browser
    }

    /// Waits for a deed of the house; not on a thread that serves others.
    pub fn wait<T>(&self, deed: impl Future<Output = T>) -> T {
        self.handle.block_on(deed)
    }

    /// Time passes, and never by whole seconds: every moment of the play can be told from the others.
    pub fn turn(&self, time: Duration) {
        let more = Duration::from_micros(self.house.chance.dice().below(1_000_000));
        self.clock.turn(time + more);
    }

    /// Closes the doors and takes everything away.
    pub async fn close(self) -> Result<(), NotCarriedOut> {
        (self.stop)().await;
        let places = [self.house.plan.register.clone(), self.house.plan.urn.clone()];
        drop(self.house);
        for place in places.iter().filter(|place| !place.is_sqlite()) {
            Store::open(place)?.clear()?;
        }
        drop(self.folder);
        Ok(())
    }
}

fn settings(folder: &Folder, ground: &Ground) -> Result<Settings, NotCarriedOut> {
    let mut variables = vec![
        ("CLEARJAI_DATA", folder.data().display().to_string()),
        ("CLEARJAI_BIND", "127.0.0.1:0".to_owned()),
        ("CLEARJAI_PUBLIC_URL", "http://audit.example".to_owned()),
        ("CLEARJAI_DATABASE_CONNECTIONS", "4".to_owned()),
        ("CLEARJAI_METRICS_TOKEN", MONITOR.to_owned()),
    ];
    if let Ground::Postgres { register, urn } = ground {
        variables.push(("CLEARJAI_REGISTER_URL", register.clone()));
        variables.push(("CLEARJAI_URN_URL", urn.clone()));
    }
    Ok(Settings::read(variables, &|_| Ok(None))?)
}

/// The audit fills what it is given, and takes it away again: nothing may be there.
fn expect_empty<S: Side>(place: &Place) -> Result<(), NotCarriedOut> {
    if place.is_sqlite() || Store::open(place)?.columns()?.is_empty() { Ok(()) } else { Err(NotCarriedOut::InUse(S::NAME)) }
}

/// A folder that goes when the audit ends, however it ends.
struct Folder(PathBuf);

impl Folder {
    fn make(path: PathBuf) -> Result<Self, NotCarriedOut> {
        fs::DirBuilder::new().mode(0o700).create(&path)?;
        let folder = Self(path);
        // As an administrator would make it, who does not know better: what lies in it has to
        // protect itself.
        fs::create_dir(folder.data())?;
        fs::set_permissions(folder.data(), fs::Permissions::from_mode(0o755))?;
        Ok(folder)
    }

    fn data(&self) -> PathBuf {
        self.0.join("data")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _left_behind = fs::remove_dir_all(&self.0);
    }
}
