//! A session with a live room: whoever leads it, phones, and somebody who listens to what is told.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::TcpStream,
    time::Duration,
};

use clearjai::{
    clinic,
    dice::Chance,
    ids::MeetingId,
    notices::{Notice, Ways},
    papers::InBoth,
};
use serde_json::Value;

use crate::house::{House, Page, Visitor};

pub const TITLE: &str = "คลินิกเคลียร์ใจ ครั้งที่ 1";

pub struct Session<'house> {
    pub house: &'house House,
    pub desk: Visitor<'house>,
    pub meeting: MeetingId,
}

impl<'house> Session<'house> {
    /// Announced, and its live room not open yet.
    pub fn announced(house: &'house House, is_moderated: bool) -> Self {
        let admin = house.administrator();
        let desk = house.member(&admin, "duang", &["desk"]);
        Self { house, desk, meeting: announced(house, is_moderated, TITLE) }
    }

    /// Open; somebody reads questions first.
    pub fn moderated(house: &'house House) -> Self {
        let session = Self::announced(house, true);
        session.opens();
        session
    }

    /// Open; questions are shown at once.
    pub fn unmoderated(house: &'house House) -> Self {
        let session = Self::announced(house, false);
        session.opens();
        session
    }

    pub fn opens(&self) {
        self.desk.fills_in(&self.host(), &[("open", "yes")]).is(303);
    }

    pub fn host(&self) -> String {
        format!("/desk/live/{}", self.meeting)
    }

    /// As it stands on the page of whoever leads.
    pub fn code(&self) -> String {
        let page = self.desk.opens(&self.host());
        page.addresses("/live/").into_iter().find(|address| !address.ends_with("/screen")).unwrap().replace("/live/", "")
    }

    pub fn phone(&self) -> Phone<'house> {
        Phone { visitor: self.house.visitor(), room: format!("/live/{}", self.code()) }
    }

    /// A step with the question of these words.
    #[track_caller]
    pub fn does(&self, step: &str, text: &str) -> &Self {
        let page = self.desk.opens(&self.host());
        let id = button(&page, step, text);
        self.desk.sends(&page, &self.host(), &[(step, &id)]).is(303);
        self
    }

    pub fn ends(&self) {
        self.desk.fills_in(&format!("{}/end", self.host()), &[]).is(303);
    }
}

pub fn announced(house: &House, is_moderated: bool, title: &str) -> MeetingId {
    let said = |th: &str, en: &str| InBoth { th: th.to_owned(), en: en.to_owned() };
    let notice = Notice {
        meeting: Chance::Real.dice().id(),
        title: said(title, "Clinic 1"),
        about: said("", ""),
        answered_by: said("ฝ่ายคลัง", "Finance"),
        gathering: None,
        opens: 0,
        closes: None,
        topics: Vec::new(),
        ways: Ways { open_door: true, ..Ways::default() },
        is_moderated,
        takes_files: false,
        k: 3,
        seats_each: 1,
        key: None,
    };
    let meeting = notice.meeting;
    house.wait_for(house.rooms.db.urn(move |conn| clinic::post_notice(conn, &notice))).unwrap();
    meeting
}

/// The value of a button whose hidden words, or whose item's, are these.
#[track_caller]
pub fn button(page: &Page, name: &str, text: &str) -> String {
    let item = page.body.split("<li").find(|item| item.contains(text) && item.contains(&format!("name=\"{name}\" value=\"")));
    let item = item.unwrap_or_else(|| panic!("{} has no button {name} for {text}: {}", page.address, page.text()));
    let value = item.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
    value.split('"').next().unwrap().to_owned()
}

/// A phone with a browser of its own.
pub struct Phone<'house> {
    pub visitor: Visitor<'house>,
    pub room: String,
}

