//! The limit: actix and nothing else, which answers everything with the same bytes.

use actix_web::{App, HttpResponse, HttpServer, rt::System, web};

use super::{Outcome, WORKERS};

/// Runs until it is killed. Says where it listens as the house does.
pub fn serve(bytes: Option<&String>) -> Outcome<()> {
    let bytes = bytes.map_or(Ok(0), |text| text.parse())?;
    let body: &'static [u8] = vec![b'x'; bytes].leak();
    System::new().block_on(async move {
        let answer = move || async move { HttpResponse::Ok().content_type("text/html; charset=utf-8").body(body) };
        let server = HttpServer::new(move || App::new().default_service(web::to(answer)));
        let server = server.workers(WORKERS).bind("127.0.0.1:0")?;
        for address in server.addrs() {
            println!("The bare server listens on http://{address}");
        }
        Ok(server.run().await?)
    })
}
