//! A server in a process of its own: the house, or the bare server that is its limit.

use std::{
    env, fs,
    io::{BufRead, BufReader, Read as _},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, ChildStderr, ChildStdout, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

use super::{
    Outcome, WORKERS,
    http::{Connection, Request},
};

/// Killed when it is dropped.
pub struct Program {
    pub address: SocketAddr,
    /// From the call to the first answer.
    pub start: Duration,
    child: Child,
    /// Held open: the program goes on talking.
    _said: BufReader<ChildStdout>,
    _complained: ChildStderr,
}

impl Program {
    pub fn house(binary: &Path, folder: &Folder) -> Outcome<Self> {
        let mut command = Command::new(binary);
        command.arg("serve").env_clear().env("CLEARJAI_DATA", &folder.0).env("CLEARJAI_BIND", "127.0.0.1:0");
        Self::run(command.env("CLEARJAI_WORKERS", WORKERS.to_string()).env("CLEARJAI_LOG", "warn"))
    }

    /// Answers every request with so many bytes.
    pub fn bare(bytes: usize) -> Outcome<Self> {
        Self::run(Command::new(env::current_exe()?).args(["--bare", &bytes.to_string()]))
    }

    pub fn run(command: &mut Command) -> Outcome<Self> {
        let called = Instant::now();
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let (Some(said), Some(mut complained)) = (child.stdout.take(), child.stderr.take()) else {
            return Err("no output to read".into());
        };
        let mut said = BufReader::new(said);
        let Some(address) = listening(&mut said) else {
            child.kill()?;
            child.wait()?;
            let mut complaint = String::new();
            complained.read_to_string(&mut complaint)?;
            return Err(format!("the program ended before it listened: {complaint}").into());
        };
        let mut program = Self { address, start: Duration::ZERO, child, _said: said, _complained: complained };
        Connection::open(address)?.ask(&Request::get("/healthz", ""))?;
        program.start = called.elapsed();
        Ok(program)
    }

    /// A line of `/proc/PID/status` or `/proc/PID/smaps_rollup`, in bytes; none where there is no such file.
    pub fn memory(&self, file: &str, name: &str) -> Option<u64> {
        let text = self.read(file).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
        let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
        Some(kilobytes * 1024)
    }

    /// How long processors have worked for it, in the program and in the system.
    pub fn processor_time(&self) -> Outcome<Duration> {
        let text = self.read("stat")?;
        let (_, after_name) = text.rsplit_once(") ").ok_or("/proc/PID/stat is not understood")?;
        // Fields 14 and 15 (proc(5)), of which the first two are behind us; in hundredths of a second.
        let ticks = after_name.split(' ').skip(11).take(2).map(str::parse::<u64>).sum::<Result<u64, _>>()?;
        Ok(Duration::from_millis(ticks * 10))
    }

    fn read(&self, file: &str) -> std::io::Result<String> {
        fs::read_to_string(format!("/proc/{}/{file}", self.child.id()))
    }
}

/// None if the program ends without a word of it.
fn listening(said: &mut impl BufRead) -> Option<SocketAddr> {
    said.lines().map_while(Result::ok).find_map(|line| line.split_once(" listens on http://")?.1.parse().ok())
}

impl Drop for Program {
    fn drop(&mut self) {
        let _already_gone = self.child.kill();
        let _exit_code = self.child.wait();
    }
}

/// An empty folder, gone in the end.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Outcome<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("clearjai-bench-{}-{count}", std::process::id()));
        fs::create_dir(&path)?;
        Ok(Self(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _left_behind = fs::remove_dir_all(&self.0);
    }
}
