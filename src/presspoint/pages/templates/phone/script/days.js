// Days as people live them, and whether the page may play now. Nothing here reads a clock.

const HOUR = 3600 * 1000;
const HOURS_BETWEEN = 16;

/** The local day of a Date as "2026-11-29". */
function localDay(date) {
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day that a moment belongs to, where days begin at an hour of the night. */
function livedDay(date, dayStarts) {
  return localDay(new Date(date.getTime() - dayStarts * HOUR));
}

/** How many of these plays count today: those of this day, and of the last 16 hours. */
function playsToday(plays, now, dayStarts) {
  const today = livedDay(now, dayStarts);
  return plays.filter((at) => {
    const isRecent = now.getTime() - at < HOURS_BETWEEN * HOUR;
    return isRecent || livedDay(new Date(at), dayStarts) >= today;
  }).length;
}

/** Why the page must not play now, as a key of the refusals; null where it may. */
function refusal(routine, memory, now) {
  const today = localDay(now);
  const latest = memory.latest > today ? memory.latest : today;
  if (memory.ended >= routine.madeAt) return "ended";
  if (latest > routine.until) return "expired";
  if (localDay(new Date(now.getTime() + 24 * HOUR)) < routine.made) return "early";
  if (isAllOut(routine, restingPlaces(memory, now))) return "resting";
  const plays = memory.plays[routine.name] || [];
  return playsToday(plays, now, routine.dayStarts) >= routine.timesADay ? "enough" : null;
}

/** The memory once this moment was seen: a clock that is set back later changes nothing. */
function withLatest(memory, now) {
  const today = localDay(now);
  return today > memory.latest ? { ...memory, latest: today } : memory;
}

/** The memory once a page ended: it, and every page that was made until then, of any routine. */
function withEnd(memory, madeAt, now) {
  return { ...memory, ended: Math.max(memory.ended, madeAt, now / 1000) };
}

/** The memory with a play whose last hold was at a moment; `at` is the play's own last moment. */
function withPlay(memory, name, before, at) {
  const others = (memory.plays[name] || []).filter((each) => each !== before);
  return { ...memory, plays: { ...memory.plays, [name]: [...others, at].slice(-50) } };
}

/** The memory in which these places rest for so many days. */
function withRest(memory, places, days, now) {
  const until = localDay(new Date(now.getTime() + days * 24 * HOUR));
  const rests = { ...memory.rests };
  for (const place of places) rests[place] = until > (rests[place] || "") ? until : rests[place];
  return { ...memory, rests };
}

/** The places that rest, as they hurt here before. */
function restingPlaces(memory, now) {
  const today = localDay(now);
  return Object.keys(memory.rests).filter((place) => memory.rests[place] > today);
}
