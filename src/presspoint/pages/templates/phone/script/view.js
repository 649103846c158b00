// What is seen of a session. A text is only set where it changes: a screen reader reads it once.

const SIDES = { left: "Left", right: "Right", both: "Both sides", midline: "The middle" };
const MODES = { paused: "Paused", pressing: "Press slowly", asking: "Let go" };

function byId(id) {
  return document.getElementById(id);
}

function setText(id, text) {
  const element = byId(id);
  if (element.textContent !== text) element.textContent = text;
}

function setHidden(id, isHidden) {
  const element = byId(id);
  if (element.hidden !== isHidden) element.hidden = isHidden;
}

/** Show one of the page's views, and move the focus to its heading. */
function showView(id) {
  for (const view of document.querySelectorAll("main > section")) view.hidden = view.id !== id;
  const heading = byId(id).querySelector("h1, h2");
  if (heading) heading.focus();
  window.scrollTo(0, 0);
}

function minutes(seconds) {
  const whole = Math.ceil(seconds - 0.001);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function drawSession(routine, session, now) {
  const { number, into } = progress(session, now);
  const phase = session.phases[Math.min(number, session.phases.length - 1)];
  const turn = routine.turns[phase.turn];
  drawTurn(routine, turn, phase);
  setText("label", MODES[session.mode] || phase.label);
  setText("countdown", secondsShown(session, phase, into, now));
  setText("to-go", `${minutes(secondsToGo(session, now))} to go in all`);
  setText("pause", session.mode === "paused" ? "Go on" : "Pause");
  showQuestion(session.mode === "asking");
  document.body.dataset.kind = session.mode === "running" ? phase.kind : session.mode;
}

/** The question how it feels in the stead of the buttons, with the focus, or the buttons again. */
function showQuestion(isAsked) {
  if (byId("question").hidden === !isAsked) return;
  setHidden("question", !isAsked);
  setHidden("buttons", isAsked);
  (isAsked ? document.querySelector("#question button") : byId("place")).focus();
}

/** The countdown of a phase; none while the question waits. */
function secondsShown(session, phase, into, now) {
  if (session.mode === "asking") return "";
  return minutes(session.mode === "pressing" ? session.until - now : phase.seconds - into);
}

/** A turn: its step, its side in large letters, its name, its words and its picture. */
function drawTurn(routine, turn, phase) {
  setText("step", turn.step);
  setText("side", SIDES[turn.side] || "");
  byId("side").dataset.side = turn.side;
  setText("place", turn.round ? `${turn.name}, ${turn.round}` : turn.name);
  setText("details", phase.leavesPosition || phase.kind === "rest" ? "" : turn.details);
  const number = routine.pictures[routine.turns.indexOf(turn)];
  for (const [each, picture] of document.querySelectorAll("#pictures > figure").entries()) {
    picture.hidden = each !== number;
  }
}

/** Which places rest, as they hurt here before. */
function showResting(routine, places) {
  const turns = routine.turns.filter((turn) => turn.places.some((each) => places.includes(each)));
  const names = [...new Set(turns.map((turn) => turn.part))];
  setText("resting-places", names.join(", "));
  setHidden("resting", !names.length);
}

/** What is said last, as words too. */
function showWords(sentences) {
  const words = sentences.filter(Boolean).join(" ");
  if (words) setText("words", words);
}

function showEnd(sentences) {
  const list = byId("last-words");
  list.replaceChildren(...sentences.filter(Boolean).map((words) => paragraph(words)));
  showView("end");
}

function paragraph(words) {
  const element = document.createElement("p");
  element.textContent = words;
  return element;
}
