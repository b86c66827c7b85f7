// The page of whoever leads the session: loads itself when something has changed, and puts what it says in the place
// of what stands there. The focus stays on the same button, if that is still there.
const host = document.querySelector("[data-live-host]");
let isLoading = false, isStale = false;

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
      host.replaceChildren(...fresh.childNodes);
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
