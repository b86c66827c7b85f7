//! The limit: actix, one channel, and whatever is sent is told to everybody who listens. It keeps nothing, counts
//! nothing, and nobody has to be known.

use std::convert::Infallible;

use actix_web::{App, HttpResponse, HttpServer, http::header, rt::System, web};
use futures_util::stream::unfold;
use tokio::sync::watch;

use super::{Outcome, WORKERS};

type Channel = watch::Sender<String>;

/// Runs until it is killed. Says where it listens as the house does.
pub fn serve() -> Outcome<()> {
    System::new().block_on(async move {
        let channel = web::Data::new(watch::Sender::new("{\"list\":[]}".to_owned()));
        let server = HttpServer::new(move || {
            App::new()
                .app_data(channel.clone())
                .route("/healthz", web::get().to(HttpResponse::Ok))
                .route("/events", web::get().to(listen))
                .route("/", web::post().to(say))
        });
        let server = server.workers(WORKERS).tcp_nodelay(true).bind("127.0.0.1:0")?;
        for address in server.addrs() {
            println!("The bare server listens on http://{address}");
        }
        Ok(server.run().await?)
    })
}

async fn say(channel: web::Data<Channel>, body: String) -> HttpResponse {
    // What is said last stands: presses at once may come in any order.
    channel.send_if_modified(|told| {
        let is_later = number(&body) > number(told);
        if is_later {
            told.clone_from(&body);
        }
        is_later
    });
    HttpResponse::SeeOther().insert_header((header::LOCATION, "/")).finish()
}

fn number(told: &str) -> u64 {
    let digits = told.split("\",").nth(1).unwrap_or_default().split(']').next().unwrap_or_default();
    digits.parse().unwrap_or_default()
}

async fn listen(channel: web::Data<Channel>) -> HttpResponse {
    let mut news = channel.subscribe();
    news.mark_changed();
    HttpResponse::Ok().content_type("text/event-stream").streaming(unfold(news, |mut news| async move {
        news.changed().await.ok()?;
        let told = format!("data: {}\n\n", *news.borrow_and_update());
        Some((Ok::<_, Infallible>(web::Bytes::from(told)), news))
    }))
}
