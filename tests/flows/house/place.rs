//! Where a house stands: a folder, and databases in it or on a PostgreSQL server.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use clearjai::dice::Chance;
use diesel::{
    Connection, PgConnection, QueryableByName, RunQueryDsl as _, SqliteConnection, connection::SimpleConnection, sql_types::Text,
};

pub struct Place {
    folder: PathBuf,
    name: String,
    postgres: Option<String>,
}

impl Place {
    pub fn new() -> Self {
        Self::on(env::var("TEST_DATABASE_URL").ok())
    }

    /// On this server, or in files.
    pub fn on(postgres: Option<String>) -> Self {
        let name = format!("flow_{}", Chance::Real.dice().digits(16));
        let folder = env::temp_dir().join(format!("clearjai-{name}"));
        fs::create_dir_all(&folder).unwrap();
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

    /// Every row of every table of both databases, in an order of its own.
    pub fn all_rows(&self) -> BTreeMap<String, Vec<String>> {
        ["register", "urn"].into_iter().flat_map(|side| self.rows_of(side)).collect()
    }

    fn rows_of(&self, side: &str) -> Vec<(String, Vec<String>)> {
        let lines = |rows: Vec<Line>| rows.into_iter().map(|row| row.line).collect::<Vec<_>>();
        let named = |table: &str| format!("{side}.{table}");
        if self.postgres.is_some() {
            let mut conn = PgConnection::establish(&self.url(side)).unwrap();
            let tables = "SELECT tablename::text AS line FROM pg_tables WHERE schemaname = current_schema()";
            let tables = lines(diesel::sql_query(tables).load(&mut conn).unwrap());
            let rows = tables.iter().map(|table| {
                let rows = format!("SELECT it::text AS line FROM {table} AS it ORDER BY 1");
                (named(table), lines(diesel::sql_query(rows).load(&mut conn).unwrap()))
            });
            return rows.collect();
        }
        let mut conn = SqliteConnection::establish(self.folder.join(format!("{side}.db")).to_str().unwrap()).unwrap();
        conn.batch_execute("PRAGMA busy_timeout = 5000").unwrap();
        let tables = "SELECT name AS line FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
        let tables = lines(diesel::sql_query(tables).load(&mut conn).unwrap());
        let rows = tables.iter().map(|table| {
            let columns = format!("SELECT 'quote(' || name || ')' AS line FROM pragma_table_info('{table}')");
            let columns = lines(diesel::sql_query(columns).load(&mut conn).unwrap()).join(" || ' ' || ");
            let rows = format!("SELECT {columns} AS line FROM {table} ORDER BY 1");
            (named(table), lines(diesel::sql_query(rows).load(&mut conn).unwrap()))
        });
        rows.collect()
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

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
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
