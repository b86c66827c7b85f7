//! Asking: the form, reading back, sending, the receipt. None of these forms has a key: a seat, a voucher or a piece of
//! work is the right to send it. The receipt goes over to its page in a cookie that its page takes away.

use actix_web::{
    HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
    web,
};
use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;

use crate::{
    clinic::{
        hand_in::{By, HandIn, Refused, hand_in, signed_as},
        hatch::Hatch,
        pages::asking::{self as pages, Right, Typed},
        posted::{self, Posted},
        receipt::Receipt,
        said::{TEXT_MOST, Unfit, said},
        words::asking::words,
        work::{Work, answer},
    },
    ids::MeetingId,
    language::Language,
    notices::Voucher,
    web::{Failure, Faults, LongBody, Visit, at, see_other},
};

/// For some seconds, until the page of the receipt is opened.
/// The prefix makes browsers refuse it from anyone but this very host, over TLS.
const COOKIE: &str = "__Host-clearjai-receipt";
const COOKIE_WITHOUT_TLS: &str = "clearjai-receipt";
const COOKIE_SECONDS: i64 = 300;

/// `GET` [`at::CLINIC_ASK`]: for the session that is named, or the only one that is open.
pub async fn new(visit: Visit, hatch: web::Data<Hatch>) -> Result<HttpResponse, Failure> {
    let now = visit.premises.now();
    let mut open: Vec<Posted> = hatch.db.read_urn(posted::notices).await?.into_iter().filter(|it| it.is_open(now)).collect();
    open.sort_by_key(|it| it.closes.unwrap_or(i64::MAX));
    if let Some(meeting) = visit.query("session").and_then(|id| id.parse::<MeetingId>().ok()) {
        open.retain(|it| it.notice.meeting == meeting);
    }
    match open.as_slice() {
        [one] => Ok(form(&visit, &hatch, one, Typed::default(), &Faults::none())),
        open => Ok(pages::choose(&visit, open)),
    }
}

/// `POST` [`at::CLINIC_ASK`]: from a personal link, with a seat or a voucher; or back from reading it over.
pub async fn again(visit: Visit, hatch: web::Data<Hatch>, body: LongBody) -> Result<HttpResponse, Failure> {
    let fields = Fields(body.without_key());
    let posted = session(&hatch, &fields).await?;
    Ok(form(&visit, &hatch, &posted, fields.typed(), &Faults::none()))
}

/// `GET` of what is only sent to.
pub async fn to_ask(visit: Visit) -> HttpResponse {
    see_other(&visit.to(at::CLINIC_ASK))
}

/// `POST` [`at::CLINIC_ASK_CHECK`]: what will be on the board, and what the desk sees. Nothing is sent yet.
pub async fn check(visit: Visit, hatch: web::Data<Hatch>, body: LongBody) -> Result<HttpResponse, Failure> {
    let fields = Fields(body.without_key());
    let posted = session(&hatch, &fields).await?;
    let typed = fields.typed();
    let faults = faults(&visit, &posted, &typed);
    if !faults.is_empty() {
        return Ok(form(&visit, &hatch, &posted, typed, &faults));
    }
    let name = name(&visit, &hatch, &typed);
    if typed.right() == Some(Right::Voucher) && name.is_none() {
        let faults = Faults::one("text", words(visit.language).not_entitled);
        return Ok(form(&visit, &hatch, &posted, typed, &faults));
    }
    Ok(pages::check(&visit, &posted, &typed, name.as_deref()))
}

/// `POST` [`at::CLINIC_RECEIPT`]: sends it.
pub async fn create(visit: Visit, hatch: web::Data<Hatch>, body: LongBody) -> Result<HttpResponse, Failure> {
    let fields = Fields(body.without_key());
    let posted = session(&hatch, &fields).await?;
    let typed = fields.typed();
    let faults = faults(&visit, &posted, &typed);
    if !faults.is_empty() {
        return Ok(form(&visit, &hatch, &posted, typed, &faults));
    }
    let Some(by) = by(&typed) else {
        let faults = Faults::one("text", words(visit.language).not_entitled);
        return Ok(form(&visit, &hatch, &posted, typed, &faults));
    };
    let sent = HandIn {
        meeting: posted.notice.meeting,
        topic: typed.topic.clone(),
        text: typed.text.clone(),
        by,
        on_board: typed.board == "yes",
        once: typed.once.clone(),
    };
    match hand_in(&hatch, sent, visit.premises.now(), &visit.premises.chance).await {
        Ok(receipt) => {
            visit.set_cookie(cookie(&visit, receipt.digits(), COOKIE_SECONDS));
            // The next page knows no session.
            let takes_files = posted.notice.takes_files && typed.right() != Some(Right::Door);
            Ok(see_other(&format!("{}{}", visit.to(at::CLINIC_RECEIPT), if takes_files { "?files=yes" } else { "" })))
        }
        Err(Refused::Database(fault)) => Err(fault.into()),
        Err(refused) => {
            let faults = Faults::one("text", refused_in_words(visit.language, &refused));
            Ok(form(&visit, &hatch, &posted, typed, &faults))
        }
    }
}

