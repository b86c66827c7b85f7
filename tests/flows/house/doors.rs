//! The servers of a house. Where `CLEARJAI_TEST_SERVERS` says so there are several over the same databases, each request goes
//! to the next of them, and in the middle of the story one is struck down and another takes its place.

use std::{
    cell::{Cell, RefCell},
    env,
    net::SocketAddr,
    sync::mpsc,
    thread,
};

use clearjai::{
    clock::Clock,
    dice::Chance,
    house::House as Rooms,
    server::{self, Listening},
    settings::Settings,
};

/// How many servers a story has. A database in files has one: it belongs to one computer.
pub fn servers_wanted() -> usize {
    match (env::var("TEST_DATABASE_URL"), env::var("CLEARJAI_TEST_SERVERS")) {
        (Ok(_), Ok(number)) => number.parse().expect("CLEARJAI_TEST_SERVERS is a number"),
        _ => 1,
    }
}

/// One server that is running.
#[derive(Clone)]
pub struct Door {
    pub rooms: Rooms,
    pub address: SocketAddr,
    handle: actix_web::dev::ServerHandle,
}

impl Door {
    fn open(variables: Vec<(String, String)>, clock: Clock) -> Self {
        let (send, receive) = mpsc::channel();
        thread::spawn(move || {
            actix_web::rt::System::new().block_on(async {
                let settings = Settings::read(variables, &|_| Ok(None)).unwrap();
                let (rooms, _) = Rooms::open(&settings, clock, Chance::Real).await.unwrap();
                let listening = Listening { workers: 1, ..Listening::from(&settings) };
                let bound = server::bind(&rooms, &listening).unwrap();
                send.send(Self { address: bound.addresses[0], handle: bound.handle(), rooms }).unwrap();
                bound.server.await.unwrap();
            });
        });
        receive.recv().unwrap()
    }
}

pub struct Doors {
    open: RefCell<Vec<Door>>,
    asked: Cell<usize>,
    /// At which request the last one is struck down.
    falls_at: usize,
    variables: Vec<(String, String)>,
    clock: Clock,
}

impl Doors {
    pub fn open(variables: Vec<(String, String)>, clock: &Clock, number: usize) -> Self {
        let open = (0..number).map(|_| Door::open(variables.clone(), clock.clone())).collect();
        let falls_at = 10 + usize::try_from(Chance::Real.dice().below(40)).unwrap();
        Self { open: RefCell::new(open), asked: Cell::new(0), falls_at, variables, clock: clock.clone() }
    }

    pub fn is_one(&self) -> bool {
        self.open.borrow().len() == 1
    }

    pub fn first(&self) -> Door {
        self.open.borrow()[0].clone()
    }

    pub fn all(&self) -> Vec<Door> {
        self.open.borrow().clone()
    }

    /// Whose turn it is.
    pub fn next(&self) -> Door {
        let mut open = self.open.borrow_mut();
        let asked = self.asked.replace(self.asked.get() + 1);
        if open.len() > 1 && asked == self.falls_at {
            println!("a server falls at request {asked}");
            let fallen = open.pop().unwrap();
            drop(fallen.handle.stop(false));
            open.push(Door::open(self.variables.clone(), self.clock.clone()));
        }
        open[asked % open.len()].clone()
    }
}

impl Drop for Doors {
    fn drop(&mut self) {
        for door in self.open.borrow().iter() {
            drop(door.handle.stop(false));
        }
    }
}
