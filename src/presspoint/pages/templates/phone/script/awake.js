// What keeps a phone going while a session plays, as far as a page can: the screen, and a sound.

/** Whether the browser lets a page keep the screen on; a page opened as a file may not. */
function canKeepScreenOn() {
  return Boolean(navigator.wakeLock);
}

/** What keeps the phone awake from `start` to `end`. */
function openAwake(controls) {
  const hiss = openHiss();
  let lock = null;
  let plays = false;

  async function keepScreenOn() {
    if (!plays || document.visibilityState !== "visible" || !canKeepScreenOn()) return;
    lock = await navigator.wakeLock.request("screen").catch(() => null);
    if (!plays) release();
  }

  function release() {
    if (lock) lock.release();
    lock = null;
  }

  document.addEventListener("visibilitychange", keepScreenOn);
  return {
    start() {
      plays = true;
      hiss.play().catch(() => {});
      listenToLockScreen(controls);
      keepScreenOn();
    },
    end() {
      plays = false;
      hiss.pause();
      release();
    },
  };
}

/** The buttons of a lock screen, and of headphones. */
function listenToLockScreen(controls) {
  if (!navigator.mediaSession) return;
  for (const [name, control] of Object.entries(controls)) {
    try {
      navigator.mediaSession.setActionHandler(name, control);
    } catch {
      // a browser that does not know this button has none
    }
  }
}
