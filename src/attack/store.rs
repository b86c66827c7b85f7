//! What somebody with the password of a database asks it: every table, every column, every row,
//! and the raw bytes beneath where the server gives them away.

use data_encoding::HEXLOWER;
use diesel::{
    Connection, PgConnection, QueryResult, QueryableByName, RunQueryDsl, SqliteConnection,
    connection::SimpleConnection,
    sql_query,
    sql_types::{Binary, Integer, Nullable, Text},
};

use super::NotCarriedOut;
use crate::{
    db::{Conn, Place},
    each_engine,
};

/// A server's journal is kept in files of this many bytes; so many of the last are read at most.
const JOURNAL_FILES: usize = 16;

pub struct Store {
    conn: Conn,
}

#[derive(QueryableByName)]
pub struct Column {
    #[diesel(sql_type = Text)]
    pub table: String,
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = Text)]
    kind: String,
}

#[derive(QueryableByName)]
pub struct Cell {
    /// Which row: its number or, on PostgreSQL, its physical place and its transaction.
    #[diesel(sql_type = Text)]
    pub place: String,
    /// `integer`, `text`, `blob` … as the engine says.
    #[diesel(sql_type = Text)]
    pub kind: String,
    #[diesel(sql_type = Nullable<Binary>)]
    pub value: Option<Vec<u8>>,
}

#[derive(QueryableByName)]
struct File {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Nullable<Binary>)]
    value: Option<Vec<u8>>,
}

/// A row as it was read, its values in hex with bars between them, and what the engine itself knows of
/// its order: its number or, on PostgreSQL, its transaction and its physical place.
#[derive(QueryableByName)]
pub struct Line {
    #[diesel(sql_type = Text)]
    pub values: String,
    #[diesel(sql_type = Text)]
    pub hidden: String,
}

/// A place in the journal of a server.
#[derive(QueryableByName)]
pub struct JournalAt {
    #[diesel(sql_type = Text)]
    file: String,
    #[diesel(sql_type = Integer)]
    byte: i32,
}

impl JournalAt {
    fn at(&self) -> usize {
        usize::try_from(self.byte).unwrap_or_default()
    }
}

impl Store {
    pub fn open(place: &Place) -> Result<Self, NotCarriedOut> {
        let unreached = |fault: diesel::ConnectionError| NotCarriedOut::Unreached(fault.to_string());
        let conn = match place {
            Place::Sqlite(path) => SqliteConnection::establish(&path.to_string_lossy()).map(Conn::Sqlite),
            Place::Postgres(url) => PgConnection::establish(url).map(Conn::Postgres),
        };
        let mut store = Self { conn: conn.map_err(unreached)? };
        if let Conn::Sqlite(_) = store.conn {
            store.run("PRAGMA busy_timeout = 10000")?;
        }
        Ok(store)
    }

    pub fn run(&mut self, sql: &str) -> QueryResult<()> {
        each_engine!(&mut self.conn, |conn| conn.batch_execute(sql))
    }

    /// Bytes as they are written in a statement.
    pub fn literal(&self, bytes: &[u8]) -> String {
        let hex = HEXLOWER.encode(bytes);
        match self.conn {
            Conn::Sqlite(_) => format!("x'{hex}'"),
            Conn::Postgres(_) => format!("'\\x{hex}'::bytea"),
        }
    }

    /// Every column of every table.
    pub fn columns(&mut self) -> QueryResult<Vec<Column>> {
        let sql = match self.conn {
            Conn::Sqlite(_) => {
                "SELECT tables.name AS \"table\", columns.name AS name, columns.type AS kind
                 FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
                 WHERE tables.type = 'table' ORDER BY tables.name, columns.cid"
            }
            Conn::Postgres(_) => {
                "SELECT table_name::text AS \"table\", column_name::text AS name, udt_name::text AS kind
                 FROM information_schema.columns WHERE table_schema = current_schema()
                 ORDER BY 1, ordinal_position"
            }
        };
        sql_query(sql).load(&mut self.conn)
    }

    /// Every value of a column, as bytes.
    pub fn cells(&mut self, column: &Column) -> QueryResult<Vec<Cell>> {
        let Column { table, name, kind } = column;
        let sql = match self.conn {
            Conn::Sqlite(_) => format!(
                "SELECT 'row ' || {} AS place, typeof(\"{name}\") AS kind, CAST(\"{name}\" AS BLOB) AS value
                 FROM \"{table}\"",
                if self.has_numbers(table)? { "rowid" } else { "row_number() OVER ()" }
            ),
            Conn::Postgres(_) => {
                let (kind, value) = match kind.as_str() {
                    "bytea" => ("blob", format!("\"{name}\"::bytea")),
                    "int4" | "int8" => ("integer", format!("convert_to(\"{name}\"::text, 'UTF8')")),
                    _ => ("text", format!("convert_to(\"{name}\"::text, 'UTF8')")),
                };
                format!(
                    "SELECT 'row ' || ctid::text || ' of transaction ' || xmin::text AS place, '{kind}' AS kind, {value} AS value
                     FROM \"{table}\""
                )
            }
        };
        sql_query(sql).load(&mut self.conn)
    }

