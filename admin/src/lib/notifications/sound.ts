/** Two soft notes, a fourth apart; made here, for a file would have to be loaded. */
const NOTES = [
  { hertz: 659.25, at: 0 },
  { hertz: 880, at: 0.11 },
] as const;
const LOUD = 0.08;
const LASTS = 0.45;

let context: AudioContext | undefined;

export function playSound(): void {
  try {
    context ??= new AudioContext();
    const audio = context;
    // Before the first click on the page browsers allow no sound; then there is none.
    audio.resume().then(
      () => {
        for (const note of NOTES) play(audio, note.hertz, audio.currentTime + note.at);
      },
      () => undefined,
    );
  } catch {
    // No audio on this machine; the notification is seen all the same.
  }
}

function play(audio: AudioContext, hertz: number, at: number): void {
  const tone = new OscillatorNode(audio, { type: "sine", frequency: hertz });
  const volume = new GainNode(audio, { gain: 0 });
  // From nothing to nothing: a tone that is cut clicks.
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUD, at + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.000_1, at + LASTS);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + LASTS);
}
