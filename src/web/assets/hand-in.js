// Hands a ballot in through the two doors of docs/protocol.md, and loses none: what is needed to finish
// stands in the drafts before each request, so a reload, a dead network or a dead server only delay it.

import { ask, Refusal } from "./ask.js";
import { openPaper, plaintextOf, sealFor } from "./ballot.js";
import { blind, finalize } from "./blind.js";
import { fromBase64, toBase64 } from "./bytes.js";
import { messageOf, newSeed, receiptOf } from "./receipt.js";

const KEPT = "hand-in";

/** After these, what is kept for the hand-in is of no use any more. */
const OVER = ["already_collected", "released", "not_entitled", "wrong_stratum", "no_such_survey", "no_such_ballot"];

/**
 * `link` is a personal link or an admission; with `seed`, from a receipt, the ballot takes the place of an earlier
 * one. Without `fields` it goes on with what is kept. `say` hears where it stands ("signing", "sending", "waiting",
 * "other_tab"), `show` gets what came of it; after that, nothing is kept. Throws a `Refusal`.
 */
export function handIn(it) {
  return alone("clearjai " + it.drafts.sitting, it.say, async () => {
    try {
      if (it.fields) await prepare(it);
      const kept = it.drafts.get(KEPT);
      // It was there: another tab has handed it in since.
      if (!kept) throw new Refusal("already_collected");
      if (kept.inverse && !kept.signature) await collect(it, kept);
      await it.show(await cast(it, kept));
    } catch (fault) {
      if (OVER.includes(fault.code)) it.drafts.remove(KEPT);
      if (fault.code === "superseded") it.drafts.wipe();
      throw fault;
    }
    it.drafts.wipe();
  });
}

/** The message stays the same however often the answers change: it is blinded once for each link. */
async function prepare(it) {
  const { origin, survey, fields, drafts } = it;
  it.say("signing");
  const paper = await trusted("bad_paper", openPaper(await get(it, `${origin}/api/v1/papers/${survey}`), survey));
  const plaintext = plaintextOf(fields, paper.sizes);
  if (!plaintext) throw new Refusal("too_large");
  const before = drafts.get(KEPT);
  const kept = before && (!it.seed || before.seed === it.seed) ? before : await begin(it, paper);
  const message = await messageOf(survey, kept.seed);
  kept.sealed = toBase64(await sealFor(paper, kept.stratum, message, plaintext));
  drafts.put(KEPT, kept);
  if (!locks) await settle();
}

async function begin(it, paper) {
  if (it.seed) {
    const { stratum, ballot } = await post(urnOf(it), "receipts", { survey: it.survey, message: toBase64(await messageOf(it.survey, it.seed)) });
    if (ballot === "released") throw new Refusal("released");
    return { seed: it.seed, stratum };
  }
  if (!it.link) throw new Refusal("no_such_link");
  const { stratum, collected } = await post(it, "links", { link: it.link });
  if (collected) throw new Refusal("already_collected");
  const { key } = paper.strata.find(one => one.id === stratum) || {};
  if (!key) throw new Refusal("bad_paper");
  const seed = newSeed();
  const { blinded, inverse } = await blind(fromBase64(key), await messageOf(it.survey, seed));
  return { seed, stratum, key, blinded: toBase64(blinded), inverse: toBase64(inverse) };
}

/** Door one, which hears the link and signs what it cannot read. */
async function collect(it, kept) {
  it.say("signing");
  const { signature, stratum } = await post(it, "credentials", { link: it.link, blinded: kept.blinded });
  if (stratum !== kept.stratum) throw new Refusal("bad_signature");
  const message = await messageOf(it.survey, kept.seed);
  const blindSignature = await trusted("bad_signature", (async () => fromBase64(signature))());
  const own = finalize(fromBase64(kept.key), message, blindSignature, fromBase64(kept.inverse));
  kept.signature = toBase64(await trusted("bad_signature", own));
  it.drafts.put(KEPT, kept);
}

/** Door two, which hears no link. */
async function cast(it, { seed, stratum, signature, sealed }) {
  it.say("sending");
  const message = toBase64(await messageOf(it.survey, seed));
  const ballot = { survey: it.survey, stratum, message, signature, sealed };
  const answer = await post(urnOf(it), "ballots", ballot);
  return { receipt: receiptOf(seed), ballot: answer.ballot };
}

/** Where ballots are taken. */
const urnOf = it => ({ ...it, origin: it.ballots || it.origin });

/** What stands in every answer of ours, and in no page of somebody who sits between. */
const WANTED = { links: "stratum", papers: "paper", credentials: "signature", ballots: "ballot", receipts: "ballot" };

const post = (it, name, sent) => get(it, `${it.origin}/api/v1/${name}`, sent);

function get(it, address, sent) {
  const step = sent && sent.sealed ? "sending" : "signing";
  return ask(address, sent, isWaiting => it.say(isWaiting ? "waiting" : step), WANTED[address.split("/api/v1/")[1].split("/")[0]]);
}

async function trusted(code, promise) {
  try {
    return await promise;
  } catch {
    throw new Refusal(code);
  }
}

const locks = typeof navigator === "undefined" ? undefined : navigator.locks;

/** One tab at a time. */
async function alone(name, say, deed) {
  if (!locks) return deed();
  let isTaken = false;
  const done = await locks.request(name, { ifAvailable: true }, lock => (lock ? deed() : (isTaken = true)));
  if (!isTaken) return done;
  say("other_tab");
  return locks.request(name, deed);
}

/** Without locks two tabs may have kept a message each: after a moment both read the one that stayed. */
const settle = () => new Promise(go => setTimeout(go, 100 + 100 * Math.random()));
