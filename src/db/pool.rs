//! Pools of connections, and the only four doors to them.

use std::{
    any::Any,
    error::Error as StdError,
    marker::PhantomData,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
    thread,
    time::Duration,
};

use diesel::{
    Connection, PgConnection, RunQueryDsl as _,
    connection::SimpleConnection as _,
    r2d2::{ManageConnection, R2D2Connection},
    result::{ConnectionError, Error},
    sql_query,
};

use super::{
    Conn, Place, RegisterConn, Side, UrnConn,
    conn::prepare,
    fault::out_of_reach,
    transaction::{read, write},
};

/// How long a deed waits for a free connection before people are asked to come back later.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often, and how many times, a table that is to be rewritten waits for those who still read it.
const A_MOMENT: Duration = Duration::from_millis(50);
const OTHERS_TAKE: u32 = 400;

/// Both databases. Cloning it is cheap and gives the same pools.
#[derive(Clone)]
pub struct Db {
    register: Pool<RegisterConn>,
    urn: Pool<UrnConn>,
}

impl Db {
    pub(super) fn new(register: Pool<RegisterConn>, urn: Pool<UrnConn>) -> Self {
        Self { register, urn }
    }

    /// Does a deed in the register: one serializable transaction, done again after a lost race.
    pub async fn register<T, E>(&self, deed: impl Fn(&mut RegisterConn) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + StdError + Send + 'static,
    {
        self.register.clone().write(deed).await
    }

    /// Looks something up in the register and changes nothing.
    pub async fn read_register<T, E>(
        &self,
        question: impl FnOnce(&mut RegisterConn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + StdError + Send + 'static,
    {
        self.register.clone().read(question).await
    }

    /// Does a deed in the urn. Nothing that knows a person may come with it.
    pub async fn urn<T, E>(&self, deed: impl Fn(&mut UrnConn) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + StdError + Send + 'static,
    {
        self.urn.clone().write(deed).await
    }

    /// Looks something up in the urn and changes nothing.
    pub async fn read_urn<T, E>(&self, question: impl FnOnce(&mut UrnConn) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + StdError + Send + 'static,
    {
        self.urn.clone().read(question).await
    }

    /// Leaves nothing of what was deleted in `SQLite`'s write-ahead logs: they are folded into their
    /// files and emptied. Readers are not disturbed; while one is reading, what it reads stays until the
    /// next time. `PostgreSQL` sees to its own.
    pub async fn fold_logs(&self) -> Result<(), Error> {
        self.register.clone().fold_log().await?;
        self.urn.clone().fold_log().await
    }

    /// Leaves nothing of what was deleted from these tables of the register in its files.
    pub async fn rewrite_register(&self, tables: &'static [&'static str]) -> Result<(), Error> {
        self.register.clone().rewrite(tables).await
    }

    /// Whether both sides are files of `SQLite`.
    pub fn is_embedded(&self) -> bool {
        self.urn.one_writer.is_some()
    }

    /// How many deeds were done in the urn by this program since its file was written anew, the start
    /// counted as one. On `SQLite`; `PostgreSQL` knows it by itself.
    pub fn deeds_in_urn(&self) -> i64 {
        self.urn.deeds.load(Ordering::Relaxed)
    }

    /// Leaves nothing of what was deleted from these tables of the urn in its files, and on `SQLite` no
    /// order in which anything was written.
    pub async fn rewrite_urn(&self, tables: &'static [&'static str]) -> Result<(), Error> {
        self.urn.clone().rewrite(tables).await
    }
}

/// Connections to one side.
pub struct Pool<S: Side> {
    connections: diesel::r2d2::Pool<Manager<S>>,
    /// SQLite has room for one writer; those of this program queue here, in order, instead of
    /// polling the file. PostgreSQL's writers do not queue.
    one_writer: Option<Arc<Mutex<()>>>,
    deeds: Arc<AtomicI64>,
}

impl<S: Side> Clone for Pool<S> {
    fn clone(&self) -> Self {
        Self { connections: self.connections.clone(), one_writer: self.one_writer.clone(), deeds: self.deeds.clone() }
    }
}

impl<S: Side> Pool<S> {
    /// Opens no connection yet: the first deed does.
    pub fn new(place: &Place, size: u32) -> Self {
        let connections = diesel::r2d2::Pool::builder()
            .max_size(size)
            .min_idle(Some(0))
            .idle_timeout(Some(Duration::from_secs(300)))
            .connection_timeout(PATIENCE)
            .error_handler(Box::new(LogFaults))
            .build_unchecked(Manager::new(place));
        Self { connections, one_writer: place.is_sqlite().then(Arc::default), deeds: Arc::new(AtomicI64::new(1)) }
    }

    /// Borrows a connection for work outside the four doors: opening, migrating.
    pub fn borrow(&self) -> Result<diesel::r2d2::PooledConnection<Manager<S>>, Error> {
        self.connections.get().map_err(|fault| out_of_reach(&fault))
    }

    async fn write<T, E>(self, deed: impl Fn(&mut S) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + StdError + Send + 'static,
    {
        off_the_async_threads(move || {
            let turn = self.one_writer.clone();
            let _turn = turn.as_ref().map(|turn| turn.lock().unwrap_or_else(PoisonError::into_inner));
            self.deeds.fetch_add(1, Ordering::Relaxed);
            write(&mut *self.borrow()?, &deed)
        })
        .await
    }

    async fn fold_log(self) -> Result<(), Error> {
        off_the_async_threads(move || {
            let turn = self.one_writer.clone();
            let _turn = turn.as_ref().map(|turn| turn.lock().unwrap_or_else(PoisonError::into_inner));
            match self.borrow()?.sql() {
                Conn::Sqlite(conn) => conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)"),
                Conn::Postgres(_) => Ok(()),
            }
        })
        .await
    }

    /// `SQLite` writes the whole file anew, in the order of its keys, and folds its log: within a page, and
    /// where something overflows into others, it lies in the order in which it came. `PostgreSQL` writes the
    /// tables anew, once nobody looks any more at what was there before. What it keeps in its own journal is its
    /// own.
    async fn rewrite(self, tables: &'static [&'static str]) -> Result<(), Error> {
        if let Some(turn) = self.one_writer.clone() {
            let pool = self.clone();
            off_the_async_threads(move || {
                let _turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
                let mut conn = pool.borrow()?;
                let Conn::Sqlite(conn) = conn.sql() else { return Ok::<_, Error>(()) };
                // A file that nobody else can open: an urn may be larger than the memory.
                conn.batch_execute("PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY")?;
                pool.deeds.store(0, Ordering::Relaxed);
                Ok(())
            })
            .await?;
            return self.fold_log().await;
        }
        off_the_async_threads(move || {
            let mut conn = self.borrow()?;
            let Conn::Postgres(conn) = conn.sql() else { return Ok(()) };
            // As long as it takes, and each on its own: it cannot be done inside a transaction.
            conn.batch_execute("SET statement_timeout = 0")?;
            let nobody_looks = outwait(conn)?;
            let rewritten = tables.iter().try_for_each(|table| conn.batch_execute(&format!("VACUUM FULL {table}")));
            conn.batch_execute("SET statement_timeout = '60s'")?;
            rewritten?;
            if nobody_looks { Ok(()) } else { Err(out_of_reach(&"somebody still reads what was deleted; it stays that long")) }
        })
        .await
    }

    async fn read<T, E>(self, question: impl FnOnce(&mut S) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + StdError + Send + 'static,
    {
        off_the_async_threads(move || read(&mut *self.borrow()?, question)).await
    }
}

/// Waits until every transaction that began before this moment has ended: `PostgreSQL` keeps for it what it
/// may still see. Says whether they have.
fn outwait(conn: &mut PgConnection) -> Result<bool, Error> {
    #[derive(diesel::QueryableByName)]
    struct Number {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        number: i64,
    }
    let now: Number = sql_query("SELECT txid_current() % 4294967296 AS number").get_result(conn)?;
    let older = format!(
        "SELECT COUNT(*) AS number FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
            AND backend_type = 'client backend' AND age(backend_xmin) > age(CAST('{}' AS xid))",
        now.number
    );
    for _ in 0..OTHERS_TAKE {
        if sql_query(&older).get_result::<Number>(conn)?.number == 0 {
            return Ok(true);
        }
        thread::sleep(A_MOMENT);
    }
    Ok(false)
}

async fn off_the_async_threads<T, E>(work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    let done = elsewhere(Box::new(move || Box::new(work()))).await.map_err(|fault| out_of_reach(&fault))?;
    match done.downcast::<Result<T, E>>() {
        Ok(done) => *done,
        Err(_) => Err(out_of_reach(&"a deed returned something else").into()),
    }
}

type Done = Box<dyn Any + Send>;

/// Boxed, so that the runtime's machinery is there once and not once for each deed.
async fn elsewhere(work: Box<dyn FnOnce() -> Done + Send>) -> Result<Done, tokio::task::JoinError> {
    tokio::task::spawn_blocking(work).await
}

/// One connection outside any pool, with the reason if there is none.
pub(super) fn connect_alone<S: Side>(place: &Place) -> Result<S, diesel::r2d2::Error> {
    Manager::new(place).connect()
}

/// Makes connections for a pool and throws broken ones away.
pub struct Manager<S> {
    place: Place,
    side: PhantomData<fn() -> S>,
}

impl<S> Manager<S> {
    fn new(place: &Place) -> Self {
        Self { place: place.clone(), side: PhantomData }
    }
}

impl<S: Side> ManageConnection for Manager<S> {
    type Connection = S;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<S, Self::Error> {
        let mut conn = connect(&self.place).map_err(diesel::r2d2::Error::ConnectionError)?;
        prepare(&mut conn).map_err(diesel::r2d2::Error::QueryError)?;
        Ok(S::around(conn))
    }

    fn is_valid(&self, conn: &mut S) -> Result<(), Self::Error> {
        match conn.sql() {
            // A file does not go away between two deeds.
            Conn::Sqlite(_) => Ok(()),
            Conn::Postgres(conn) => conn.ping().map_err(diesel::r2d2::Error::QueryError),
        }
    }

    /// Broken is also what was left inside a transaction.
    fn has_broken(&self, conn: &mut S) -> bool {
        conn.sql().is_broken()
    }
}

fn connect(place: &Place) -> Result<Conn, ConnectionError> {
    match place {
        Place::Sqlite(path) => {
            let path = path.to_str().ok_or_else(|| ConnectionError::InvalidConnectionUrl("the path is not UTF-8".into()))?;
            diesel::SqliteConnection::establish(path).map(Conn::Sqlite)
        }
        Place::Postgres(url) => diesel::PgConnection::establish(url).map(Conn::Postgres),
    }
}

/// r2d2 retries in silence or prints to standard error; we log. PostgreSQL's words may name host
/// and role, never a password.
#[derive(Debug)]
struct LogFaults;

impl<E: StdError> diesel::r2d2::HandleError<E> for LogFaults {
    fn handle_error(&self, fault: E) {
        tracing::warn!(%fault, "no connection to the database");
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use diesel::{RunQueryDsl as _, sql_query};

    use crate::db::{Place, scratch::Scratch};

    #[tokio::test]
    async fn what_was_deleted_is_in_no_file_once_the_logs_are_folded() {
        let scratch = Scratch::new();
        let Place::Sqlite(path) = scratch.plan.register.clone() else { return };
        let db = scratch.db();
        let secret = b"deleted and gone";
        db.register(|conn| {
            let insert = sql_query("INSERT INTO spent_forms (key, answer, spent) VALUES (x'00', 'deleted and gone', 0)");
            insert.execute(&mut conn.sql)
        })
        .await
        .unwrap();
        db.register(|conn| sql_query("DELETE FROM spent_forms").execute(&mut conn.sql)).await.unwrap();
        let log = path.with_extension("db-wal");
        let holds = |path: &std::path::Path| fs::read(path).unwrap().windows(secret.len()).any(|bytes| bytes == secret);
        assert!(holds(&log), "otherwise this test proves nothing");
        db.fold_logs().await.unwrap();
        assert!(!holds(&log) && !holds(&path));
    }
}
