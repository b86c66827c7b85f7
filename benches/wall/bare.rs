//! The limit: actix, the same queue, the same groups and rows of the same size, and no cryptography at all.
//!
//! Whatever is sent is a row. It reads no JSON, looks for nothing that may be there already, and keeps no
//! index but that of its random keys.

use std::thread;

use actix_web::{App, HttpResponse, HttpServer, rt::System, web};
use diesel::{
    Connection as _, QueryResult, RunQueryDsl as _, SqliteConnection, connection::SimpleConnection as _, sql_types::Binary,
};
use tokio::sync::{mpsc, oneshot};

use super::{Outcome, WORKERS};

/// As in `src/urn/ballot_box.rs`.
const GROUP: usize = 256;
const QUEUE: usize = 4_096;

/// A ballot of the smallest size takes as much, with everything that is kept beside it.
const ROW: usize = 1_440;
const KEY: usize = 64;

/// What stands before the random text in what the bench sends.
pub const BEFORE_KEY: &str = r#"{"message":""#;

type Row = (web::Bytes, oneshot::Sender<()>);

/// Runs until it is killed, with a database file at this path. Says where it listens as the house does.
pub fn serve(path: Option<&String>) -> Outcome<()> {
    let mut conn = SqliteConnection::establish(path.ok_or("--bare names a file")?)?;
    conn.batch_execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -1024;
         CREATE TABLE IF NOT EXISTS bare_rows (key BLOB NOT NULL PRIMARY KEY, row BLOB NOT NULL) WITHOUT ROWID;",
    )?;
    let (queue, waiting) = mpsc::channel::<Row>(QUEUE);
    thread::spawn(move || write_groups(&mut conn, waiting));
    System::new().block_on(async move {
        let server = HttpServer::new(move || {
            App::new()
                .app_data(web::Data::new(queue.clone()))
                .route("/healthz", web::get().to(HttpResponse::Ok))
                .default_service(web::to(take))
        });
        let server = server.workers(WORKERS).bind("127.0.0.1:0")?;
        for address in server.addrs() {
            println!("The bare server listens on http://{address}");
        }
        Ok(server.run().await?)
    })
}

async fn take(queue: web::Data<mpsc::Sender<Row>>, body: web::Bytes) -> HttpResponse {
    let (tell, told) = oneshot::channel();
    match queue.try_send((body, tell)) {
        Ok(()) if told.await.is_ok() => HttpResponse::Created().content_type("application/json").body(r#"{"ballot":"stored"}"#),
        _ => HttpResponse::ServiceUnavailable().finish(),
    }
}

fn write_groups(conn: &mut SqliteConnection, mut waiting: mpsc::Receiver<Row>) {
    let mut group = Vec::with_capacity(GROUP);
    while waiting.blocking_recv_many(&mut group, GROUP) > 0 {
        if conn.immediate_transaction(|conn| group.iter().try_for_each(|(body, _)| write(conn, body))).is_ok() {
            for (_, tell) in group.drain(..) {
                let _gone = tell.send(());
            }
        }
        group.clear();
    }
}

fn write(conn: &mut SqliteConnection, body: &[u8]) -> QueryResult<()> {
    let start = BEFORE_KEY.len();
    let part = |from: usize, to: usize| body.get(from..to).unwrap_or_default();
    diesel::sql_query("INSERT INTO bare_rows VALUES (?, ?)")
        .bind::<Binary, _>(part(start, start + KEY))
        .bind::<Binary, _>(part(start + KEY, start + ROW))
        .execute(conn)
        .map(drop)
}
