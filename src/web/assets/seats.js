// Takes somebody's seats: draws them, has them signed unseen, and keeps them in this tab for the page where one writes.
// Whoever says that the device is theirs alone finds them again when the tab is closed.

import { ask, Refusal } from "./ask.js";
import { blind, finalize } from "./blind.js";
import { digest, fromBase64, join, random, toBase64, toHex } from "./bytes.js";

const MESSAGE = 64;

const form = document.querySelector("form[data-seats]");
const isCapable = window.isSecureContext && window.crypto && crypto.subtle && typeof BigInt === "function";
const say = which => form.querySelectorAll("[role=status] [data-say]").forEach(it => (it.hidden = it.dataset.say !== which));

if (form && isCapable) {
  const meeting = form.dataset.seats;
  form.querySelector("[data-capable]").hidden = false;
  find("clearjai seats " + meeting);
  form.addEventListener("submit", async event => {
    event.preventDefault();
    try {
      say("working");
      await take(meeting, form.dataset.link);
      location.assign(form.dataset.ask);
    } catch (fault) {
      say(form.querySelector(`[role=status] [data-say="${fault.code}"]`) ? fault.code : "failed");
    }
  });
} else if (form) {
  form.querySelectorAll("[data-say=weaker]").forEach(it => (it.hidden = false));
}

async function take(meeting, link) {
  const seats = "clearjai seats " + meeting, asked = "clearjai asked for seats " + meeting;
  if (get(seats)) return;
  const spki = await keyOf(meeting, link);
  // What was asked for is kept until there is an answer: the same again is signed again, anything else is not.
  let drawn = get(asked);
  if (!drawn || drawn.link !== link) {
    drawn = { link, of: [] };
    for (let nth = 0; nth < spki.each; nth++) {
      const message = random(MESSAGE);
      const { blinded, inverse } = await blind(spki.key, message);
      drawn.of.push({ message: toBase64(message), blinded: toBase64(blinded), inverse: toBase64(inverse) });
    }
    put(asked, drawn);
  }
  const blinded = drawn.of.map(one => one.blinded);
  const { signatures } = await ask("/api/v1/clinic/seats", { link, blinded }, waits, "signatures");
  const finalized = drawn.of.map(async ({ message, inverse }, nth) => {
    const signature = await finalize(spki.key, fromBase64(message), fromBase64(signatures[nth]), fromBase64(inverse));
    return { message, signature: toBase64(signature) };
  });
  put(seats, await Promise.all(finalized));
  sessionStorage.removeItem(asked);
  localStorage.removeItem(asked);
}

/** The key in the notice, which is the one that the letter tells of, if the letter led here. */
async function keyOf(meeting, link) {
  const told = await ask("/api/v1/clinic/links", { link }, waits, "notice");
  const hash = toHex(await digest("SHA-256", join(told.notice)));
  const inLetter = /^#([0-9a-f]{64})$/.exec(location.hash);
  const { format, notice } = JSON.parse(told.notice);
  const fits = hash === toHex(fromBase64(told.hash)) && (!inLetter || inLetter[1] === hash);
  if (!fits || format !== "clearjai notice v1" || notice.meeting !== meeting || !notice.key) throw new Refusal("bad_notice");
  return { key: fromBase64(notice.key), each: notice.seats_each };
}

const waits = isWaiting => say(isWaiting ? "waiting" : "working");

function get(name) {
  return JSON.parse(sessionStorage.getItem(name) || localStorage.getItem(name));
}

function put(name, value) {
  sessionStorage.setItem(name, JSON.stringify(value));
  if (form.elements.own.checked) localStorage.setItem(name, JSON.stringify(value));
}

/** What this device kept goes to the tab, where the page that writes looks for it. */
function find(name) {
  try {
    const kept = localStorage.getItem(name);
    if (kept && !sessionStorage.getItem(name)) sessionStorage.setItem(name, kept);
  } catch {} // A browser that keeps nothing has nothing to find.
}
