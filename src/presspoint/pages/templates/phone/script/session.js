// Where a session stands. A session is a value; every change makes a new one, from what happened
// and when (`now`, in seconds of a clock that only moves forward). Nothing here reads a clock.
//
// mode: "running", "paused", "pressing" (a pause in a hold is over, and the person presses anew),
// "asking" (how does it feel?) or "over". `since` is when the phases began, `played` how many
// seconds of them had passed when the clock stopped, and `heard` the last cue that was given: the
// number of its phase, and its seconds. `over` says why it ended, and what to say then.

const PRESS_SECONDS = 3;

/** A session from now on, without the places that are `out`. */
function begin(routine, out, now) {
  const phases = phasesOf(routine, routine.plan);
  const [opening] = phases;
  const others = out.length ? phasesAfter(routine, out, -1, { inPosition: null }) : phases.slice(1);
  return withPhases({ out, hasPressed: false }, [opening, ...others], now);
}

/** The session with these phases to play from now on. */
function withPhases(session, phases, now) {
  return { ...session, mode: "running", phases, since: now, played: 0, heard: { phase: -1, at: 0 } };
}

function secondsPlayed(session, now) {
  return session.mode === "running" ? now - session.since : session.played;
}

function secondsBefore(session, number) {
  return session.phases.slice(0, number).reduce((sum, phase) => sum + phase.seconds, 0);
}

/** The number of the phase that plays, and the seconds into it; after the end, of none. */
function progress(session, now) {
  let into = secondsPlayed(session, now);
  for (const [number, phase] of session.phases.entries()) {
    if (into < phase.seconds) return { number, into };
    into -= phase.seconds;
  }
  return { number: session.phases.length, into: 0 };
}

/** The phase that plays, or the last one. */
function currentPhase(session, now) {
  return session.phases[Math.min(progress(session, now).number, session.phases.length - 1)];
}

function secondsToGo(session, now) {
  return Math.max(0, secondsBefore(session, session.phases.length) - secondsPlayed(session, now));
}

/** The session ended: `why`, and sentences to say. */
function end(session, why, say) {
  return { ...session, mode: "over", over: { why, say } };
}

/** The session at a moment, and the cues that came due since the last one, each once. */
function advance(routine, session, now) {
  if (session.mode === "paused" && now - session.pausedAt > routine.longestPause) {
    return { session: end(session, "abandoned", [routine.words.abandoned]), cues: [] };
  }
  const running = pressedIn(session, now);
  if (running.mode !== "running") return { session: running, cues: [] };
  const { number, into } = progress(running, now);
  const cues = cuesUntil(running, number, into);
  const last = running.phases[Math.min(number, running.phases.length - 1)];
  const heard = { phase: number, at: into };
  const hasPressed = running.hasPressed || last.kind === "hold";
  const next = { ...running, heard, hasPressed };
  const isOver = number === running.phases.length;
  return { session: isOver ? end(next, "finished", [routine.words.done]) : next, cues };
}

/** The session with its clock running again, once the person has pressed in anew. */
function pressedIn(session, now) {
  if (session.mode !== "pressing" || now < session.until) return session;
  return { ...session, mode: "running", since: session.until - session.played };
}

function cuesUntil(session, number, into) {
  const { phase: first, at: from } = session.heard;
  const cues = [];
  for (let each = Math.max(first, 0); each <= number && each < session.phases.length; each += 1) {
    for (const cue of session.phases[each].cues) {
      const isNew = each > first || cue.at > from;
      if (isNew && (each < number || cue.at <= into)) cues.push(wordsNow(session, each, cue));
    }
  }
  return cues;
}

/** A cue as it is given: the first hold in which anything is pressed has the whole stop rule. */
function wordsNow(session, number, cue) {
  const phase = session.phases[number];
  const holdsBefore = session.phases.slice(0, number).some((each) => each.kind === "hold");
  const isFirst = phase.kind === "hold" && cue.at === 0 && !session.hasPressed && !holdsBefore;
  return { ...cue, say: isFirst ? phase.sayFirst : cue.say, phase };
}

/** The session held at the end of a phase that leads on, while its words are still being said. */
function holdBack(session, now) {
  const { phase } = session.heard;
  const isLead = session.mode === "running" && phase >= 0 && phase < session.phases.length &&
    LEADS.includes(session.phases[phase].kind);
  if (!isLead || progress(session, now).number <= phase) return session;
  return { ...session, since: now - secondsBefore(session, phase + 1) + 0.001 };
}
