//! The house with its doors still shut: databases open, keys in hand, courier ready.
//!
//! Built from the settings by [`House::open`]; the server, the timetable and the commands all
//! start from here.

use std::{path::PathBuf, sync::Arc};

use lettre::message::Mailbox;

use crate::{
    accounts::{Gatehouse, Passwords, Strictness},
    campaigns::calendar,
    clinic::Hatch,
    clock::Clock,
    credentials::issue::Keyring,
    db::{self, Db, OpenFault, Place, Plan},
    department::{self, Department},
    dice::Chance,
    ids::{InstallationId, InstanceId},
    live::Hall,
    lock::{Lock, NotLocked},
    mail::{Breaker, Courier, NoTransport, Transport},
    people,
    reception::Scribes,
    secrets::{self, KeyFault, MasterKey},
    settings::{self, DatabaseUrl, MailRoute, Settings},
    urn::BallotBox,
    web::{Hosts, Premises, Sign},
    yardsticks,
};

#[derive(Clone)]
pub struct House {
    pub db: Db,
    pub installation: InstallationId,
    pub instance: InstanceId,
    pub master: MasterKey,
    pub clock: Clock,
    pub chance: Chance,
    pub sign: Sign,
    pub strictness: Strictness,
    pub passwords: Passwords,
    pub courier: Courier,
    /// Signing keys of surveys that are open.
    pub keyring: Keyring,
    pub ballots: BallotBox,
    /// Where messages for the clinic are handed in.
    pub hatch: Hatch,
    /// Where questions asked live are listened to.
    pub live: Hall,
    /// Imports that this instance is working on.
    pub works: people::import::Works,
    pub public_url: String,
    /// Where ballots are taken, if not there too.
    pub ballot_url: Option<String>,
    pub tls: bool,
    /// Who shows it may read how the program fares.
    pub metrics_token: Option<settings::Secret>,
    /// Where the embedded databases, letters and backups lie.
    pub data: PathBuf,
    pub plan: Plan,
}

/// What a start found or made, for whoever started it.
#[derive(Clone, Debug, Default)]
pub struct Started {
    /// The key file that was just made, and must be backed up.
    pub new_key_file: Option<PathBuf>,
    pub steps: Vec<String>,
}

