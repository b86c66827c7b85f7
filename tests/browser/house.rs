//! A throw-away department: `clearjai demo`, started for one story and stopped after it as a person would,
//! with Ctrl-C.
//!
//! Knows what the demo says on its first lines, and no more. A fault in its log fails the story.

use std::{
    env, fs,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    thread::{self, JoinHandle, sleep},
    time::{Duration, Instant},
};

use data_encoding::BASE64;
use rustix::process::{Pid, Signal, kill_process};

/// What the demo promises last, once it is open.
const LAST_LINE: &str = "Everything is gone when you press Ctrl-C.";

const PATIENCE: Duration = Duration::from_secs(20);

pub struct House {
    program: Child,
    log: Option<JoinHandle<String>>,
    address: String,
    people: Vec<SignIn>,
    links: Vec<String>,
    letters: PathBuf,
}

/// What somebody types to get in.
pub struct SignIn {
    pub email: String,
    pub password: String,
}

impl House {
    pub fn open() -> Self {
        // What somebody set for their own ClearJai is not for the tests.
        let surroundings = env::vars_os().filter(|(name, _)| !name.to_string_lossy().starts_with("CLEARJAI_"));
        let mut program = Command::new(env!("CARGO_BIN_EXE_clearjai"))
            .arg("demo")
            .env_clear()
            .envs(surroundings)
            .env("CLEARJAI_BIND", "127.0.0.1:0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the demo starts");
        let (out, err) = (program.stdout.take().expect("its output"), program.stderr.take().expect("its log"));
        let log = thread::spawn(move || {
            let mut log = String::new();
            let _unreadable = BufReader::new(err).read_to_string(&mut log);
            log
        });
        let mut house = Self {
            program,
            log: Some(log),
            address: String::new(),
            people: Vec::new(),
            links: Vec::new(),
            letters: PathBuf::new(),
        };
        let lines = BufReader::new(out).lines().map_while(Result::ok);
        let said: Vec<String> = lines.take_while(|line| line != LAST_LINE).collect();
        for line in &said {
            house.hear(line.trim());
        }
        let is_open = house.address.starts_with("http://") && !house.people.is_empty() && house.letters.is_absolute();
        assert!(is_open, "the demo did not open: {said:?} {:?}", house.stop());
        house
    }

    fn hear(&mut self, line: &str) {
        if let Some(address) = line.strip_suffix("/signin") {
            address.clone_into(&mut self.address);
        } else if let Some(folder) = line.strip_prefix("Letters it sends are put down in ") {
            self.letters = folder.into();
        } else if let Some(at) = line.find("/t/") {
            self.links.push(line.get(at..).unwrap_or_default().to_owned());
        } else if let [.., email, password] = line.split_whitespace().collect::<Vec<_>>()[..]
            && email.contains('@')
        {
            self.people.push(SignIn { email: email.into(), password: password.into() });
        }
    }

    /// `http://127.0.0.1:…`, without a stroke at the end.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// One sign-in for each role.
    pub fn people(&self) -> &[SignIn] {
        &self.people
    }

    /// The address of somebody's own link, without the house.
    pub fn link(&self) -> &str {
        self.links.first().expect("the demo prints links")
    }

    pub fn administrator(&self) -> &SignIn {
        self.person("admin")
    }

    pub fn person(&self, role: &str) -> &SignIn {
        let named = |person: &&SignIn| person.email.starts_with(&format!("{role}@"));
        self.people.iter().find(named).expect("the demo has somebody with this role")
    }

    /// A file in the demo's folder, for somebody to upload.
    pub fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.folder().join(name);
        fs::write(&path, content).expect("the demo's folder takes a file");
        path
    }

    /// The folder that holds everything, and goes with the demo.
    pub fn folder(&self) -> &Path {
        self.letters.parent().expect("letters lie in the demo's folder")
    }

    /// The address in a letter to somebody, without the house; nothing if there is no letter yet.
    pub fn link_in_a_letter_to(&self, email: &str, path: &str) -> Option<String> {
        let letter = self.letters().into_iter().find(|letter| letter.contains(&format!("To: {email}")))?;
        let (_, text) = letter.split_once("Content-Type: text/plain")?;
        let (_, text) = text.split_once("\r\n\r\n")?;
        let (text, _) = text.split_once("\r\n--")?;
        let text: String = text.split_whitespace().collect();
        // Thai goes as base64, English as it is.
        let text = BASE64.decode(text.as_bytes()).map_or(text.clone(), |bytes| String::from_utf8_lossy(&bytes).into_owned());
        let (_, token) = text.split_once(path)?;
        Some(format!("{path}{}", token.split_whitespace().next()?))
    }

    /// Every letter put down so far, as it lies there.
    pub fn letters(&self) -> Vec<String> {
        let Ok(files) = fs::read_dir(&self.letters) else { return Vec::new() };
        let paths = files.filter_map(|file| Some(file.ok()?.path()));
        let letters = paths.filter(|path| path.extension().is_some_and(|kind| kind == "eml"));
        letters.map(|path| fs::read_to_string(path).expect("a letter can be read")).collect()
    }

    /// Ctrl-C. The demo must go, leave nothing behind, and have had nothing to complain about.
    pub fn close(mut self) {
        let (ended, log) = self.stop().expect("it is stopped once");
        assert!(ended.is_ok_and(|how| how.success()), "the demo did not go when asked to: {ended:?}\n{log}");
        assert!(!log.contains("ERROR"), "the house had faults:\n{log}");
        assert!(!self.folder().exists(), "the demo left its folder behind: {}", self.folder().display());
    }

    /// How it ended and what it had logged; nothing if it was stopped before.
    fn stop(&mut self) -> Option<(Result<ExitStatus, &'static str>, String)> {
        let log = self.log.take()?;
        let ended = match self.program.try_wait() {
            Ok(Some(_)) => Err("it was gone before it was asked to go"),
            _ => self.ask_to_go().ok_or("it stayed and had to be killed"),
        };
        Some((ended, log.join().unwrap_or_default()))
    }

    fn ask_to_go(&mut self) -> Option<ExitStatus> {
        let _gone_just_now = kill_process(Pid::from_child(&self.program), Signal::INT);
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE {
            if let Some(how) = self.program.try_wait().ok()? {
                return Some(how);
            }
            sleep(Duration::from_millis(20));
        }
        let _gone_just_now = self.program.kill();
        let _gone = self.program.wait();
        None
    }
}

/// After a story that failed: what the house knows about it.
impl Drop for House {
    fn drop(&mut self) {
        if let Some((ended, log)) = self.stop() {
            println!("the demo: {ended:?}\n{log}");
        }
    }
}
