// What the browser keeps for this page: plays, the latest day seen, and whether it was ended.

const KEY = "presspoint";
const NOTHING = { latest: "", ended: 0, plays: {} };

/** A memory over a browser's storage, which may be missing or refuse to save. */
function openMemory(storage) {
  let content = readMemory(storage);
  const memory = {
    lasts: true,
    get content() {
      return content;
    },
    change(update) {
      content = update(readMemory(storage) || content || NOTHING);
      memory.lasts = writeMemory(storage, content);
    },
  };
  memory.change((before) => before);
  return memory;
}

/** What was saved; null where nothing can be read. */
function readMemory(storage) {
  try {
    const saved = JSON.parse(storage.getItem(KEY));
    return { ...NOTHING, ...saved };
  } catch {
    return null;
  }
}

function writeMemory(storage, content) {
  try {
    storage.setItem(KEY, JSON.stringify(content));
    return true;
  } catch {
    return false;
  }
}

/** The browser's storage; null where it may not even be looked at. */
function browserStorage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