/// Why the house cannot be opened. People read these sentences at the command line.
#[derive(Debug, thiserror::Error)]
pub enum Closed {
    #[error(transparent)]
    Key(#[from] KeyFault),
    #[error(
        "CLEARJAI_MASTER_KEY is not a key. Write 32 bytes as base64, as `openssl rand -base64 32` prints them, or use a key file instead."
    )]
    KeyMalformed,
    #[error(transparent)]
    Folder(#[from] NotLocked),
    #[error(transparent)]
    Database(#[from] OpenFault),
    #[error(transparent)]
    Mail(#[from] NoTransport),
    #[error("CLEARJAI_MAIL_FROM is not a sender. Write an address, or a name and an address: ClearJai <no-reply@example.go.th>.")]
    MailFrom,
    #[error("The register database does not answer ({0}).")]
    Register(#[from] diesel::result::Error),
}

impl Closed {
    /// Whether the same start may succeed in a moment.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Database(fault) => fault.may_pass(),
            Self::Register(fault) => db::is_out_of_reach(fault),
            _ => false,
        }
    }
}

impl House {
    pub async fn open(settings: &Settings, clock: Clock, chance: Chance) -> Result<(Self, Started), Closed> {
        let plan = plan(settings);
        let turn = Lock::to_open(&settings.data)?;
        let (master, new_key_file) = master_key(settings, &plan, &chance)?;
        let (transport, from) = mail(settings)?;
        let opened = match db::open(&plan, &master, &mut chance.dice()) {
            Ok(opened) => opened,
            Err(fault) => {
                // A key that has sealed nothing is not left behind by a failed first start.
                if let Some(path) = &new_key_file
                    && matches!(db::has_data(&plan), Ok(false))
                {
                    let _gone = std::fs::remove_file(path);
                }
                return Err(fault.into());
            }
        };
        drop(turn);
        let instance = chance.dice().id();
        let courier = Courier {
            db: opened.db.clone(),
            transport,
            master: master.clone(),
            from,
            host: settings.public_url.host().to_owned(),
            clock: clock.clone(),
            chance: chance.clone(),
            instance,
            parallel: settings.mail_parallel,
            per_minute: settings.mail_per_minute.map(std::num::NonZero::get),
            scribe: Arc::new(Scribes::new(&master, &settings.public_url.origin())),
            breaker: Breaker::default(),
        };
        let ballots = BallotBox::open(&opened.db, clock.clone(), chance.clone());
        let is_behind_proxy = settings.public_url.scheme_is_https() && settings.tls.is_none();
        let hatch = Hatch::new(opened.db.clone(), master.clone(), settings.protected_channel.clone(), is_behind_proxy);
        let live = Hall::open(&opened.db, &master);
        let house = Self {
            db: opened.db,
            installation: opened.installation,
            instance,
            master,
            clock,
            chance,
            sign: Sign::default(),
            strictness: Strictness::default(),
            passwords: Passwords::default(),
            courier,
            keyring: Keyring::default(),
            ballots,
            hatch,
            live,
            works: people::import::Works::default(),
            public_url: settings.public_url.origin(),
            ballot_url: settings.ballot_url.as_ref().map(settings::PublicUrl::origin),
            tls: settings.public_url.scheme_is_https(),
            metrics_token: settings.metrics_token.clone(),
            data: settings.data.clone(),
            plan,
        };
        house.found().await?;
        Ok((house, Started { new_key_file, steps: opened.steps }))
    }

    /// The first start writes the department's row; every start hangs its sign.
    async fn found(&self) -> Result<(), diesel::result::Error> {
        let (now, master) = (self.clock.now(), self.master.clone());
        let is_founded = self.db.read_register(department::current).await?.is_some();
        if !is_founded {
            self.db.register(move |conn| department::found(conn, &master, &Department::unnamed(now), now)).await?;
        }
        if !self.db.read_register(yardsticks::any).await? {
            let chance = self.chance.clone();
            self.db.register(move |conn| yardsticks::found(conn, &mut chance.dice())).await?;
        }
        if !self.db.read_register(calendar::any).await? {
            self.db.register(calendar::found).await?;
        }
        // Names written by a version that knew no alphabet.
        if self.db.read_register(people::any_name_without_order).await? {
            self.db.register(people::put_names_in_order).await?;
        }
        department::hang(&self.db, &self.sign, &self.strictness).await
    }

    pub fn premises(&self) -> Premises {
        let hosts = Hosts { public: self.public_url.clone(), ballots: self.ballot_url.clone() };
        Premises::new(self.master.clone(), self.sign.clone(), self.clock.clone(), self.chance.clone(), self.tls, hosts)
    }

    pub fn gatehouse(&self) -> Gatehouse {
        Gatehouse {
            db: self.db.clone(),
            master: self.master.clone(),
            passwords: self.passwords.clone(),
            sign: self.sign.clone(),
            strictness: self.strictness.clone(),
            public_url: self.public_url.clone(),
            mail_from: self.courier.from.to_string(),
            tls: self.tls,
        }
    }
}

/// Where the databases are.
pub fn plan(settings: &Settings) -> Plan {
    let place = |url: &DatabaseUrl| match url {
        DatabaseUrl::Sqlite(path) => Place::Sqlite(path.clone()),
        DatabaseUrl::Postgres(url) => Place::Postgres(url.expose().to_owned()),
    };
    Plan { register: place(&settings.register_url), urn: place(&settings.urn_url), connections: settings.database_connections }
}

/// The master key, made on the very first start only.
fn master_key(settings: &Settings, plan: &Plan, chance: &Chance) -> Result<(MasterKey, Option<PathBuf>), Closed> {
    match &settings.master_key {
        settings::MasterKey::Given(key) => Ok((MasterKey::from_base64(key.expose()).ok_or(Closed::KeyMalformed)?, None)),
        settings::MasterKey::File(path) if path.exists() || db::has_data(plan)? => Ok((secrets::read(path)?, None)),
        settings::MasterKey::File(path) => {
            let (key, is_new) = secrets::found_or_read(path, &mut chance.dice())?;
            Ok((key, is_new.then(|| path.clone())))
        }
    }
}

fn mail(settings: &Settings) -> Result<(Transport, Mailbox), Closed> {
    let transport = match &settings.mail {
        MailRoute::Smtp(url) => Transport::smtp(url.expose())?,
        MailRoute::Folder(path) => Transport::folder(path),
    };
    let from = settings.mail_from.as_deref().unwrap_or("ClearJai <no-reply@clearjai.invalid>");
    Ok((transport, from.parse().map_err(|_| Closed::MailFrom)?))
}
