// The page of whoever leads the session: loads itself when something has changed, and takes over what is different.
// What is still there is left in its place, so that no button goes from under a finger, and none loses the focus.
const host = document.querySelector("[data-live-host]");
let isLoading = false, isStale = false;

// Parts with an id are known by it, wherever they now stand among their neighbours; others by what they are.
function renew(old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const known = new Map([...old.children].filter(part => part.id).map(part => [part.id, part]));
  let here = old.firstChild;
  for (const part of [...fresh.childNodes]) {
    const same = part.id ? known.get(part.id) : here && !here.id && here.nodeName === part.nodeName && here;
    if (!same) {
      old.insertBefore(part, here);
      continue;
    }
    if (same === here) here = here.nextSibling;
    else old.insertBefore(same, here);
    if (same.nodeType === Node.ELEMENT_NODE) renew(same, part);
    else if (same.data !== part.data) same.data = part.data;
  }
  while (here) {
    const rest = here.nextSibling;
    here.remove();
    here = rest;
  }
}

async function refresh() {
  if (isLoading) {
    isStale = true;
    return;
  }
  isLoading = true;
  try {
    const answer = await fetch(location.pathname, { redirect: "error" });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-live-host]");
      if (!fresh) return location.reload();
      const focus = document.activeElement && document.activeElement.id;
      renew(host, fresh);
      const again = focus && document.getElementById(focus);
      if (again) again.focus({ preventScroll: true });
    }
  } catch {} // The next change tries again.
  isLoading = false;
  if (isStale) {
    isStale = false;
    setTimeout(refresh, 300);
  }
}

let isFirst = true;

function listen() {
  const source = new EventSource(host.dataset.liveHost);
  source.onmessage = () => {
    if (!isFirst) refresh();
    isFirst = false;
  };
  // A server that goes or has no room is not asked again by the browser itself.
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 5000 + Math.random() * 5000);
  };
  source.addEventListener("closed", () => {
    source.close();
    location.reload();
  });
}

if (host && window.EventSource && window.DOMParser) listen();