impl Phone<'_> {
    pub fn page(&self) -> Page {
        self.visitor.opens(&self.room)
    }

    pub fn asks(&self, text: &str) -> Page {
        self.sends(&self.page(), &[("text", text)])
    }

    pub fn sends(&self, page: &Page, fields: &[(&str, &str)]) -> Page {
        let browser = page.field("browser");
        self.visitor.sends(page, &self.room, &[&[("browser", browser.as_str())], fields].concat())
    }

    #[track_caller]
    pub fn says_me_too(&self, text: &str) -> Page {
        let page = self.page();
        self.sends(&page, &[("vote", &button(&page, "vote", text))])
    }

    #[track_caller]
    pub fn takes_it_back(&self, text: &str) -> Page {
        let page = self.page();
        self.sends(&page, &[("unvote", &button(&page, "unvote", text))])
    }

    /// The questions on its list, with their votes, from above.
    pub fn list(&self) -> Vec<(String, u32)> {
        list(&self.page())
    }
}

pub fn list(page: &Page) -> Vec<(String, u32)> {
    let items = page.body.split("data-live-list").nth(1).unwrap_or_default().split("</ol>").next().unwrap_or_default();
    let between = |item: &str, mark: &str| {
        let text = item.split(mark).nth(1).unwrap().split('>').nth(1).unwrap().split('<').next().unwrap();
        text.to_owned()
    };
    items
        .split("<li")
        .skip(1)
        .map(|item| (between(item, "data-live-text"), between(item, "data-live-count").parse().unwrap()))
        .collect()
}

/// Somebody who listens.
pub struct Ear {
    reader: BufReader<TcpStream>,
    pub head: String,
}

impl Ear {
    pub fn at(house: &House, address: &str) -> Self {
        Self::with(house, address, "")
    }

    /// With more lines in the head of the request.
    pub fn with(house: &House, address: &str, lines: &str) -> Self {
        let mut stream = TcpStream::connect(house.origin_socket()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        write!(stream, "GET {address} HTTP/1.1\r\nHost: clear.example\r\nAccept: text/event-stream\r\nAccept-Encoding: gzip, br\r\n{lines}\r\n").unwrap();
        let mut reader = BufReader::new(stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert!(reader.read_line(&mut head).unwrap() > 0, "the answer ended in its head: {head}");
        }
        Self { reader, head: head.to_lowercase() }
    }

    /// What is told next.
    pub fn hears(&mut self) -> Value {
        serde_json::from_str(&self.line("data: ")).unwrap()
    }

    /// What is told once the list says so.
    pub fn hears_until(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let told = self.hears();
            if wanted(&told) {
                return told;
            }
        }
    }

    /// The next line that begins so, without its beginning.
    pub fn line(&mut self, beginning: &str) -> String {
        loop {
            let mut line = String::new();
            assert!(self.reader.read_line(&mut line).unwrap() > 0, "nothing more is told; waiting for {beginning}");
            if let Some(rest) = line.trim_end().strip_prefix(beginning) {
                return rest.to_owned();
            }
        }
    }

    /// Whether the connection ends.
    pub fn is_over(&mut self) -> bool {
        let mut rest = String::new();
        loop {
            rest.clear();
            if self.reader.read_line(&mut rest).unwrap() == 0 || rest == "0\r\n" {
                return true;
            }
        }
    }
}

/// Somebody whose browser keeps nothing, from any thread: opens the room anew and sends this, or presses "me too" at
/// the question of these words. Says what was answered.
pub fn stranger_sends(room: &str, text: Option<&str>, vote: Option<&str>) -> u16 {
    let agent = ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false).build().new_agent();
    let body = agent.get(room).call().unwrap().body_mut().read_to_string().unwrap();
    let page = Page { status: 200, address: room.to_owned(), headers: std::collections::HashMap::default(), body };
    let mut fields = vec![("key", page.field("key")), ("browser", page.field("browser"))];
    fields.extend(text.map(|text| ("text", text.to_owned())));
    fields.extend(vote.map(|text| ("vote", button(&page, "vote", text))));
    agent.post(room).send_form(fields.iter().map(|(name, value)| (*name, value.as_str()))).unwrap().status().as_u16()
}
