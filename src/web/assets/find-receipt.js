// Looks for a receipt in the bulletin. The bulletin is fetched whole and the receipt stays here, so nobody
// learns which line was looked for.

import { toBase64 } from "./bytes.js";
import { messageOf, readReceipt } from "./receipt.js";

for (const form of document.querySelectorAll("[data-find-receipt]")) {
  const survey = form.dataset.findReceipt;
  const say = which => form.querySelectorAll("[data-say]").forEach(it => (it.hidden = it.dataset.say !== which));
  let messages = null;

  const find = async typed => {
    const seed = readReceipt(typed);
    if (!seed) return say("not_digits");
    say("looking");
    messages = messages || (await fetchMessages(survey));
    const place = messages.indexOf(toBase64(await messageOf(survey, seed))) + 1;
    const numbers = [place, messages.length];
    form.querySelectorAll("[data-place]").forEach(it => {
      it.textContent = numbers.reduce((text, number) => text.replace("{}", number), it.dataset.place);
    });
    say(place ? "found" : "not_found");
  };

  form.addEventListener("submit", event => {
    event.preventDefault();
    find(form.querySelector("input").value).catch(() => say("failed"));
  });
}

async function fetchMessages(survey) {
  const answer = await fetch("/api/v1/bulletins/" + survey, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!answer.ok) throw new Error("there is no bulletin");
  return (await answer.json()).ballots.map(ballot => ballot.message);
}
