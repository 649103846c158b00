// The page put together: what is embedded in it, its buttons and its keys.

const KEYS = { " ": "pause", n: "next", x: "hurts", f: "faint", q: "stop" };

/** A part of the page that was written as JSON. */
function embedded(id) {
  return JSON.parse(byId(id).textContent);
}

/** Show why the page must not play now, and return whether that is so. */
function showRefusal(routine, memory) {
  const now = new Date();
  memory.change((before) => withLatest(before, now));
  showResting(routine, restingPlaces(memory.content, now));
  const why = refusal(routine, memory.content, now);
  if (why) {
    setText("refusal", routine.refusals[why]);
    showView("refused");
  }
  return why !== null;
}

/** What each button does, by its id. */
function buttonsOf(player, start) {
  return {
    start,
    "one-of-these": () => showView("what-to-do"),
    pause: player.toggle,
    next: () => player.act(next),
    skip: () => player.act(next),
    hurts: () => player.act(hurts),
    faint: () => player.act(faint),
    "faint-too": () => player.act(faint),
    stop: () => player.act(stop),
  };
}

function listenToButtons(player, buttons) {
  for (const [id, press] of Object.entries(buttons)) byId(id).addEventListener("click", press);
  for (const button of document.querySelectorAll("[data-feeling]")) {
    button.addEventListener("click", () => player.answerWith(button.dataset.feeling));
  }
}

function listenToKeys(player, buttons) {
  document.addEventListener("keydown", (event) => {
    const isOther = event.ctrlKey || event.altKey || event.metaKey || event.repeat;
    const isOnButton = event.key === " " && event.target.closest("button, input, a, summary");
    if (!player.plays || isOther || isOnButton || !KEYS[event.key]) return;
    event.preventDefault();
    buttons[KEYS[event.key]]();
  });
}

function openPage() {
  const routine = embedded("routine");
  const memory = openMemory(browserStorage());
  const voice = openVoice(embedded("clips"), () => byId("voice").checked);
  const lockScreen = {
    play: () => player.act(resume),
    pause: () => player.act(pause),
    nexttrack: () => player.act(next),
  };
  const player = openPlayer(routine, memory, voice, openAwake(lockScreen));

  function start() {
    if (showRefusal(routine, memory)) return;
    setHidden("no-voice", !byId("voice").checked || voice.canSpeak());
    player.start();
  }

  const buttons = buttonsOf(player, start);
  listenToButtons(player, buttons);
  listenToKeys(player, buttons);
  document.addEventListener("visibilitychange", player.tick);
  window.addEventListener("storage", player.heedOtherTabs); // another tab of this browser saved
  setHidden("not-saved", memory.lasts);
  setHidden("keep-screen-on", canKeepScreenOn());
  if (!showRefusal(routine, memory)) showView("before");
}

openPage();
