//! A session of the clinic in the urn, seats and vouchers for it, and people who ask.

use std::time::Duration;

use clearjai::{
    clinic,
    credentials::{client::Blinding, issue::SigningKey, verify::PreparedMessage},
    dice::Chance,
    ids::{MatterId, MeetingId},
    notices::{Gathering, Notice, Topic, Voucher, Ways},
    papers::{Bytes, InBoth},
};
use data_encoding::BASE64URL_NOPAD;

use crate::house::{House, Page, Visitor};

pub const HOUR: Duration = Duration::from_secs(3_600);
/// From the first moment of every story, a Saturday at noon, to Monday at eight.
pub const TO_MONDAY: Duration = Duration::from_secs(44 * 3_600);

pub struct Clinic {
    pub house: House,
    pub notice: Notice,
    key: SigningKey,
}

/// A seat as it lies on a device.
#[derive(Clone)]
pub struct Seat {
    pub message: String,
    pub signature: String,
}

fn said(th: &str, en: &str) -> InBoth {
    InBoth { th: th.to_owned(), en: en.to_owned() }
}

impl Clinic {
    pub fn open() -> Self {
        Self::with(Ways { by_name: true, by_seat: true, open_door: false })
    }

    pub fn with(ways: Ways) -> Self {
        Self::in_house(House::open_with(&[("CLEARJAI_PROTECTED_CHANNEL", "https://protected.example.go.th")]), ways)
    }

    pub fn in_house(house: House, ways: Ways) -> Self {
        let now = house.clock.now().seconds();
        let key = SigningKey::generate().unwrap();
        let notice = Notice {
            meeting: Chance::Real.dice().id(),
            title: said("คลินิกเคลียร์ใจ ครั้งที่ 1", "Clinic 1"),
            about: said("เรื่องการเงินและพัสดุ", "Money and supplies"),
            answered_by: said("ฝ่ายคลัง", "Finance"),
            gathering: Some(Gathering {
                starts: now + 10 * 86_400,
                ends: now + 10 * 86_400 + 7_200,
                place: said("ห้องประชุม 2", "Room 2"),
                online: String::new(),
            }),
            opens: now - 60,
            closes: Some(now + 9 * 86_400),
            topics: vec![
                Topic { code: "money".to_owned(), name: said("การเบิกจ่าย", "Payments") },
                Topic { code: "cars".to_owned(), name: said("รถส่วนกลาง", "Cars") },
            ],
            ways,
            is_moderated: true,
            takes_files: false,
            k: 5,
            seats_each: 3,
            key: ways.by_seat.then(|| Bytes(key.spki().unwrap())),
        };
        let clinic = Self { house, notice, key };
        clinic.posts_notice();
        clinic
    }

    /// A session that takes files as well.
    pub fn taking_files(ways: Ways) -> Self {
        let mut clinic = Self::with(ways);
        clinic.notice.takes_files = true;
        clinic.posts_notice();
        clinic
    }

    pub fn posts_notice(&self) {
        let notice = self.notice.clone();
        self.house.wait_for(self.house.rooms.db.urn(move |conn| clinic::post_notice(conn, &notice))).unwrap();
    }

    pub fn meeting(&self) -> MeetingId {
        self.notice.meeting
    }

    pub fn ends(&self, stage: clinic::Stage) {
        let meeting = self.meeting();
        self.house.wait_for(self.house.rooms.db.urn(move |conn| clinic::end(conn, meeting, stage))).unwrap();
    }

    /// Signed without being seen, as the register does it.
    pub fn seat(&self) -> Seat {
        let mut dice = Chance::Real.dice();
        let message = dice.bytes::<64>();
        let secret = dice.bytes();
        let prepared = PreparedMessage::from_bytes(message);
        let blinding = Blinding::new(&self.key.spki().unwrap(), prepared, &secret).unwrap();
        let signature = blinding.finalize(&self.key.sign(&blinding.blinded).unwrap()).unwrap();
        Seat { message: BASE64URL_NOPAD.encode(&message), signature: BASE64URL_NOPAD.encode(&signature) }
    }

    pub fn voucher(&self, name: &str) -> String {
        let mut dice = Chance::Real.dice();
        let now = self.house.clock.now();
        let voucher = Voucher::new(self.meeting(), name.to_owned(), "ฝ่ายคลัง".to_owned(), now, &mut dice);
        voucher.write(&self.house.rooms.master, &mut dice).unwrap()
    }

    pub fn is_due(&self, is_working_day: bool) -> bool {
        let now = self.house.clock.now();
        self.house.wait_for(self.house.rooms.db.read_urn(move |conn| clinic::is_due(conn, now, is_working_day))).unwrap()
    }

