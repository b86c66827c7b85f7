//! The web server: the application over a house, and the timetable beside it, in one process.

use std::{
    io,
    net::{SocketAddr, TcpListener},
    path::Path,
    time::Duration,
};

use actix_web::{
    App, HttpServer,
    dev::{Server, ServerHandle},
    middleware::from_fn,
    web,
};
use openssl::ssl::{SslAcceptor, SslAcceptorBuilder, SslFiletype, SslMethod};

use crate::{
    credentials::issue,
    house::House,
    rounds::routes::public::FindFingerprints,
    settings::{Settings, TlsFiles},
    site,
    web::guard_every_answer,
};

/// A visitor may take so long to send a request's head.
const HEAD_WITHIN: Duration = Duration::from_secs(10);
/// Who is answered before they have sent everything, such as a file too large, is listened to for
/// so long, so that they see the answer and no broken connection.
const LINGER: Duration = Duration::from_secs(20);
const KEEP_ALIVE: Duration = Duration::from_secs(75);
/// What is under way is finished before the program ends.
const SHUTDOWN_WITHIN: u64 = 8;

/// How the server listens.
#[derive(Clone, Debug)]
pub struct Listening {
    pub bind: Vec<SocketAddr>,
    pub tls: Option<TlsFiles>,
    pub workers: usize,
    pub max_connections: usize,
}

impl From<&Settings> for Listening {
    fn from(settings: &Settings) -> Self {
        Self {
            bind: settings.bind.clone(),
            tls: settings.tls.clone(),
            workers: settings.workers,
            max_connections: settings.max_connections,
        }
    }
}

/// Why the server cannot listen. People read these sentences at the command line.
#[derive(Debug, thiserror::Error)]
pub enum NotListening {
    #[error("The address {0} is taken by another program. Stop that one, or choose another with CLEARJAI_BIND.")]
    Taken(SocketAddr),
    #[error("The address {0} cannot be used ({1}). Choose another with CLEARJAI_BIND.")]
    Refused(SocketAddr, io::Error),
    #[error(
        "The certificate or its key cannot be used ({0}). CLEARJAI_TLS_CERT names the chain and CLEARJAI_TLS_KEY the key, both as PEM."
    )]
    Tls(openssl::error::ErrorStack),
}

/// Addresses taken, before anything else is opened: a taken port is found before anything is made.
pub struct Ports {
    listeners: Vec<TcpListener>,
    pub addresses: Vec<SocketAddr>,
}

pub fn listen(listening: &Listening) -> Result<Ports, NotListening> {
    let (mut listeners, mut addresses) = (Vec::new(), Vec::new());
    for address in &listening.bind {
        let refused = |fault: io::Error| match fault.kind() {
            io::ErrorKind::AddrInUse => NotListening::Taken(*address),
            _ => NotListening::Refused(*address, fault),
        };
        let listener = TcpListener::bind(address).map_err(refused)?;
        addresses.push(listener.local_addr().map_err(refused)?);
        listeners.push(listener);
    }
    Ok(Ports { listeners, addresses })
}

/// A server that has its addresses but does not answer until it is run.
pub struct Bound {
    pub server: Server,
    pub addresses: Vec<SocketAddr>,
}

impl Bound {
    pub fn handle(&self) -> ServerHandle {
        self.server.handle()
    }
}

/// Listens for a house, and answers as that house.
pub fn bind(house: &House, listening: &Listening) -> Result<Bound, NotListening> {
    answer(house, listen(listening)?, listening)
}

/// Answers as a house on addresses that are taken already.
pub fn answer(house: &House, ports: Ports, listening: &Listening) -> Result<Bound, NotListening> {
    let premises = web::Data::new(house.premises());
    let gatehouse = web::Data::new(house.gatehouse());
    let works = web::Data::new(house.works.clone());
    let db = web::Data::new(house.db.clone());
    let keyring = web::Data::new(house.keyring.clone());
    let ballots = web::Data::new(house.ballots.clone());
    let hatch = web::Data::new(house.hatch.clone());
    let live = web::Data::new(house.live.clone());
    let fingerprints = web::Data::new(FindFingerprints(issue::fingerprints));
    let house = web::Data::new(house.clone());
    let mut server = HttpServer::new(move || {
        App::new()
            .app_data(premises.clone())
            .app_data(gatehouse.clone())
            .app_data(works.clone())
            .app_data(db.clone())
            .app_data(keyring.clone())
            .app_data(ballots.clone())
            .app_data(hatch.clone())
            .app_data(live.clone())
            .app_data(fingerprints.clone())
            .app_data(house.clone())
            .wrap(from_fn(guard_every_answer))
            .configure(site::addresses)
    })
    .workers(listening.workers)
    .max_connections(listening.max_connections)
    .client_request_timeout(HEAD_WITHIN)
    .client_disconnect_timeout(LINGER)
    .keep_alive(KEEP_ALIVE)
    // Head and body may leave in two pieces; neither waits for the other to be acknowledged.
    .tcp_nodelay(true)
    .shutdown_timeout(SHUTDOWN_WITHIN)
    .disable_signals();
    let Ports { listeners, addresses } = ports;
    for (listener, address) in listeners.into_iter().zip(&addresses) {
        server = match &listening.tls {
            Some(files) => server.listen_openssl(listener, acceptor(files).map_err(NotListening::Tls)?),
            None => server.listen(listener),
        }
        .map_err(|fault| NotListening::Refused(*address, fault))?;
    }
    Ok(Bound { server: server.run(), addresses })
}

fn acceptor(files: &TlsFiles) -> Result<SslAcceptorBuilder, openssl::error::ErrorStack> {
    let mut acceptor = SslAcceptor::mozilla_intermediate_v5(SslMethod::tls_server())?;
    acceptor.set_certificate_chain_file::<&Path>(&files.certificate)?;
    acceptor.set_private_key_file::<&Path>(&files.key, SslFiletype::PEM)?;
    acceptor.check_private_key()?;
    Ok(acceptor)
}
