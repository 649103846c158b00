// What a person's buttons do to a session. Each returns the session after it, and what to say.
// No place is ever pressed past its time, or after it hurt.

function pause(routine, session, now) {
  if (session.mode !== "running" && session.mode !== "pressing") return { session, say: [] };
  const say = [routine.words.paused, ...whereItStands(routine, session, now)];
  return { session: stopClock(session, now, now), say };
}

/** The clock stopped where it was at a moment; what passed since does not count. */
function stopClock(session, at, now) {
  return { ...session, mode: "paused", played: secondsPlayed(session, at), pausedAt: now };
}

/** A pause at the last moment that was watched, as nobody presses on unknowingly. */
function gap(routine, session, last, now) {
  if (session.mode !== "running" && session.mode !== "pressing") return { session, say: [] };
  const say = [routine.words.gap, ...whereItStands(routine, session, last)];
  return { session: stopClock(session, last, now), say };
}

/** To let go where something is pressed, and what it is. */
function whereItStands(routine, session, now) {
  const phase = currentPhase(session, now);
  const turn = routine.turns[phase.turn];
  return [...(PRESSING.includes(phase.kind) ? [turn.letGo] : []), turn.sentence];
}

/** Go on: in a hold the person presses anew first; what leads to one begins again. */
function resume(routine, session, now) {
  if (session.mode !== "paused") return { session, say: [] };
  const { number, into } = progress(session, now);
  const phase = session.phases[number];
  const say = [routine.words.goingOn];
  if (phase.kind === "hold") {
    const until = now + PRESS_SECONDS;
    return {
      session: { ...session, mode: "pressing", until },
      say: [...say, routine.turns[phase.turn].begin],
    };
  }
  const counts = phase.kind === "exercise";
  const since = now - session.played + (counts ? 0 : into);
  const heard = counts ? session.heard : { phase: number - 1, at: 0 };
  return { session: { ...session, mode: "running", since, heard }, say };
}

/** Leave this hold or movement for the one after it, letting go first; a pause stays one. */
function next(routine, session, now) {
  if (session.mode === "asking") return skipQuestion(routine, session, now);
  const phase = currentPhase(session, now);
  const letsGo = PRESSING.includes(phase.kind) && session.mode !== "paused";
  const start = isInPosition(routine, session, phase) ? null : { inPosition: null };
  const following = phasesAfter(routine, session.out, phase.turn, start);
  const phases = [...(letsGo ? [releaseOf(routine, phase.turn)] : []), ...following];
  const after = moveOn(routine, session, phases, now);
  if (session.mode !== "paused" || after.session.mode === "over") return after;
  return { ...after, session: stopClock(after.session, now, now) };
}

/** The session with these phases next; without a hold or a movement among them, that is said. */
function moveOn(routine, session, phases, now) {
  const { words } = routine;
  const say = [hasMore(phases) ? words.next : words.nothingLeft];
  if (!phases.length) return { session: end(session, "finished", [...say, words.done]), say: [] };
  return { session: withPhases(session, phases, now), say };
}

/** Whether a hold or a movement is among phases. */
function hasMore(phases) {
  return phases.some((phase) => phase.kind === "hold" || phase.kind === "exercise");
}

function skipQuestion(routine, session, now) {
  return moveOn(routine, session, session.phases.slice(1), now);
}

function isInPosition(routine, session, phase) {
  const moves = phase.entersPosition || phase.leavesPosition;
  return !moves && !isOut(routine, session.out, phase.turn);
}

/** Let go at once, leave the place out from now on, and ask how it feels. */
function hurts(routine, session, now) {
  if (session.mode === "asking") return { session, say: [routine.words.question] };
  const phase = currentPhase(session, now);
  const turn = routine.turns[phase.turn];
  const inPosition = isInPosition(routine, session, phase) ? phase.turn : null;
  const out = [...session.out, ...turn.places];
  const following = phasesAfter(routine, out, phase.turn, { inPosition });
  const off = inPosition !== null && !following.length ? phasesOf(routine, turn.outToEnd) : [];
  const phases = [releaseOf(routine, phase.turn), ...following, ...off];
  const asking = { ...withPhases({ ...session, out }, phases, now), mode: "asking" };
  return { session: asking, say: [...turn.hurts, routine.words.question] };
}

/** The words of an answer, and what is still to be done; or the end, with its words. */
function answer(routine, session, feeling, now) {
  const [release, ...after] = session.phases;
  const given = routine.answers.find((each) => each.feeling === feeling);
  const said = routine.turns[release.turn].isHold ? given.say : given.sayMovement;
  if (given.ends) return { session: end(session, feeling, [said.words, routine.words.check]), say: [] };
  const ways = after.findIndex((phase) => !phase.leavesPosition);
  const onTheWay = ways < 0 ? after.length : ways;
  const off = after.slice(0, onTheWay).map((phase) => ({ ...phase, turn: release.turn }));
  const rest = restWith(release, said, hasMore(after) ? null : routine.words.nothingLeft);
  const phases = [...off, rest, ...after.slice(onTheWay)];
  return { session: withPhases(session, phases, now), say: [] };
}

/** A rest in which the words of an answer are said, and last words where there are any. */
function restWith(release, said, lastWords) {
  const cues = [said.words, lastWords].filter(Boolean).map((say) => ({ at: 0, tone: "", say }));
  const seconds = lastWords ? said.secondsAtLast : said.seconds;
  const rest = { kind: "rest", label: "Rest", show: said.words, seconds, cues };
  return { ...release, ...rest };
}

function faint(routine, session) {
  return { session: end(session, "faint", [routine.faint, routine.words.check]), say: [] };
}

function stop(routine, session, now) {
  const say = [routine.words.stopped, ...wayOut(routine, session, now)];
  return { session: end(session, "stopped", say), say: [] };
}

/** The end, as another tab of this browser ended the page. */
function endElsewhere(routine, session, now) {
  const say = [...wayOut(routine, session, now), routine.words.elsewhere, routine.words.check];
  return { session: end(session, "elsewhere", say), say: [] };
}

/** To let go of what is pressed, and to leave the position. */
function wayOut(routine, session, now) {
  const phase = currentPhase(session, now);
  const { wayOff, letGo } = routine.turns[phase.turn];
  const off = PRESSING.includes(phase.kind) ? [letGo] : [];
  return [...off, ...(phase.leavesPosition ? [] : [wayOff])].filter(Boolean);
}

const NERVE_SIGNS = ["numb", "spreading"];

/** Whether nothing may be played any more until a check, and a new page. */
function endsThePage(why) {
  return why === "faint" || NERVE_SIGNS.includes(why);
}
