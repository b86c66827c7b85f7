//! A throw-away pair of databases for tests: SQLite, or PostgreSQL where `TEST_DATABASE_URL` says so.

use std::{env, fs, path::PathBuf};

use diesel::{Connection, PgConnection, connection::SimpleConnection};

use super::{Db, OpenFault, Opened, Place, Plan, open};
use crate::{dice::Dice, secrets::MasterKey};

pub struct Scratch {
    pub plan: Plan,
    pub key: MasterKey,
    name: String,
    folder: PathBuf,
}

impl Default for Scratch {
    fn default() -> Self {
        Self::new()
    }
}

impl Scratch {
    pub fn new() -> Self {
        let mut dice = Dice::real();
        let name = format!("scratch_{}", dice.digits(16));
        let folder = env::temp_dir().join(format!("clearjai-{name}"));
        let (register, urn) = match env::var("TEST_DATABASE_URL") {
            Ok(url) => {
                let mut conn = PgConnection::establish(&url).unwrap();
                conn.batch_execute(&format!("CREATE SCHEMA {name}_register; CREATE SCHEMA {name}_urn")).unwrap();
                let of = |side| Place::Postgres(format!("{url}?options=-csearch_path%3D{name}_{side}"));
                (of("register"), of("urn"))
            }
            Err(_) => (Place::Sqlite(folder.join("register.db")), Place::Sqlite(folder.join("urn.db"))),
        };
        let plan = Plan { register, urn, connections: 8 };
        Self { plan, key: MasterKey::random(&mut dice), name, folder }
    }

    pub fn open(&self) -> Result<Opened, OpenFault> {
        open(&self.plan, &self.key, &mut Dice::real())
    }

    pub const fn is_postgres(&self) -> bool {
        matches!(self.plan.register, Place::Postgres(_))
    }

    pub fn db(&self) -> Db {
        self.open().unwrap().db
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _gone = fs::remove_dir_all(&self.folder);
        if let Ok(url) = env::var("TEST_DATABASE_URL")
            && let Ok(mut conn) = PgConnection::establish(&url)
        {
            let name = &self.name;
            let _gone = conn.batch_execute(&format!("DROP SCHEMA {name}_register CASCADE; DROP SCHEMA {name}_urn CASCADE"));
        }
    }
}

/// What an operator with SQL can do.
impl super::RegisterConn {
    pub fn raw(&mut self, sql: &str) -> diesel::QueryResult<()> {
        crate::each_engine!(&mut self.sql, |conn| conn.batch_execute(sql))
    }

    /// The one number that a question comes to.
    pub fn number(&mut self, sql: &str) -> diesel::QueryResult<i64> {
        #[derive(diesel::QueryableByName)]
        struct Number {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            number: i64,
        }
        let found: Number =
            crate::each_engine!(&mut self.sql, |conn| diesel::RunQueryDsl::get_result(diesel::sql_query(sql), conn))?;
        Ok(found.number)
    }
}