    /// The timetable empties the letterbox.
    pub fn empties(&self, has_k: bool) -> usize {
        let rooms = &self.house.rooms;
        let have_k = if has_k { vec![self.meeting()] } else { Vec::new() };
        let emptied = clinic::empty_and_sweep(&rooms.db, &rooms.master, &rooms.chance, have_k, self.house.clock.now());
        self.house.wait_for(emptied).unwrap()
    }

    /// Until Monday at eight, when everything is brought to the desk.
    pub fn monday_comes(&self) -> usize {
        self.house.turn(TO_MONDAY);
        assert!(self.is_due(true));
        self.empties(true)
    }

    /// Somebody of the desk, signed in.
    pub fn desk(&self) -> Visitor<'_> {
        let admin = self.house.administrator();
        self.house.member(&admin, "duangjai", &["desk"])
    }

    pub fn nobody(&self) -> Visitor<'_> {
        self.house.visitor()
    }

    /// The form, with what a personal link hands on.
    pub fn form(&self, visitor: &Visitor, rights: &[(&str, &str)]) -> Page {
        let meeting = self.meeting().to_string();
        let mut fields = vec![("meeting", meeting.as_str())];
        fields.extend(rights);
        visitor.posts("/clinic/ask", &fields)
    }

    /// From a personal link to the receipt.
    pub fn asks(&self, rights: &[(&str, &str)], text: &str, more: &[(&str, &str)]) -> String {
        let visitor = self.nobody();
        let form = self.form(&visitor, rights);
        let check = reads_back(&visitor, form.is(200), text, more);
        let sent = presses_send(&visitor, check.is(200));
        code(&visitor.goes_on(&sent))
    }

    pub fn asks_by_seat(&self, text: &str) -> String {
        let seat = self.seat();
        self.asks(&[("message", &seat.message), ("signature", &seat.signature)], text, &[])
    }

    pub fn asks_by_name(&self, name: &str, text: &str) -> String {
        let voucher = self.voucher(name);
        self.asks(&[("voucher", &voucher)], text, &[])
    }
}

/// Fills the form in, up to the page that reads it back.
pub fn reads_back(visitor: &Visitor, form: &Page, text: &str, more: &[(&str, &str)]) -> Page {
    let hidden = hidden(form);
    let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.extend(
        [("topic", "money"), ("text", text), ("board", "yes")]
            .into_iter()
            .filter(|(name, _)| more.iter().all(|(other, _)| other != name)),
    );
    fields.extend(more);
    visitor.posts("/clinic/ask/check", &fields)
}

/// Presses the last button.
pub fn presses_send(visitor: &Visitor, check: &Page) -> Page {
    let hidden = hidden(check);
    let fields: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.posts("/clinic/receipt", &fields)
}

/// Every hidden field of the first form that posts asking.
fn hidden(page: &Page) -> Vec<(String, String)> {
    let form = page.body.split("<form").find(|form| form.contains("name=\"once\"")).expect("a form of asking");
    form.split("<input")
        .skip(1)
        .filter(|tag| tag.contains("type=\"hidden\""))
        .map(|tag| {
            let part = |mark: &str| tag.split(mark).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned();
            (part("name=\""), unescaped(&part("value=\"")))
        })
        .collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The receipt that a page shows.
#[track_caller]
pub fn code(page: &Page) -> String {
    let shown = page.body.split("<p class=\"code\">").nth(1).and_then(|rest| rest.split('<').next());
    let code = shown.unwrap_or_else(|| panic!("{} shows no code: {}", page.address, page.text())).to_owned();
    assert_eq!(code.len(), 19, "{code}");
    code
}

/// The holder of a receipt opens it.
pub fn opens(visitor: &Visitor, code: &str) -> Page {
    let page = visitor.opens("/clinic/check");
    visitor.sends(&page, "/clinic/mine", &[("code", code)])
}

/// The matters in a queue of the desk.
pub fn queue(desk: &Visitor, state: &str) -> Vec<String> {
    let is_matter = |address: &String| address.trim_start_matches("/desk/").parse::<MatterId>().is_ok();
    desk.opens(&format!("/desk?state={state}")).addresses("/desk/").into_iter().filter(is_matter).collect()
}

/// A deed at a matter.
pub fn does(desk: &Visitor, matter: &str, fields: &[(&str, &str)]) -> Page {
    desk.sends(&desk.opens(matter), matter, fields)
}

/// What stands on the board, by address.
pub fn cards(visitor: &Visitor) -> Vec<String> {
    let mut cards: Vec<_> =
        visitor.opens("/clinic").addresses("/clinic/q/").into_iter().filter(|it| !it.ends_with("/me-too")).collect();
    cards.sort();
    cards.dedup();
    cards
}
