// What comes after a turn: the turns that are still to be done, and the ways that lead there.

const LEADS = ["move", "find", "rest"];
const PRESSING = ["press", "hold"];

/** Phases by their numbers in the routine. */
function phasesOf(routine, numbers) {
  return numbers.map((number) => routine.phases[number]);
}

/** Whether a turn presses, or moves, what hurt in this session. */
function isOut(routine, out, turn) {
  return routine.turns[turn].places.some((place) => out.includes(place));
}

/** Whether nothing that is pressed is still to be done. */
function isAllOut(routine, out) {
  return routine.turns.every((turn, number) => !turn.isHold || isOut(routine, out, number));
}

/** The ways into a turn: as planned from the one before it, else from wherever the person is. */
function wayTo(routine, turn, before, start) {
  const { leads, fromAnywhere, after, anewAfter } = routine.turns[turn];
  if (before === null) return start.inPosition === null ? fromAnywhere : anewAfter[start.inPosition];
  if (before === turn - 1) return [...routine.turns[before].outToNext, ...leads];
  return after[before];
}

/**
 * The phases of all turns after one, without those that are out.
 *
 * With `start` the first of them is led to anew: from the position of the turn `inPosition`, or
 * from anywhere where that is null. Without it, it is led to as planned.
 */
function phasesAfter(routine, out, turn, start) {
  const numbers = [];
  let before = start ? null : turn;
  for (let each = turn + 1; each < routine.turns.length; each += 1) {
    if (isOut(routine, out, each)) continue;
    numbers.push(...wayTo(routine, each, before, start), ...routine.turns[each].phases);
    before = each;
  }
  if (before !== null) numbers.push(...routine.turns[before].outToEnd);
  return phasesOf(routine, numbers);
}

/** The phase that lets go of a turn. */
function releaseOf(routine, turn) {
  return phasesOf(routine, routine.turns[turn].phases).find((each) => each.kind === "release");
}
