//! One connection type for both engines, and one for each side of the wall.

use diesel::{PgConnection, SqliteConnection, connection::SimpleConnection};

/// A connection to either engine. PostgreSQL stands first: SQLite would take any address.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

/// A connection to the database of *who*. Only a room's `store` looks inside.
pub struct RegisterConn {
    pub(crate) sql: Conn,
}

/// A connection to the database of *what*. Only a room's `store` looks inside.
pub struct UrnConn {
    pub(crate) sql: Conn,
}

/// What the two sides have in common, for this room only: pools, transactions, migrations.
pub trait Side: Send + 'static {
    /// As people call it in messages.
    const NAME: &'static str;
    const MIGRATIONS: diesel_migrations::EmbeddedMigrations;

    fn around(conn: Conn) -> Self;
    fn sql(&mut self) -> &mut Conn;
}

impl Side for RegisterConn {
    const NAME: &'static str = "register";
    const MIGRATIONS: diesel_migrations::EmbeddedMigrations = super::migrate::REGISTER;

    fn around(sql: Conn) -> Self {
        Self { sql }
    }

    fn sql(&mut self) -> &mut Conn {
        &mut self.sql
    }
}

impl Side for UrnConn {
    const NAME: &'static str = "urn";
    const MIGRATIONS: diesel_migrations::EmbeddedMigrations = super::migrate::URN;

    fn around(sql: Conn) -> Self {
        Self { sql }
    }

    fn sql(&mut self) -> &mut Conn {
        &mut self.sql
    }
}

/// Writes a statement that the two engines type differently once for both: upserts, batches.
#[macro_export]
macro_rules! each_engine {
    ($conn:expr, |$it:ident| $statement:expr) => {
        match $conn {
            $crate::db::Conn::Postgres($it) => $statement,
            $crate::db::Conn::Sqlite($it) => $statement,
        }
    };
}

/// What every SQLite connection is told first.
///
/// * WAL: readers do not wait for the writer. `synchronous=FULL`: what was acknowledged survives
///   a power cut. `secure_delete`: what is deleted is overwritten.
/// * The cache is kept small because several connections each have one.
const PRAGMAS: &str = "
    PRAGMA busy_timeout = 10000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
    PRAGMA cache_size = -1024;
";

pub fn prepare(conn: &mut Conn) -> diesel::QueryResult<()> {
    match conn {
        Conn::Sqlite(conn) => conn.batch_execute(PRAGMAS),
        Conn::Postgres(conn) => conn.batch_execute("SET statement_timeout = '60s'; SET lock_timeout = '20s'"),
    }
}
