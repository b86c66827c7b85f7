//! One deed, one transaction, and the same isolation on both engines.
//!
//! Writing begins with `BEGIN IMMEDIATE` on SQLite and serializable, with retries, on PostgreSQL.
//! Code proven on one engine is then right on the other.

use std::{error::Error as StdError, thread, time::Duration};

use diesel::{
    Connection, QueryResult,
    connection::{AnsiTransactionManager, TransactionManager},
    result::Error,
};

use super::{
    Conn, Side,
    fault::{is_conflict, root_cause},
};
use crate::dice::Dice;

/// After so many lost races something else is wrong.
const TRIES: u32 = 30;

type Manager = <Conn as Connection>::TransactionManager;

/// Does the work in one transaction; again from the start if another writer came in between.
pub fn write<S: Side, T, E>(conn: &mut S, work: &impl Fn(&mut S) -> Result<T, E>) -> Result<T, E>
where
    E: From<Error> + StdError + 'static,
{
    let mut answer = None;
    in_transactions(conn, begin_writing, TRIES, &mut |conn| judge(&mut answer, work(conn)))?;
    answer.unwrap_or_else(|| Err(Error::NotFound.into()))
}

/// Reads everything as of one moment, and changes nothing.
pub fn read<S: Side, T, E>(conn: &mut S, work: impl FnOnce(&mut S) -> Result<T, E>) -> Result<T, E>
where
    E: From<Error> + StdError + 'static,
{
    let (mut answer, mut work) = (None, Some(work));
    in_transactions(conn, begin_reading, 1, &mut |conn| match work.take() {
        Some(work) => judge(&mut answer, work(conn)),
        None => Verdict::Drop,
    })?;
    answer.unwrap_or_else(|| Err(Error::NotFound.into()))
}

fn begin_writing(conn: &mut Conn) -> QueryResult<()> {
    match conn {
        Conn::Postgres(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN ISOLATION LEVEL SERIALIZABLE"),
        Conn::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE"),
    }
}

fn begin_reading(conn: &mut Conn) -> QueryResult<()> {
    match conn {
        Conn::Postgres(conn) => {
            AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        }
        Conn::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN DEFERRED"),
    }
}

/// What is to become of a transaction.
enum Verdict {
    Keep,
    /// Another writer came in between.
    Again,
    Drop,
}

fn judge<T, E: StdError + 'static>(answer: &mut Option<Result<T, E>>, done: Result<T, E>) -> Verdict {
    let verdict = match &done {
        Ok(_) => Verdict::Keep,
        Err(fault) if root_cause(fault).is_some_and(is_conflict) => Verdict::Again,
        Err(_) => Verdict::Drop,
    };
    *answer = Some(done);
    verdict
}

/// Once for each engine and not once for each deed: there are hundreds of them.
fn in_transactions<S: Side>(
    conn: &mut S,
    begin: fn(&mut Conn) -> QueryResult<()>,
    most_tries: u32,
    work: &mut dyn FnMut(&mut S) -> Verdict,
) -> QueryResult<()> {
    for tries in 1.. {
        begin(conn.sql())?;
        let verdict = work(conn);
        let is_last = tries >= most_tries;
        if matches!(verdict, Verdict::Keep) {
            match Manager::commit_transaction(conn.sql()) {
                Ok(()) => return Ok(()),
                Err(fault) => {
                    let _already_failing = Manager::rollback_transaction(conn.sql());
                    if is_last || !is_conflict(&fault) {
                        return Err(fault);
                    }
                }
            }
        } else {
            // The first fault tells more than a failed rollback; the pool drops a broken connection.
            let _already_failing = Manager::rollback_transaction(conn.sql());
            if is_last || matches!(verdict, Verdict::Drop) {
                return Ok(());
            }
        }
        thread::sleep(pause(tries));
    }
    Ok(())
}

/// Longer with every lost race, and never the same for two racers.
fn pause(tries: u32) -> Duration {
    let longest = 2_u64 << tries.min(6);
    Duration::from_millis(1 + Dice::real().below(longest))
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    };

    use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::BigInt};

    use crate::db::{RegisterConn, scratch::Scratch};

    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        count: i64,
    }

    fn forms(conn: &mut RegisterConn) -> diesel::QueryResult<i64> {
        sql_query("SELECT count(*) AS count FROM spent_forms").get_result::<Count>(&mut conn.sql).map(|row| row.count)
    }

    fn one_more(conn: &mut RegisterConn, number: i64) -> diesel::QueryResult<()> {
        let key = number.to_be_bytes().to_vec();
        sql_query("INSERT INTO spent_forms (key, answer, spent) VALUES ($1, '', 0)")
            .bind::<diesel::sql_types::Binary, _>(key)
            .execute(&mut conn.sql)
            .map(drop)
    }

    /// As rooms make theirs: the fault of the database stands inside.
    #[derive(Debug, thiserror::Error)]
    enum Refusal {
        #[error("the database failed")]
        Database(#[from] diesel::result::Error),
    }

    /// Each deed reads and then writes what it read: without the same strict isolation on both
    /// engines two of them would write the same number, or fail.
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn eight_who_read_and_then_write_at_once_lose_nothing_on_either_engine() {
        let scratch = Scratch::new();
        let (db, tries) = (scratch.db(), Arc::new(AtomicU32::new(0)));
        let deeds = (0..8).map(|_| {
            let (db, tries) = (db.clone(), tries.clone());
            tokio::spawn(async move {
                for _ in 0..5 {
                    let tries = tries.clone();
                    db.register(move |conn| {
                        tries.fetch_add(1, Ordering::Relaxed);
                        let number = forms(conn)?;
                        Ok::<_, Refusal>(one_more(conn, number)?)
                    })
                    .await
                    .unwrap();
                }
            })
        });
        for deed in deeds.collect::<Vec<_>>() {
            deed.await.unwrap();
        }
        assert_eq!(db.read_register(forms).await.unwrap(), 40);
        assert!(tries.load(Ordering::Relaxed) >= 40);
    }

    #[tokio::test]
    async fn a_deed_that_fails_leaves_nothing_behind() {
        let scratch = Scratch::new();
        let db = scratch.db();
        let failed: Result<(), diesel::result::Error> = db
            .register(|conn| {
                one_more(conn, 1)?;
                Err(diesel::result::Error::NotFound)
            })
            .await;
        assert!(failed.is_err());
        assert_eq!(db.read_register(forms).await.unwrap(), 0);
    }

    #[tokio::test]
    async fn looking_up_cannot_change_anything_on_postgres() {
        let scratch = Scratch::new();
        if scratch.plan.register.is_sqlite() {
            eprintln!("skipped: looking_up_cannot_change_anything_on_postgres needs TEST_DATABASE_URL");
            return;
        }
        assert!(scratch.db().read_register(|conn| one_more(conn, 1)).await.is_err());
    }

    #[tokio::test]
    async fn a_deed_that_panics_does_not_take_the_pool_with_it() {
        let scratch = Scratch::new();
        let db = scratch.db();
        for _ in 0..20 {
            let fallen: Result<(), diesel::result::Error> = db.register(|_| panic!("a fault of ours")).await;
            assert!(fallen.is_err());
        }
        assert_eq!(db.read_register(forms).await.unwrap(), 0);
    }
}
