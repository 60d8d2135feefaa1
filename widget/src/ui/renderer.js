/**
 * One write to the DOM a frame, however many events came. A hidden tab has no frames: there a
 * timer sees to it that the unread count and the reading aloud go on.
 *
 * @param {AbortSignal} signal
 * @param {() => void} draw
 */
export function createRenderer(signal, draw) {
  /** @type {boolean | null} In a hidden tab or not; null: it is drawn. */
  let requested = null;

  function run() {
    if (requested === null || signal.aborted) return;
    requested = null;
    draw();
  }

  return {
    request() {
      const { hidden } = document;
      // The frame that was asked for before the tab was hidden does not come.
      if (requested === hidden) return;
      requested = hidden;
      if (hidden) setTimeout(run, 250);
      else requestAnimationFrame(run);
    },
  };
}
