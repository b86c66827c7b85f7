// What is not sent yet, kept on this device: answers until the tab is closed, or longer where the person says
// that the device is theirs. A browser that keeps nothing breaks nothing: then it is kept by the page.

const OWN = "clearjai own device";

const areas = { tab: () => sessionStorage, device: () => localStorage };

/** What `deed` gives, or undefined: a browser may refuse storage by throwing. */
function tried(deed) {
  try {
    return deed();
  } catch {
    return undefined;
  }
}

export const isOwnDevice = () => tried(() => localStorage.getItem(OWN)) === "yes";

/** Drafts of one sitting: one survey, and whoever holds this link. */
export function draftsOf(sitting) {
  const memory = new Map();
  const names = new Set(["answers", "hand-in", "receipt"]);
  const key = name => `clearjai ${name} ${sitting}`;
  const read = (area, name) => tried(() => areas[area]().getItem(key(name)));
  const drop = (area, name) => tried(() => areas[area]().removeItem(key(name)));

  function get(name) {
    const [here, elsewhere] = isOwnDevice() ? ["device", "tab"] : ["tab", "device"];
    // The page holds what could not be stored, which is newer.
    const written = memory.get(name) || read(here, name) || read(elsewhere, name);
    return tried(() => JSON.parse(written)) || null;
  }

  // A hand-in under way outlives its tab, unless it replaces one: what was collected for it is handed out once. Nobody can read the
  // answers in it any more, and it goes as soon as the urn has them.
  function put(name, value) {
    const mayStay = (name === "hand-in" && !sitting.endsWith(" replace")) || isOwnDevice();
    const [here, elsewhere] = mayStay ? ["device", "tab"] : ["tab", "device"];
    const written = JSON.stringify(value);
    memory.set(name, written);
    const keep = area => tried(() => (areas[area]().setItem(key(name), written), true));
    if (keep(here)) drop(elsewhere, name);
    else if (!mayStay || !keep(elsewhere)) return;
    memory.delete(name);
  }

  function remove(name) {
    memory.delete(name);
    drop("tab", name);
    drop("device", name);
  }

  return {
    sitting,
    get,
    put,
    remove,
    wipe: () => names.forEach(remove),
    /** Nothing of this sitting would be lost with the page. */
    areKept: () => memory.size === 0,
    setOwnDevice(isOwn) {
      const all = [...names].map(name => [name, get(name)]);
      tried(() => (isOwn ? localStorage.setItem(OWN, "yes") : localStorage.removeItem(OWN)));
      all.forEach(([name, value]) => value && put(name, value));
    },
  };
}
