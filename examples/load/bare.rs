//! The limit: actix alone, which reads what is sent and answers from memory with as many bytes as the house does.
//!
//! No JSON, no cryptography, no database and no commit, so that no server in this language answers faster.

use std::future::{Ready, ready};

use actix_web::{App, HttpResponse, HttpServer, http::StatusCode, rt::System, web};
use clearjai::web::at;

use super::{Outcome, WORKERS};

/// Runs until it is killed. Says where it listens as the house does.
pub fn serve() -> Outcome<()> {
    System::new().block_on(async {
        let server = HttpServer::new(|| {
            App::new()
                .route("/healthz", web::get().to(HttpResponse::Ok))
                .route(at::LINKS, web::post().to(|body: web::Bytes| answer(body, StatusCode::OK, 124)))
                .route(at::CREDENTIALS, web::post().to(|body: web::Bytes| answer(body, StatusCode::OK, 450)))
                .route(at::BALLOTS, web::post().to(|body: web::Bytes| answer(body, StatusCode::CREATED, 19)))
        });
        let server = server.workers(WORKERS).bind("127.0.0.1:0")?;
        for address in server.addrs() {
            println!("The bare server listens on http://{address}");
        }
        Ok(server.run().await?)
    })
}

fn answer(body: web::Bytes, status: StatusCode, length: usize) -> Ready<HttpResponse> {
    drop(body);
    ready(HttpResponse::build(status).content_type("application/json").body(vec![b' '; length]))
}
