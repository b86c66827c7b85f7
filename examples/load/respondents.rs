//! Respondents: what their browsers do between one door and the next, and what they send.

use std::thread;

use clearjai::{
    asking::{Fields, HandedIn},
    credentials::{
        client::Blinding,
        verify::{PreparedMessage, Receipt},
    },
    dice::Dice,
    ids::StratumId,
    instruments::{Answer, Answers, Asks, Question},
    papers::{Bytes, Paper, PaperHash, pad},
    web::at,
};
use serde_json::{Value, json};

use super::{
    Outcome,
    clients::post,
    doors::{Go, send},
    http::Request,
    program::Program,
    round::Round,
};

/// What was sent to each door, and how it went.
pub struct Went {
    pub doors: [(&'static str, Vec<Request>, Go); 3],
}

impl Went {
    pub fn handed_in(&self) -> usize {
        let [_, _, (_, sent, go)] = &self.doors;
        sent.len() - go.errors
    }
}

/// Somebody between the doors.
struct Waiting<'it> {
    link: &'it str,
    stratum: StratumId,
    message: PreparedMessage,
    blinding: Blinding,
}

/// All of them through one door, then all of them through the next. Whoever was refused stays behind.
pub fn hand_in(round: &Round, links: &[String], server: &Program, connections: usize) -> Outcome<Went> {
    let looks: Vec<_> = links.iter().map(|link| post(at::LINKS, &json!({ "link": link }).to_string(), "HTTP/1.1 200 ")).collect();
    let looked = send(server, &looks, connections)?;

    let came: Vec<_> = links.iter().zip(&looked.answers).filter_map(|(link, answer)| Some((link, answer.as_deref()?))).collect();
    let waiting = on_all_processors(&came, |&(link, answer)| blinds(round, link, answer))?;
    let asked = |it: &Waiting| json!({ "link": it.link, "blinded": Bytes(it.blinding.blinded.clone()) });
    let collects: Vec<_> = waiting.iter().map(|it| post(at::CREDENTIALS, &asked(it).to_string(), "HTTP/1.1 200 ")).collect();
    let collected = send(server, &collects, connections)?;

    let came = waiting.iter().zip(&collected.answers).filter_map(|(it, answer)| Some((it, answer.as_deref()?)));
    let ballots = on_all_processors(&came.collect::<Vec<_>>(), |&(it, answer)| seals(round, it, answer))?;
    let cast = send(server, &ballots, connections)?;
    Ok(Went { doors: [("link", looks, looked), ("credential", collects, collected), ("ballot", ballots, cast)] })
}

fn blinds<'it>(round: &Round, link: &'it str, answer: &[u8]) -> Outcome<Waiting<'it>> {
    let looked: Value = serde_json::from_slice(answer)?;
    let stratum = looked.get("stratum").and_then(Value::as_str).unwrap_or_default().parse()?;
    let key = &round.paper.stratum(stratum).ok_or("no such stratum")?.key.0;
    let mut dice = Dice::real();
    let message = Receipt::parse(&dice.digits(24))?.message(round.survey);
    Ok(Waiting { link, stratum, blinding: Blinding::new(key, message.clone(), &dice.bytes())?, message })
}

fn seals(round: &Round, waiting: &Waiting, answer: &[u8]) -> Outcome<Request> {
    let signed: Value = serde_json::from_slice(answer)?;
    let signed: Bytes = serde_json::from_value(signed.get("signature").cloned().unwrap_or_default())?;
    let (signature, message, mut dice) = (waiting.blinding.finalize(&signed.0)?, waiting.message.as_bytes(), Dice::real());
    let plaintext = pad(&answers(&round.paper, &mut dice)?, &round.paper.sizes)?;
    let hash = PaperHash::of(&round.text);
    let sealed = round.paper.sealing_key.seal(hash, waiting.stratum, message, &plaintext, &mut dice)?;
    let ballot = json!({
        "survey": round.survey,
        "stratum": waiting.stratum,
        "message": Bytes(message.to_vec()),
        "signature": Bytes(signature),
        "sealed": Bytes(sealed),
    });
    Ok(post(at::BALLOTS, &ballot.to_string(), "HTTP/1.1 201 "))
}

/// Any that will count when they are opened.
fn answers(paper: &Paper, dice: &mut Dice) -> Outcome<Vec<(String, String)>> {
    let instrument = &paper.instrument;
    let (items, mut answers) = (instrument.items().collect::<Vec<_>>(), Answers::default());
    for item in &items {
        for question in Question::of(item) {
            let answer = match &item.asks {
                Asks::Scale(rated) => {
                    let level = 1 + dice.below(u64::try_from(instrument.labels(rated).len())?);
                    Answer::Level(u16::try_from(level)?)
                }
                Asks::SingleChoice { choices } => Answer::Choice(choices.first().ok_or("no choice")?.code.clone()),
                _ => continue,
            };
            answers.put(question, answer);
        }
    }
    let fields = Fields::of(&items, &answers).pairs();
    HandedIn::to(instrument).read(fields.clone()).ok_or("these answers would not count")?;
    Ok(fields)
}

fn on_all_processors<I: Sync, O: Send>(inputs: &[I], work: impl Fn(&I) -> Outcome<O> + Sync) -> Outcome<Vec<O>> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let shares = inputs.chunks(inputs.len().div_ceil(threads).max(1));
        let workers: Vec<_> = shares.map(|share| scope.spawn(|| share.iter().map(&work).collect::<Outcome<Vec<_>>>())).collect();
        let mut done = Vec::with_capacity(inputs.len());
        for worker in workers {
            done.extend(worker.join().map_err(|_| "a thread panicked")??);
        }
        Ok(done)
    })
}
