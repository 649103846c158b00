// What the browser keeps for this page: plays, the latest day seen, and whether it was ended.

const KEY = "presspoint";
const PROBE = "presspoint-probe"; // shows whether anything can be saved, and is no content
const NOTHING = { latest: "", ended: 0, plays: {}, rests: {} };

/** A memory over a browser's storage, which may be missing or refuse to save. */
function openMemory(storage) {
  let content = readMemory(storage) || NOTHING;
  const memory = {
    lasts: writeTo(storage, PROBE, "1"),
    get content() {
      return content;
    },
    /** Read again what another tab of this browser may have saved. */
    refresh() {
      content = (memory.lasts && readMemory(storage)) || content;
    },
    change(update) {
      memory.refresh();
      content = update(content);
      memory.lasts = writeTo(storage, KEY, JSON.stringify(content));
    },
  };
  return memory;
}

/** What was saved, each part of it only as it can be; null where nothing can be read. */
function readMemory(storage) {
  try {
    const { latest, ended, plays, rests } = { ...NOTHING, ...JSON.parse(storage.getItem(KEY)) };
    return {
      latest: String(latest),
      ended: Number(ended) || 0,
      plays: readEntries(plays, Array.isArray),
      rests: readEntries(rests, (until) => typeof until === "string"),
    };
  } catch {
    return null;
  }
}

/** Write a text, and return whether that was possible. */
function writeTo(storage, key, text) {
  try {
    storage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** The entries of a saved table that can be what they should be. */
function readEntries(table, isRight) {
  return Object.fromEntries(Object.entries(table || {}).filter(([, value]) => isRight(value)));
}

/** The browser's storage; null where it may not even be looked at. */
function browserStorage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
