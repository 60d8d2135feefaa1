/**
 * A quiet sound when an answer comes that nobody sees come. It is made here: there is no file. Until
 * the visitor has touched the page it is silent, and afterwards too if they wish.
 *
 * @import { Item } from "../core/timeline.js"
 * @import { State } from "../core/types.js"
 * @import { MoreContext } from "../more.js"
 */
import { icon } from "../ui/icons.js";

const MUTED = "muted";
/** When it last rang, or needed not to, in any tab. */
const RANG = "rang";
/** Longer than a tab that is looked at takes to say so. */
const PATIENCE = 400;
const APART = 3_000;
const BELL = "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15ZM10 20.8a2.3 2.3 0 0 0 4 0";
const SLASH = "M4 4l16 16";
/** Hertz, and seconds from the beginning. */
const NOTES = /** @type {const} */ ([[659.3, 0], [880, 0.12]]);
const LOUDNESS = 0.05;
const LENGTH = 0.55;
const ENDED = 1_500;

/** @param {MoreContext} context */
export function createSound({ h, words, panel, shelf, signal }) {
  const button = h("button", { hook: "sound", class: "icon-button", "aria-label": words.sound, on: { click: toggle } });
  panel.querySelector('[data-otvet="close"]')?.before(button);
  /** @type {boolean | null} */
  let drawn = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let ended;
  draw();
  /** Woken in a gesture: Safari lets none sound that was not. Between sounds it rests. @type {AudioContext | null} */
  let audio = null;
  for (const gesture of ["pointerup", "keydown"]) document.addEventListener(gesture, () => audio ?? wake(() => {}), { signal, capture: true });
  signal.addEventListener("abort", () => {
    clearTimeout(ended);
    void audio?.close();
  });

  /** @param {(audio: AudioContext) => void} then Never, where it may not sound. */
  function wake(then) {
    // Before any gesture browsers refuse, and say so in the page's console.
    if (isMuted() || navigator.userActivation?.hasBeenActive === false) return;
    try {
      const it = (audio ??= new AudioContext());
      it.resume().then(() => {
        if (signal.aborted) return;
        then(it);
        clearTimeout(ended);
        ended = setTimeout(() => it.suspend(), ENDED);
      }, () => {});
    } catch {
      // A page without sound is one without it.
    }
  }

  function isMuted() {
    return shelf.get(MUTED) !== null;
  }

  /** Another tab may have changed it. */
  function draw() {
    const muted = isMuted();
    if (muted === drawn) return;
    drawn = muted;
    button.setAttribute("aria-pressed", String(!muted));
    button.title = muted ? words.silent : words.sound;
    button.replaceChildren(icon("close", muted ? BELL + SLASH : BELL));
  }

  function toggle() {
    if (isMuted()) {
      shelf.remove(MUTED);
      wake(play);
    } else shelf.set(MUTED, "1");
    draw();
  }

  /** One tab rings for all, and none while the answer is before the visitor's eyes in one of them. */
  async function ring() {
    const last = Number(shelf.get(RANG));
    if (signal.aborted || isMuted() || Math.abs(Date.now() - last) < APART) return;
    const { locks } = navigator;
    // What one tab has stored another may see too late; a lock it cannot have.
    if (locks) await locks.request(shelf.name(RANG), { ifAvailable: true }, (lock) => lock && sound()).catch(sound);
    else void sound();
  }

  /** @returns {Promise<void>} Until the next may ring. */
  function sound() {
    note();
    wake(play);
    return new Promise((resolve) => {
      setTimeout(resolve, APART);
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  function note() {
    shelf.set(RANG, String(Date.now()));
  }

  return {
    /** @param {State} _ @param {readonly Item[]} fresh @param {boolean} attended */
    update(_, fresh, attended) {
      draw();
      if (!fresh.some(({ sender }) => sender === "agent" || sender === "operator")) return;
      if (attended) note();
      else setTimeout(ring, PATIENCE);
    },
  };
}

/** @param {AudioContext} audio */
function play(audio) {
  for (const [hertz, after] of NOTES) {
    const start = audio.currentTime + after;
    const volume = audio.createGain();
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH);
    const tone = audio.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + LENGTH);
  }
}
