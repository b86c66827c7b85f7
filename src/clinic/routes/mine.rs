//! For whoever holds a receipt. Every step is sent with the code, which stands in no address and no cookie.

use std::net::IpAddr;

use actix_web::{HttpRequest, HttpResponse, web};
use diesel::QueryResult;
use sha2::{Digest as _, Sha256};

use super::files::may_change;
use crate::{
    clinic::{
        files,
        hatch::Hatch,
        matter::Outcome,
        mine::{self, Held, NotTried, REMOVED, Step},
        pages::mine::{self as pages, Typed},
        receipt::Receipt,
        said::{TEXT_MOST, Unfit, said},
        words::{self, mine::words},
    },
    ids::EnclosureId,
    tidy::one_line,
    web::{Failure, Faults, FormKey, LongBody, Posted, Visit, at, see_other},
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
    let Some((receipt, held)) = held(&hatch, &posted).await? else { return Ok(wrong(&visit, &hatch, &request, &posted).await) };
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
        Ok(Wish::TakeBack(_)) if may_change(&visit, &hatch, held).is_err() => {
            faults.add("file", words::files::words(visit.language).busy);
        }
        Ok(Wish::TakeBack(id)) => {
            if hatch.db.urn(move |conn| files::take_back(conn, held, id)).await? {
                sweep(&hatch);
            }
            typed.done = true;
        }
        Ok(Wish::Do(step)) => {
            if let Held::Matter(id) = held {
                let (master, chance, once) = (hatch.master.clone(), visit.premises.chance.clone(), once(posted.key));
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
    draw(&visit, &hatch, &receipt, held, &typed, &faults).await
}

/// What the code opens that was posted; nothing, if it is wrong.
pub async fn held(hatch: &Hatch, posted: &Posted) -> Result<Option<(Receipt, Held)>, Failure> {
    let Some(receipt) = Receipt::read(posted.text("code")) else { return Ok(None) };
    let held = mine::find(hatch, &receipt).await.map_err(busy)?;
    Ok(held.map(|held| (receipt, held)))
}

pub async fn draw(
    visit: &Visit,
    hatch: &Hatch,
    receipt: &Receipt,
    held: Held,
    typed: &Typed,
    faults: &Faults,
) -> Result<HttpResponse, Failure> {
    let mut held = Some(held);
    // Brought to the desk at this very moment, it is found there.
    for _ in 0..2 {
        let (master, Some(it)) = (hatch.master.clone(), held) else { break };
        let seen = hatch.db.read_urn(move |conn| {
            let Some(found) = mine::look(conn, &master, it)? else { return Ok(None) };
            QueryResult::Ok(Some((found, files::shelf(conn, &master, it)?)))
        });
        if let Some((found, shelf)) = seen.await? {
            return Ok(pages::mine(visit, receipt.digits(), (&found, &shelf), typed, faults));
        }
        held = mine::find(hatch, receipt).await.map_err(busy)?;
    }
    Err(Failure::Refused(words(visit.language).wrong.to_owned()))
}

enum Wish {
    Look,
    Do(Step),
    LetGo,
    TakeBack(EnclosureId),
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
        "take_back" => posted.text("taken").parse().map_or(Wish::Look, Wish::TakeBack),
        "remove" if posted.is_ticked("sure") => Wish::Remove,
        "remove" => return Err(("sure", say.not_sure.to_owned())),
        _ => Wish::Look,
    })
}

async fn remove(visit: &Visit, hatch: &Hatch, held: Held) -> Result<HttpResponse, Failure> {
    let master = hatch.master.clone();
    hatch.db.urn(move |conn| mine::remove(conn, &master, held)).await?;
    sweep(hatch);
    Ok(pages::removed(visit))
}

/// What was deleted is to lie in no file either. It is gone for everybody at once, so nobody waits for this.
fn sweep(hatch: &Hatch) {
    let hatch = hatch.clone();
    actix_web::rt::spawn(async move {
        if let Err(fault) = hatch.sweep(REMOVED).await {
            tracing::warn!(%fault, "what was removed is not swept yet");
        }
    });
}

/// One sentence, whatever was wrong.
pub async fn wrong(visit: &Visit, hatch: &Hatch, request: &HttpRequest, posted: &Posted) -> HttpResponse {
    let browser = Sha256::new().chain_update(b"browser").chain_update(visit.browser().unwrap_or_default());
    mine::hold_back(hatch.wrong(browser.finalize().into(), address(request), visit.premises.now())).await;
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
pub fn once(key: FormKey) -> [u8; 16] {
    key.as_bytes().first_chunk().copied().unwrap_or_default()
}

fn busy(fault: NotTried) -> Failure {
    match fault {
        NotTried::Busy(busy) => Failure::Unavailable(busy.into()),
        NotTried::Database(fault) => fault.into(),
    }
}
