//! The program itself, on an address that stays when it is started again.

use std::{
    io::{BufRead as _, BufReader},
    net::TcpListener,
    process::{Child, ChildStdout, Command, Stdio},
};

use diesel::{Connection as _, PgConnection, QueryableByName, RunQueryDsl as _, SqliteConnection, sql_types::BigInt};
use rustix::process::{Pid, Signal, kill_process};

use super::place::Place;

pub struct Server {
    port: u16,
    settings: Vec<(String, String)>,
    child: Child,
    /// Held open: the program goes on talking.
    said: BufReader<ChildStdout>,
    pub kills: usize,
}

impl Server {
    pub fn start(place: &Place) -> Self {
        Self::start_with(place, &[])
    }

    /// With more settings than the place itself says.
    pub fn start_with(place: &Place, more: &[(String, String)]) -> Self {
        Self::start_by(place.settings().into_iter().chain(more.iter().cloned()).collect())
    }

    pub fn start_by(settings: Vec<(String, String)>) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let (child, said) = run(port, &settings);
        Self { port, settings, child, said, kills: 0 }
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn is_killed_and_starts_again(&mut self) {
        self.is_killed();
        self.starts_again();
    }

    pub fn is_killed(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.kills += 1;
    }

    /// With a signal that it hears: what is under way is finished.
    pub fn is_asked_to_go(&mut self) {
        kill_process(Pid::from_child(&self.child), Signal::TERM).unwrap();
        self.child.wait().unwrap();
    }

    /// A start that ends with a sentence, and with the code that asks for another.
    pub fn cannot_start_now(&self) -> String {
        let mut child = command(self.port, &self.settings).stderr(Stdio::piped()).spawn().unwrap();
        if listens(&mut BufReader::new(child.stdout.take().unwrap())) {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("it started");
        }
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert_eq!(ended.status.code(), Some(75), "{said}");
        said
    }

    /// It runs without having been started again.
    pub fn is_still_the_same(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    pub fn starts_again(&mut self) {
        (self.child, self.said) = run(self.port, &self.settings);
    }

    pub fn ballots_in_the_urn(&self, place: &Place) -> i64 {
        #[derive(QueryableByName)]
        struct Count {
            #[diesel(sql_type = BigInt)]
            count: i64,
        }
        let question = diesel::sql_query("SELECT count(*) AS count FROM sealed_ballots");
        let url = self.settings.iter().find(|(name, _)| name == "CLEARJAI_URN_URL").map(|(_, url)| url);
        let counted: Count = if let Some(url) = url {
            question.get_result(&mut PgConnection::establish(url).unwrap()).unwrap()
        } else {
            let path = place.folder().join("urn.db");
            question.get_result(&mut SqliteConnection::establish(path.to_str().unwrap()).unwrap()).unwrap()
        };
        counted.count
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _already_gone = self.child.kill();
        let _exit_code = self.child.wait();
    }
}

fn command(port: u16, settings: &[(String, String)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clearjai"));
    command.arg("serve").env_clear().env("CLEARJAI_LOG", "warn").envs(settings.iter().cloned());
    command.env("CLEARJAI_BIND", format!("127.0.0.1:{port}")).stdout(Stdio::piped());
    command
}

/// Returns when it listens.
fn run(port: u16, settings: &[(String, String)]) -> (Child, BufReader<ChildStdout>) {
    let mut child = command(port, settings).spawn().unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap());
    assert!(listens(&mut said), "the server ended before it listened");
    (child, said)
}

/// Whether it listens before it has nothing more to say.
fn listens(said: &mut BufReader<ChildStdout>) -> bool {
    said.lines().map_while(Result::ok).any(|line| line.contains(" listens on http://"))
}
