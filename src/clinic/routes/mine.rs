//! For whoever holds a receipt. Every step is sent with the code, which stands in no address and no cookie.

use std::net::IpAddr;

use actix_web::{HttpRequest, HttpResponse, web};
use sha2::{Digest as _, Sha256};

use crate::{
    clinic::{
        hatch::Hatch,
        matter::Outcome,
        mine::{self, Held, NotTried, REMOVED, Step},
        pages::mine::{self as pages, Typed},
        receipt::Receipt,
        said::{TEXT_MOST, Unfit, said},
        words::mine::words,
    },
    tidy::one_line,
    web::{Failure, Faults, LongBody, Posted, Visit, at, see_other},
};

const NAME_MOST: usize = 100;

/// `GET` [`at::CLINIC_CHECK`]
pub async fn new(visit: Visit) -> HttpResponse {
    pages::check(&visit, "", &Faults::none())
}

/// `GET` [`at::CLINIC_MINE`], by whoever opens it: it takes a code.
pub async fn to_check(visit: Visit) -> HttpResponse {
    see_other(&visit.to(at::CLINIC_CHECK))
}

/// `POST` [`at::CLINIC_MINE`]
pub async fn show(visit: Visit, hatch: web::Data<Hatch>, request: HttpRequest, body: LongBody) -> Result<HttpResponse, Failure> {
    let posted = visit.accept(body)?;
    let receipt = Receipt::read(posted.text("code"));
    let held = match &receipt {
        Some(receipt) => mine::find(&hatch, receipt).await.map_err(busy)?,
        None => None,
    };
    let (Some(receipt), Some(held)) = (receipt, held) else { return Ok(wrong(&visit, &hatch, &request, &posted).await) };
    let mut typed = Typed::default();
    let mut faults = Faults::none();
    match step(&visit, &posted) {
        Ok(Wish::Look) => {}
        Ok(Wish::Remove) => return remove(&visit, &hatch, held).await,
        Ok(Wish::LetGo) => {
            if let Held::Waiting(id) = held {
                hatch.db.urn(move |conn| mine::let_go(conn, id)).await?;
                typed.done = true;
            }
        }
        Ok(Wish::Do(step)) => {
            if let Held::Matter(id) = held {
                let (master, chance, once) = (hatch.master.clone(), visit.premises.chance.clone(), once(&posted));
                hatch.db.urn(move |conn| mine::step(conn, &master, id, &step, &once, &mut chance.dice())).await?;
                typed.done = true;
            }
        }
        Err((field, sentence)) => {
            faults.add(field, sentence);
            posted.text("reply").clone_into(&mut typed.reply);
            posted.text("name").clone_into(&mut typed.name);
        }
    }
    let master = hatch.master.clone();
    match hatch.db.read_urn(move |conn| mine::look(conn, &master, held)).await? {
        Some(found) => Ok(pages::mine(&visit, receipt.digits(), &found, &typed, &faults)),
        // Emptied or removed at this very moment: the next look finds it.
        None => Err(Failure::Refused(words(visit.language).wrong.to_owned())),
    }
}

enum Wish {
    Look,
    Do(Step),
    LetGo,
    Remove,
}

fn step(visit: &Visit, posted: &Posted) -> Result<Wish, (&'static str, String)> {
    let say = words(visit.language);
    Ok(match posted.text("do") {
        "reply" => {
            let text = said(posted.raw("reply"), TEXT_MOST).map_err(|unfit| match unfit {
                Unfit::Missing => ("reply", say.missing.to_owned()),
                Unfit::TooLong { most } => ("reply", (say.too_long)(most)),
            })?;
            Wish::Do(Step::Write(text))
        }
        "say" => match Outcome::from_code(posted.text("outcome")) {
            Some(outcome) => Wish::Do(Step::Say(outcome)),
            None => Wish::Look,
        },
        "reveal" => {
            let name = one_line(posted.text("name"), NAME_MOST).map_err(|_| ("name", say.name_unfit.to_owned()))?;
            Wish::Do(Step::Reveal(name))
        }
        "let_go" => Wish::LetGo,
        "remove" if posted.is_ticked("sure") => Wish::Remove,
        "remove" => return Err(("sure", say.not_sure.to_owned())),
        _ => Wish::Look,
    })
}

async fn remove(visit: &Visit, hatch: &Hatch, held: Held) -> Result<HttpResponse, Failure> {
    let master = hatch.master.clone();
    hatch.db.urn(move |conn| mine::remove(conn, &master, held)).await?;
    // What was deleted is to lie in no file either. It is gone for everybody at once, so nobody waits for this.
    let db = hatch.db.clone();
    actix_web::rt::spawn(async move {
        if let Err(fault) = db.rewrite_urn(REMOVED).await {
            tracing::warn!(%fault, "what was removed is not swept yet");
        }
    });
    Ok(pages::removed(visit))
}

/// One sentence, whatever was wrong.
async fn wrong(visit: &Visit, hatch: &Hatch, request: &HttpRequest, posted: &Posted) -> HttpResponse {
    let browser = visit.browser().map(|browser| Sha256::new().chain_update(b"browser").chain_update(browser).finalize().into());
    mine::hold_back(hatch.wrong(browser, address(request), visit.premises.now())).await;
    pages::check(visit, posted.text("code"), &Faults::one("code", words(visit.language).wrong))
}

/// Where it comes from, as a hash that is kept in memory alone.
pub fn address(request: &HttpRequest) -> [u8; 32] {
    let ip = request.peer_addr().map(|peer| peer.ip());
    let bytes = match ip {
        Some(IpAddr::V4(ip)) => ip.octets().to_vec(),
        // A household has 64 bits of them.
        Some(IpAddr::V6(ip)) => ip.octets().into_iter().take(8).collect(),
        None => Vec::new(),
    };
    Sha256::new().chain_update(b"address").chain_update(bytes).finalize().into()
}

/// Names this very form, for deeds that are done once.
fn once(posted: &Posted) -> [u8; 16] {
    posted.key.as_bytes().first_chunk().copied().unwrap_or_default()
}

fn busy(fault: NotTried) -> Failure {
    match fault {
        NotTried::Busy(busy) => Failure::Unavailable(busy.into()),
        NotTried::Database(fault) => fault.into(),
    }
}
