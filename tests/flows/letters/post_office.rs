//! A mail server of our own that speaks SMTP and can be told to fail in the ways real ones do.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    Well,
    Busy,
    RecipientLater,
    NoSuchMailbox,
    HangUpInData,
    WrongPassword,
}

pub struct PostOffice {
    port: u16,
    answers: Arc<Mutex<Answers>>,
    taken: Arc<Mutex<Vec<String>>>,
    /// Everything that was said in DATA, also when it was not taken.
    heard: Arc<Mutex<Vec<String>>>,
    sign_ins: Arc<AtomicUsize>,
}

impl PostOffice {
    pub fn open(answers: Answers) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let office = Self {
            port: listener.local_addr().unwrap().port(),
            answers: Arc::new(Mutex::new(answers)),
            taken: Arc::default(),
            heard: Arc::default(),
            sign_ins: Arc::default(),
        };
        let (answers, taken, heard) = (office.answers.clone(), office.taken.clone(), office.heard.clone());
        let sign_ins = office.sign_ins.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (answers, taken, heard, sign_ins) = (answers.clone(), taken.clone(), heard.clone(), sign_ins.clone());
                thread::spawn(move || talk(&stream.unwrap(), &answers, &taken, &heard, &sign_ins));
            }
        });
        office
    }

    pub fn settings(&self) -> Vec<(&'static str, &'static str)> {
        let login = if *self.answers.lock().unwrap() == Answers::WrongPassword { "user:secret@" } else { "" };
        let url = format!("smtp://{login}127.0.0.1:{}", self.port);
        vec![("CLEARJAI_SMTP_URL", Box::leak(url.into_boxed_str())), ("CLEARJAI_MAIL_FROM", "ClearJai <no-reply@example.go.th>")]
    }

    pub fn now_answers(&self, answers: Answers) {
        *self.answers.lock().unwrap() = answers;
    }

    pub fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }

    /// How often somebody tried to sign in.
    pub fn sign_ins(&self) -> usize {
        self.sign_ins.load(Ordering::SeqCst)
    }

    pub fn message_ids(&self) -> Vec<String> {
        let heard = self.heard.lock().unwrap();
        heard
            .iter()
            .filter_map(|letter| letter.lines().find(|line| line.starts_with("Message-ID:")).map(ToOwned::to_owned))
            .collect()
    }
}

fn talk(
    stream: &TcpStream,
    answers: &Mutex<Answers>,
    taken: &Mutex<Vec<String>>,
    heard: &Mutex<Vec<String>>,
    sign_ins: &AtomicUsize,
) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let mut out = stream;
    let mut say = |words: &str| out.write_all(format!("{words}\r\n").as_bytes()).is_ok();
    let now = || *answers.lock().unwrap();
    if now() == Answers::Busy {
        say("421 4.3.2 try again later");
        return;
    }
    say("220 post.example ESMTP");
    while let Some(Ok(line)) = lines.next() {
        let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let went_out = match (word.as_str(), now()) {
            ("EHLO" | "HELO", _) => say("250-post.example\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN"),
            ("AUTH", answer) => {
                sign_ins.fetch_add(1, Ordering::SeqCst);
                say(if answer == Answers::WrongPassword { "535 5.7.8 authentication failed" } else { "235 2.7.0 welcome" })
            }
            ("RCPT", Answers::RecipientLater) => say("450 4.2.1 mailbox busy"),
            ("RCPT", Answers::NoSuchMailbox) => say("550 5.1.1 anan@example.go.th: no such user"),
            ("DATA", answer) => {
                say("354 go on");
                let mut letter = String::new();
                for line in lines.by_ref() {
                    let Ok(line) = line else { return };
                    if line == "." {
                        break;
                    }
                    letter.push_str(&line);
                    letter.push('\n');
                }
                heard.lock().unwrap().push(letter.clone());
                if answer == Answers::HangUpInData {
                    return;
                }
                taken.lock().unwrap().push(letter);
                say("250 2.0.0 taken")
            }
            ("QUIT", _) => {
                say("221 bye");
                return;
            }
            _ => say("250 ok"),
        };
        if !went_out {
            return;
        }
    }
}
