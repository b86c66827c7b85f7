//! A house to be thrown away: a folder, and schemas of its own where its databases are on a PostgreSQL server.

use std::{fs, path::Path, process::Command};

use clearjai::dice::Dice;
use diesel::{
    Connection as _, PgConnection, QueryableByName, RunQueryDsl as _, SqliteConnection, connection::SimpleConnection as _,
    sql_types::BigInt,
};

use super::{
    Outcome, WORKERS,
    program::{Folder, Program},
};

/// Gone when it is dropped.
pub struct House {
    folder: Folder,
    /// The server, and what the schemas begin with.
    postgres: Option<(String, String)>,
}

impl House {
    pub fn new(postgres: Option<&str>) -> Outcome<Self> {
        let folder = Folder::new()?;
        let Some(server) = postgres else { return Ok(Self { folder, postgres: None }) };
        let name = format!("load_{}", Dice::real().digits(12));
        PgConnection::establish(server)?.batch_execute(&format!("CREATE SCHEMA {name}_register; CREATE SCHEMA {name}_urn"))?;
        Ok(Self { folder, postgres: Some((server.to_owned(), name)) })
    }

    pub fn engine(&self) -> &'static str {
        if self.postgres.is_some() { "PostgreSQL" } else { "SQLite" }
    }

    /// What the environment of its server says.
    pub fn settings(&self) -> Vec<(String, String)> {
        let mut settings = vec![("CLEARJAI_DATA".to_owned(), self.folder.path().display().to_string())];
        let sides = [("CLEARJAI_REGISTER_URL", "register"), ("CLEARJAI_URN_URL", "urn")];
        settings.extend(sides.into_iter().filter_map(|(name, side)| Some((name.to_owned(), self.url(side)?))));
        settings
    }

    pub fn start(&self, program: &Path) -> Outcome<Program> {
        let mut command = Command::new(program);
        command.arg("serve").env_clear().envs(self.settings()).env("CLEARJAI_BIND", "127.0.0.1:0");
        Program::run(command.env("CLEARJAI_WORKERS", WORKERS.to_string()).env("CLEARJAI_LOG", "warn"))
    }

    pub fn ballots_in_the_urn(&self) -> Outcome<usize> {
        #[derive(QueryableByName)]
        struct Count {
            #[diesel(sql_type = BigInt)]
            count: i64,
        }
        let question = diesel::sql_query("SELECT count(*) AS count FROM sealed_ballots");
        let Count { count } = match self.url("urn") {
            Some(url) => question.get_result(&mut PgConnection::establish(&url)?)?,
            None => {
                question.get_result(&mut SqliteConnection::establish(&self.folder.path().join("urn.db").to_string_lossy())?)?
            }
        };
        Ok(usize::try_from(count)?)
    }

    /// Where it is a file.
    pub fn size_of_urn(&self) -> Option<u64> {
        let file = self.postgres.is_none().then(|| self.folder.path().join("urn.db"))?;
        Some(fs::metadata(file).ok()?.len())
    }

    fn url(&self, side: &str) -> Option<String> {
        let (server, name) = self.postgres.as_ref()?;
        Some(format!("{server}?options=-csearch_path%3D{name}_{side}"))
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.postgres
            && let Ok(mut conn) = PgConnection::establish(server)
        {
            let _left_behind =
                conn.batch_execute(&format!("DROP SCHEMA {name}_register CASCADE; DROP SCHEMA {name}_urn CASCADE"));
        }
    }
}
