//! A PostgreSQL server of its own that falls over, is away for a while, and is back, while people hand in.
//!
//! Needs PostgreSQL's programs where Debian puts them, or in the `PATH`.

use std::{
    env, fs,
    io::Write as _,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use clearjai::dice::Chance;

use crate::{
    Turn, crowd,
    look::{Side, number},
    passed_over,
    place::Place,
    quietly,
    round::Round,
    server::Server,
    some_of,
};

const PEOPLE: usize = 240;
const A_WHILE: Duration = Duration::from_millis(1_500);

/// In a folder of its own, for as long as this lives.
struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    port: u16,
}

impl Cluster {
    fn made() -> Option<Self> {
        let programs = programs()?;
        let folder = env::temp_dir().join(format!("clearjai-cluster-{}", Chance::Real.dice().digits(16)));
        fs::create_dir(&folder).unwrap();
        if is_root() {
            assert!(Command::new("chown").arg("postgres").arg(&folder).status().unwrap().success());
        }
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let cluster = Self { folder, programs, port };
        let data = cluster.data();
        let data = data.to_str().unwrap();
        cluster.does("initdb", &["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        // What is acknowledged is on the disk: nothing else is turned off.
        let settings =
            format!("port = {port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nmax_connections = 50\n");
        let mut file = fs::File::options().append(true).open(cluster.data().join("postgresql.conf")).unwrap();
        file.write_all(settings.as_bytes()).unwrap();
        cluster.is_back();
        Some(cluster)
    }

    fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Without a word to anybody, as when its machine goes down.
    fn falls(&self) {
        self.is_told(&["-m", "immediate", "stop"]);
    }

    fn falls_and_is_back(&self) {
        self.is_told(&["-m", "immediate", "restart"]);
    }

    fn is_back(&self) {
        self.is_told(&["start"]);
    }

    #[track_caller]
    fn is_told(&self, what: &[&str]) {
        let (data, log) = (self.data(), self.folder.join("log"));
        self.does("pg_ctl", &[&["-D", data.to_str().unwrap(), "-l", log.to_str().unwrap(), "-w"], what].concat());
    }

    #[track_caller]
    fn does(&self, program: &str, arguments: &[&str]) {
        let path = self.programs.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        command.args(arguments).current_dir(&self.folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        assert!(command.status().unwrap().success(), "{program} {arguments:?}");
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if self.data().join("postmaster.pid").exists() {
            self.falls();
        }
        let _gone = fs::remove_dir_all(&self.folder);
    }
}

fn is_root() -> bool {
    rustix::process::getuid().is_root()
}

fn programs() -> Option<PathBuf> {
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|version| version.path().join("bin"));
    let path = env::var_os("PATH").unwrap_or_default();
    let has = |folder: &PathBuf| ["initdb", "pg_ctl"].iter().all(|program| Path::new(folder).join(program).is_file());
    debian.chain(env::split_paths(&path)).find(has)
}

#[test]
fn it_goes_on_with_fresh_connections_when_postgres_has_fallen_and_is_back() {
    let turn = Turn::comes();
    if env::var("TEST_DATABASE_URL").is_err() {
        println!("skipped: PostgreSQL is restarted where the stories run on it (TEST_DATABASE_URL)");
        return;
    }
    let Some(cluster) = Cluster::made() else {
        passed_over("a PostgreSQL that may fall wants initdb and pg_ctl");
        return;
    };
    let place = Place::on(Some(cluster.url()));
    let round = Round::open(&place.settings(), PEOPLE).unwrap();
    let mut server = Server::start_with(&place, &quietly());
    let (mut falls, mut away) = (0, 0);
    let (clients, counts) = crowd::hands_in_while(&round, &round.links, &[&server.address()], || {
        while falls < 3 || !turn.is_over() {
            thread::sleep(some_of(A_WHILE));
            if falls % 3 == 2 {
                // Longer than a deed waits for a connection, once; then for a moment only.
                cluster.falls();
                thread::sleep(if away == 0 { A_WHILE * 4 } else { A_WHILE });
                cluster.is_back();
                away += 1;
            } else {
                cluster.falls_and_is_back();
            }
            falls += 1;
        }
    });
    println!("PostgreSQL: fell {falls} times, {away} of them for a while; {counts}");
    assert!(server.is_still_the_same(), "it goes on by itself");
    counts.nothing_broke();
    assert!(counts.put_off > 0, "nobody noticed, so that nothing was tried");
    assert_eq!(clients.len(), PEOPLE);
    for client in &clients {
        client.finds_its_last_ballot();
        client.cannot_collect_twice();
    }
    assert_eq!(number(&place, Side::Urn, "SELECT COUNT(*) FROM sealed_ballots"), PEOPLE);
    // Both are started anew, and the program first.
    server.is_asked_to_go();
    cluster.falls();
    assert!(server.cannot_start_now().contains("Check that PostgreSQL runs"));
    cluster.is_back();
    server.starts_again();
    clients[0].finds_its_last_ballot();
}
