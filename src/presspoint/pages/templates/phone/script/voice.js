// What says a sentence: its recording, or a voice of the phone itself. No voice of a network.

const LONGEST_SENTENCE = 60; // seconds; a voice that is silent for longer has failed

/** A voice that says sentences one after another. */
function openVoice(clips, isOn) {
  const player = new Audio();
  let waiting = [];
  let since = null; // when the sentence that is being said began; null where none is
  let number = 0; // of that sentence: the end of one that was cut leads to nothing

  function sayNext() {
    const words = waiting.shift();
    const mine = (number += 1);
    const then = () => mine === number && sayNext();
    since = words === undefined ? null : performance.now();
    if (words === undefined) return;
    const isHeard = isOn() && (playClip(player, clips[words], then) || speak(words, then));
    if (!isHeard) sayNext();
  }

  if (window.speechSynthesis) speechSynthesis.getVoices(); // the first call makes some browsers load them
  return {
    /** Whether there are recordings, or a voice of the phone itself. */
    canSpeak() {
      return Object.keys(clips).length > 0 || localVoice() !== null;
    },
    /** Whether something is still being said. */
    get speaks() {
      return since !== null && performance.now() - since < LONGEST_SENTENCE * 1000;
    },
    say(sentences) {
      waiting.push(...sentences.filter(Boolean));
      if (!this.speaks) sayNext();
    },
    hush() {
      number += 1;
      waiting = [];
      since = null;
      player.onended = null;
      player.pause();
      if (window.speechSynthesis) speechSynthesis.cancel();
    },
  };
}

function playClip(player, clip, then) {
  if (!clip) return false;
  player.src = clip;
  player.onended = then;
  player.play().catch(then);
  return true;
}

function localVoice() {
  const voices = window.speechSynthesis ? speechSynthesis.getVoices() : [];
  return voices.find((voice) => voice.localService && voice.lang.startsWith("en")) || null;
}

function speak(words, then) {
  const voice = localVoice();
  if (!voice) return false;
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.onend = then;
  utterance.onerror = then;
  speechSynthesis.speak(utterance);
  return true;
}
