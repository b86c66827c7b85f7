//! The command line, as somebody types it: what it says, its exit codes, and what it leaves alone.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpListener,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use clearjai::dice::Chance;

/// An empty folder that goes when the story ends.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        let path = std::env::temp_dir().join(format!("clearjai-command-{}", Chance::Real.dice().digits(16)));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _gone = fs::remove_dir_all(&self.0);
    }
}

pub fn command(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clearjai"));
    command.args(arguments).env_clear().env("CLEARJAI_DATA", data).env("CLEARJAI_BIND", "127.0.0.1:0").stdin(Stdio::null());
    command
}

fn run(data: &Path, arguments: &[&str]) -> Output {
    command(data, arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

#[track_caller]
fn works(data: &Path, arguments: &[&str]) -> String {
    let output = run(data, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    said(&output)
}

/// Exit code 2 and one sentence that says what to do.
#[track_caller]
pub fn complains(command: &mut Command, words: &[&str]) -> String {
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    for word in words {
        assert!(said.contains(word), "should say “{word}”: {said}");
    }
    assert!(!said.contains("panicked") && !said.contains("RUST_BACKTRACE"), "{said}");
    said
}

/// A running server, stopped when the story ends.
pub struct Server {
    child: Child,
    greeting: String,
}

impl Server {
    fn start(data: &Path) -> Self {
        Self::started(command(data, &["serve"]))
    }

    pub fn started(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut greeting = String::new();
        while !greeting.contains("People reach it at") {
            greeting.push_str(&lines.next().expect("the server starts").unwrap());
            greeting.push('\n');
        }
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, greeting }
    }

    pub fn address(&self) -> String {
        let line = self.greeting.lines().find(|line| line.starts_with("ClearJai listens on ")).unwrap();
        line.trim_start_matches("ClearJai listens on ").to_owned()
    }

    fn stop(&mut self, signal: &str) -> Option<i32> {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
        let patience = Instant::now() + Duration::from_secs(20);
        while Instant::now() < patience {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the server does not stop");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

#[test]
fn the_first_start_says_what_to_back_up_and_where_to_make_the_first_administrator() {
    let folder = Folder::new();
    assert!(works(&folder.data(), &["migrate"]).contains("Copy it to a safe place now"));
    assert!(!works(&folder.data(), &["migrate"]).contains("master key"), "said once");
    let mut server = Server::start(&folder.data());
    assert!(server.greeting.contains(&format!("People reach it at {}", server.address())), "{}", server.greeting);
    assert_eq!(server.stop("-INT"), Some(0));
    let mut again = Server::start(&folder.data());
    assert_eq!(again.stop("-TERM"), Some(0));
}

#[test]
fn what_the_data_folder_holds_is_for_its_owner_alone() {
    let folder = Folder::new();
    drop(Server::start(&folder.data()));
    for file in ["master.key", "register.db", "urn.db", "clearjai.lock"] {
        assert_eq!(fs::metadata(folder.data().join(file)).unwrap().permissions().mode() & 0o777, 0o600, "{file}");
    }
    assert_eq!(fs::metadata(folder.data()).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn wrong_settings_are_named_all_at_once_and_nothing_is_made() {
    let folder = Folder::new();
    let said = complains(
        command(&folder.data(), &["serve"])
            .env("CLEARJAI_BIND", "here")
            .env("CLEARJAI_BNID", "x")
            .env("CLEARJAI_WORKERS", "none"),
        &["CLEARJAI_BIND", "CLEARJAI_BNID", "Did you mean CLEARJAI_BIND", "CLEARJAI_WORKERS"],
    );
    assert!(!said.is_empty());
    assert!(!folder.data().exists());
}

#[test]
fn a_key_file_that_cannot_be_used_is_explained_and_left_alone() {
    let folder = Folder::new();
    works(&folder.data(), &["migrate"]);
    let key = folder.data().join("master.key");
    let kept = fs::read(&key).unwrap();

    fs::remove_file(&key).unwrap();
    complains(&mut command(&folder.data(), &["serve"]), &["master.key", "is missing", "backup"]);
    assert!(!key.exists(), "no new key is made over old data");

    fs::write(&key, "nonsense").unwrap();
    fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
    complains(&mut command(&folder.data(), &["serve"]), &["does not hold a key"]);

    fs::write(&key, &kept).unwrap();
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    complains(&mut command(&folder.data(), &["serve"]), &["chmod 600"]);

    let other = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    complains(command(&folder.data(), &["migrate"]).env("CLEARJAI_MASTER_KEY", other), &["another master key"]);
    complains(command(&folder.data(), &["migrate"]).env("CLEARJAI_MASTER_KEY", "short"), &["CLEARJAI_MASTER_KEY"]);

    fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
    works(&folder.data(), &["migrate"]);
}

#[test]
fn a_database_that_is_none_or_newer_is_refused() {
    let folder = Folder::new();
    works(&folder.data(), &["migrate"]);
    let urn = folder.data().join("urn.db");
    let kept = fs::read(&urn).unwrap();
    fs::write(&urn, "this is a letter to my aunt").unwrap();
    complains(&mut command(&folder.data(), &["serve"]), &["urn.db", "not a database"]);
    assert_eq!(fs::read(&urn).unwrap(), b"this is a letter to my aunt");
    fs::write(&urn, kept).unwrap();
    works(&folder.data(), &["migrate"]);
}

#[test]
fn a_taken_port_is_named() {
    let folder = Folder::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    complains(command(&folder.data(), &["serve"]).env("CLEARJAI_BIND", &address), &[&address, "taken", "CLEARJAI_BIND"]);
    complains(command(&folder.data(), &["demo"]).env("CLEARJAI_BIND", &address), &[&address, "taken"]);
}

#[test]
fn commands_that_start_at_the_same_moment_in_an_empty_folder_make_one_house() {
    for _ in 0..3 {
        let folder = Folder::new();
        let started: Vec<_> = (0..4)
            .map(|_| command(&folder.data(), &["migrate"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap())
            .collect();
        for child in started {
            let output = child.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", said(&output));
        }
        works(&folder.data(), &["migrate", "status"]);
        assert!(folder.data().join("master.key").exists());
        works(&folder.data(), &["diary", "verify"]);
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_named_and_nothing_is_half_made() {
    let folder = Folder::new();
    let file = folder.0.join("a-file");
    fs::write(&file, "").unwrap();
    complains(&mut command(&file.join("data"), &["serve"]), &["cannot be written", "data"]);
    complains(&mut command(Path::new("/proc/clearjai"), &["migrate"]), &["cannot be written"]);
}

#[test]
fn a_full_disk_is_named_and_the_next_start_goes_on() {
    let folder = Folder::new();
    let small = folder.0.join("small");
    fs::create_dir(&small).unwrap();
    let mounted =
        Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "none"]).arg(&small).stderr(Stdio::null()).status();
    if !mounted.is_ok_and(|status| status.success()) {
        eprintln!("skipped: a_full_disk_is_named_and_the_next_start_goes_on may not mount a small disk here");
        return;
    }
    let output = command(&small.join("data"), &["migrate"]).output().unwrap();
    let words = said(&output);
    let roomier = Command::new("mount").args(["-o", "remount,size=16m"]).arg(&small).status().unwrap();
    let after = run(&small.join("data"), &["migrate"]);
    Command::new("umount").arg(&small).status().unwrap();
    assert_eq!(output.status.code(), Some(2), "{words}");
    assert!(words.contains("full") || words.contains("space"), "{words}");
    assert!(roomier.success() && after.status.success(), "{}", said(&after));
}

#[test]
fn the_first_administrator_can_be_added_from_the_command_line() {
    let folder = Folder::new();
    let data = folder.data();
    let added = works(&data, &["user", "add", "anan@example.go.th", "--name", "อนันต์", "--role", "admin"]);
    assert!(added.contains("/invitation/"), "{added}");
    assert!(works(&data, &["user", "list"]).contains("anan@example.go.th"));
    complains(&mut command(&data, &["user", "add", "ANAN@example.go.th", "--name", "x", "--role", "hr"]), &["already"]);
    complains(&mut command(&data, &["user", "reset", "nobody@example.go.th"]), &["no account"]);
    complains(&mut command(&data, &["user", "close", "nobody@example.go.th"]), &["no account"]);

    let mut child = command(
        &data,
        &["user", "add", "busaba@example.go.th", "--name", "บุษบา", "--role", "hr", "--role", "viewer", "--password-stdin"],
    )
    .stdin(Stdio::piped())
    .stdout(Stdio::piped())
    .spawn()
    .unwrap();
    child.stdin.take().unwrap().write_all("ช้างเผือกเดินสวนป่า\n".as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
    assert!(works(&data, &["user", "list"]).contains("hr,viewer"));
    works(&data, &["user", "close", "busaba@example.go.th"]);
    assert!(works(&data, &["user", "list"]).contains("closed"));
    works(&data, &["user", "reopen", "busaba@example.go.th"]);
    works(&data, &["user", "roles", "busaba@example.go.th", "--role", "desk"]);
    assert!(works(&data, &["diary", "show"]).contains("command line: Changed roles"));
    assert!(works(&data, &["diary", "verify"]).contains("The diary is whole"));
}

#[test]
fn a_backup_made_while_the_service_runs_can_be_put_back() {
    let folder = Folder::new();
    let data = folder.data();
    works(&data, &["user", "add", "anan@example.go.th", "--name", "อนันต์", "--role", "admin"]);
    let mut server = Server::start(&data);
    let backup = folder.0.join("backup");
    works(&data, &["backup", backup.to_str().unwrap()]);
    complains(&mut command(&data, &["backup", backup.to_str().unwrap()]), &["exists already"]);
    assert!(!backup.join("master.key").exists(), "the key is never in a backup");
    complains(&mut command(&data, &["restore", backup.to_str().unwrap(), "--replace"]), &["is running", "Stop it first"]);
    server.stop("-TERM");

    works(&data, &["user", "add", "later@example.go.th", "--name", "x", "--role", "hr"]);
    complains(&mut command(&data, &["restore", backup.to_str().unwrap()]), &["--replace"]);
    let restored = works(&data, &["restore", backup.to_str().unwrap(), "--replace"]);
    assert!(restored.contains("It opens with the master key"), "{restored}");
    let list = works(&data, &["user", "list"]);
    assert!(list.contains("anan@example.go.th") && !list.contains("later@example.go.th"), "{list}");
    assert_eq!(fs::metadata(data.join("register.db")).unwrap().permissions().mode() & 0o777, 0o600);

    // A damaged backup changes nothing.
    let mut bytes = fs::read(backup.join("urn.db")).unwrap();
    bytes[200] ^= 1;
    fs::write(backup.join("urn.db"), bytes).unwrap();
    complains(&mut command(&data, &["restore", backup.to_str().unwrap(), "--replace"]), &["damaged", "urn.db"]);
    complains(&mut command(&data, &["restore", folder.0.to_str().unwrap()]), &["not a backup"]);
    assert!(works(&data, &["user", "list"]).contains("anan@example.go.th"));
}

#[test]
fn steps_are_shown_taken_back_only_when_meant_and_taken_again() {
    let folder = Folder::new();
    let data = folder.data();
    assert!(works(&data, &["migrate"]).contains("Steps taken"));
    assert!(works(&data, &["migrate"]).contains("up to date"));
    complains(&mut command(&data, &["migrate", "down", "register"]), &["--yes", "backup"]);
    let status = works(&data, &["migrate", "status"]);
    let register = status.split("urn").next().unwrap();
    let last = register.lines().rfind(|line| line.contains("done")).unwrap().split_whitespace().last().unwrap();
    assert!(works(&data, &["migrate", "down", "register", "--yes"]).contains(last));
    assert!(works(&data, &["migrate", "status"]).contains(&format!("missing {last}")));
    assert!(works(&data, &["migrate", "up"]).contains(last));
}

#[test]
fn the_doctor_says_what_is_well_and_what_to_do() {
    let folder = Folder::new();
    let data = folder.data();
    works(&data, &["migrate"]);
    complains(&mut command(&data, &["doctor"]), &["1 thing to see to"]);
    works(&data, &["user", "add", "anan@example.go.th", "--name", "อนันต์", "--role", "admin"]);
    assert!(works(&data, &["doctor"]).contains("All is well"));
    let output = command(&data, &["doctor"]).env("CLEARJAI_PUBLIC_URL", "http://clear.example.go.th").output().unwrap();
    assert!(said(&output).contains("not encrypted"), "{}", said(&output));
    let settings = works(&data, &["doctor", "--settings"]);
    for name in ["CLEARJAI_DATA", "CLEARJAI_BIND", "CLEARJAI_SMTP_URL", "CLEARJAI_TLS_CERT"] {
        assert!(settings.contains(name), "{name}");
    }
}

#[test]
fn the_help_can_be_understood_by_a_newcomer() {
    let folder = Folder::new();
    let help = works(&folder.data(), &["--help"]);
    for word in ["serve", "demo", "migrate", "user", "diary", "backup", "restore", "doctor"] {
        assert!(help.contains(word), "{word}");
    }
    assert!(!folder.data().exists(), "asking for help makes nothing");
}

#[test]
fn the_demo_serves_a_throw_away_department_and_leaves_nothing_behind() {
    let folder = Folder::new();
    let mut child = command(&folder.data(), &["demo"]).env("TMPDIR", &folder.0).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut text = String::new();
    while !text.contains("Ctrl-C") {
        text.push_str(&lines.next().unwrap().unwrap());
        text.push('\n');
    }
    for role in ["admin@", "hr@", "coordinator@", "desk@", "viewer@"] {
        assert!(text.contains(role), "{text}");
    }
    let address = text.lines().find(|line| line.contains("http://")).unwrap().trim();
    let mut page = ureq::get(address).call().unwrap();
    let mut body = String::new();
    page.body_mut().as_reader().read_to_string(&mut body).unwrap();
    assert!(body.contains("กรมตัวอย่าง"));
    let mut server = Server { child, greeting: String::new() };
    assert_eq!(server.stop("-INT"), Some(0));
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 0, "nothing is left");
}

#[test]
fn a_server_that_was_killed_starts_again_by_itself() {
    let folder = Folder::new();
    works(&folder.data(), &["user", "add", "anan@example.go.th", "--name", "อนันต์", "--role", "admin"]);
    for _ in 0..3 {
        let mut server = Server::start(&folder.data());
        let address = server.address();
        assert_eq!(ureq::get(format!("{address}/readyz")).call().unwrap().status(), 200);
        server.stop("-KILL");
    }
    assert!(works(&folder.data(), &["diary", "verify"]).contains("whole"));
}
