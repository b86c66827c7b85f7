// Asking in the clinic. Seats lie in sessionStorage under "clearjai seats {meeting}", a list of {message, signature}.
// What is to be sent with one is kept until it has arrived, so that a reload or a dead network only delays it. At an
// open door the work is done while somebody writes.

import { solve } from "./admission.js";

const read = key => {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null; // Spoilt: as if there were nothing.
  }
};

const put = (key, value) => (value ? sessionStorage.setItem(key, JSON.stringify(value)) : sessionStorage.removeItem(key));

/** A seat that is used is gone, also from a device that keeps seats for longer than a tab. */
function leave(meeting, message) {
  const key = seatsOf(meeting);
  for (const area of [sessionStorage, localStorage]) {
    try {
      const seats = JSON.parse(area.getItem(key));
      if (seats) area.setItem(key, JSON.stringify(seats.filter(seat => seat.message !== message)));
    } catch {
      // Spoilt, or not to be had: there is no seat in it.
    }
  }
}

const seatsOf = meeting => "clearjai seats " + meeting;
const pendingOf = meeting => "clearjai sending " + meeting;

const RETRY = [1000, 3000, 10000, 30000];
const pause = time => new Promise(go => setTimeout(go, time));

/** Sends what is pending until it has arrived or is refused for good. */
async function send(meeting) {
  const box = document.querySelector(`[data-sending="${meeting}"]`);
  const pending = read(pendingOf(meeting));
  if (!box || !pending) return;
  const say = code => box.querySelectorAll("[data-say]").forEach(it => (it.hidden = it.dataset.say !== code));
  document.querySelectorAll("[data-send], [data-seats], [data-no-seats], [data-back]").forEach(it => (it.hidden = true));
  for (let tries = 0; ; tries++) {
    say("sending");
    const answer = await post(pending);
    if (answer && answer.ok) {
      const { receipt } = await answer.json();
      leave(meeting, pending.message);
      put(pendingOf(meeting), null);
      say();
      box.querySelector("[data-receipt]").textContent = receipt;
      box.querySelector("[data-shown]").hidden = false;
      return;
    }
    if (answer && answer.status < 500) {
      const { code } = await answer.json().catch(() => ({}));
      put(pendingOf(meeting), null);
      if (code === "used") leave(meeting, pending.message);
      say(box.querySelector(`[data-say="${code}"]`) ? code : "failed");
      document.querySelectorAll("[data-back]").forEach(it => (it.hidden = false));
      return;
    }
    await pause(RETRY[Math.min(tries, RETRY.length - 1)]);
  }
}

const post = async sent => {
  try {
    return await fetch("/api/v1/clinic/matters", {
      method: "POST",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(sent),
    });
  } catch {
    return null;
  }
};

const field = (form, name) => form.querySelector(`[name="${name}"]`);

/** The form is for a seat of this device, if there is one. */
const asking = document.querySelector("form[data-seats]");
if (asking && !field(asking, "voucher") && !field(asking, "message") && (read(seatsOf(asking.dataset.seats)) || []).length) {
  field(asking, "device").value = "yes";
  field(asking, "work")?.remove();
  asking.hidden = false;
  document.querySelectorAll("[data-no-seats]").forEach(it => (it.hidden = true));
}

/** The last button: a seat goes with it, and no cookie. */
const sending = document.querySelector("form[data-send]");
if (sending) {
  const meeting = sending.dataset.send;
  const button = sending.querySelector("button");
  button.hidden = false;
  sending.addEventListener("submit", event => {
    event.preventDefault();
    const [seat] = read(seatsOf(meeting)) || [];
    if (!seat) return location.assign("/clinic");
    const text = name => field(sending, name).value;
    if (!read(pendingOf(meeting))) {
      put(pendingOf(meeting), {
        meeting,
        topic: text("topic"),
        text: text("text"),
        on_board: text("board") === "yes",
        once: text("once"),
        message: seat.message,
        signature: seat.signature,
      });
    }
    send(meeting);
  });
}

const box = document.querySelector("[data-sending]");
if (box && read(pendingOf(box.dataset.sending))) send(box.dataset.sending);

const work = document.querySelector("input[data-work]");
if (work && !work.value) {
  solve({ challenge: work.dataset.work, bits: 14, parts: 8 }).then(answer => (work.value = answer.join(",")));
}
