// Tones made by the browser itself, and a hiss too soft to hear, which keeps a page awake.

const TONES = {
  start: [[523, 0.15], [784, 0.25]],
  halfway: [[659, 0.2]],
  release: [[784, 0.15], [523, 0.3]],
  done: [[523, 0.15], [659, 0.15], [784, 0.4]],
  tick: [[880, 0.06]],
};
const VIBRATIONS = { start: [200], release: [100, 80, 100], done: [300] };
const LOUDNESS = 0.2;
const HISS_SECONDS = 2;
const HISS_RATE = 8000;

/** What plays a tone by its name; nothing where the browser makes no sound. */
function openTones() {
  const Context = window.AudioContext || window.webkitAudioContext;
  const context = Context ? new Context() : null;
  return (name) => {
    if (VIBRATIONS[name] && navigator.vibrate) navigator.vibrate(VIBRATIONS[name]);
    if (!context || !TONES[name]) return;
    context.resume();
    let at = context.currentTime;
    for (const [frequency, seconds] of TONES[name]) {
      playNote(context, frequency, at, seconds);
      at += seconds;
    }
  };
}

function playNote(context, frequency, at, seconds) {
  const note = context.createOscillator();
  const gain = context.createGain();
  note.frequency.value = frequency;
  gain.gain.setValueAtTime(LOUDNESS, at);
  gain.gain.linearRampToValueAtTime(0, at + seconds);
  note.connect(gain).connect(context.destination);
  note.start(at);
  note.stop(at + seconds);
}

/** A sound that goes on until it is paused, so that a phone lets the page go on. */
function openHiss() {
  const hiss = new Audio(URL.createObjectURL(new Blob([hissFile()], { type: "audio/wav" })));
  hiss.loop = true;
  hiss.volume = 0.02;
  return hiss;
}

/** A WAV file of soft noise: eight bits, one channel. */
function hissFile() {
  const count = HISS_SECONDS * HISS_RATE;
  const file = new DataView(new ArrayBuffer(44 + count));
  const write = (at, text) => [...text].forEach((each, i) => file.setUint8(at + i, each.charCodeAt(0)));
  write(0, "RIFF");
  file.setUint32(4, 36 + count, true);
  write(8, "WAVEfmt ");
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, HISS_RATE, true);
  file.setUint32(28, HISS_RATE, true);
  file.setUint16(32, 1, true);
  file.setUint16(34, 8, true);
  write(36, "data");
  file.setUint32(40, count, true);
  for (let at = 0; at < count; at += 1) file.setUint8(44 + at, 127 + (at * 7919) % 3);
  return file.buffer;
}
