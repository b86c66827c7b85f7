// Requests of docs/protocol.md: without cookies, without a referrer, and again until there is an answer.

/** Asking again would be of no use. `code` is the one of the protocol, or one of ours. */
export class Refusal extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

const LONGEST_PAUSE = 60;

let wake = () => {};

/** Ends the pause before the next try. */
export const tryNow = () => wake();

if (typeof document !== "undefined") {
  addEventListener("online", tryNow);
  document.addEventListener("visibilitychange", tryNow);
}

/** The answer to a request, however long it takes to get one with what is `wanted` in it. `waiting` hears of every pause, and of its end. */
export async function ask(address, sent, waiting = () => {}, wanted = "") {
  for (let pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    const answer = await askOnce(address, sent);
    if (answer && (!wanted || answer[wanted])) return answer;
    waiting(true);
    await rest(pause * (0.5 + Math.random()));
    waiting(false);
  }
}

/** Null where there was no answer of ours: no network, a server that is down or busy, somebody else's page. */
export async function askOnce(address, sent) {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), 30000);
  const post = sent && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(sent) };
  let said, status;
  try {
    const how = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store", redirect: "error" };
    const answer = await fetch(address, { ...how, ...post, signal: late.signal });
    status = answer.status;
    said = await answer.json();
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
  if (status < 300) return said;
  if (status < 500 && status !== 408 && status !== 429 && said && said.code) throw new Refusal(said.code);
  return null;
}

function rest(seconds) {
  return new Promise(go => {
    const timer = setTimeout(go, 1000 * seconds);
    wake = () => {
      clearTimeout(timer);
      go();
    };
  });
}
