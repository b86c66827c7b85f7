//! Somebody who is invited to a session: takes their seats and writes by one of them, as docs/protocol.md says.

use serde_json::{Value, json};

use crate::{
    attack::{NotCarriedOut, stage::Stage},
    credentials::{client::Blinding, verify::PreparedMessage},
    ids::{MeetingId, PersonId},
    notices::Notice,
    papers::Bytes,
};

/// Somebody who is invited, and what nobody else may know of them.
#[derive(Clone)]
pub struct Guest {
    pub id: PersonId,
    pub number: String,
    pub name: String,
    pub link: String,
    pub text: String,
    /// Drawn by the browser, so that a message that is sent twice is one.
    pub once: String,
    pub seats: Vec<Seat>,
    pub receipt: String,
    /// Nameless, if not.
    pub is_named: bool,
}

#[derive(Clone)]
pub struct Seat {
    pub message: Vec<u8>,
    pub signature: Vec<u8>,
}

impl Guest {
    pub fn take_seats(&mut self, stage: &Stage, notice: &Notice) -> Result<(), NotCarriedOut> {
        let key = notice.key.as_ref().ok_or_else(|| stuck("looked for the key of seats"))?;
        let mut blindings = Vec::new();
        let mut dice = stage.house.chance.dice();
        for _ in 0..notice.seats_each {
            let message = dice.bytes();
            let blinding = Blinding::new(&key.0, PreparedMessage::from_bytes(message), &dice.bytes());
            blindings.push((message.to_vec(), blinding.map_err(|_| stuck("blinded a seat"))?));
        }
        let blinded: Vec<_> = blindings.iter().map(|(_, blinding)| Bytes(blinding.blinded.clone())).collect();
        let signed = post(stage, "/api/v1/clinic/seats", &json!({ "link": self.link, "blinded": blinded }), 200)?;
        let signed: Vec<Bytes> = serde_json::from_value(signed.get("signatures").cloned().unwrap_or_default())
            .map_err(|_| stuck("looked for signatures"))?;
        for ((message, blinding), signed) in blindings.into_iter().zip(signed) {
            let signature = blinding.finalize(&signed.0).map_err(|_| stuck("took the blinding off"))?;
            self.seats.push(Seat { message, signature });
        }
        Ok(())
    }

    pub fn write_by_seat(&mut self, stage: &Stage, meeting: MeetingId) -> Result<(), NotCarriedOut> {
        let seat = self.seats.first().ok_or_else(|| stuck("looked for a seat"))?;
        let matter = json!({
            "meeting": meeting, "topic": "other", "text": self.text, "on_board": true, "once": self.once,
            "message": Bytes(seat.message.clone()), "signature": Bytes(seat.signature.clone()),
        });
        let receipt = post(stage, "/api/v1/clinic/matters", &matter, 201)?;
        receipt.get("receipt").and_then(Value::as_str).unwrap_or_default().clone_into(&mut self.receipt);
        if self.receipt.is_empty() { Err(stuck("looked for a receipt")) } else { Ok(()) }
    }

    /// A page with what was asked, and with who made it noted in it.
    pub fn add_file(&self, stage: &Stage) -> Result<(), NotCarriedOut> {
        let words = format!("BT /F1 9 Tf 20 150 Td ({}) Tj ET", self.text);
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
            "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".to_owned(),
            format!("<</Length {}>>\nstream\n{words}\nendstream", words.len()),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
            format!("<</Author({})>>", self.number),
        ];
        let objects = (1..).zip(objects).map(|(number, object): (u32, _)| format!("{number} 0 obj\n{object}\nendobj\n"));
        let objects: String = objects.collect();
        let file = format!("%PDF-1.4\n{objects}trailer\n<</Root 1 0 R/Info 6 0 R>>\n%%EOF\n");
        let mut browser = stage.browser();
        let page = browser.get("/en/clinic/check")?;
        let key = page.field("key").unwrap_or_default();
        let fields = [("key", key), ("code", self.receipt.as_str())];
        let added = browser.post_file("/en/clinic/mine/files", &fields, &file)?;
        if added.status == 200 { Ok(()) } else { Err(stuck(&format!("added a file ({})", added.status))) }
    }

    /// With a name, by the form: there is no other way.
    pub fn write_by_name(&mut self, stage: &Stage, meeting: MeetingId) -> Result<(), NotCarriedOut> {
        let voucher = post(stage, "/api/v1/clinic/vouchers", &json!({ "link": self.link }), 200)?;
        let voucher = voucher.get("voucher").and_then(Value::as_str).unwrap_or_default();
        let (meeting, once) = (meeting.to_string(), self.once.as_str());
        let fields = [
            ("meeting", meeting.as_str()),
            ("topic", "other"),
            ("text", &self.text),
            ("board", "yes"),
            ("once", once),
            ("voucher", voucher),
        ];
        let sent = stage.browser().post("/en/clinic/receipt", &fields)?;
        if sent.status == 303 { Ok(()) } else { Err(stuck(&format!("wrote with a name ({})", sent.status))) }
    }
}

fn post(stage: &Stage, path: &str, sent: &Value, good: u16) -> Result<Value, NotCarriedOut> {
    let page = stage.browser().post_json(path, &sent.to_string())?;
    if page.status == good {
        return Ok(serde_json::from_str(&page.body).unwrap_or_default());
    }
    Err(stuck(&format!("went to {path} ({}: {})", page.status, page.body)))
}

pub fn stuck(deed: &str) -> NotCarriedOut {
    NotCarriedOut::Stuck(deed.to_owned())
}
