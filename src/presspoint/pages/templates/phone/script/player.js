// The session that is being played: time, sound and memory put together, and drawn.

const TICK_MILLISECONDS = 200;

/** Both clocks in seconds: one may stand still while a phone sleeps, the other may be set. */
function readClocks() {
  return { steady: performance.now() / 1000, wall: Date.now() / 1000 };
}

/** How long nobody watched since the last reading, by whichever clock says more. */
function unwatched(last, now) {
  return Math.max(now.steady - last.steady, Math.abs(now.wall - last.wall));
}

/** What plays sessions of a routine, one at a time. */
function openPlayer(routine, memory, voice, awake) {
  let playTone = () => {};
  let session = null; // null where none is being played
  let last = readClocks();
  let timer = null;
  let playedAt = null; // the moment of the last hold that was saved

  function give(sentences) {
    voice.say(sentences);
    showWords(sentences);
  }

  function start() {
    playTone = openTones();
    awake.start();
    last = readClocks();
    playedAt = null;
    session = begin(routine, restingPlaces(memory.content, new Date()), last.steady);
    showView("session");
    timer = setInterval(tick, TICK_MILLISECONDS);
    tick();
  }

  /** Change the session by a control; whatever was being said is out of date. */
  function act(control, ...more) {
    tick();
    if (!session) return;
    voice.hush();
    follow(control(routine, session, ...more, last.steady));
    update();
  }

  /** The session after a change, and what is to be said of it. */
  function follow(change) {
    session = change.session;
    give(change.say);
  }

  function tick() {
    const before = last;
    last = readClocks();
    if (!session) return;
    if (unwatched(before, last) > routine.unseenSeconds) pauseForGap(before);
    if (voice.speaks) session = holdBack(session, last.steady);
    const after = advance(routine, session, last.steady);
    session = after.session;
    after.cues.forEach(giveCue);
    update();
  }

  function pauseForGap(before) {
    const change = gap(routine, session, before.steady, last.steady);
    if (change.say.length) voice.hush();
    follow(change);
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

  /** End the session if another tab of this browser ended the page. */
  function heedOtherTabs() {
    memory.refresh();
    if (session && memory.content.ended >= routine.madeAt) act(endElsewhere);
  }

  /** Answer how it feels; a place rests then, as it does after a session of the program. */
  function answerWith(feeling) {
    const turn = routine.turns[session.phases[0].turn];
    const { restDays } = routine.answers.find((each) => each.feeling === feeling);
    if (turn.isHold) memory.change((before) => withRest(before, turn.places, restDays, new Date()));
    act(answer, feeling);
  }

  function update() {
    if (session.mode === "over") finish(session.over);
    else drawSession(routine, session, last.steady);
  }

  /** What to do after what was pressed, in the position that it ended in. */
  function afterwards(why) {
    if (why === "finished") return routine.afterwards;
    const { gettingUp } = routine.turns[currentPhase(session, last.steady).turn];
    return why === "stopped" && playedAt !== null ? [gettingUp] : [];
  }

  function finish({ why, say }) {
    clearInterval(timer);
    const sentences = [...say, ...afterwards(why)];
    session = null;
    awake.end();
    if (endsThePage(why)) memory.change((before) => withEnd(before, routine.madeAt, Date.now()));
    if (why === "finished") playTone("done");
    give(sentences);
    setHidden("once-more", !["finished", "stopped"].includes(why));
    showEnd(sentences);
  }

  return {
    start,
    act,
    answerWith,
    heedOtherTabs,
    tick,
    get plays() {
      return session !== null;
    },
    toggle: () => act(session.mode === "paused" ? resume : pause),
  };
}
