//! Where a house stands: a folder, and databases in it or on a PostgreSQL server.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use clearjai::dice::Chance;
use diesel::{Connection, PgConnection, SqliteConnection, connection::SimpleConnection};

pub struct Place {
    folder: PathBuf,
    name: String,
    postgres: Option<String>,
}

impl Place {
    pub fn new() -> Self {
        let name = format!("flow_{}", Chance::Real.dice().digits(16));
        let folder = env::temp_dir().join(format!("clearjai-{name}"));
        fs::create_dir_all(&folder).unwrap();
        let postgres = env::var("TEST_DATABASE_URL").ok();
        if let Some(url) = &postgres {
            let mut conn = PgConnection::establish(url).unwrap();
            conn.batch_execute(&format!("CREATE SCHEMA {name}_register; CREATE SCHEMA {name}_urn")).unwrap();
        }
        Self { folder, name, postgres }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn is_sqlite(&self) -> bool {
        self.postgres.is_none()
    }

    /// What the environment of a server here would say.
    pub fn settings(&self) -> Vec<(String, String)> {
        let mut settings = vec![
            ("CLEARJAI_DATA".to_owned(), self.folder.display().to_string()),
            ("CLEARJAI_BIND".to_owned(), "127.0.0.1:0".to_owned()),
            ("CLEARJAI_PUBLIC_URL".to_owned(), "http://clear.example".to_owned()),
            ("CLEARJAI_DATABASE_CONNECTIONS".to_owned(), "4".to_owned()),
        ];
        if self.postgres.is_some() {
            settings.push(("CLEARJAI_REGISTER_URL".to_owned(), self.url("register")));
            settings.push(("CLEARJAI_URN_URL".to_owned(), self.url("urn")));
        }
        settings
    }

    fn url(&self, side: &str) -> String {
        let postgres = self.postgres.as_deref().unwrap_or_default();
        format!("{postgres}?options=-csearch_path%3D{}_{side}", self.name)
    }

    /// What an insider with the register's password could do.
    pub fn in_the_register(&self, sql: &str) {
        self.inside("register", sql);
    }

    pub fn in_the_urn(&self, sql: &str) {
        self.inside("urn", sql);
    }

    fn inside(&self, side: &str, sql: &str) {
        if self.postgres.is_some() {
            PgConnection::establish(&self.url(side)).unwrap().batch_execute(sql).unwrap();
            return;
        }
        let path = self.folder.join(format!("{side}.db"));
        let mut conn = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
        conn.batch_execute("PRAGMA busy_timeout = 5000").unwrap();
        conn.batch_execute(sql).unwrap();
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _gone = fs::remove_dir_all(&self.folder);
        if let Some(url) = &self.postgres
            && let Ok(mut conn) = PgConnection::establish(url)
        {
            let name = &self.name;
            let _gone = conn.batch_execute(&format!("DROP SCHEMA {name}_register CASCADE; DROP SCHEMA {name}_urn CASCADE"));
        }
    }
}