    /// Every row of a table, whole, in the order in which it comes when nobody asks for any.
    pub fn lines(&mut self, table: &str, columns: &[&Column]) -> QueryResult<Vec<Line>> {
        let is_sqlite = matches!(self.conn, Conn::Sqlite(_));
        let value = |column: &&Column| {
            let name = &column.name;
            match (is_sqlite, column.kind.as_str()) {
                (true, _) => format!("coalesce(hex(CAST(\"{name}\" AS BLOB)), '')"),
                (false, "bytea") => format!("coalesce(encode(\"{name}\"::bytea, 'hex'), '')"),
                (false, _) => format!("coalesce(encode(convert_to(\"{name}\"::text, 'UTF8'), 'hex'), '')"),
            }
        };
        let values: Vec<_> = columns.iter().map(value).collect();
        let values = values.join(" || '|' || ");
        let hidden = match (is_sqlite, is_sqlite && self.has_numbers(table)?) {
            (true, true) => "CAST(rowid AS TEXT)",
            (true, false) => "''",
            (false, _) => "xmin::text || ' ' || translate(ctid::text, '(),', '  ')",
        };
        sql_query(format!("SELECT {values} AS \"values\", {hidden} AS hidden FROM \"{table}\"")).load(&mut self.conn)
    }

    /// Whether rows of this table have a number in order of arrival.
    fn has_numbers(&mut self, table: &str) -> QueryResult<bool> {
        let sql =
            format!("SELECT name AS place, '' AS kind, NULL AS value FROM pragma_table_list WHERE wr = 0 AND name = '{table}'");
        Ok(!sql_query(sql).load::<Cell>(&mut self.conn)?.is_empty())
    }

    /// Brings what stands in the journal into the files.
    pub fn checkpoint(&mut self) -> QueryResult<()> {
        let sql = match self.conn {
            Conn::Sqlite(_) => "PRAGMA wal_checkpoint(TRUNCATE)",
            Conn::Postgres(_) => "CHECKPOINT",
        };
        self.run(sql)
    }

    /// The raw files of every table and index, rows that were deleted included. PostgreSQL gives
    /// them to few roles.
    pub fn relations(&mut self) -> QueryResult<Vec<(String, Vec<u8>)>> {
        let sql = "
            WITH here AS (SELECT oid, relname, reltoastrelid FROM pg_class
                          WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'i')),
                 every AS (SELECT oid, relname::text AS name FROM here
                           UNION ALL
                           SELECT reltoastrelid, 'overflow of ' || relname FROM here WHERE reltoastrelid <> 0)
            SELECT name, pg_read_binary_file(pg_relation_filepath(oid)) AS value FROM every";
        self.files(sql)
    }

    /// Where the journal is being written now; none if this role may not know.
    pub fn journal_now(&mut self) -> Option<JournalAt> {
        let sql = "SELECT file_name AS file, file_offset AS byte FROM pg_walfile_name_offset(pg_current_wal_lsn())";
        sql_query(sql).get_result(&mut self.conn).ok()
    }

    /// What was written into the journal from there until now, file by file, the latest first. Around
    /// it in the files is the business of others.
    pub fn journal(&mut self, from: &JournalAt) -> QueryResult<Vec<(String, Vec<u8>)>> {
        let (first, now) = (&from.file, self.journal_now());
        let mut files = self.files(&format!(
            "SELECT name, pg_read_binary_file('pg_wal/' || name) AS value FROM pg_ls_waldir()
             WHERE length(name) = 24 AND name >= '{first}' AND name <= pg_walfile_name(pg_current_wal_lsn())
             ORDER BY name DESC LIMIT {JOURNAL_FILES}"
        ))?;
        for (name, bytes) in &mut files {
            if let Some(now) = now.as_ref().filter(|now| now.file == *name) {
                bytes.truncate(now.at());
            }
            if name == first {
                bytes.drain(..from.at().min(bytes.len()));
            }
        }
        Ok(files)
    }

    fn files(&mut self, sql: &str) -> QueryResult<Vec<(String, Vec<u8>)>> {
        let files: Vec<File> = sql_query(sql).load(&mut self.conn)?;
        Ok(files.into_iter().map(|file| (file.name, file.value.unwrap_or_default())).collect())
    }

    /// Takes away every table that is there: only ever called where there was none before.
    pub fn clear(&mut self) -> QueryResult<()> {
        let mut tables: Vec<_> = self.columns()?.into_iter().map(|column| column.table).collect();
        tables.dedup();
        for table in tables {
            self.run(&format!("DROP TABLE \"{table}\" CASCADE"))?;
        }
        // Another schema may use it, and then it stays.
        let _in_use = self.run("DROP DOMAIN IF EXISTS blob");
        Ok(())
    }
}
