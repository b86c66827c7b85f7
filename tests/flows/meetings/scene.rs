//! A department of 54, those who plan and print, and a session that takes contributions until 27 November.

use clearjai::{
    credentials::{
        client::Blinding,
        verify::{PreparedMessage, PublicKey},
    },
    dice::Dice,
    ids::MeetingId,
    meetings,
    notices::{Notice, NoticeHash},
    papers::Bytes,
};
use serde_json::{Value, json};

use crate::{
    eligible::crew::demo,
    house::{House, Page, Visitor},
    wall::respondent::{Answered, call},
};

pub const NEW: &str = "/desk/sessions/new";

pub struct Scene<'house> {
    pub house: &'house House,
    pub admin: Visitor<'house>,
    pub coordinator: Visitor<'house>,
    pub hr: Visitor<'house>,
}

/// A session on 30 November; contributions from now until the 27th, 16:30.
pub fn fields<'it>(changes: &[(&'it str, &'it str)]) -> Vec<(&'it str, &'it str)> {
    let mut fields = vec![
        ("title_thai", "คลินิกเคลียร์ใจ ครั้งที่ 1"),
        ("title_english", "Clinic 1"),
        ("about_thai", "การเบิกจ่ายปลายปี"),
        ("answered_thai", "ฝ่ายคลัง"),
        ("held_day", "30"),
        ("held_month", "11"),
        ("held_year", "2569"),
        ("from", "13.30"),
        ("until", "15.30"),
        ("place_thai", "ห้องประชุม 2"),
        ("opens_day", "21"),
        ("opens_month", "11"),
        ("opens_year", "2569"),
        ("opens_time", "9.00"),
        ("closes_day", "27"),
        ("closes_month", "11"),
        ("closes_year", "2569"),
        ("closes_time", "16.30"),
        ("topics", "การเบิกจ่าย / Payments\r\nที่จอดรถ"),
        ("ways", "by_seat"),
        ("ways", "by_name"),
        ("seats", "3"),
        ("moderated", "yes"),
    ];
    let is_changed = |name: &str| changes.iter().any(|(other, _)| *other == name);
    fields.retain(|(name, _)| !is_changed(name));
    fields.extend(changes.iter().filter(|(_, value)| !value.is_empty()));
    fields
}

impl<'house> Scene<'house> {
    pub fn new(house: &'house House) -> Self {
        let admin = house.administrator();
        let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
        demo(house);
        house.place().in_the_register("UPDATE people SET email = 'p' || number || '@example.go.th'");
        Self { house, admin, coordinator, hr }
    }

    pub fn plans(&self, changes: &[(&str, &str)]) -> MeetingId {
        let planned = self.coordinator.fills_in(NEW, &fields(changes));
        let led_to = planned.leads_to();
        led_to.trim_start_matches("/desk/sessions/").split('?').next().unwrap().parse().unwrap()
    }

    pub fn opens(&self, id: MeetingId) -> Page {
        let address = at(id, "/opening");
        let page = self.coordinator.opens(&address);
        self.coordinator.sends(page.is(200), &address, &[])
    }

    /// Planned, open, and everybody's letter sent.
    pub fn opened(&self, changes: &[(&str, &str)]) -> MeetingId {
        let id = self.plans(changes);
        assert_eq!(self.opens(id).leads_to(), at(id, "?done=opened"));
        self.house.courier_runs();
        id
    }

    /// Everybody's digits, as they count now.
    pub fn links(&self, id: MeetingId) -> Vec<String> {
        let master = self.house.rooms.master.clone();
        let links = self.house.rooms.db.read_register(move |conn| meetings::personal_links(conn, &master, id));
        self.house.wait_for(links).unwrap().into_iter().map(|(_, link)| link.write()).collect()
    }

    pub fn have_k_taken(&self, id: MeetingId) -> bool {
        self.house.wait_for(self.house.rooms.db.read_register(move |conn| meetings::have_k_taken(conn, id))).unwrap()
    }

    pub fn in_the_urn(&self, id: MeetingId) -> Option<clearjai::clinic::Posted> {
        self.house.wait_for(self.house.rooms.db.read_urn(move |conn| clearjai::clinic::notice(conn, id))).unwrap()
    }
}

pub fn at(id: MeetingId, below: &str) -> String {
    format!("/desk/sessions/{id}{below}")
}

/// Somebody with a link and a program of their own.
pub struct Guest<'house> {
    pub house: &'house House,
    pub link: String,
    pub notice: Notice,
    pub messages: Vec<PreparedMessage>,
    secrets: Vec<[u8; 32]>,
}

impl<'house> Guest<'house> {
    #[track_caller]
    pub fn with(house: &'house House, link: &str) -> Self {
        let (status, told) = asks_about(house, link);
        assert_eq!(status, 200, "{told}");
        let text = told["notice"].as_str().unwrap();
        assert_eq!(told["hash"], json!(Bytes(NoticeHash::of(text).as_bytes().to_vec())));
        let notice = Notice::read(text).unwrap();
        let mut dice = Dice::real();
        let messages = (0..notice.seats_each).map(|_| PreparedMessage::from_bytes(dice.bytes())).collect();
        let secrets = (0..notice.seats_each).map(|_| dice.bytes()).collect();
        Self { house, link: link.to_owned(), notice, messages, secrets }
    }

    fn blindings(&self) -> Vec<Blinding> {
        let key = &self.notice.key.as_ref().unwrap().0;
        let pairs = self.messages.iter().zip(&self.secrets);
        pairs.map(|(message, secret)| Blinding::new(key, message.clone(), secret).unwrap()).collect()
    }

    pub fn blinded(&self) -> Vec<Vec<u8>> {
        self.blindings().into_iter().map(|blinding| blinding.blinded).collect()
    }

    pub fn asks_to_sign(&self, blinded: &[Vec<u8>]) -> Answered {
        let blinded: Vec<_> = blinded.iter().cloned().map(Bytes).collect();
        let sent = json!({ "link": self.link, "blinded": blinded });
        call(self.house, "/api/v1/clinic/seats", Some(&sent.to_string()))
    }

    /// All of them, checked against the key in the notice.
    #[track_caller]
    pub fn takes(&self) -> Vec<Vec<u8>> {
        let (status, signed) = self.asks_to_sign(&self.blinded());
        assert_eq!(status, 200, "{signed}");
        let signed: Vec<Bytes> = serde_json::from_value(signed["signatures"].clone()).unwrap();
        let finalized = self.blindings().into_iter().zip(signed).map(|(blinding, signed)| blinding.finalize(&signed.0).unwrap());
        let signatures: Vec<_> = finalized.collect();
        let mut key = PublicKey::from_spki(&self.notice.key.as_ref().unwrap().0).unwrap().verifier().unwrap();
        assert!(self.messages.iter().zip(&signatures).all(|(message, signature)| key.accepts(message, signature)));
        signatures
    }

    pub fn asks_for_voucher(&self) -> Answered {
        call(self.house, "/api/v1/clinic/vouchers", Some(&json!({ "link": self.link }).to_string()))
    }
}

pub fn asks_about(house: &House, link: &str) -> (u16, Value) {
    call(house, "/api/v1/clinic/links", Some(&json!({ "link": link }).to_string()))
}
