// The pages of a questionnaire, its check page and its receipt, in one document: which of them is shown stands
// behind the # of the address. Nothing leaves the device before "send" is pressed.

import { askOnce, tryNow } from "./ask.js";
import { toBase64 } from "./bytes.js";
import { draftsOf, isOwnDevice } from "./drafts.js";
import { hideFaults, showFaults } from "./faults.js";
import { handIn } from "./hand-in.js";
import { entriesOf, fillIn, look, pagesOf } from "./questions.js";
import { readBack } from "./read-back.js";
import { messageOf, readReceipt } from "./receipt.js";

const CHECK = "check", SENDING = "sending", SENT = "sent", RECEIPT = "receipt";

const root = document.querySelector("[data-sitting]");
const { survey, mode, ballots, link } = JSON.parse(root.dataset.sitting);
const isReplacing = mode === "replace";
const pass = isReplacing ? null : link || admission();
const drafts = draftsOf(`${survey} ${pass || mode}`);
const pages = pagesOf(root);
const sectionOf = name => root.querySelector(`section[data-page="${name}"]`);

/** SENDING until there is a receipt or a refusal, SENT after the receipt. */
let stage = null;
let shown = null;
/** The pages there were when one of them was opened from the check page. */
let changing = null;
/** The id of what takes the focus on the next page, instead of its heading. */
let aim = null;

/** Behind an open link, what the start page got for this browser. */
function admission() {
  try {
    return JSON.parse(localStorage.getItem("clearjai admission " + survey)).admission;
  } catch {
    return null;
  }
}

/** Where one can go, in order, and how far: to the first place where something is missing. */
function way() {
  const seen = look(root, pages);
  const names = [...(isReplacing ? [RECEIPT] : []), ...seen.open.map(page => page.name), CHECK];
  const isDone = name => (name === RECEIPT ? drafts.get(RECEIPT) : name !== CHECK && !faultsOn(seen, name).length);
  return { seen, names, end: names.findIndex(name => !isDone(name)) };
}

const faultsOn = (seen, name) => seen.faultsOn(seen.open.find(page => page.name === name));

function route() {
  if (stage) return show(stage);
  const { seen, names, end } = way();
  const wanted = names.indexOf(location.hash.slice(1));
  // An empty form begins at its beginning, also where nothing is required.
  const start = names[end] === CHECK || !entriesOf(root).length ? 0 : end;
  const name = wanted < 0 ? names[start] : names[Math.min(wanted, end)];
  if (name !== location.hash.slice(1)) history.replaceState(null, "", "#" + name);
  if (name === CHECK) readBack(sectionOf(CHECK), seen);
  for (const item of pages.flatMap(page => page.items)) item.box.hidden = !seen.isShown(item);
  show(name);
}

function show(name) {
  root.querySelectorAll("section[data-page]").forEach(section => (section.hidden = section.dataset.page !== name));
  const section = sectionOf(name), heading = section.querySelector("h1");
  hideFaults(section);
  document.title = section.dataset.title;
  if (aim) {
    document.getElementById(aim).focus();
  } else if (shown !== null && shown !== name) {
    heading.tabIndex = -1;
    heading.focus();
    scrollTo(0, 0);
  }
  aim = null;
  shown = name;
}

function go(name) {
  if (location.hash === "#" + name) route();
  else location.hash = name;
}

async function next() {
  const { seen, names } = way();
  const faults = shown === RECEIPT ? await takeReceipt() : faultsOn(seen, shown).map(inWords);
  const section = sectionOf(shown);
  hideFaults(section);
  if (faults.length) {
    showFaults(section, faults);
    document.title = `${root.dataset.faultsTitle} ${section.dataset.title}`;
    return;
  }
  go(changing === names.join() ? CHECK : names[names.indexOf(shown) + 1]);
}

function inWords({ question: { field, says, name }, wrong }) {
  const isMissing = wrong === "missing";
  const key = "wrong" + wrong.replace(/(^|-)(.)/g, (_, __, letter) => letter.toUpperCase());
  return { box: field, sentence: isMissing ? says.missing : says[key], isMissing, first: name + "-1" };
}

