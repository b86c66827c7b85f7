//! The mail server of `sink.py`, and the letters that it took.

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use serde_json::Value;

pub struct Sink {
    child: Child,
    pub port: u16,
    file: PathBuf,
}

impl Sink {
    /// None where there is no Python to run it; then the test is passed over, unless it is required.
    pub fn open(folder: &Path, delay: &str) -> Option<Self> {
        Self::open_with(folder, &["--delay", delay])
    }

    pub fn open_with(folder: &Path, arguments: &[&str]) -> Option<Self> {
        let Ok(python) = env::var("CLEARJAI_TEST_PYTHON") else {
            let required = env::var("CLEARJAI_TEST_REQUIRE").unwrap_or_default();
            assert!(!["python", "all"].contains(&required.as_str()), "CLEARJAI_TEST_PYTHON is not set");
            println!("skipped: needs CLEARJAI_TEST_PYTHON, a Python with tests/letters/requirements.txt");
            return None;
        };
        let file = folder.join("letters.jsonl");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters/sink.py");
        let mut command = Command::new(python);
        command.arg("-B").arg(script).arg(&file).args(arguments).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().parse().expect("the sink told no port: is aiosmtpd installed?");
        Some(Self { child, port, file })
    }

    pub fn settings(&self) -> Vec<(String, String)> {
        vec![
            ("CLEARJAI_SMTP_URL".to_owned(), format!("smtp://127.0.0.1:{}", self.port)),
            ("CLEARJAI_MAIL_FROM".to_owned(), "เคลียร์ใจ <no-reply@example.go.th>".to_owned()),
        ]
    }

    /// As Python's `email` reads them, in the order in which they came.
    pub fn letters(&self) -> Vec<Value> {
        let lines = fs::read_to_string(&self.file).unwrap_or_default();
        // One may just be on its way into the file.
        let whole = lines.split_inclusive('\n').filter(|line| line.ends_with('\n'));
        whole.map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _already_gone = self.child.kill();
        let _exit_code = self.child.wait();
    }
}
