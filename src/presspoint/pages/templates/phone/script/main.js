// The page put together: time, buttons, sound, memory and what is seen.

const TICK_MILLISECONDS = 200;

/** A part of the page that was written as JSON. */
function embedded(id) {
  return JSON.parse(byId(id).textContent);
}

/** Both clocks in seconds: one may stand still while a phone sleeps, the other may be set. */
function readClocks() {
  return { steady: performance.now() / 1000, wall: Date.now() / 1000 };
}

/** How long nobody watched since the last reading, by whichever clock says more. */
function unwatched(last, now) {
  return Math.max(now.steady - last.steady, Math.abs(now.wall - last.wall));
}

function openPage() {
  const routine = embedded("routine");
  const memory = openMemory(browserStorage());
  const voice = openVoice(embedded("clips"), () => byId("voice").checked);
  const controls = { play: () => act(resume), pause: () => act(pause), nexttrack: () => act(next) };
  const awake = openAwake(controls);
  let playTone = () => {};
  let session = null;
  let last = readClocks();
  let timer = null;
  let playedAt = null; // the moment of the last hold that was saved

  function give(sentences) {
    voice.say(sentences);
    showWords(sentences);
  }

  function showRefusal() {
    memory.change((before) => withLatest(before, new Date()));
    const why = refusal(routine, memory.content, new Date());
    if (why) {
      setText("refusal", routine.refusals[why]);
      showView("refused");
    }
    return why !== null;
  }

  function start() {
    if (showRefusal()) return;
    playTone = openTones();
    awake.start();
    last = readClocks();
    playedAt = null;
    session = begin(routine, last.steady);
    showView("session");
    timer = setInterval(tick, TICK_MILLISECONDS);
    tick();
  }

  /** Change the session by a control; whatever was being said is out of date. */
  function act(control, ...more) {
    if (!session) return;
    tick();
    if (!session) return;
    voice.hush();
    const after = control(routine, session, ...more, last.steady);
    session = after.session;
    give(after.say);
    update();
  }

  function tick() {
    const now = readClocks();
    const before = last;
    last = now;
    if (!session) return;
    if (unwatched(before, now) > routine.unseenSeconds) pauseForGap(before, now);
    if (voice.speaks) session = holdBack(session, now.steady);
    const { session: after, cues } = advance(routine, session, now.steady);
    session = after;
    cues.forEach(giveCue);
    update();
  }

  function pauseForGap(before, now) {
    const after = gap(routine, session, before.steady, now.steady);
    session = after.session;
    if (after.say.length) voice.hush();
    give(after.say);
  }

  function giveCue({ at, tone, say, phase }) {
    if (tone) playTone(tone);
    if (phase.kind === "hold" && at === 0) savePlay();
    const mayWait = at > 0; // a number that comes late is of no use
    if (!(mayWait && voice.speaks)) give([say]);
  }

  function savePlay() {
    const at = Date.now();
    memory.change((before) => withPlay(before, routine.name, playedAt, at));
    playedAt = at;
  }

  function update() {
    if (session.mode === "over") finish(session.over);
    else drawSession(routine, session, last.steady);
  }

  function finish({ why, say }) {
    clearInterval(timer);
    session = null;
    awake.end();
    if (endsThePage(why)) memory.change((before) => ({ ...before, ended: routine.madeAt }));
    if (why === "finished") playTone("done");
    const sentences = why === "finished" ? [...say, ...routine.afterwards] : say;
    give(sentences);
    showEnd(sentences);
  }

  const BUTTONS = {
    start,
    "one-of-these": () => showView("what-to-do"),
    pause: () => act(session && session.mode === "paused" ? resume : pause),
    next: () => act(next),
    skip: () => act(next),
    hurts: () => act(hurts),
    faint: () => act(faint),
    "faint-too": () => act(faint),
    stop: () => act(stop),
  };
  const KEYS = { " ": "pause", n: "next", x: "hurts", f: "faint", q: "stop" };

  for (const [id, press] of Object.entries(BUTTONS)) byId(id).addEventListener("click", press);
  for (const button of document.querySelectorAll("[data-feeling]")) {
    button.addEventListener("click", () => act(answer, button.dataset.feeling));
  }
  document.addEventListener("keydown", (event) => {
    const isTyped = event.ctrlKey || event.altKey || event.metaKey || event.repeat;
    const onButton = event.key === " " && event.target.closest("button, input, a, summary");
    if (!session || isTyped || onButton || !KEYS[event.key]) return;
    event.preventDefault();
    BUTTONS[KEYS[event.key]]();
  });
  document.addEventListener("visibilitychange", tick);
  setHidden("not-saved", memory.lasts);
  setHidden("keep-screen-on", canKeepScreenOn());
  if (!showRefusal()) showView("before");
}

openPage();