/// `GET` [`at::CLINIC_RECEIPT`]: once.
pub async fn receipt(visit: Visit) -> HttpResponse {
    let receipt = visit.cookie(cookie_name(visit.premises.tls)).as_deref().and_then(Receipt::read);
    if receipt.is_some() {
        visit.set_cookie(cookie(&visit, "", 0));
    }
    let takes_files = visit.query("files") == Some("yes");
    pages::receipt(&visit, receipt.map(|receipt| receipt.grouped()).as_deref(), takes_files)
}

fn cookie(visit: &Visit, value: &str, seconds: i64) -> Cookie<'static> {
    Cookie::build(cookie_name(visit.premises.tls), value.to_owned())
        .path("/")
        .http_only(true)
        .secure(visit.premises.tls)
        .same_site(SameSite::Strict)
        .max_age(Duration::seconds(seconds))
        .finish()
}

const fn cookie_name(tls: bool) -> &'static str {
    if tls { COOKIE } else { COOKIE_WITHOUT_TLS }
}

/// What was posted without a key.
struct Fields(Vec<(String, String)>);

impl Fields {
    fn text(&self, name: &str) -> String {
        self.0.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    fn typed(&self) -> Typed {
        let text = |name| self.text(name);
        Typed {
            topic: text("topic"),
            text: text("text"),
            named: text("named"),
            board: text("board"),
            once: text("once"),
            voucher: text("voucher"),
            message: text("message"),
            signature: text("signature"),
            work: text("work"),
            answer: text("answer"),
            device: text("device"),
        }
    }
}

async fn session(hatch: &Hatch, fields: &Fields) -> Result<Posted, Failure> {
    let meeting: MeetingId = fields.text("meeting").parse().map_err(|_| Failure::NotFound)?;
    hatch.db.read_urn(move |conn| posted::notice(conn, meeting)).await?.ok_or(Failure::NotFound)
}

/// The form, with what it still needs: a number of its own, and a piece of work where there is no other right.
fn form(visit: &Visit, hatch: &Hatch, posted: &Posted, mut typed: Typed, faults: &Faults) -> HttpResponse {
    let mut dice = visit.premises.dice();
    if typed.once.is_empty() {
        typed.once = BASE64URL_NOPAD.encode(&dice.bytes::<16>());
    }
    let has_other = !typed.voucher.is_empty() || !typed.message.is_empty() || typed.device == "yes";
    if typed.work.is_empty() && posted.notice.ways.open_door && !has_other {
        typed.work = Work::mint(&hatch.master, posted.notice.meeting, visit.premises.now(), &mut dice);
    }
    pages::ask(visit, posted, &typed, hatch.protected.as_deref(), faults)
}

fn faults(visit: &Visit, posted: &Posted, typed: &Typed) -> Faults {
    let say = words(visit.language);
    let mut faults = Faults::none();
    if posted.notice.topic(&typed.topic).is_none() {
        faults.add("topic", say.choose_topic);
    }
    match said(&typed.text, TEXT_MOST) {
        Ok(_) => {}
        Err(Unfit::Missing) => faults.add("text", say.missing),
        Err(Unfit::TooLong { most }) => faults.add("text", (say.too_long)(most)),
    }
    if typed.is_either() && !["yes", "no"].contains(&typed.named.as_str()) {
        faults.add("named", say.choose_name);
    }
    if !["yes", "no"].contains(&typed.board.as_str()) {
        faults.add("board", say.choose_board);
    }
    faults
}

fn by(typed: &Typed) -> Option<By> {
    match typed.right()? {
        Right::Voucher => Some(By::Voucher(typed.voucher.clone())),
        Right::Seat => Some(By::Seat {
            message: serde_json::from_value(Value::String(typed.message.clone())).ok()?,
            signature: BASE64URL_NOPAD.decode(typed.signature.as_bytes()).ok()?,
        }),
        Right::Door => Some(By::OpenDoor { work: typed.work.clone(), answer: answer(&typed.answer) }),
        // Only a script holds it.
        Right::Device => None,
    }
}

/// As the voucher has it, if it will be sent.
fn name(visit: &Visit, hatch: &Hatch, typed: &Typed) -> Option<String> {
    if typed.right() != Some(Right::Voucher) {
        return None;
    }
    let voucher = Voucher::read(&hatch.master, &typed.voucher, visit.premises.now())?;
    Some(signed_as(&voucher))
}

pub fn refused_in_words(language: Language, refused: &Refused) -> String {
    let say = words(language);
    match refused {
        Refused::NoSuchSession | Refused::Malformed => say.no_session,
        Refused::NotOpenYet => say.not_open_yet,
        Refused::Closed => say.closed,
        Refused::Cancelled => say.cancelled,
        Refused::WayNotOffered | Refused::NotEntitled => say.not_entitled,
        Refused::Used => say.used,
        Refused::Full => say.full,
        Refused::TooEarly => say.too_early,
        Refused::NoSuchTopic => say.choose_topic,
        Refused::Unfit(Unfit::Missing) => say.missing,
        Refused::Unfit(Unfit::TooLong { most }) => return (say.too_long)(*most),
        Refused::Busy(_) | Refused::Database(_) => say.busy,
    }
    .to_owned()
}
