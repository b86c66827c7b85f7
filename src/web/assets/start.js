// Who has what the hand-in needs goes to the pages that use it. Everybody else takes the server's way; where
// scripts run and the rest is missing, the page says what that means.
const form = document.querySelector("form[data-start]");
const isCapable = window.isSecureContext && window.crypto && crypto.subtle && typeof BigInt === "function";
if (form && isCapable) {
  form.addEventListener("submit", event => {
    event.preventDefault();
    const own = form.querySelector("[data-own-device]");
    try {
      if (own && own.checked) localStorage.setItem("clearjai own device", "yes");
    } catch {} // Then nothing outlives the tab.
    location.assign(form.dataset.capable);
  });
} else if (form) {
  document.querySelectorAll("[data-say=weaker]").forEach(it => (it.hidden = false));
}

// Somebody who was stopped between the doors goes on with what this browser has kept of it.
const stopped = document.querySelector("[data-resume]");
try {
  const key = stopped && "clearjai hand-in " + stopped.dataset.resume;
  if (key && (localStorage.getItem(key) || sessionStorage.getItem(key))) location.replace(stopped.dataset.capable);
} catch {} // A browser that keeps nothing has nothing to go on with.
