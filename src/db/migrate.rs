//! Bringing a database up to date, and refusing one that is newer than the program.
//!
//! One folder of migrations per side serves both engines. PostgreSQL is taught SQLite's word for
//! bytes first.

use std::collections::BTreeSet;

use diesel::{
    connection::SimpleConnection,
    migration::{Migration, MigrationSource},
};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{Conn, Side};
use crate::each_engine;

pub(super) const REGISTER: EmbeddedMigrations = embed_migrations!("migrations/register");
pub(super) const URN: EmbeddedMigrations = embed_migrations!("migrations/urn");

type Fault = Box<dyn std::error::Error + Send + Sync>;

/// One step of a database's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub name: String,
    pub is_done: bool,
}

/// The first step that the database has and this program does not know.
pub(super) fn unknown_step<S: Side>(conn: &mut S) -> Result<Option<String>, Fault> {
    let known: BTreeSet<String> = names::<S>()?.into_iter().map(|(version, _)| version).collect();
    Ok(done(conn)?.into_iter().find(|version| !known.contains(version)))
}

/// Takes every step that is missing, each in a transaction of its own.
pub(super) fn bring_up_to_date<S: Side>(conn: &mut S) -> Result<Vec<String>, Fault> {
    if let Conn::Postgres(postgres) = conn.sql() {
        // A server that starts at the same time waits here until everything is done: the lock goes with this connection.
        postgres.batch_execute(
            "SET statement_timeout = 0; SET lock_timeout = 0;
             SELECT pg_advisory_lock(hashtext('clearjai ' || current_schema()));
             SET lock_timeout = '20s';
             DO $$ BEGIN CREATE DOMAIN blob AS bytea; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$",
        )?;
    }
    take_missing_steps(conn)
}

fn take_missing_steps<S: Side>(conn: &mut S) -> Result<Vec<String>, Fault> {
    let taken: Vec<String> = each_engine!(conn.sql(), |conn| {
        conn.run_pending_migrations(S::MIGRATIONS).map(|taken| taken.iter().map(ToString::to_string).collect())
    })?;
    let names = names::<S>()?;
    Ok(names.into_iter().filter(|(version, _)| taken.contains(version)).map(|(_, name)| name).collect())
}

/// Takes the last step back; says which. `None` if there is none left.
pub(super) fn revert_last<S: Side>(conn: &mut S) -> Result<Option<String>, Fault> {
    if done(conn)?.is_empty() {
        return Ok(None);
    }
    let version = each_engine!(conn.sql(), |conn| conn.revert_last_migration(S::MIGRATIONS).map(|version| version.to_string()))?;
    Ok(names::<S>()?.into_iter().find(|(known, _)| *known == version).map(|(_, name)| name))
}

/// Every step this program knows, oldest first, and whether the database has taken it.
pub(super) fn steps<S: Side>(conn: &mut S) -> Result<Vec<Step>, Fault> {
    let done = done(conn)?;
    Ok(names::<S>()?.into_iter().map(|(version, name)| Step { is_done: done.contains(&version), name }).collect())
}

fn done<S: Side>(conn: &mut S) -> Result<BTreeSet<String>, Fault> {
    each_engine!(conn.sql(), |conn| {
        conn.applied_migrations().map(|versions| versions.iter().map(ToString::to_string).collect())
    })
}

/// Version and full name, in order.
fn names<S: Side>() -> Result<Vec<(String, String)>, Fault> {
    let migrations: Vec<Box<dyn Migration<diesel::sqlite::Sqlite>>> = S::MIGRATIONS.migrations()?;
    let mut names: Vec<_> = migrations.iter().map(|step| (step.name().version().to_string(), step.name().to_string())).collect();
    names.sort();
    Ok(names)
}