/** A receipt that nobody has is told before anything is answered. Without a network it is told later. */
async function takeReceipt() {
  const input = sectionOf(RECEIPT).querySelector("[data-receipt-typed]");
  const box = input.closest("[data-missing]"), seed = readReceipt(input.value);
  const fault = sentence => [{ box, sentence, isMissing: !input.value.trim(), first: input.id }];
  if (!seed) return fault(box.dataset.missing);
  try {
    const found = await askOnce("/api/v1/receipts", { survey, message: toBase64(await messageOf(survey, seed)) });
    if (found && found.ballot === "released") return fault(box.dataset.wrongReleased);
  } catch {
    return fault(box.dataset.wrongNoSuchBallot);
  }
  drafts.put(RECEIPT, seed);
  return [];
}

/** Without fields: goes on where it was when the page was closed. */
async function send(fields) {
  stage = SENDING;
  show(SENDING);
  try {
    const seed = isReplacing && drafts.get(RECEIPT);
    await handIn({ origin: "", ballots, link: pass, survey, fields, seed, drafts, say, show: showReceipt });
  } catch (fault) {
    stage = null;
    say(fault.code || "failed");
  }
}

/** One sentence at a time. */
function say(which) {
  const sentences = [...sectionOf(SENDING).querySelectorAll("[data-say]")];
  const isThere = sentences.some(it => it.dataset.say === which);
  sentences.forEach(it => (it.hidden = it.dataset.say !== (isThere ? which : "failed")));
}

function showReceipt({ receipt, ballot }) {
  const section = sectionOf(SENT);
  section.querySelector("[data-receipt]").textContent = receipt;
  section.querySelectorAll("[data-say]").forEach(it => (it.hidden = it.dataset.say !== ballot));
  section.querySelectorAll("[data-go=copy]").forEach(it => (it.hidden = !navigator.clipboard));
  fillIn(root, []);
  stage = SENT;
  history.replaceState(null, "", "#" + SENT);
  show(SENT);
}

async function copy() {
  const section = sectionOf(SENT);
  await navigator.clipboard.writeText(section.querySelector("[data-receipt]").textContent);
  section.querySelectorAll("[data-say=copied]").forEach(it => (it.hidden = false));
}

function back() {
  const { names } = way();
  const before = names[names.indexOf(shown) - 1];
  if (before) go(before);
  else history.back();
}

/** From the check page; "next" leads there again if the same pages are shown as before. */
function change(name) {
  changing = shown === CHECK ? way().names.join() : null;
  go(name);
}

const deeds = { next, back, copy, retry: tryNow, send: () => send(way().seen.fields()) };

root.addEventListener("click", event => {
  const pressed = event.target.closest("[data-go], [data-to]");
  if (!pressed) return;
  event.preventDefault();
  const { go: name, to } = pressed.dataset;
  if (!name) return document.getElementById(to).focus();
  aim = to;
  (deeds[name] || change)(name);
});

/** Never sends: there is nothing to type on the check page. */
root.addEventListener("keydown", event => {
  if (event.key !== "Enter" || event.isComposing || !event.target.matches("input")) return;
  event.preventDefault();
  next();
});

document.addEventListener("submit", event => event.preventDefault());

root.addEventListener("input", () => drafts.put("answers", entriesOf(root)));

for (const box of document.querySelectorAll("[data-own-device]")) {
  box.checked = isOwnDevice();
  box.addEventListener("change", () => drafts.setOwnDevice(box.checked));
}

for (const other of document.querySelectorAll("a.lang")) {
  other.addEventListener("click", () => (other.hash = location.hash));
}

// What leads to a place on this page, past the masthead, leads nowhere else.
addEventListener("hashchange", () => document.getElementById(location.hash.slice(1)) || route());

addEventListener("beforeunload", event => {
  if (stage !== SENDING || drafts.areKept()) return;
  event.preventDefault();
  event.returnValue = "";
});

fillIn(root, drafts.get("answers") || []);
if (drafts.get("hand-in")) send();
else if (location.hash === "#" + SENT && pass) reloaded();
else route();

/** The receipt was shown once and is not kept. */
async function reloaded() {
  const found = await askOnce("/api/v1/links", { link: pass }).catch(() => null);
  if (!found || !found.collected) return route();
  show(SENDING);
  say("already_collected");
}
