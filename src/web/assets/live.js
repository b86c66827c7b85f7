// Questions asked live: draws again what has changed, and nothing else. What is typed, and where the focus is, stays.
const live = document.querySelector("[data-live]");
const find = name => live.querySelector("[data-live-" + name + "]");
const list = find("list");
const texts = new Map();
let source, before = {};

const put = (element, text) => {
  if (element && element.textContent !== String(text)) element.textContent = text;
};
const toggle = (name, isHidden) => {
  const element = find(name);
  if (element) element.hidden = isHidden;
};
const counted = (name, number) => {
  const element = find(name);
  if (!element) return;
  put(element, element.dataset.words.replace("{}", number));
  element.hidden = number === 0;
};

function row(id) {
  const item = find("question").content.firstElementChild.cloneNode(true);
  item.dataset.id = id;
  item.id = "q-" + id;
  put(item.querySelector("[data-live-text]"), texts.get(id));
  put(item.querySelector("[data-live-about]"), texts.get(id));
  const button = item.querySelector("button");
  if (button) button.value = id;
  return item;
}

// Rows are moved, never made anew, so that a button that has the focus keeps it; that one is not moved itself.
function draw(news) {
  for (const id in news.texts) texts.set(id, news.texts[id]);
  const most = Number(live.dataset.most || Infinity);
  const shown = news.list.slice(0, most);
  const rows = new Map([...list.children].map(item => [item.dataset.id, item]));
  const wanted = new Set(shown.map(([id]) => id));
  for (const [id, item] of rows) if (!wanted.has(id)) item.remove();
  const held = list.contains(document.activeElement) ? document.activeElement.closest("[data-id]") : null;
  const items = shown.map(([id, votes]) => {
    const item = rows.get(id) || row(id);
    put(item.querySelector("[data-live-count]"), votes);
    return item;
  });
  const at = items.indexOf(held);
  items.forEach((item, place) => {
    if (at >= 0 && place < at) list.insertBefore(item, held);
    else if (place !== at) list.append(item);
  });
  toggle("none", items.length > 0);
  counted("more", news.more);
  counted("answered", news.answered);
  const now = news.now && texts.get(news.now[0]);
  put(find("now"), now || "");
  toggle("now", !now);
  toggle("nothing", Boolean(now));
  say(news, now);
}

// For those who hear the page: what is being answered, and how many there are; not every vote.
function say(news, now) {
  const number = news.list.length + news.more;
  if (now && now !== before.now) put(find("says"), now);
  else if (number !== before.number) put(find("says"), live.dataset.questions + ": " + number);
  before = { now, number };
}

function listen() {
  source = new EventSource(live.dataset.live);
  source.onopen = () => toggle("lost", true);
  source.onmessage = event => draw(JSON.parse(event.data));
  source.addEventListener("closed", () => {
    source.close();
    // What is typed can still be copied.
    const typed = document.querySelector("textarea");
    if (!typed || !typed.value.trim()) return location.reload();
    toggle("lost", true);
    toggle("ended", false);
  });
  source.onerror = () => {
    toggle("lost", false);
    // A server that has no room or was refused is not asked again by the browser itself.
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 10000 + Math.random() * 10000);
  };
}

// "Me too" without leaving the page. Whatever goes wrong, the button does what it does without scripts.
async function press(event) {
  const button = event.submitter;
  if (!button || !window.fetch) return;
  event.preventDefault();
  if (button.disabled) return;
  const fields = new URLSearchParams(new FormData(event.target));
  fields.set(button.name, button.value);
  const isFor = button.name === "vote";
  const count = button.querySelector("[data-live-count]");
  button.name = isFor ? "unvote" : "vote";
  button.setAttribute("aria-pressed", isFor);
  put(count, Math.max(0, Number(count.textContent) + (isFor ? 1 : -1)));
  try {
    const answer = await fetch(event.target.action, { method: "POST", body: fields, redirect: "manual" });
    if (answer.type !== "opaqueredirect") location.reload();
  } catch {
    button.name = isFor ? "vote" : "unvote";
    button.setAttribute("aria-pressed", !isFor);
    toggle("lost", false);
  }
}

if (live && list && window.EventSource) {
  for (const item of list.children) texts.set(item.dataset.id, item.querySelector("[data-live-text]").textContent);
  const votes = find("votes");
  if (votes) votes.addEventListener("submit", press);
  listen();
  // A phone that was put away may have missed its end.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && source.readyState === EventSource.CLOSED) listen();
  });
}
